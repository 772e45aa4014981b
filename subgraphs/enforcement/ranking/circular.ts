import sql from 'sql-template-tag';
import { ObjectType } from 'type-graphql';
import {
  DepartmentKind,
  FieldInvalid,
  Served,
  addDays,
  addMonths,
  alike,
  isDate,
  moment,
  oneOf,
  regionRange,
  whole,
  yuan,
  type RequestContext,
} from '../../kernel';
import { AS_OF } from './enforcement-rank';

const count = whole(0, 2_000_000_000);

@ObjectType({
  description: '一月一通报. What a kind of department has done in a month.',
  simpleResolvers: true,
})
export class EnforcementCircular {
  @Served('PUBLIC', oneOf(DepartmentKind), '部门类别. The kind of department, by its field of work.', {
    always: true,
  })
  department: DepartmentKind;

  @Served('PUBLIC', count, '立案数. The cases that were filed.', { always: true })
  filed: number;

  @Served('PUBLIC', count, '决定数. The penalties that were decided.', { always: true })
  decided: number;

  @Served('PUBLIC', yuan, '罚款总额. The sum of the fines of the month, in yuan.', { always: true })
  fines: string;

  @Served('PUBLIC', count, '检查数. The number of inspections of the month.', { always: true })
  inspections: number;

  @Served('PUBLIC', moment, AS_OF, { always: true }) asOf: Date;
}

/** 应急、水利、自然资源、住建、城管、交警、消防、市场监管、交通: the nine of the source document, in its order. */
const NINE: readonly DepartmentKind[] = [
  'EMERGENCY_MANAGEMENT',
  'WATER',
  'NATURAL_RESOURCES',
  'HOUSING',
  'URBAN_MANAGEMENT',
  'PUBLIC_SECURITY',
  'FIRE_RESCUE',
  'MARKET_SUPERVISION',
  'TRANSPORT',
];

export async function circular(
  { db }: RequestContext,
  region: string,
  month: string,
): Promise<Omit<EnforcementCircular, 'asOf'>[]> {
  const first = `${month}-01`;
  if (!isDate(first)) throw FieldInvalid({ field: 'month', shape: alike('2026-03'), got: month });
  const last = addDays(addMonths(first, 1), -1);
  const { from, to } = regionRange(region);
  return db.query<Omit<EnforcementCircular, 'asOf'>>(sql`
    SELECT kind AS department,
      (SELECT count(*)::int FROM enforcement_case WHERE region_code >= ${from} AND region_code < ${to} AND filing_date BETWEEN ${first} AND ${last} AND department_kind = kind) AS filed,
      penalties.decided, penalties.fines,
      (SELECT count(*)::int FROM supervisory_inspection WHERE region_code >= ${from} AND region_code < ${to} AND inspected_on BETWEEN ${first} AND ${last} AND department_kind = kind AND duplicate_of IS NULL) AS inspections
    FROM unnest(${NINE}::varchar[]) WITH ORDINALITY AS nine (kind, place), LATERAL (
      SELECT count(*)::int AS decided, coalesce(sum(fine), 0)::numeric(17,2)::text AS fines FROM penalty_decision
      WHERE region_code >= ${from} AND region_code < ${to} AND decided_on BETWEEN ${first} AND ${last} AND department_kind = kind AND withdrawn_on IS NULL
    ) AS penalties ORDER BY place`);
}
