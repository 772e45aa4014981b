import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { text as reading } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  RemoteSubgraph,
  composeUscc,
  createLog,
  factsOf,
  keptHeads,
  localPeer,
  objectOf,
  oneOf,
  openContext,
  orNull,
  pairsOf,
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

const pairOf = pairsOf({
  shared: 'the gateway key of tests, nothing else',
  own: () => '',
  published: new Map(),
});
const PAIR = pairOf('training', 'registry');
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
      const app = await serveSubgraph(bed.subgraph, { pairOf, accessLog: false }, log);
      const address = await app.listen({ port: 0, host: '127.0.0.1' });
      const peer = new RemoteSubgraph(`${address}/graphql`, PAIR, TIMEOUT_MS, log);
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

  test('whoever follows its journal MUST be told what has happened, by keys, and of a restore', async () => {
    const call = { ...callOf(as.public), caller: { ...as.public, subgraph: 'training' } };
    const told = async (after: { number: string; nth: number; link: string }, waitMs = 0) =>
      way.peer.follow?.({ after, events: ['enterprise.submitted'], waitMs }, call);
    const [first, ...more] = (await told({ number: '0', nth: 0, link: '' }, 3_000))?.happened ?? [];
    expect([first, ...more].map((each) => each?.key)).toEqual([OPEN, STRUCK_OFF, REVOKED].sort());
    if (first) expect(await told({ ...first, link: 'another' })).toMatchObject({ isRestored: true });
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

  test('the head of one’s own journal MUST be kept, both where two disagree, and of another’s none over HTTP', async () => {
    const head = { subgraph: 'training', count: '7', digest: 'd'.repeat(43), at: new Date().toISOString() };
    const call = callOf(as.public);
    const keep = (said: object) => way.peer.keepHead?.({ ...head, signature: 'a..b', ...said }, call);
    for (const digest of ['d', 'd', 'e']) await keep({ digest: digest.repeat(43) });
    const kept = [];
    for await (const page of keptHeads(bed.subgraph.db, 'training')) kept.push(...page);
    expect(kept.map(({ digest }) => digest[0])).toEqual(['d', 'e']);
    if (way.peer instanceof RemoteSubgraph)
      for (const said of [{ subgraph: 'credit' }, { count: 'x' }, { digest: '' }])
        await expect(keep(said)).rejects.toThrow('registry answered 400');
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
    const app = await serveSubgraph(bed.subgraph, { pairOf, accessLog: false }, log);
    const address = await app.listen({ port: 0, host: '127.0.0.1' });
    const other = { ...PAIR, secret: pairOf('credit', 'registry').secret };
    const forger = new RemoteSubgraph(`${address}/graphql`, other, TIMEOUT_MS, log);
    expect(await codeOf(statusOf(asking(forger), String(OPEN)))).toBe('SUBGRAPH_UNAVAILABLE');
    await forger.close();
    await app.close();
    const down = new RemoteSubgraph(`${address}/graphql`, PAIR, TIMEOUT_MS, log);
    const said = await statusOf(asking(down), String(OPEN)).catch((error: Error) => error.message);
    expect(said).toMatch(/registry/);
    expect(said).not.toMatch(/127\.0\.0\.1|ECONN/);
    await down.close();
  });

  test('one that takes the question and never answers MUST be silent after the timeout', async () => {
    const server = createServer(() => undefined).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const hung = new RemoteSubgraph(`http://127.0.0.1:${port}/graphql`, PAIR, TIMEOUT_MS, log);
    const started = Date.now();
    expect(await codeOf(statusOf(asking(hung), String(OPEN)))).toBe('SUBGRAPH_UNAVAILABLE');
    expect(Date.now() - started).toBeLessThan(3 * TIMEOUT_MS);
    await hung.pool.destroy();
    server.close();
  });
});

describe('the breaker of a subgraph', () => {
  const HUNG = '{ enterprises { totalCount } }';
  const WELL = '{ regions { code } }';
  let hangs: 'one question' | 'all' = 'one question';
  let heard: string[] = [];
  let probes = 0;
  let remote: RemoteSubgraph;
  const server = createHttpServer((request, response) => {
    if (request.url === '/health/live') {
      probes++;
      if (hangs !== 'all') response.end('{}');
      return;
    }
    void reading(request).then((body) => {
      heard.push(body);
      if (hangs === 'all' || body.includes('enterprises')) return;
      response.setHeader('content-type', 'application/json');
      response.end('{"data":{}}');
    });
  });
  const ask = (query: string, signal?: AbortSignal) =>
    codeOf(remote.ask({ query }, callOf(as.public), signal));
  const timed = async (asked: Promise<unknown>): Promise<number> => {
    const began = performance.now();
    await asked;
    return performance.now() - began;
  };
  beforeAll(async () => {
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const { port } = server.address() as AddressInfo;
    remote = new RemoteSubgraph(`http://127.0.0.1:${port}/graphql`, PAIR, TIMEOUT_MS, log);
  });
  afterAll(async () => {
    await remote.pool.destroy();
    server.closeAllConnections();
    server.close();
  });

  test('what hangs MUST open it for its own questions, which are let through one at a time', async () => {
    await Promise.all(Array.from({ length: 5 }, () => ask(HUNG)));
    expect(heard).toHaveLength(5);
    expect(await timed(ask(HUNG))).toBeLessThan(100);
    await sleep(1_050);
    heard = [];
    const waited = await Promise.all(Array.from({ length: 10 }, () => timed(ask(HUNG))));
    expect(heard).toHaveLength(1);
    expect(waited.filter((ms) => ms > 100)).toHaveLength(1);
    expect(await ask(WELL)).toBe('answered');
  });

  test('many that ask for what hangs MUST leave connections to others', async () => {
    await sleep(1_050);
    const query = (at: number) => `{ enterprises(first: ${at}) { edges { cursor } } }`;
    const another = new RemoteSubgraph(
      `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
      PAIR,
      2_000,
      log,
    );
    const hung = Promise.all(
      Array.from({ length: 60 }, (_, at) => codeOf(another.ask({ query: query(at) }, callOf(as.public)))),
    );
    await sleep(50);
    expect(await timed(another.ask({ query: WELL }, callOf(as.public)))).toBeLessThan(1_000);
    await hung;
    await another.pool.destroy();
  });

  test('a client that goes MUST end the request, and count as no failure', async () => {
    await sleep(1_050);
    const going = new AbortController();
    const asked = remote.ask({ query: HUNG }, callOf(as.public), going.signal);
    await sleep(20);
    going.abort(new Error('the client has gone'));
    await expect(asked).rejects.toThrow('the client has gone');
  });

  test('one of which nothing is heard MUST be left alone altogether, but for one probe a second that no client waits for', async () => {
    hangs = 'all';
    await ask(WELL);
    await sleep(1_100);
    [heard, probes] = [[], 0];
    const waited = await Promise.all(
      Array.from({ length: 20 }, () => timed(ask('{ departments { code } }'))),
    );
    expect(Math.max(...waited)).toBeLessThan(100);
    await sleep(2_000);
    expect(heard).toEqual([]);
    expect(probes).toBeLessThan(4);
    hangs = 'one question';
    await sleep(2_000);
    expect(await ask(WELL)).toBe('answered');
  });
});
