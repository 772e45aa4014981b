import { testDatabase } from '../support/database';
import { startPlatform, type Platform } from '../support/platform';

const NAME = '欧阳举报人';
const PHONE = '13912345678';
const SUBMIT = 'mutation ($input: TipInput!) { submitTip(input: $input) { receiptCode handledBy } }';
const input = {
  ...{
    category: 'FIRE',
    regionCode: '430682',
    subject: `本人${NAME}`,
    description: `${PHONE}，安全出口锁闭`,
  },
  ...{ reporterName: NAME, reporterPhone: PHONE },
};

/** What takes the tip and what is in its way: their whole output is looked at, and of the other parts the log. */
const APART = ['enforcement', 'gateway'];

/** 举报 over HTTP, where every part logs all it can. */
describe('a tip that anyone gives', () => {
  let platform: Platform;
  beforeAll(async () => {
    platform = await startPlatform(APART, { LOG_LEVEL: 'trace' }, testDatabase);
  });
  afterAll(() => platform?.stop());

  const post = (changes: object = {}) =>
    platform.post(SUBMIT, { variables: { input: { ...input, ...changes } } });

  test('it MUST be taken without a token, and followed with the code of its receipt', async () => {
    const { data } = await post();
    expect(data.submitTip.handledBy).toBe('FIRE_RESCUE');
    const status = await platform.post(
      `{ tipStatus(receiptCode: "${data.submitTip.receiptCode}") { status overdue reply } }`,
    );
    expect(status.data.tipStatus).toEqual({ status: 'RECEIVED', overdue: false, reply: null });
  });

  test('the reporter MUST stand in no log of any process and no table of any subgraph, whatever was wrong with what was sent', async () => {
    await post();
    for (const wrong of [
      { regionCode: '43' },
      { regionCode: undefined },
      { description: '' },
      { reporterPhone: 13912345678 },
      { more: NAME },
    ]) {
      expect((await post(wrong)).errors).toHaveLength(1);
    }
    const logs = platform.logged();
    expect(logs.map(({ name }) => name)).toEqual(expect.arrayContaining(['gateway', 'enforcement']));
    const outputs = APART.map((name) => [name, platform.parts.get(name)?.child.output() ?? ''] as const);
    for (const [name, output] of [...outputs, ['all', JSON.stringify(logs)] as const])
      for (const secret of [NAME, PHONE]) expect([name, output.includes(secret)]).toEqual([name, false]);
    const tables = await platform.sql<{ name: string }>(
      `SELECT table_schema || '.' || table_name AS name FROM information_schema.tables
       WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`,
    );
    expect(tables.length).toBeGreaterThan(20);
    for (const { name } of tables) {
      const found = await platform.sql(`SELECT 1 FROM ${name} AS row WHERE row::text LIKE ANY($1)`, [
        [`%${NAME}%`, `%${PHONE}%`],
      ]);
      expect([name, found.length]).toEqual([name, 0]);
    }
  });

  test('one address MUST be told to wait after twenty tips', async () => {
    const codes = [];
    for (let at = 0; at < 20; at++) codes.push((await post()).errors?.[0]?.extensions.code);
    expect(codes).toContain('RATE_LIMITED');
  });
});
