import { Client } from 'pg';
import { pseudonym, unseal } from '../../../subgraphs/kernel';
import { as } from '../../support/callers';
import { TEST_SETTINGS } from '../../support/settings';
import { TODAY, USCC, fieldworkBed, fire, market, marketElsewhere, safety } from './inspection-sample';

const NAME = '欧阳举报人';
const PHONE = '13912345678';
const SUBMIT = `mutation ($input: TipInput!) { submitTip(input: $input) { receiptCode receivedOn acceptBy handledBy } }`;
const STATUS =
  'query ($code: String!) { tipStatus(receiptCode: $code) { status receivedOn acceptBy acceptByRule { version } checkBy checkByRule { version } overdue reply reward } }';
const CONTENT = 'subject description finding reward enterprise { uscc } history { step officer note }';
const TIP = `query ($number: ID!) { tip(number: $number) { number category status named dueOn overdue region { code }
  forMarketSupervision { ${CONTENT} } forEmergencyManagement { ${CONTENT} } forFireRescue { ${CONTENT} } } }`;

const tip = (changes: object = {}) => ({
  ...{ category: 'MARKET', regionCode: '430682', subject: '销售不合格头盔', uscc: USCC },
  ...{
    description: `本人${NAME}，电话${PHONE}。\n该店销售不合格头盔`,
    reporterName: NAME,
    reporterPhone: PHONE,
  },
  ...changes,
});

const bed = fieldworkBed();

describe('tips', () => {
  let asked = 0;
  beforeEach(() => bed.now(`${TODAY}T04:00:00Z`));

  const give = async (changes: object = {}) =>
    bed.run(SUBMIT, { client: `reporter ${++asked}`, variables: { input: tip(changes) } });
  const statusOf = (code: string, client = `asker ${++asked}`) =>
    bed.run(STATUS, { client: client, variables: { code } });
  const rows = async <Row>(text: string, values: unknown[] = []) => {
    const client = new Client({ connectionString: bed.url });
    await client.connect();
    return (await client.query(text, values).finally(() => client.end())).rows as Row[];
  };
  const numberOf = async (receiptCode: string) => {
    const receipt = pseudonym('tip receipt', receiptCode, TEST_SETTINGS.dataKey);
    return (
      (
        await rows<{ number: string }>('SELECT number FROM enforcement.tip WHERE receipt_pseudonym = $1', [
          receipt,
        ])
      )[0]?.number ?? ''
    );
  };
  const given = async (changes: object = {}) => numberOf((await give(changes)).data.submitTip.receiptCode);

  test('anyone MUST be able to give a tip and follow it with the code of the receipt, over a national holiday', async () => {
    bed.now('2026-09-28T04:00:00Z');
    const { data } = await give();
    expect(data.submitTip).toMatchObject({
      receivedOn: '2026-09-28',
      acceptBy: '2026-10-13',
      handledBy: 'MARKET_SUPERVISION',
    });
    expect((await statusOf(data.submitTip.receiptCode)).data.tipStatus).toEqual({
      ...{ status: 'RECEIVED', receivedOn: '2026-09-28', acceptBy: '2026-10-13', checkBy: '2026-10-23' },
      acceptByRule: { version: expect.stringMatching(/^enforcement\.tip\.accept:MARKET_SUPERVISION@/) },
      checkByRule: { version: expect.stringMatching(/^enforcement\.tip\.check:MARKET_SUPERVISION@/) },
      ...{ overdue: false, reply: null, reward: null },
    });
    expect((await statusOf(data.submitTip.receiptCode.toLowerCase())).data.tipStatus).toMatchObject({
      status: 'RECEIVED',
    });
  });

  test('a code that names no tip MUST be answered with null, whatever it looks like', async () => {
    for (const code of ['0123456789ABCDEF0123', 'x', '举报'.repeat(500)]) {
      expect(await statusOf(code)).toEqual({ data: { tipStatus: null } });
    }
    expect(await statusOf('')).toFailWith('TEXT_INVALID');
  });

  test('the reporter’s name and phone MUST NOT stand in any table, nor the code of the receipt', async () => {
    const { receiptCode } = (await give()).data.submitTip;
    const tables = await rows<{ name: string }>(
      "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'enforcement'",
    );
    expect(tables.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['tip', 'tip_reporter', 'tip_event', 'journal']),
    );
    for (const { name } of tables) {
      const found = await rows(`SELECT * FROM enforcement.${name} AS row WHERE row::text LIKE ANY($1)`, [
        [NAME, PHONE, receiptCode].map((secret) => `%${secret}%`),
      ]);
      expect([name, found]).toEqual([name, []]);
    }
    const [kept] = await rows<{ sealed: string }>(
      'SELECT sealed FROM enforcement.tip_reporter WHERE tip_number = $1',
      [await numberOf(receiptCode)],
    );
    expect(JSON.parse(unseal(kept?.sealed ?? '', TEST_SETTINGS.dataKey))).toEqual({
      reporterName: NAME,
      reporterPhone: PHONE,
    });
  });

  test('no statement of a read or a step MUST touch the sealed reporter, and no field hold them', async () => {
    const number = await given();
    const statements = await bed.statementsOf(async () => {
      await bed.run(TIP, { caller: market, variables: { number } });
      await bed.run('{ tips { edges { node { number } } } }', { caller: market });
      await bed.run('mutation ($number: ID!) { acceptTip(number: $number) { number } }', {
        caller: market,
        variables: { number },
      });
    });
    expect(statements.filter((text) => text.includes('tip_reporter'))).toEqual([]);
    const answer = JSON.stringify(await bed.run(TIP, { caller: market, variables: { number } }));
    expect(answer).toContain('（举报人）');
    for (const secret of [NAME, PHONE]) expect(answer).not.toContain(secret);
  });

  test('a refusal MUST NOT repeat what the reporter wrote', async () => {
    for (const changes of [
      { reporterName: NAME.repeat(20) },
      { reporterPhone: `${PHONE}\u0007` },
      { description: `${NAME}\u0001` },
    ]) {
      const answer = await give(changes);
      expect(answer).toFailWith('TEXT_INVALID');
      for (const secret of [NAME, PHONE]) expect(JSON.stringify(answer)).not.toContain(secret);
    }
  });

  test('who gives tips or tries codes too often MUST be told to wait, and nobody else', async () => {
    for (let at = 0; at < 20; at++)
      expect(await bed.run(SUBMIT, { client: 'flood', variables: { input: tip() } })).toSucceed();
    expect(await bed.run(SUBMIT, { client: 'flood', variables: { input: tip() } })).toFailWith(
      'RATE_LIMITED',
    );
    const [{ count } = { count: '' }] = await rows<{ count: string }>('SELECT count(*) FROM enforcement.tip');
    expect(await bed.run(SUBMIT, { client: 'flood', variables: { input: tip() } })).toFailWith(
      'RATE_LIMITED',
    );
    expect(await rows('SELECT count(*) FROM enforcement.tip')).toEqual([{ count }]);
    const aliases = Array.from(
      { length: 31 },
      (_, at) => `t${at}: tipStatus(receiptCode: "${at}") { status }`,
    ).join(' ');
    expect(await bed.run(`{ ${aliases} }`, { client: 'guesser' })).toFailWith('RATE_LIMITED');
    expect(await statusOf('x', 'guesser')).toFailWith('RATE_LIMITED');
    expect(await statusOf('x')).toSucceed();
  });

  test('a tip MUST be there for the kind of department that handles it, in its region, and what it says be put on record', async () => {
    const numbers = {
      MARKET: await given(),
      SAFETY: await given({ category: 'SAFETY' }),
      FIRE: await given({ category: 'FIRE' }),
    };
    const seen = async (number: string, caller = market) =>
      (await bed.run(TIP, { caller, variables: { number } })).data.tip;
    const content = {
      subject: '销售不合格头盔',
      enterprise: { uscc: USCC },
      history: [{ step: 'RECEIVE', officer: null, note: null }],
    };
    expect(await seen(numbers.MARKET)).toMatchObject({
      category: 'MARKET',
      forMarketSupervision: content,
      forEmergencyManagement: null,
    });
    expect(await seen(numbers.SAFETY, safety)).toMatchObject({
      forEmergencyManagement: content,
      forMarketSupervision: null,
    });
    expect(await seen(numbers.FIRE, fire)).toMatchObject({ forFireRescue: content });
    expect(await seen(numbers.SAFETY)).toBeNull();
    expect(await seen(numbers.MARKET, marketElsewhere)).toBeNull();
    expect(await seen(numbers.MARKET, { ...market, region: null })).toBeNull();
    expect(await bed.run(TIP, { variables: { number: numbers.MARKET } })).toFailWith('SHARING_DENIED');
    const reads = await rows<{ record: string }>(
      `SELECT record FROM enforcement.journal WHERE record LIKE '%"read"%' AND record LIKE $1`,
      [`%${numbers.MARKET}%`],
    );
    expect(reads.map(({ record }) => JSON.parse(record))).toEqual([
      expect.objectContaining({
        subject: market.subject,
        fields: expect.arrayContaining(['Tip.forMarketSupervision']),
      }),
    ]);
  });

  test('a reference MUST keep to the same rule, in one statement for all and one for their history', async () => {
    const of = [await given(), await given(), 'nothing'].map((number) => ({ __typename: 'Tip', number }));
    const query =
      'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Tip { number forMarketSupervision { history { step } } } } }';
    const texts = await bed.statementsOf(() => bed.run(query, { caller: market, variables: { of } }));
    expect(texts.filter((text) => text.includes('FROM tip'))).toHaveLength(2);
    const { data } = await bed.run(query, { caller: safety, variables: { of } });
    expect(
      data._entities.map(
        (each: { forMarketSupervision: unknown } | null) => each?.forMarketSupervision ?? null,
      ),
    ).toEqual([null, null, null]);
  });

  test('the public MUST NOT list tips, and a region stands for its subtree', async () => {
    const list = 'query ($region: RegionCode) { tips(filter: { region: $region }) { totalCount } }';
    expect(await bed.run(list, { caller: as.public })).toFailWith('SHARING_DENIED');
    await give({ regionCode: '411003' });
    const count = async (region: string) =>
      (await bed.run(list, { caller: { ...market, region: '000000' }, variables: { region } })).data.tips
        .totalCount;
    expect(await count('410000')).toBe(1);
    expect(await count('430000')).toBeGreaterThan(20);
  });

  test('a town MUST NOT be told of a tip, nor a department of one about itself or one below', async () => {
    const town = { ...market, region: '430682101' };
    const county = { ...market, region: '430682' };
    const city = { ...market, region: '430600', departmentCode: '430600-MARKET_SUPERVISION' };
    const number = await given({ regionCode: '430682101' });
    const ask = `query ($number: ID!) { tip(number: $number) { category regionCode: region { code } forMarketSupervision { enterprise { uscc } } } }`;
    const seen = async (of: string, caller: typeof market) =>
      (await bed.run(ask, { caller, variables: { number: of } })).data.tip;
    const where = { category: 'MARKET', regionCode: { code: '430682101' } };
    expect(await seen(number, county)).toEqual({
      ...where,
      forMarketSupervision: { enterprise: { uscc: USCC } },
    });
    expect(await seen(number, town)).toBeNull();
    const about = await given({ regionCode: '430682101', aboutDepartmentCode: '430682-MARKET_SUPERVISION' });
    expect(await seen(about, town)).toBeNull();
    expect(await seen(about, county)).toBeNull();
    expect(await seen(about, city)).toMatchObject(where);
    const accept = 'mutation ($number: ID!) { acceptTip(number: $number) { number } }';
    expect(await bed.run(accept, { caller: county, variables: { number: about } })).toFailWith('NOT_FOUND');
  });
});
