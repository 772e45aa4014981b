import { Database } from '../../subgraphs/kernel';
import { registry } from '../../subgraphs/registry';
import { testDatabase, type TestDatabase } from '../support/database';
import { loadHere, type LoadOptions } from '../support/import-here';
import { HEADER, file, rejectsOf, row } from '../support/imports';

let database: TestDatabase;
let db: Database;
beforeEach(async () => {
  database = await testDatabase();
  db = await Database.open({ url: database.url, schema: registry.name, entities: registry.entities });
});
afterEach(async () => {
  await db.close();
  await database.drop();
});

const load = (path: string, options?: LoadOptions) => loadHere(db, path, options);
const count = async (where: string) =>
  (await db.read<{ n: number }>(`SELECT count(*)::int AS n FROM enterprise WHERE ${where}`))[0]?.n;

describe('a file that is tried, and corrected', () => {
  test('a dry run MUST tell of every row what the import then tells, and leave nothing but its audit record', async () => {
    await load(file('known.csv', [HEADER, row(1), row(2)]));
    const lines = [
      row(1),
      row(2).replace('E-2', 'E-9'),
      row(1, { address: '别处' }),
      row(3),
      row(4, { date: 'x' }),
    ];
    const path = file('dry.csv', [HEADER, ...lines, row(5).replace('430682', '43'), 'x"y']);
    const tables = () =>
      Promise.all(
        ['enterprise', 'enterprise_change', 'import_progress', 'import_run', 'import_row'].map((table) =>
          db.read(`SELECT to_jsonb(row) AS row FROM ${table} AS row ORDER BY row`),
        ),
      );
    const before = await tables();
    const dry = await load(path, { dryRun: true });
    const rejects = rejectsOf(path);
    expect(await tables()).toEqual(before);
    const [last] = await db.read<{ record: string }>(
      'SELECT record FROM journal ORDER BY entry DESC LIMIT 1',
    );
    expect(JSON.parse(last?.record ?? '')).toMatchObject({
      operation: 'submitEnterprises',
      subjects: [],
      outcome: expect.stringMatching(/^dry run: accepted \d/) as string,
      details: { dryRun: true },
    });
    const real = await load(path);
    expect(real).toMatchObject({ state: 'finished', totals: dry.totals });
    expect(rejectsOf(path)).toEqual(rejects);
    expect(dry.run).toBeNull();
    expect(real.totals).toMatchObject({ accepted: 1, unchanged: 1 });
  });

  test('its rejects file MUST be taken itself once it is corrected, line by line, and what was not corrected come back as it was', async () => {
    const path = file('to-correct.csv', [
      HEADER,
      row(1, { date: '2020-02-30' }),
      row(2, { region: '43' }),
      row(3, { address: 'x"y' }),
      `${row(4)},more`,
      row(5, { date: 'x' }),
    ]);
    await load(path);
    const rejects = rejectsOf(path);
    expect(rejects).toHaveLength(5);
    const corrections = [{ registeredOn: '2020-02-28' }, { regionCode: '430682' }];
    const corrected = file(
      'corrected.ndjson',
      rejects.map((reject, at) => {
        const change = corrections[at];
        return JSON.stringify(change ? { ...reject, row: { ...(reject.row as object), ...change } } : reject);
      }),
    );
    const again = await load(corrected);
    expect(again.totals).toMatchObject({ accepted: 2, rejected: 3 });
    expect(again.totals.codes).toEqual({ REJECT_NOT_CORRECTED: 2, DATE_INVALID: 1 });
    expect(rejectsOf(corrected).map((reject) => reject.row)).toEqual(
      rejects.slice(2).map((reject) => reject.row),
    );
    expect(await count('registered_on = $$2020-02-28$$')).toBe(1);
  });
});
