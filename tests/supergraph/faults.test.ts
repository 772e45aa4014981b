import { startRemote } from '../../gateway/platform';
import {
  GATEWAY,
  PUBLIC_CALLER,
  createLog,
  pairsOf,
  placeNull,
  signCall,
  type Call,
} from '../../subgraphs/kernel';
import { subgraphs } from '../../subgraphs';
import { figure } from '../support/figure';
import { postTo, sendTo, type Reply } from '../support/http';
import { startPlatform, type Part, type Platform } from '../support/platform';
import { GIVEN_BY, OF_ALL } from './given-by';

const QUERY = `{
  matter(code: "ELEVATOR") { name overview(region: "430000") { equipmentCount listedEnterprises } }
  enterprises(first: 3) { edges { node { uscc name dishonestyListings { cause } } } }
  equipmentItems(first: 3) { edges { node { code } } }
}`;
const TIMEOUT_MS = 1_500;
const DRAIN_MS = 600;
const settle = (ms: number) => new Promise((done) => setTimeout(done, ms));

const ALL = subgraphs.map(({ name }) => name);
let platform: Platform;
let whole: Reply;
beforeAll(async () => {
  platform = await startPlatform(ALL, {
    SUBGRAPH_TIMEOUT_MS: String(TIMEOUT_MS),
    DRAIN_MS: String(DRAIN_MS),
  });
  whole = await untilWhole(() => platform.post(QUERY));
});
afterAll(() => platform?.stop());

const part = (name: string) => platform.parts.get(name) as Part;

const unavailable = ({ errors = [] }: Reply) => [
  ...new Set(errors.map(({ extensions }) => `${extensions.code} ${String(extensions.subgraph)}`)),
];

/** The first answers come from processes that have only just begun. */
async function untilWhole(ask: () => Promise<Reply>, until = Date.now() + 60_000): Promise<Reply> {
  const answer = await ask();
  if (answer.errors && Date.now() < until) return settle(200).then(() => untilWhole(ask, until));
  expect(answer).toSucceed();
  return answer;
}

/** What is answered when one is silent; on a busy machine another may be late, which is asked again. */
async function askedWithout(name: string, ask: () => Promise<Reply>): Promise<Reply> {
  const answer = await ask();
  const others = unavailable(answer).some((one) => one !== `SUBGRAPH_UNAVAILABLE ${name}`);
  return others ? settle(500).then(() => askedWithout(name, ask)) : answer;
}

/** What the equipment subgraph gives is gone, and said to be gone; all else is as it was. */
function expectWithoutEquipment(answer: Reply): void {
  const { matter, enterprises } = whole.data;
  const overview = { ...matter.overview, equipmentCount: null };
  expect(answer.status).toBe(200);
  expect(answer.data).toEqual({ matter: { ...matter, overview }, enterprises, equipmentItems: null });
  expect(unavailable(answer)).toEqual(['SUBGRAPH_UNAVAILABLE equipment']);
  expect(answer.text).not.toMatch(/127\.0\.0\.1|ECONN|socket|undici|stack|[\w.]:\d{5}/i);
}

async function expectWholeWithin(
  ms: number,
  ask = () => platform.post(QUERY),
  { data } = whole,
): Promise<number> {
  const began = Date.now();
  expect((await untilWhole(ask, began + ms)).data).toEqual(data);
  return Date.now() - began;
}

describe('a subgraph that is killed', () => {
  test('it MUST cost its own part only, with one error that names it', async () => {
    part('equipment').child.kill('SIGKILL');
    await part('equipment').child.ended;
    const only = await platform.post(
      '{ equipmentItems(first: 3) { edges { node { code } } } region(code: "430682") { name } }',
    );
    expect(only.data).toEqual({ equipmentItems: null, region: { name: '临湘市' } });
    expect(only.errors?.map(({ extensions }) => [extensions.code, extensions.subgraph])).toEqual([
      ['SUBGRAPH_UNAVAILABLE', 'equipment'],
    ]);
    expectWithoutEquipment(await platform.post(QUERY));
  });

  test('it MUST be named by the health of the gateway, which lives on', async () => {
    const ready = await sendTo(`${platform.address}/health/ready`, null);
    expect(ready.status).toBe(503);
    const others = subgraphs.filter(({ name }) => name !== 'equipment').map(({ name }) => [name, 'ready']);
    const { subgraphs: states, reactions } = JSON.parse(ready.text);
    expect(states).toEqual({ ...Object.fromEntries(others), equipment: 'unavailable' });
    // each subgraph that is a process of its own tells of its reactions itself
    expect(reactions).toBe('unknown');
    expect((await sendTo(`${platform.address}/health/live`, null)).status).toBe(200);
  });

  test('a gateway that starts while it is down MUST answer the rest, and say that it is not ready', async () => {
    const config = { ...platform.config, urlOf: (name: string) => part(name).url };
    const { address, stop } = await startRemote(config, createLog('silent', 'test'));
    try {
      expectWithoutEquipment(await askedWithout('equipment', () => postTo(address, QUERY)));
      const { status, text } = await sendTo(`${address}/health/ready`, null);
      expect([status, JSON.parse(text).subgraphs.equipment]).toEqual([503, 'unavailable']);
    } finally {
      await stop();
    }
  });

  test('it MUST no longer be waited for after a few failures', async () => {
    for (let failure = 0; failure < 4; failure++) expectWithoutEquipment(await platform.post(QUERY));
    const started = Date.now();
    expectWithoutEquipment(await platform.post(QUERY));
    const took = Date.now() - started;
    expect(took).toBeLessThan(TIMEOUT_MS / 2);
    figure('a part of the answer once the breaker is open', took);
  });

  test('it MUST be whole again by itself 2 s after it listens', async () => {
    await part('equipment').restart();
    figure('whole again after it listens', await expectWholeWithin(2_000));
    expect((await sendTo(`${platform.address}/health/ready`, null)).status).toBe(200);
  });
});

describe('a subgraph that hangs', () => {
  afterAll(() => part('equipment').child.kill('SIGCONT'));

  test('the rest MUST be answered within the timeout, and at once when it goes on hanging', async () => {
    part('equipment').child.kill('SIGSTOP');
    const started = Date.now();
    expectWithoutEquipment(await platform.post(QUERY));
    const first = Date.now() - started;
    // fetches that depend on each other may each wait once
    expect(first).toBeLessThan(3 * TIMEOUT_MS);
    figure('a part of the answer while one hangs', first);
    for (let failure = 0; failure < 2; failure++) await platform.post(QUERY);
    const again = Date.now();
    expectWithoutEquipment(await platform.post(QUERY));
    const took = Date.now() - again;
    expect(took).toBeLessThan(TIMEOUT_MS);
    figure('a part of the answer once the breaker is open', took);
  });

  test('it MUST be whole again by itself when it goes on', async () => {
    part('equipment').child.kill('SIGCONT');
    await expectWholeWithin(3_000);
  });
});

describe('one department of all', () => {
  let token: string;
  let all: Reply;
  const ask = () => platform.post(OF_ALL, { token });
  beforeAll(async () => {
    token = await platform.token('MARKET_SUPERVISION', '000000', 'audit:read');
    all = await untilWhole(ask);
    expect(Object.keys(GIVEN_BY).sort()).toEqual(subgraphs.map(({ name }) => name).sort());
  });

  test.each(Object.entries(GIVEN_BY))(
    '%s MUST cost what it gives when it does not answer, named in every error, and nothing else',
    async (name, given) => {
      const left = structuredClone(all.data);
      for (const path of given) expect(placeNull(left, path.split('.'))).toBeGreaterThan(0);
      part(name).child.kill('SIGSTOP');
      try {
        const answer = await askedWithout(name, ask);
        const { status, data } = answer;
        expect({ status, data }).toEqual({ status: 200, data: left });
        expect(unavailable(answer)).toEqual([`SUBGRAPH_UNAVAILABLE ${name}`]);
      } finally {
        part(name).child.kill('SIGCONT');
      }
      await expectWholeWithin(5_000, ask, all);
    },
  );
});

describe('a direct call to a subgraph', () => {
  const body = JSON.stringify({ query: '{ enterprises(first: 1) { totalCount } }' });
  const call: Call = { caller: PUBLIC_CALLER, purpose: null, requestId: 'test', client: 'test' };
  const send = (signature?: string) =>
    sendTo(part('registry').url, body, {
      headers: signature === undefined ? {} : { 'x-onematter-caller': signature },
    });

  const sign = (asked = body, self = GATEWAY, other = 'registry') =>
    signCall(call, asked, platform.config.pairOf(self, other));
  const stranger = pairsOf({ shared: 'k'.repeat(40), own: () => '', published: new Map() })(
    GATEWAY,
    'registry',
  );

  const refused: [string, () => string | undefined | Promise<string>][] = [
    ['without a signature', () => undefined],
    ['with a signature of another key', () => signCall(call, body, stranger)],
    ['with a signature for another body', () => sign(`${body} `)],
    ['with a signature for another subgraph', () => sign(body, GATEWAY, 'credit')],
    [
      'with the signature of a subgraph that gives itself out as the gateway',
      () => signCall(call, body, { ...platform.config.pairOf('credit', 'registry'), self: GATEWAY }),
    ],
    ['with a signature that was changed', () => sign().replace(/.$/, (last) => (last === 'A' ? 'Q' : 'A'))],
    [
      'with an unsigned claim',
      () =>
        `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from(JSON.stringify({ call })).toString('base64url')}.`,
    ],
    ['with a client’s own token', () => platform.token('MARKET_SUPERVISION', '000000', 'share:conditional')],
  ];
  test.each(refused)('%s MUST be refused with 401 and answer nothing', async (_, signed) => {
    const answer = await send(await signed());
    figure('forged calls', 1);
    figure('forged calls that were answered', answer.status === 401 ? 0 : 1);
    expect(answer.status).toBe(401);
    expect(answer).toFailWith('CALLER_UNSIGNED');
    expect(answer.data).toBeUndefined();
  });

  test('signed by the gateway’s key it MUST be answered: else all of this would prove nothing', async () => {
    const answer = await send(sign());
    expect(answer.status).toBe(200);
    expect(answer.data.enterprises.totalCount).toBeGreaterThan(0);
  });

  test('a signature MUST be good for one request: taken down and sent again it is refused', async () => {
    const signature = sign();
    expect((await send(signature)).status).toBe(200);
    const again = await send(signature);
    figure('forged calls', 1);
    figure('forged calls that were answered', again.status === 401 ? 0 : 1);
    expect(again.status).toBe(401);
    expect(again).toFailWith('CALLER_UNSIGNED');
  });

  test('a client MUST NOT become somebody by the header of the gateway', async () => {
    const caller = {
      ...PUBLIC_CALLER,
      subject: 'forged',
      department: 'FIRE_RESCUE' as const,
      region: '000000',
    };
    const query = '{ viewer { subject } }';
    const forged = signCall({ ...call, caller }, JSON.stringify({ query }), stranger);
    const { data } = await platform.post(query, { headers: { 'x-onematter-caller': forged } });
    expect(data.viewer.subject).toBeNull();
  });
});

describe('ten parts that are told to stop at once', () => {
  test('what is asked until the gateway has left MUST be answered whole, and each part end with 0 within 10 s', async () => {
    await expectWholeWithin(5_000);
    let going = true;
    let answered = 0;
    const dropped: Reply[] = [];
    const ask = async () => {
      while (going) {
        const answer = await platform.post(QUERY);
        if (answer.status !== 200 || answer.errors) dropped.push(answer);
        answered++;
      }
    };
    const load = Array.from({ length: 4 }, ask);
    await settle(300);
    const before = answered;
    const told = Date.now();
    for (const { child } of platform.parts.values()) child.kill('SIGTERM');
    const left = platform.leave();
    // whoever balances looks at its health every so often
    await settle(DRAIN_MS / 2);
    going = false;
    await Promise.all([...load, left]);
    figure('requests dropped while nine parts stopped', dropped.length);
    expect(dropped).toEqual([]);
    expect(answered).toBeGreaterThan(before);
    const codes = await Promise.all([...platform.parts.values()].map(({ child }) => child.ended));
    expect([...new Set(codes)]).toEqual([0]);
    figure('all nine ended after', Date.now() - told);
    expect(Date.now() - told).toBeLessThan(10_000);
  });
});
