import { once } from 'node:events';
import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { createGateway } from '../../gateway/gateway';
import { LocalClient } from '../../gateway/subgraph-client';
import { createLog, type Config } from '../../subgraphs/kernel';
import { figure, size } from '../support/figure';
import { postTo, sendTo, type Reply } from '../support/http';
import { freePort, startPlatform, type Platform } from '../support/platform';
import { testFolder } from '../support/folder';
import { read } from '../support/sources';

const folder = testFolder();
let platform: Platform;
let metrics: string;
beforeAll(async () => {
  const port = await freePort();
  metrics = `http://127.0.0.1:${port}/metrics`;
  platform = await startPlatform('local', {
    INTROSPECTION: 'off',
    HSTS_SECONDS: '31536000',
    METRICS_PORT: String(port),
    PUBLIC_POINTS: '1000000000',
  });
});
afterAll(() => platform.stop());

/** All that a guess may learn: that it is none. */
const toldOf = ({ status, text }: Reply) => ({ status, text: text.replace(/,"extensions":\{"cost".*/, '') });

test('with introspection off every guess at the schema MUST get the same answer, whatever of it is right', async () => {
  const guesses = [
    '{ nothing }',
    '{ enterprise }',
    '{ enterprises }',
    '{ enterprizes { totalCount } }',
    '{ nothing nothingElse }',
    '{ enterprises(frist: 1) { totalCount } }',
    '{ enterprises(first: "x") { totalCount } }',
    '{ enterprises(filter: { status: OPEN }) { totalCount } }',
    '{ enterprises(filter: { statuses: OPERATING }) { totalCount } }',
    '{ enterprises { edges { node { uscc: name } } } }',
    '{ enterprises { edges { node { legalRepresentativ } } } }',
    '{ ... on Enterprise { name } }',
    '{ ... on Nothing { name } }',
    'query ($a: EnterpriseInput) { viewer { subject } }',
    'query ($a: Nothing) { viewer { subject } }',
    'mutation { submitEnterprise }',
    'mutation { submitEnterprises }',
    '{ __schema { types { name } } }',
    '{ __type(name: "Enterprise") { name } }',
  ];
  const answers = await Promise.all(guesses.map((query) => platform.post(query)));
  const [first] = answers.map(toldOf);
  figure('guesses', guesses.length);
  expect(first).toMatchObject({ status: 400, text: expect.stringContaining('GRAPHQL_VALIDATION_FAILED') });
  const learned = guesses.filter(
    (_, at) => JSON.stringify(toldOf(answers[at] as Reply)) !== JSON.stringify(first),
  );
  figure('fields learned by guessing', learned.length);
  expect(learned).toEqual([]);
  const coerced = await platform.post('query ($uscc: Uscc!) { enterprise(uscc: $uscc) { name } }');
  expect(coerced.text).not.toMatch(/uscc/i);
  expect((await platform.post('{ __typename viewer { __typename } }')).data).toEqual({
    __typename: 'Query',
    viewer: { __typename: 'Viewer' },
  });
  expect((await sendTo(`${platform.address}/schema.graphql`, null)).status).toBe(404);
});

test('figures are on a port of their own, and answers say to browsers what they are', async () => {
  expect((await sendTo(metrics, null)).text).toContain('onematter_operation_seconds');
  expect((await sendTo(`${platform.address}/metrics`, null)).status).toBe(404);
  const { headers } = await platform.post('{ viewer { subject } }');
  expect(Object.fromEntries(headers)).toMatchObject({
    'content-security-policy': "default-src 'none';base-uri 'none';form-action 'none';frame-ancestors 'none'",
    'strict-transport-security': 'max-age=31536000; includeSubDomains',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'SAMEORIGIN',
    'referrer-policy': 'no-referrer',
  });
});

test('clients that are slow with their head, their body, or do nothing MUST be gone within 15 s', async () => {
  const { hostname, port } = new URL(platform.address);
  const began = performance.now();
  const head = `POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n`;
  const kinds = ['', head, `${head}\r\n{`].flatMap((beginning) => [
    { beginning, drips: false },
    { beginning, drips: beginning !== '' },
  ]);
  const lasted = kinds
    .flatMap((kind) => Array.from({ length: size(10, 50) }, () => kind))
    .map(async ({ beginning, drips }) => {
      const socket = connect(Number(port), hostname);
      socket.on('error', () => undefined);
      socket.resume();
      if (beginning) socket.write(beginning);
      const dripping = setInterval(() => drips && socket.writable && socket.write('x'), 1_000);
      await once(socket, 'close');
      clearInterval(dripping);
      return performance.now() - began;
    });
  await sleep(2_000);
  expect((await platform.post('{ viewer { subject } }')).status).toBe(200);
  const last = Math.max(...(await Promise.all(lasted)));
  figure('slow clients', lasted.length);
  figure('the last of them was gone after', last);
  expect(last).toBeLessThan(15_500);
});

/** Another gateway over the subgraphs of the platform, which go on when it ends. */
async function startGateway(more: Partial<Config>) {
  const clients = new Map(
    [...platform.subgraphs].map(([name, each]) => {
      const client = new LocalClient(each);
      return [name, Object.assign(client, { close: () => Promise.resolve() })] as const;
    }),
  );
  const app = await createGateway({
    config: { ...platform.config, metricsPort: null, ...more },
    log: createLog('silent', 'test'),
    clients,
  });
  return { app, address: await app.listen({ port: 0, host: '127.0.0.1' }) };
}

test('what a caller has spent at one gateway MUST be spent at the other within 2 s, and nobody else can say so', async () => {
  const ports = [await freePort(), await freePort()];
  const peers = ports.map((port) => `http://127.0.0.1:${port}`);
  const gateways = await Promise.all(
    ports.map((metricsPort, at) =>
      startGateway({ publicPoints: 5_000, metricsPort, gatewayPeers: [peers[1 - at] ?? ''] }),
    ),
  );
  const [one, other] = gateways.map(({ address }) => address) as [string, string];
  const ask = (address: string) => postTo(address, '{ regions { name parent { name } } }');
  expect((await ask(other)).status).toBe(200);
  for (let left = 40; left > 0 && (await ask(one)).status !== 429; left--);
  expect((await ask(one)).status).toBe(429);
  await sleep(2_000);
  expect((await ask(other)).status).toBe(429);
  const forged = await sendTo(
    `${peers[0]}/points`,
    JSON.stringify({ from: 'x', at: Date.now(), spent: [] }),
    {
      headers: { 'x-onematter-points': 'x' },
    },
  );
  expect(forged.status).toBe(401);
  for (const { app } of gateways) await app.close();
});

test.each([
  { answerRows: 20, answerBytes: 1e6 },
  { answerRows: 1e6, answerBytes: 300 },
])('an answer that grows beyond %j MUST be given up by name', async (most) => {
  const { app, address } = await startGateway(most);
  const { errors } = await postTo(address, '{ enterprises(first: 30) { edges { node { uscc name } } } }');
  expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['ANSWER_TOO_LARGE']);
  const small = await postTo(address, '{ enterprises(first: 3) { edges { node { name } } } }');
  expect(small).toSucceed();
  await app.close();
});

test('a supergraph file that is replaced MUST be answered by, of a broken one the one before, and nothing be dropped', async () => {
  const file = join(folder, 'supergraph.graphql');
  const ours = read('schema/supergraph.graphql');
  // whole at once, as an operator should
  const put = (text: string) => {
    writeFileSync(`${file}.new`, text);
    renameSync(`${file}.new`, file);
  };
  put(ours);
  const { app, address } = await startGateway({ supergraphFile: file, introspection: true });
  const state = async () =>
    JSON.parse((await sendTo(`${address}/health/ready`, null)).text).supergraph as string;
  const dropped: Reply[] = [];
  let going = true;
  const work = Array.from({ length: 4 }, async () => {
    while (going) {
      const answer = await postTo(address, '{ enterprises(first: 2) { edges { node { name } } } }');
      if (answer.status !== 200 || answer.errors) dropped.push(answer);
    }
  });
  const becomes = async (wanted: string) => {
    for (let asked = 0; (await state()) !== wanted && asked < 100; asked++) await sleep(100);
    expect(await state()).toBe(wanted);
  };
  expect(await state()).toBe('current');
  for (const broken of [
    'type Query {',
    ours.replaceAll('EQUIPMENT @join__graph(name: "equipment"', 'EQUIPMENT @join__graph(name: "nobody"'),
  ]) {
    put(broken);
    await becomes('kept');
    expect((await postTo(address, '{ viewer { __typename } }')).status).toBe(200);
    put(`${ours}\n# whole again`);
    await becomes('current');
  }
  put(
    ours.replace(
      /(\n {2})isListed\(/,
      '$1isOnAList: Boolean @join__field(graph: CREDIT) @sharing(level: PUBLIC)$1isListed(',
    ),
  );
  const knows = async () => (await postTo(address, '{ isOnAList }')).text;
  for (let asked = 0; (await knows()).includes('GRAPHQL_VALIDATION_FAILED') && asked < 100; asked++)
    await sleep(100);
  expect((await sendTo(`${address}/schema.graphql`, null)).text).toContain('isOnAList: Boolean');
  going = false;
  await Promise.all(work);
  figure('requests dropped while the supergraph was replaced', dropped.length);
  expect(dropped).toEqual([]);
  await app.close();
});

test('a rolling restart of two gateways under load MUST drop nothing', async () => {
  const start = () => startGateway({ drainMs: 400 });
  const gateways = [await start(), await start()];
  let ready = gateways.map(({ address }) => address);
  let going = true;
  // as whatever balances between them does
  const watch = async () => {
    for (; going; await sleep(50)) {
      const states = await Promise.all(
        gateways.map(({ address }) =>
          sendTo(`${address}/health/ready`, null).then(
            ({ status }) => status === 200,
            () => false,
          ),
        ),
      );
      ready = gateways.flatMap(({ address }, at) => (states[at] ? [address] : []));
    }
  };
  let answered = 0;
  const dropped: unknown[] = [];
  const ask = async () => {
    while (going) {
      const address = ready[answered % ready.length] ?? '';
      const answer = await postTo(address, '{ enterprises(first: 2) { edges { node { name } } } }').catch(
        (error: unknown) => ({ error }),
      );
      if ('error' in answer || answer.status !== 200 || answer.errors) dropped.push(answer);
      answered++;
    }
  };
  const work = [watch(), ...Array.from({ length: 8 }, ask)];
  for (const at of [0, 1]) {
    await sleep(300);
    const leaving = gateways[at]?.app.leave();
    await sleep(100);
    gateways[at] = await start();
    await leaving;
  }
  await sleep(300);
  going = false;
  await Promise.all(work);
  figure('requests dropped in a rolling restart', dropped.length);
  expect(dropped).toEqual([]);
  expect(answered).toBeGreaterThan(50);
  for (const { app } of gateways) await app.close();
});
