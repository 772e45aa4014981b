import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  DepartmentKind,
  allDivisions,
  arrayOf,
  keptTable,
  objectOf,
  oneOf,
  regionCode,
  replaceOfficial,
  text,
  type Database,
  type Division,
} from '../../kernel';
import { Department } from './department';
import { Region } from './region';

/** Divisions and departments, kept in memory: thousands of rows that hardly ever change and that every answer names. */
export interface Places {
  regions: ReadonlyMap<string, Region>;
  childrenOf: ReadonlyMap<string | null, readonly Region[]>;
  departments: ReadonlyMap<string, Department>;
}

export const places = keptTable(async (db): Promise<Places> => {
  const regions = await db.read<Region>(`SELECT ${db.columns(Region)} FROM region ORDER BY code`);
  const departments = await db.read<Department>(
    `SELECT ${db.columns(Department)} FROM department ORDER BY code`,
  );
  const childrenOf = new Map<string | null, Region[]>();
  for (const region of regions) {
    if (region.validTo) continue;
    childrenOf.set(region.parentCode, [...(childrenOf.get(region.parentCode) ?? []), region]);
  }
  return { regions: byCode(regions), childrenOf, departments: byCode(departments) };
});

function byCode<Row extends { code: string }>(rows: readonly Row[]): ReadonlyMap<string, Row> {
  return new Map(rows.map((row) => [row.code, row]));
}

/** How the departments of one kind are named at each level; null where there is none. */
interface DepartmentNaming {
  kind: DepartmentKind;
  national: string | null;
  province: string | null;
  city: string | null;
  county: string | null;
  /** Full names by division code, where the rule above does not hold. */
  exceptions?: Record<string, string>;
}

/** Names that only hold codes together, such as 市辖区, and are no part of a full name. */
const PLACEHOLDERS = new Set(['市辖区', '县', '省直辖县级行政区划', '自治区直辖县级行政区划']);
/** The provinces that the campaign documents come from have their departments down to counties. */
const PROVINCES_IN_FULL = ['41', '43'];
/** 台湾省、香港特别行政区、澳门特别行政区 have no such departments. */
const WITHOUT_DEPARTMENTS = ['71', '81', '82'];
/** Development zones that only statistics count as counties: their last two digits begin with 7. */
const DEVELOPMENT_ZONE = /^\d{4}7\d$/;

/** Loads the divisions and departments of the reference files; rows that are the same are not written. */
export async function loadOfficial(db: Database): Promise<void> {
  const divisions = allDivisions();
  const namings = JSON.parse(
    await readFile(join(__dirname, '../official/departments.json'), 'utf8'),
  ) as DepartmentNaming[];
  const fullNames = fullNamesOf(divisions);
  const regions = divisions.map(({ code, name, fullName, level, parent, validTo, successors }) => ({
    code,
    name,
    full_name: fullName ?? fullNames.get(code) ?? name,
    level,
    parent_code: parent || null,
    valid_to: validTo || null,
    successor_code: successors.length === 1 ? successors[0] : null,
  }));
  const departments = [...departmentsOf(divisions, namings, fullNames), ...(await departmentsOfTowns())];
  await db.transaction(async (tx) => {
    await replaceOfficial(tx, 'region', 'code', regions);
    await replaceOfficial(tx, 'department', 'code', departments);
  });
}

/** The departments that a town's own document names: towns differ, and no rule says which they have. */
async function departmentsOfTowns() {
  const file = await readFile(join(__dirname, '../official/town-departments.json'), 'utf8');
  return towns
    .parse(JSON.parse(file), 'town-departments.json')
    .flatMap(({ region, departments }) =>
      departments.map(({ kind, name }) => ({ code: `${region}-${kind}`, name, kind, region_code: region })),
    );
}

const towns = arrayOf(
  objectOf({
    region: regionCode,
    document: text(200),
    departments: arrayOf(objectOf({ kind: oneOf(DepartmentKind, 24), name: text(128) })),
  }),
);

function fullNamesOf(divisions: readonly Division[]): Map<string, string> {
  const fullNames = new Map<string, string>();
  // Parents stand before their children: codes are in order, and abolished ones come last.
  for (const { code, name, parent } of divisions) {
    const above = fullNames.get(parent) ?? '';
    fullNames.set(code, PLACEHOLDERS.has(name) ? above : above + name);
  }
  return fullNames;
}

function departmentsOf(
  divisions: readonly Division[],
  namings: readonly DepartmentNaming[],
  fullNames: ReadonlyMap<string, string>,
) {
  const national = namings.flatMap(({ kind, national: name }) =>
    name ? [{ code: `CN-${kind}`, name, kind, region_code: null as string | null }] : [],
  );
  const regional = divisions.filter(hasDepartments).flatMap((division) =>
    namings.flatMap((naming) => {
      const name = departmentName(naming, division, fullNames);
      return name
        ? [{ code: `${division.code}-${naming.kind}`, name, kind: naming.kind, region_code: division.code }]
        : [];
    }),
  );
  return [...national, ...regional];
}

function hasDepartments({ code, name, level, validTo }: Division): boolean {
  const province = code.slice(0, 2);
  if (
    validTo !== '' ||
    PLACEHOLDERS.has(name) ||
    WITHOUT_DEPARTMENTS.includes(province) ||
    DEVELOPMENT_ZONE.test(code)
  )
    return false;
  return level === 'PROVINCE' || (level !== 'TOWN' && PROVINCES_IN_FULL.includes(province));
}

function departmentName(
  naming: DepartmentNaming,
  division: Division,
  fullNames: ReadonlyMap<string, string>,
): string | null {
  const exception = naming.exceptions?.[division.code];
  if (exception) return exception;
  const suffix = { PROVINCE: naming.province, CITY: naming.city, COUNTY: naming.county, TOWN: null }[
    division.level
  ];
  return suffix && styled(division, fullNames) + suffix;
}

/** A district is named with its city (许昌市建安区), a county or county-level city by itself (临湘市). */
function styled({ name, level, parent }: Division, fullNames: ReadonlyMap<string, string>): string {
  if (level !== 'COUNTY' || !name.endsWith('区')) return name;
  const city = fullNames.get(parent) ?? '';
  const province = fullNames.get(`${parent.slice(0, 2)}0000`) ?? '';
  return city.slice(city.startsWith(province) && city !== province ? province.length : 0) + name;
}
