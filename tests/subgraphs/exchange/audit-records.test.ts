import { setTimeout as sleep } from 'node:timers/promises';
import { exchange } from '../../../subgraphs/exchange';
import {
  RemoteSubgraph,
  createLog,
  pairsOf,
  serveSubgraph,
  subgraphCaller,
  type Caller,
} from '../../../subgraphs/kernel';
import { registry } from '../../../subgraphs/registry';
import { as, callOf } from '../../support/callers';
import { TEST_SETTINGS } from '../../support/settings';
import { testBed } from '../../support/test-bed';
import { make, usccOf } from '../registry/sample';

const officer = as.officer('MARKET_SUPERVISION', '430682', 'write:registry');
const auditor: Caller = { ...as.officer('MARKET_SUPERVISION', '430682', 'audit:read'), subject: 'auditor' };
const fire = as.officer('FIRE_RESCUE', '430682', 'audit:read');
const owner = testBed(registry, { officer });
const bed = testBed(exchange, { peers: [owner] });
const lonely = testBed(exchange);

interface Told {
  subgraph: string;
  sequence: string;
  operation: string;
  subject: string | null;
  outcome: string;
  subjects: { type: string; key: string }[];
  subjectCount: number;
}
const FIELDS =
  'subgraph sequence at operation subject department purpose outcome subjectCount subjects { type key } fields';
const ask = (
  filter: object | null,
  { caller = auditor, first = 20, after = null as string | null, at = bed } = {},
) =>
  at.run(
    `query ($filter: AuditFilter, $first: Int, $after: String) { auditRecords(filter: $filter, first: $first, after: $after) {
      edges { node { ${FIELDS} } } pageInfo { hasNextPage endCursor } } }`,
    { caller, variables: { filter, first, after } },
  );
const nodesOf = ({ data }: Awaited<ReturnType<typeof ask>>) =>
  (data.auditRecords.edges as { node: Told }[]).map(({ node }) => node);
const ofRegistry = { subgraph: 'registry' };

beforeAll(async () => {
  for (const nth of [1, 2, 3]) await owner.put('submitEnterprises', make.enterprise(nth));
  const query = `{ enterprise(uscc: "${usccOf(1)}") { contactPhone } }`;
  const reader = { ...officer, subject: 'reader', scopes: ['share:conditional'] };
  await owner.run(query, { caller: reader, purpose: '核对' });
  await owner.run(query, {
    caller: { ...reader, department: 'FIRE_RESCUE', departmentCode: '430682-FIRE_RESCUE' },
  });
});

test('an auditor MUST read what the own department has done, latest first, by keys, reads among them', async () => {
  const told = nodesOf(await ask(ofRegistry));
  expect(told.map(({ operation }) => operation).slice(0, 4)).toEqual([
    'read',
    'submitEnterprises',
    'submitEnterprises',
    'submitEnterprises',
  ]);
  expect(told[0]).toMatchObject({
    subgraph: 'registry',
    subject: 'reader',
    department: '430682-MARKET_SUPERVISION',
    purpose: '核对',
    outcome: 'shown',
    subjectCount: 1,
    subjects: [{ type: 'Enterprise', key: usccOf(1) }],
    fields: ['Enterprise.contactPhone'],
  });
});

test('what another department has done MUST be its own auditor’s', async () => {
  expect(nodesOf(await ask(ofRegistry)).some(({ outcome }) => outcome === 'refused')).toBe(false);
  const told = nodesOf(await ask(ofRegistry, { caller: fire }));
  expect(told.map(({ operation, outcome }) => [operation, outcome])).toEqual([['read', 'refused']]);
});

test.each([
  ['its user', { subject: 'reader' }, 1],
  ['its operation', { operation: 'submitEnterprises' }, 3],
  ['its record', { type: 'Enterprise', key: usccOf(2) }, 1],
  ['a record that it is not about', { type: 'Enterprise', key: usccOf(9) }, 0],
  ['how its outcome begins', { outcome: 'accepted' }, 3],
  ['a period that is over', { to: '2026-01-01' }, 0],
  ['a period', { from: '2026-01-01', to: '2999-01-01', subject: 'reader' }, 1],
  ['another journal', { subgraph: 'exchange', operation: 'submitEnterprises' }, 0],
])('it MUST be found by %s', async (_, filter, count) => {
  expect(nodesOf(await ask({ ...ofRegistry, ...filter }))).toHaveLength(count);
});

test('page by page it MUST be the same as at once, over all journals', async () => {
  const whole = nodesOf(await ask({ operation: 'submitEnterprises' }));
  expect(whole.map(({ subjects }) => subjects[0]?.key)).toEqual([3, 2, 1].map(usccOf));
  const walked: Told[] = [];
  for (let after: string | null = null, more = true; more;) {
    const answer = await ask({ operation: 'submitEnterprises' }, { first: 1, after });
    walked.push(...nodesOf(answer));
    ({ endCursor: after, hasNextPage: more } = answer.data.auditRecords.pageInfo);
  }
  expect(walked).toEqual(whole);
  expect(await ask(null, { after: 'bm8' })).toFailWith('CURSOR_INVALID');
});

test('each look MUST be an entry itself, before it is answered, and a refused one, too', async () => {
  await ask({ subject: 'looked-for' });
  await ask(null, { caller: officer });
  await sleep(300);
  const told = nodesOf(await ask({ subgraph: 'exchange', operation: 'auditRecords' }));
  expect(told.map(({ outcome, subject }) => [outcome, subject]).slice(0, 3)).toEqual([
    ['shown', 'auditor'],
    ['refused', officer.subject],
    ['shown', 'auditor'],
  ]);
});

test('without the scope, without a token, or beside a scope to act it MUST be refused', async () => {
  expect(await ask(null, { caller: officer })).toFailWith('SCOPE_MISSING');
  expect(await ask(null, { caller: as.public })).toFailWith('SHARING_DENIED');
  const both = { ...auditor, scopes: ['audit:read', 'decide:hazards'] };
  expect(await ask(null, { caller: both })).toFailWith('AUDITOR_ACTS');
});

test('a journal that is silent MUST be named beside what the others say', async () => {
  const answer = await ask({ operation: 'none' }, { at: lonely });
  expect(answer).toSucceed();
  await owner.subgraph.stop();
  try {
    const without = await ask(null);
    expect(without).toFailWith('SUBGRAPH_UNAVAILABLE');
    expect(nodesOf(without).map(({ subgraph }) => subgraph)).toContain('exchange');
  } finally {
    await owner.restart(TEST_SETTINGS);
  }
});

test('over HTTP the exchange alone MUST be told of records and of all that was written', async () => {
  const shared = { shared: 'the gateway key of tests, nothing else', own: () => '', published: new Map() };
  const pairOf = pairsOf(shared);
  const app = await serveSubgraph(owner.subgraph, { pairOf, accessLog: false }, createLog('silent', 'test'));
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  const filter = {
    subject: 'reader',
    operation: null,
    type: null,
    key: null,
    outcome: null,
    from: null,
    before: null,
  };
  const oldest = { number: '0', nth: 0, link: '' };
  const askAs = async (self: string) => {
    const peer = new RemoteSubgraph(
      `${address}/graphql`,
      pairOf(self, 'registry'),
      2_000,
      createLog('silent', 'test'),
    );
    const call = callOf(subgraphCaller(self, auditor));
    const records = await peer
      .records({ filter, after: null, size: 5 }, call)
      .catch((error: Error) => error.message);
    const news = await peer
      .follow({ after: oldest, events: [], waitMs: 0, whole: true }, call)
      .catch((error: Error) => error.message);
    await peer.close();
    return { records, news };
  };
  const { records, news } = await askAs('exchange');
  expect(records).toMatchObject({ records: [{ subject: 'reader' }], through: null });
  expect(news).toMatchObject({ isRestored: false, head: expect.any(String) });
  const refused = await askAs('credit');
  expect([refused.records, refused.news]).toEqual([expect.any(String), expect.any(String)]);
  await app.close();
});
