import { setTimeout as sleep } from 'node:timers/promises';
import { createLog, pairsOf, serveSubgraph, signCall } from '../../subgraphs/kernel';
import { registry } from '../../subgraphs/registry';
import { as, callOf } from '../support/callers';
import { sendTo } from '../support/http';
import { testBed } from '../support/test-bed';

const pairOf = pairsOf({
  shared: 'the gateway key of tests, nothing else',
  own: () => '',
  published: new Map(),
});
const officer = as.officer('MARKET_SUPERVISION', '000000', 'write:registry');
const bed = testBed(registry, { officer });
const log = createLog('silent', 'test');

const body = (query: string) => JSON.stringify({ query });
const CHANGE = body('mutation { registerSource(input: { name: "signed-once" }) { name } }');
const READ = body('{ regions { code } }');
const signed = (asked: string) => signCall(callOf(officer), asked, pairOf('gateway', 'registry'));
const replicas: { app: Awaited<ReturnType<typeof serveSubgraph>>; address: string }[] = [];
const begin = async () => {
  const app = await serveSubgraph(bed.subgraph, { pairOf, accessLog: false }, log);
  replicas.push({ app, address: await app.listen({ port: 0, host: '127.0.0.1' }) });
};
beforeAll(async () => {
  await begin();
  await begin();
});
const send = (at: number, asked: string, signature: string) =>
  sendTo(`${replicas[at]?.address}/graphql`, asked, { headers: { 'x-onematter-caller': signature } });
afterAll(async () => {
  for (const { app } of replicas) await app.close();
});

test('what changes anything MUST be taken once among all processes of a subgraph', async () => {
  const signature = signed(CHANGE);
  expect((await send(0, CHANGE, signature)).data.registerSource).toEqual({ name: 'signed-once' });
  const again = await send(1, CHANGE, signature);
  expect(again).toFailWith('CALLER_UNSIGNED');
  expect((await send(1, CHANGE, signed(CHANGE))).errors?.[0]?.extensions.code).not.toBe('CALLER_UNSIGNED');
});

test('one that was made before a process began MUST NOT be taken by it', async () => {
  const signature = signed(READ);
  await sleep(5);
  await begin();
  expect(await send(2, READ, signature)).toFailWith('CALLER_UNSIGNED');
  expect((await send(2, READ, signed(READ))).status).toBe(200);
});
