import { setTimeout as sleep } from 'node:timers/promises';
import { composeUscc } from '../../subgraphs/kernel';
import type { Reply } from '../support/http';
import { figure, size } from '../support/figure';
import { startPlatform, type Part, type Platform } from '../support/platform';

const SUBMIT = `mutation ($source: String!, $records: [EnterpriseInput!]!) {
  submitEnterprises(source: $source, records: $records) { accepted unchanged rejected { index sourceId code field message } }
}`;
const RIGHT = '91430682MA4L16JQ90';
const WRONG_CHECK = '91430682MA4L16JQ91';
const uscc = (number: number) => composeUscc('91430682', `MA${String(number).padStart(6, '0')}`);

let next = 0;
/** A record of an enterprise that nobody has sent before. */
function record(values: Record<string, unknown> = {}) {
  const number = ++next;
  return {
    sourceId: `s${number}`,
    uscc: uscc(number),
    name: `${number}号公司`,
    regionCode: '430682',
    ...values,
  };
}

describe('a submission', () => {
  let platform: Platform;
  let officer: string;
  beforeAll(async () => {
    platform = await startPlatform('local');
    officer = await platform.token('MARKET_SUPERVISION', '430600', 'write:registry');
  });
  afterAll(() => platform.stop());

  const submit = (records: object[], { source = 'city', token = officer } = {}) =>
    platform.post(SUBMIT, { token, variables: { source, records } });
  const receipt = ({ data, errors }: Reply) => {
    expect(errors).toBeUndefined();
    const { accepted, unchanged, rejected } = data.submitEnterprises;
    return { accepted, unchanged, codes: (rejected as { code: string }[]).map(({ code }) => code) };
  };
  const accepted = { accepted: 1, unchanged: 0, codes: [] };
  const unchanged = { accepted: 0, unchanged: 1, codes: [] };
  const rejected = (code: string) => ({ accepted: 0, unchanged: 0, codes: [code] });
  const stored = (key: string) =>
    platform.sql(
      'SELECT source, source_id, revision, name, checksum_valid FROM registry.enterprise WHERE uscc = $1',
      [key],
    );

  test('sent many times at once it MUST be one row, and every receipt MUST say that it is there', async () => {
    const sent = record();
    const answers = await Promise.all(Array.from({ length: size(20, 100) }, () => submit([sent])));
    const receipts = answers.map(receipt);
    expect(
      receipts.every(
        ({ accepted: now, unchanged: before, codes }) =>
          Number(now) + Number(before) === 1 && codes.length === 0,
      ),
    ).toBe(true);
    expect(receipts.filter(({ accepted: now }) => now === 1)).toHaveLength(1);
    const rows = await stored(sent.uscc);
    figure('rows of one record sent 100 times at once', rows.length);
    expect(rows).toHaveLength(1);
    expect([receipt(await submit([sent])), receipt(await submit([sent]))]).toEqual([unchanged, unchanged]);
  });

  test('the highest revision MUST win, in whatever order they come', async () => {
    const sent = record();
    expect(receipt(await submit([{ ...sent, revision: 3, name: '第三版' }]))).toEqual(accepted);
    expect(receipt(await submit([{ ...sent, revision: 2, name: '第二版' }]))).toEqual(unchanged);
    expect(await stored(sent.uscc)).toMatchObject([{ revision: 3, name: '第三版' }]);
    expect(receipt(await submit([{ ...sent, revision: 4, name: '第四版' }]))).toEqual(accepted);
    expect(await stored(sent.uscc)).toMatchObject([{ revision: 4, name: '第四版' }]);
  });

  test('ten revisions at once MUST leave the highest', async () => {
    const sent = record();
    const revisions = [7, 2, 10, 1, 5, 9, 3, 8, 6, 4];
    await Promise.all(revisions.map((revision) => submit([{ ...sent, revision, name: `第${revision}版` }])));
    expect(await stored(sent.uscc)).toMatchObject([{ revision: 10, name: '第10版' }]);
  });

  test('the same revision with other content MUST be a REVISION_CONFLICT and change nothing', async () => {
    const sent = record();
    await submit([sent]);
    expect(receipt(await submit([{ ...sent, name: '另一家' }]))).toEqual(rejected('REVISION_CONFLICT'));
    expect(await stored(sent.uscc)).toMatchObject([{ name: sent.name }]);
  });

  test('a record of another source MUST be refused as OWNED_BY_ANOTHER_SOURCE, whatever its revision', async () => {
    const sent = record();
    await submit([sent]);
    expect(receipt(await submit([{ ...sent, revision: 9 }], { source: 'county' }))).toEqual(
      rejected('OWNED_BY_ANOTHER_SOURCE'),
    );
    expect(await stored(sent.uscc)).toMatchObject([{ source: 'city', revision: 1 }]);
  });

  test('a wrong check digit MUST be refused from anyone but the registration authority', async () => {
    expect(receipt(await submit([record({ uscc: WRONG_CHECK })]))).toEqual(rejected('USCC_INVALID'));
    const fire = await platform.token('FIRE_RESCUE', '430600', 'write:registry');
    expect(
      await submit([record({ uscc: WRONG_CHECK })], { source: 'registration-authority', token: fire }),
    ).toFailWith('SOURCE_NOT_YOURS');
    expect(await stored(WRONG_CHECK)).toEqual([]);
  });

  test('from the registration authority it MUST be taken and flagged, and stay readable', async () => {
    const source = 'registration-authority';
    const records = [record({ uscc: WRONG_CHECK, name: '校验位有误' }), record({ uscc: RIGHT })];
    expect(receipt(await submit(records, { source }))).toEqual({ accepted: 2, unchanged: 0, codes: [] });
    expect(await stored(WRONG_CHECK)).toMatchObject([{ source, checksum_valid: false }]);
    expect(await stored(RIGHT)).toMatchObject([{ source, checksum_valid: true }]);
    const { data } = await platform.post(
      '{ enterprises(filter: { region: "430682", nameContains: "校验位有误" }) { edges { node { uscc checksumValid } } } }',
    );
    expect(data.enterprises.edges).toEqual([{ node: { uscc: WRONG_CHECK, checksumValid: false } }]);
  });

  test('a record outside the caller’s region MUST be refused by itself, one in another’s place inside it be kept', async () => {
    const inside = record({ regionCode: '430681' });
    const answer = receipt(
      await submit([record({ regionCode: '430100' }), inside, record({ regionCode: '411003' })]),
    );
    expect(answer).toEqual({ accepted: 1, unchanged: 0, codes: ['OUTSIDE_REGION', 'OUTSIDE_REGION'] });
    expect(await stored(inside.uscc)).toHaveLength(1);
  });

  test('a caller without the scope MUST be refused by name, and the public before that', async () => {
    const reader = await platform.token(
      'MARKET_SUPERVISION',
      '430600',
      'write:equipment',
      'share:conditional',
    );
    const sent = record();
    expect(await submit([sent], { token: reader })).toFailWith('SCOPE_MISSING');
    expect(await submit([sent], { token: '' })).toFailWith('SHARING_DENIED');
    expect(await stored(sent.uscc)).toEqual([]);
  });

  test('1,000 records MUST be taken, 1,001 and none be refused as a whole', async () => {
    const many = Array.from({ length: 1_001 }, () => record());
    for (const records of [many, []]) expect(await submit(records)).toFailWith('BATCH_TOO_LARGE');
    expect(await stored(many[0]?.uscc ?? '')).toEqual([]);
    expect(receipt(await submit(many.slice(1)))).toEqual({ accepted: 1_000, unchanged: 0, codes: [] });
  });
});

describe('a registry that is killed in mid-submission', () => {
  const BATCH = 1_000;
  let platform: Platform;
  let token: string;
  beforeAll(async () => {
    // whatever was answered too late would be found unchanged when it is sent again
    platform = await startPlatform(['registry'], {
      SUBGRAPH_TIMEOUT_MS: '60000',
      OPERATION_TIMEOUT_MS: '60000',
    });
    token = await platform.token('MARKET_SUPERVISION', '000000', 'write:registry');
  });
  afterAll(() => platform.stop());

  test('a batch MUST be there as a whole or not at all, an acknowledged one be there, and sending it again be harmless', async () => {
    const registry = platform.parts.get('registry') as Part;
    const outcomes = new Set<string>();
    // kills at growing moments: before the transaction, within it, and after the answer
    for (const wait of [0, 50, 100, 160, Infinity]) {
      const source = `killed-after-${wait}`;
      const records = Array.from({ length: BATCH }, () => record());
      const answer = platform.post(SUBMIT, { token, variables: { source, records } });
      await (wait === Infinity ? answer : sleep(wait));
      registry.child.kill('SIGKILL');
      const acknowledged = (await answer).data?.submitEnterprises?.accepted === BATCH;
      await registry.restart();
      const [kept] = await platform.sql<{ count: number }>(
        'SELECT count(*)::int FROM registry.enterprise WHERE source = $1',
        [source],
      );
      figure('half batches', [0, BATCH].includes(kept?.count ?? -1) ? 0 : 1);
      figure('acknowledged batches that were lost', acknowledged && kept?.count !== BATCH ? 1 : 0);
      expect([0, BATCH]).toContain(kept?.count);
      if (acknowledged) expect(kept?.count).toBe(BATCH);
      const audited = await platform.sql('SELECT FROM registry.journal WHERE record LIKE $1', [
        `%"source":"${source}"%`,
      ]);
      expect(audited).toHaveLength(kept?.count === 0 ? 0 : 1);
      outcomes.add(kept?.count === 0 ? 'absent' : 'whole');
      const again = await sendUntilAnswered(source, records);
      expect(again.accepted + again.unchanged).toBe(BATCH);
    }
    expect(outcomes).toEqual(new Set(['absent', 'whole']));
  });

  test('between its rows and its audit record it MUST leave neither', async () => {
    const registry = platform.parts.get('registry') as Part;
    const source = 'killed-before-its-record';
    const records = Array.from({ length: BATCH }, () => record());
    await platform.sql('BEGIN');
    await platform.sql('LOCK TABLE registry.journal IN ACCESS EXCLUSIVE MODE');
    const answer = platform.post(SUBMIT, { token, variables: { source, records } });
    const waiting =
      'SELECT FROM pg_locks WHERE NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())';
    while ((await platform.sql(waiting)).length === 0) await sleep(20);
    registry.child.kill('SIGKILL');
    await platform.sql('ROLLBACK');
    expect(await answer).toFailWith('SUBGRAPH_UNAVAILABLE');
    await registry.restart();
    const left = await platform.sql('SELECT FROM registry.enterprise WHERE source = $1', [source]);
    expect(left).toHaveLength(0);
    expect(await sendUntilAnswered(source, records)).toMatchObject({ accepted: BATCH, unchanged: 0 });
  });

  /** The gateway lets a subgraph that has failed rest for a moment. */
  async function sendUntilAnswered(
    source: string,
    records: object[],
  ): Promise<{ accepted: number; unchanged: number }> {
    for (let attempt = 0; attempt < 40; attempt++, await sleep(100)) {
      const { data } = await platform.post(SUBMIT, { token, variables: { source, records } });
      if (data?.submitEnterprises) return data.submitEnterprises;
    }
    throw new Error('the registry does not come back');
  }
});
