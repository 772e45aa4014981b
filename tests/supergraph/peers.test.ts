import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  RemoteSubgraph,
  composeUscc,
  createLog,
  factsOf,
  localPeer,
  objectOf,
  oneOf,
  openContext,
  orNull,
  serveSubgraph,
  stub,
  text,
  uscc,
  vocabulary,
  type Peer,
  type RequestContext,
} from '../../subgraphs/kernel';
import { registry } from '../../subgraphs/registry';
import { as, callOf } from '../support/callers';
import { TEST_SETTINGS } from '../support/settings';
import { testBed } from '../support/test-bed';

const Status = vocabulary('PeerTestStatus', '状态. The states that this test knows.', {
  OPERATING: '在营. In operation.',
  CANCELLED: '注销. Struck off.',
});
const Enterprise = stub('Enterprise', { uscc }, { from: 'registry' });
const asked = (fields: string) =>
  factsOf(Enterprise, {
    fields,
    facts: objectOf({ name: orNull(text(200)), status: oneOf(Status) }),
  });
const statusOf = asked('name status');

const KEY = new TextEncoder().encode('the gateway key of tests, nothing else');
const TIMEOUT_MS = 400;
const log = createLog('silent', 'test');
const [OPEN, STRUCK_OFF, REVOKED, UNKNOWN] = [1, 2, 3, 4].map((at) =>
  composeUscc('91430682', `MA00000${at}`),
);
const officer = as.officer('MARKET_SUPERVISION', '000000', 'write:registry');
const bed = testBed(registry, { officer });

const ways: [string, () => Promise<{ peer: Peer; close: () => Promise<unknown> }>][] = [
  [
    'in one process',
    async () => ({ peer: localPeer(bed.subgraph, TIMEOUT_MS), close: () => Promise.resolve() }),
  ],
  [
    'over signed HTTP',
    async () => {
      const app = await serveSubgraph(bed.subgraph, { gatewayKey: KEY, accessLog: false }, log);
      const address = await app.listen({ port: 0, host: '127.0.0.1' });
      const peer = new RemoteSubgraph('registry', `${address}/graphql`, KEY, TIMEOUT_MS, log);
      return { peer, close: () => peer.close().then(() => app.close()) };
    },
  ],
];

/** Somebody of the public asks a subgraph, which asks registry. */
const asking = (peer: Peer | null): RequestContext =>
  openContext(callOf(as.public), bed.subgraph.db, TEST_SETTINGS, new Date(), {
    self: 'training',
    others: new Map(peer ? [['registry', peer]] : []),
  });
const codeOf = (refused: Promise<unknown>) =>
  refused.then(
    () => 'answered',
    (error: { code?: string }) => error.code,
  );

beforeAll(() =>
  bed.put(
    'submitEnterprises',
    ...[OPEN, STRUCK_OFF, REVOKED].map((code, at) => ({
      sourceId: String(at),
      uscc: code,
      name: `合成企业${at}`,
      regionCode: '430682',
      status: ['OPERATING', 'CANCELLED', 'REVOKED'][at],
    })),
  ),
);

describe.each(ways)('what one subgraph asks of another, %s', (_, open) => {
  let way: Awaited<ReturnType<typeof open>>;
  beforeAll(async () => (way = await open()));
  afterAll(() => way?.close());

  test('nouns asked for together MUST make one fetch, each with its facts or null', async () => {
    const context = asking(way.peer);
    const texts = await bed.statementsOf(async () => {
      const codes = [OPEN, UNKNOWN, STRUCK_OFF, OPEN].map(String);
      expect(await Promise.all(codes.map((code) => statusOf(context, code)))).toEqual([
        { name: '合成企业0', status: 'OPERATING' },
        null,
        // what is hidden from the public is known to a rule that needs it
        { name: '合成企业1', status: 'CANCELLED' },
        { name: '合成企业0', status: 'OPERATING' },
      ]);
      await statusOf(context, String(OPEN));
    });
    expect(texts).toHaveLength(1);
  });

  test('a guarded field MUST NOT be told, whoever is in front', async () => {
    const phone = asked('name status contactPhone');
    expect(await codeOf(phone(asking(way.peer), String(OPEN)))).toBe('SUBGRAPH_UNAVAILABLE');
  });

  test('an answer that is not understood MUST be none', async () => {
    expect(await codeOf(statusOf(asking(way.peer), String(REVOKED)))).toBe('SUBGRAPH_UNAVAILABLE');
    expect(await codeOf(asked('name')(asking(way.peer), String(OPEN)))).toBe('SUBGRAPH_UNAVAILABLE');
  });

  test('a subgraph MUST NOT write as one that asks', async () => {
    const mutation = `mutation { submitEnterprises(source: "x", records: [{ sourceId: "9", uscc: "${UNKNOWN}", name: "x", regionCode: "430682" }]) { accepted } }`;
    const call = { ...callOf(as.public), caller: { ...as.public, subgraph: 'training' } };
    const { data, errors } = await way.peer.ask({ query: mutation }, call);
    expect({ data, errors }).toFailWith('AUTHENTICATION_REQUIRED');
    expect(await statusOf(asking(way.peer), String(UNKNOWN))).toBeNull();
  });

  test('one that does not answer in time MUST be silent, and no longer than that', async () => {
    const blocker = bed.subgraph.db.transaction(async (tx) => {
      await tx.query('LOCK TABLE enterprise IN ACCESS EXCLUSIVE MODE');
      await sleep(4 * TIMEOUT_MS);
    });
    await sleep(TIMEOUT_MS / 2);
    const started = Date.now();
    expect(await codeOf(statusOf(asking(way.peer), String(OPEN)))).toBe('SUBGRAPH_UNAVAILABLE');
    expect(Date.now() - started).toBeLessThan(3 * TIMEOUT_MS);
    await blocker;
    expect(await statusOf(asking(way.peer), String(OPEN))).toMatchObject({ status: 'OPERATING' });
  });
});

describe('a subgraph that is not there', () => {
  test('one that nobody knows MUST be silent', async () => {
    expect(await codeOf(statusOf(asking(null), String(OPEN)))).toBe('SUBGRAPH_UNAVAILABLE');
  });

  test('one that is down, or signs with another key, MUST be silent and say nothing of addresses', async () => {
    const app = await serveSubgraph(bed.subgraph, { gatewayKey: KEY, accessLog: false }, log);
    const address = await app.listen({ port: 0, host: '127.0.0.1' });
    const other = new TextEncoder().encode('another key of tests, nothing else at all');
    const forger = new RemoteSubgraph('registry', `${address}/graphql`, other, TIMEOUT_MS, log);
    expect(await codeOf(statusOf(asking(forger), String(OPEN)))).toBe('SUBGRAPH_UNAVAILABLE');
    await forger.close();
    await app.close();
    const down = new RemoteSubgraph('registry', `${address}/graphql`, KEY, TIMEOUT_MS, log);
    const said = await statusOf(asking(down), String(OPEN)).catch((error: Error) => error.message);
    expect(said).toMatch(/registry/);
    expect(said).not.toMatch(/127\.0\.0\.1|ECONN/);
    await down.close();
  });

  test('one that takes the question and never answers MUST be silent after the timeout', async () => {
    const server = createServer(() => undefined).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const hung = new RemoteSubgraph('registry', `http://127.0.0.1:${port}/graphql`, KEY, TIMEOUT_MS, log);
    const started = Date.now();
    expect(await codeOf(statusOf(asking(hung), String(OPEN)))).toBe('SUBGRAPH_UNAVAILABLE');
    expect(Date.now() - started).toBeLessThan(3 * TIMEOUT_MS);
    await hung.pool.destroy();
    server.close();
  });
});
