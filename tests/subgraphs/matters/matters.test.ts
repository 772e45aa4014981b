import { DepartmentKind, valuesOf } from '../../../subgraphs/kernel';
import { loadOfficial } from '../../../subgraphs/matters/matter/matter.official';
import { registry } from '../../../subgraphs/registry';
import { read } from '../../support/sources';
import { testBed } from '../../support/test-bed';
import { mattersBed } from './sample';

const MATTERS = `{ matters { code name leadBasis leadVerified sourceDocument sourcePhrase
  leadDepartment { code } cooperatingDepartments { code } stages { order name duties legalBasis gap department { code } }
  scope { equipmentKinds productCategories industries roles hazardDomains } } }`;

interface StageRecord {
  department: string | null;
}
interface MatterRecord {
  code: string;
  leadDepartment: string;
  cooperatingDepartments: string[];
  stages: StageRecord[];
  source: { document: string; phrase: string };
}
const records = JSON.parse(read('subgraphs/matters/matter/official/matters.json')) as MatterRecord[];
const codeOf = (code: string | null) => code && { code };

const bed = mattersBed();
const register = testBed(registry);

describe('matters', () => {
  let departments: ReadonlySet<string>;
  beforeAll(async () => {
    // what registry itself makes of its naming and the divisions
    const kinds = valuesOf(DepartmentKind).map(
      (kind) => `${kind}: departments(filter: { kind: ${kind} }) { code }`,
    );
    const { data } = await register.run(`{ ${kinds.join(' ')} }`);
    const found = Object.values(data as Record<string, { code: string }[]>).flat();
    departments = new Set(found.map(({ code }) => code));
  });

  test('they MUST be all that the reference file names, word for word, by code', async () => {
    const answer = await bed.run(MATTERS);
    expect(answer).toSucceed();
    const expected = records.map(({ leadDepartment, cooperatingDepartments, source, stages, ...record }) => ({
      ...record,
      sourceDocument: source.document,
      sourcePhrase: source.phrase,
      leadDepartment: codeOf(leadDepartment),
      cooperatingDepartments: cooperatingDepartments.map(codeOf),
      stages: stages.map(({ department, ...stage }) => ({
        ...stage,
        gap: department === null,
        department: codeOf(department),
      })),
    }));
    expect(expected).toHaveLength(19);
    expect(answer.data.matters).toEqual(expected.sort((a, b) => (a.code < b.code ? -1 : 1)));
  });

  test('every department that leads, cooperates or answers for a stage MUST be one that the registry names', () => {
    const named = records.flatMap(({ leadDepartment, cooperatingDepartments, stages }) => [
      leadDepartment,
      ...cooperatingDepartments,
      ...stages.flatMap(({ department }) => department ?? []),
    ]);
    expect(departments.size).toBeGreaterThan(1_000);
    expect(named.length).toBeGreaterThan(200);
    expect(named.filter((code) => !departments.has(code))).toEqual([]);
  });

  test('loading them again MUST NOT write a row, and a changed row MUST be brought back', async () => {
    const { db } = bed.subgraph;
    const state = () =>
      db.read<{ code: string }>('SELECT matter_code AS code, xmin FROM matter_version ORDER BY matter_code');
    const before = await state();
    expect(before).toHaveLength(19);
    await loadOfficial(db);
    expect(await state()).toEqual(before);
    await db.read("UPDATE matter_version SET scope = '{}' WHERE matter_code = 'ELEVATOR'");
    await loadOfficial(db);
    const written = (await state()).filter((row, at) => JSON.stringify(row) !== JSON.stringify(before[at]));
    expect(written.map(({ code }) => code)).toEqual(['ELEVATOR']);
    expect(
      await db.read(
        'SELECT FROM matter_version WHERE matter_code = \'ELEVATOR\' AND scope @> \'{"equipmentKinds": ["3000"]}\'',
      ),
    ).toHaveLength(1);
  });

  test('they MUST cost no statement once they are at hand', async () => {
    await bed.run(MATTERS);
    expect(await bed.statementsOf(() => bed.run(MATTERS))).toEqual([]);
  });
});
