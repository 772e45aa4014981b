import { verifyAudit } from '../../../subgraphs/kernel';
import { TEST_SETTINGS } from '../../support/settings';
import { hunan, make, registryBed, usccOf } from './sample';

const bed = registryBed();

describe('a batch of submitEnterprises', () => {
  beforeEach(() => bed.rows('DELETE FROM enterprise'));

  const batch = (count: number, from = 0) =>
    Array.from({ length: count }, (_, at) => make.enterprise(from + at));
  const count = async () =>
    (await bed.rows<{ count: number }>('SELECT count(*)::int AS count FROM enterprise'))[0]?.count;

  test('a record that is there twice MUST be stored once, with its highest revision', async () => {
    const receipt = await bed.receipt('submitEnterprises', [
      make.enterprise(1, { revision: 2, name: '第二版' }),
      make.enterprise(1, { revision: 3, name: '第三版' }),
      make.enterprise(1, { revision: 3, name: '第三版' }),
      make.enterprise(1),
    ]);
    expect(receipt).toEqual({ accepted: 1, unchanged: 3, rejected: [] });
    expect(await bed.rows('SELECT name, revision FROM enterprise')).toEqual([
      { name: '第三版', revision: 3 },
    ]);
  });

  test('the same revision with other content in one batch MUST be refused, and the first kept', async () => {
    const receipt = await bed.receipt('submitEnterprises', [
      make.enterprise(1),
      make.enterprise(2),
      make.enterprise(1, { name: '改名' }),
    ]);
    expect(receipt).toMatchObject({
      accepted: 2,
      unchanged: 0,
      rejected: [{ index: 2, sourceId: 'e1', code: 'DUPLICATE_IN_BATCH' }],
    });
    expect(await bed.rows('SELECT name FROM enterprise WHERE uscc = $1', [usccOf(1)])).toEqual([
      { name: '临湘市第1号公司' },
    ]);
  });

  test('a sourceId that names two enterprises in one batch MUST be refused for the second', async () => {
    const receipt = await bed.receipt('submitEnterprises', [
      make.enterprise(1),
      make.enterprise(2, { sourceId: 'e1' }),
    ]);
    expect(receipt).toMatchObject({
      accepted: 1,
      rejected: [{ index: 1, code: 'SOURCE_ID_TAKEN', field: 'sourceId' }],
    });
  });

  test('what was refused MUST be told in the order of the batch, whatever it was refused for', async () => {
    await bed.put('submitEnterprises', make.enterprise(1), make.enterprise(2));
    const { accepted, rejected } = await bed.receipt('submitEnterprises', [
      make.enterprise(1, { name: '改名' }),
      make.enterprise(3),
      make.enterprise(4, { regionCode: '999999' }),
      make.enterprise(5, { sourceId: 'e2' }),
      make.enterprise(3, { name: '改名' }),
    ]);
    expect(accepted).toBe(1);
    expect(rejected.map(({ index, code }) => [index, code])).toEqual([
      [0, 'REVISION_CONFLICT'],
      [2, 'REGION_UNKNOWN'],
      [3, 'SOURCE_ID_TAKEN'],
      [4, 'DUPLICATE_IN_BATCH'],
    ]);
  });

  test('1,000 records MUST be taken at once, none and 1,001 refused', async () => {
    for (const records of [[], batch(1_001)]) {
      const answer = await bed.submit('submitEnterprises', records);
      expect(answer).toFailWith('BATCH_TOO_LARGE');
      expect(answer.errors?.[0]?.extensions).toMatchObject({
        field: 'records',
        max: 1_000,
        got: records.length,
      });
    }
    expect(await count()).toBe(0);
    await bed.put('submitEnterprises', ...batch(1_000));
    expect(await count()).toBe(1_000);
  });

  test('a batch MUST take the same number of statements whatever its size', async () => {
    const one = await bed.statementsOf(() => bed.submit('submitEnterprises', batch(1, 5_000)));
    const many = await bed.statementsOf(() => bed.submit('submitEnterprises', batch(1_000, 6_000)));
    expect(many).toHaveLength(one.length);
  });

  test('the same batch 20 times at once MUST be stored once', async () => {
    const receipts = await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        bed.receipt('submitEnterprises', at % 2 === 0 ? batch(50) : batch(50).reverse()),
      ),
    );
    expect(receipts.map(({ rejected }) => rejected).flat()).toEqual([]);
    expect(receipts.reduce((sum, { accepted }) => sum + accepted, 0)).toBe(50);
    expect(receipts.reduce((sum, receipt) => sum + receipt.unchanged, 0)).toBe(950);
    expect(await count()).toBe(50);
    // what is written in one order has nothing to deadlock over, and needs no second try
    expect(
      await bed.rows('SELECT deadlocks::int FROM pg_stat_database WHERE datname = current_database()'),
    ).toEqual([{ deadlocks: 0 }]);
  });

  test('20 revisions at once, in any order, MUST leave the highest', async () => {
    const order = Array.from({ length: 20 }, (_, at) => ((at * 7) % 20) + 1);
    expect(new Set(order).size).toBe(20);
    const receipts = await Promise.all(
      order.map((revision) =>
        bed.receipt('submitEnterprises', [make.enterprise(1, { revision, name: `第${revision}版` })]),
      ),
    );
    expect(receipts.flatMap(({ rejected }) => rejected)).toEqual([]);
    expect(await bed.rows('SELECT name, revision FROM enterprise')).toEqual([
      { name: '第20版', revision: 20 },
    ]);
  });

  test('20 sources at once with one enterprise MUST leave it to one of them', async () => {
    const sources = Array.from({ length: 20 }, (_, at) => `source-${at}`);
    const receipts = await Promise.all(
      sources.map((source) => bed.receipt('submitEnterprises', [make.enterprise(1)], { source })),
    );
    expect(receipts.reduce((sum, { accepted }) => sum + accepted, 0)).toBe(1);
    expect(receipts.flatMap(({ rejected }) => rejected).map(({ code }) => code)).toEqual(
      Array(19).fill('OWNED_BY_ANOTHER_SOURCE'),
    );
  });

  test('20 enterprises at once under one sourceId MUST leave it to one of them', async () => {
    const receipts = await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        bed.receipt('submitEnterprises', [make.enterprise(at, { sourceId: 'the one' })]),
      ),
    );
    expect(receipts.reduce((sum, { accepted }) => sum + accepted, 0)).toBe(1);
    expect(receipts.flatMap(({ rejected }) => rejected).map(({ code }) => code)).toEqual(
      Array(19).fill('SOURCE_ID_TAKEN'),
    );
  });

  test('every submission MUST be on record, with what was stored, and never a name', async () => {
    const person = { legalRepresentative: '张三', contactPhone: '0730-3712345' };
    await bed.receipt(
      'submitEnterprises',
      [make.enterprise(1, person), make.enterprise(2, { regionCode: '999999' })],
      { caller: hunan },
    );
    const [last] = await bed.rows<{ record: string }>(
      'SELECT record FROM journal ORDER BY entry DESC LIMIT 1',
    );
    expect(JSON.parse(last?.record ?? '')).toMatchObject({
      subject: 'test-MARKET_SUPERVISION-430000',
      operation: 'submitEnterprises',
      event: 'enterprise.submitted',
      subjects: [{ type: 'Enterprise', key: usccOf(1), division: expect.any(String) }],
      outcome: 'accepted 1, unchanged 0, rejected 1',
      details: { source: 'test' },
    });
    expect(last?.record).not.toMatch(/张三|0730/);
    expect((await verifyAudit(bed.subgraph.db, TEST_SETTINGS.dataKey)).broken).toBeNull();
  });

  test('a batch that fails before its commit MUST leave nothing behind, and MUST NOT tell why', async () => {
    const { db } = bed.subgraph;
    const transaction = db.transaction.bind(db);
    const failing = jest.spyOn(db, 'transaction').mockImplementation((work) =>
      transaction(async (tx) => {
        await work(tx);
        throw new Error('the server has gone away before the commit');
      }),
    );
    const answer = await bed.submit('submitEnterprises', batch(10)).finally(() => failing.mockRestore());
    expect(answer).toFailWith('INTERNAL_SERVER_ERROR');
    expect(JSON.stringify(answer)).not.toContain('gone away');
    expect(await count()).toBe(0);
  });
});
