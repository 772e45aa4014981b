import { migrate } from '../../migrations/run';
import { Database, Submitted, tableOf, type SubgraphDefinition } from '../../subgraphs/kernel';
import type { TestDatabase } from '../support/database';
import { store } from '../support/twins';
import { restore } from '../upgrade/restore';
import { cases } from './once-rows';

describe('what 0.1.0 had stored several times', () => {
  const subgraphs = [...new Set(cases.map(({ subgraph }) => subgraph))];
  let database: TestDatabase;
  const within = async <Result>({ name }: SubgraphDefinition, run: (db: Database) => Promise<Result>) => {
    const db = await Database.open({ url: database.url, schema: name, entities: [] });
    return run(db).finally(() => db.close());
  };
  beforeAll(async () => {
    database = await restore('0.1.0');
    for (const { subgraph, entity, rows } of cases) {
      const stored = Object.entries(rows).map(([sourceId, row]) => ({
        id: `once/${sourceId}`,
        ...(entity.prototype instanceof Submitted ? { source: 'once', sourceId } : {}),
        ...row,
      }));
      await within(subgraph, (db) => store(db, entity, stored));
    }
    await migrate(subgraphs, () => database.url);
  });
  afterAll(() => database?.drop());

  test.each(cases.map((each) => [each.entity.name, each] as const))(
    '%s MUST be kept, and name the first that is the same, however it was written',
    async (_, { subgraph, entity, firsts }) => {
      const rows = await within(subgraph, (db) =>
        db.read<{ id: string; first: string | null }>(
          `SELECT right(id, 1) AS id, duplicate_of AS first FROM ${tableOf(entity)} WHERE id LIKE 'once/_' ORDER BY id`,
        ),
      );
      expect(Object.fromEntries(rows.map(({ id, first }) => [id, first]))).toEqual(firsts);
    },
  );
});
