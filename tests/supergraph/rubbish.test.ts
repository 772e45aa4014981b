import fc from 'fast-check';
import { buildSchema, isNonNullType, isObjectType, type GraphQLSchema } from 'graphql';
import { createGateway } from '../../gateway/gateway';
import { LocalClient, RemoteClient, type SubgraphClient } from '../../gateway/subgraph-client';
import { createLog, markOf, type Subgraph } from '../../subgraphs/kernel';
import { Distorter, type Distort } from '../support/distorter';
import { postTo, type AnswerError, type Reply } from '../support/http';
import { startPlatform, type Platform } from '../support/platform';
import { read } from '../support/sources';
import { figure } from '../support/figure';

/** One subgraph answers rubbish, and all others are well. RUBBISH_RUNS and RUBBISH_SEED are for longer runs. */
const RUNS = Number(process.env.RUBBISH_RUNS ?? 80);
const SEED = Number(process.env.RUBBISH_SEED ?? 5);
const QUERY = `{
  enterprises(first: 3) { edges { node { uscc name equipment(first: 2) {
    totalCount edges { cursor node { code status overdue kind { name } nextInspectionDue } } } } } }
  equipmentItems(first: 3) { edges { node { code registrationNumber user { name region { name } } } } pageInfo { hasNextPage } }
  matter(code: "ELEVATOR") { name overview(region: "430000") { equipmentCount listedEnterprises } }
}`;
const ITS_OWN =
  /^(enterprises\.edges\.node\.equipment|equipmentItems|matter\.overview\.equipmentCount)(\.|$)/;
const ITS_ERRORS = ['SUBGRAPH_FAILED', 'SUBGRAPH_UNAVAILABLE', 'DATA_INCOMPLETE'];
/** No client may see what was not asked for. */
const EVIL = 'evil-10.0.0.5';

let platform: Platform;
let distorter: Distorter;
let address: string;
let stop: () => Promise<unknown>;
let healthy: unknown;
let token: string;
const ask = () => postTo(address, QUERY, { token });
beforeAll(async () => {
  platform = await startPlatform('local', { AGENCY_POINTS: '1000000000' });
  token = await platform.token('MARKET_SUPERVISION', '430000');
  const { config, subgraphs } = platform;
  const log = createLog('silent', 'test');
  const clients = new Map<string, SubgraphClient>(
    [...subgraphs].map(([name, each]) => [name, new LocalClient(each)]),
  );
  distorter = new Distorter(subgraphs.get('equipment') as Subgraph, config.pairOf);
  const url = await distorter.listen();
  const remote = new RemoteClient(url, config.pairOf('gateway', 'equipment'), config.subgraphTimeoutMs, log);
  clients.set('equipment', remote);
  const app = await createGateway({ config, log, clients });
  address = await app.listen({ port: 0, host: '127.0.0.1' });
  stop = () => app.close().then(() => distorter.close());
  const answer = await ask();
  expect(answer).toSucceed();
  healthy = answer.data;
});
afterAll(async () => {
  await stop();
  await platform.stop();
});

/** What is asked while it answers so, and that all is well again afterwards. */
async function askedWhile(distort: Distort): Promise<Reply> {
  distorter.distort = distort;
  const answer = await ask();
  distorter.distort = () => ({});
  const after = await ask();
  expect(after.errors).toBeUndefined();
  expect(after.data).toEqual(healthy);
  return answer;
}

const wayOf = (path: readonly (string | number)[]) =>
  path.filter((step) => typeof step === 'string').join('.');
const isWithin = (way: string, beginning: string) => way === beginning || way.startsWith(`${beginning}.`);

/** Each value is the true one, or null with an error that says so; all that is another's is there. */
function expectOwnFieldsOnly({ status, text, data, errors = [] }: Reply): void {
  expect(status).toBe(200);
  expect(text).not.toContain(EVIL);
  for (const { path = [], extensions } of errors) {
    expect(ITS_ERRORS).toContain(extensions.code);
    expect(wayOf(path)).toMatch(ITS_OWN);
    if (extensions.code !== 'DATA_INCOMPLETE') expect(extensions.subgraph).toBe('equipment');
  }
  expectTrueOrTold(healthy, data, '', errors);
}

function expectTrueOrTold(wanted: unknown, got: unknown, way: string, errors: readonly AnswerError[]): void {
  if (got === null && wanted !== null) {
    const told = errors.some(({ path = [] }) => isWithin(wayOf(path), way) || isWithin(way, wayOf(path)));
    expect({ way, isItsOwn: ITS_OWN.test(way), told }).toEqual({ way, isItsOwn: true, told: true });
  } else if (typeof wanted === 'object' && wanted !== null && typeof got === 'object' && got !== null) {
    expect(Object.keys(got)).toEqual(Object.keys(wanted));
    for (const [name, value] of Object.entries(wanted)) {
      const below = Array.isArray(wanted) ? way : [way, name].filter(Boolean).join('.');
      expectTrueOrTold(value, (got as Record<string, unknown>)[name], below, errors);
    }
  } else expect({ way, got }).toEqual({ way, got: wanted });
}

/** A place of an answer, by which it is found in any: so many-th of all, modulo. */
interface Wound {
  at: number;
  how: (typeof WAYS)[number];
}
const WAYS = ['missing', 'another kind', 'in a list', 'in two lists', 'more than asked', 'null'] as const;
/** Fields that the schema allows no null of, in whatever type they are. */
const REQUIRED = requiredIn(buildSchema(read('schema/api.graphql')));

function requiredIn(schema: GraphQLSchema): ReadonlySet<string> {
  const fields = Object.values(schema.getTypeMap()).flatMap((type) =>
    isObjectType(type) ? Object.values(type.getFields()) : [],
  );
  const optional = new Set(fields.filter(({ type }) => !isNonNullType(type)).map(({ name }) => name));
  return new Set(fields.map(({ name }) => name).filter((name) => !optional.has(name)));
}

function wounded(answer: string, wounds: readonly Wound[]): string {
  const { data } = JSON.parse(answer) as { data: Record<string, unknown> };
  for (const { at, how } of wounds) {
    const places = placesIn(data);
    const [holder, name] = places[at % places.length] ?? [data, ''];
    if (name !== '') hurt(holder, name, how);
  }
  return JSON.stringify({ data });
}

const MORE = { name: EVIL, uscc: EVIL, [EVIL]: { [EVIL]: EVIL } };

function hurt(holder: Record<string, unknown>, name: string, how: Wound['how']): void {
  const value = holder[name];
  if (how === 'missing') delete holder[name];
  else if (how === 'another kind')
    holder[name] = typeof value === 'object' && value !== null ? [EVIL] : { [EVIL]: EVIL };
  else if (how === 'in a list') holder[name] = [value, EVIL];
  else if (how === 'in two lists') holder[name] = [[value], [[EVIL]]];
  else if (how === 'more than asked')
    Object.assign(holder, { ...MORE, ...holder }, JSON.parse(`{"__proto__": {"x": "${EVIL}"}}`));
  else if (REQUIRED.has(name)) holder[name] = null;
}

function placesIn(value: unknown): [Record<string, unknown>, string][] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(placesIn);
  const holder = value as Record<string, unknown>;
  return Object.entries(holder).flatMap(([name, each]): [Record<string, unknown>, string][] => [
    [holder, name],
    ...placesIn(each),
  ]);
}

const wound = fc.record({ at: fc.nat(10_000), how: fc.constantFrom(...WAYS) });
const step = fc.oneof(
  fc.constantFrom('_entities', 'equipmentItems', 'edges', EVIL, '__proto__'),
  fc.integer({ min: -2, max: 4 }),
);
/** Errors that point anywhere, in circles, too, and claim to be ours. */
const error = fc.record({
  message: fc.constantFrom(EVIL, '', null),
  path: fc.oneof(
    fc.constant(null),
    fc.array(step, { maxLength: 5 }),
    fc.constant(Array.from({ length: 3_000 }, (_, at) => (at % 2 ? 'edges' : 'node'))),
  ),
  extensions: fc.constantFrom(null, {
    code: EVIL,
    zh: EVIL,
    en: EVIL,
    http: { status: 418 },
    stacktrace: [EVIL],
  }),
});

test('whatever shape a subgraph’s answer has, it MUST cost its own fields only, each with a named error at its path', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(wound, { minLength: 1, maxLength: 4 }),
      fc.array(error, { maxLength: 2 }),
      async (wounds, errors) => {
        const answer = await askedWhile((told) => {
          const { data } = JSON.parse(wounded(told, wounds)) as { data: unknown };
          return { body: JSON.stringify({ data, ...(errors.length > 0 && { errors }) }) };
        });
        expectOwnFieldsOnly({
          ...answer,
          // what points nowhere is told without a place
          errors: answer.errors?.filter(
            ({ path, extensions }) => path || extensions.code !== 'SUBGRAPH_FAILED',
          ),
        });
        if (errors.length > 0) expect(answer.errors?.length).toBeGreaterThan(0);
      },
    ),
    { seed: SEED, numRuns: RUNS },
  );
  figure('answers of rubbish tried', RUNS);
});

const bodies: [string, Distort][] = [
  ['a page of HTML', () => ({ type: 'text/html', body: `<html>${EVIL}</html>` })],
  ['JSON that says to be text', () => ({ type: 'text/plain' })],
  ['half of an answer', (told) => ({ body: told.slice(0, told.length / 2) })],
  ['an answer that breaks off', (told) => ({ body: told, breaksOff: true })],
  ['nothing', () => ({ body: '' })],
  ['null', () => ({ body: 'null' })],
  ['a list', (told) => ({ body: `[${told}]` })],
  ['a text', () => ({ body: JSON.stringify(EVIL) })],
  ['data that are a list', () => ({ body: '{"data":[]}' })],
  ['neither data nor errors', () => ({ body: '{"data":null}' })],
  ['errors that are none', () => ({ body: '{"data":null,"errors":[]}' })],
  ['errors that are text', () => ({ body: JSON.stringify({ data: null, errors: EVIL }) })],
  ['500', () => ({ status: 500 })],
  ['404', () => ({ status: 404 })],
  ['302', () => ({ status: 302 })],
  ['lists in lists without end', () => ({ body: `{"data":${'['.repeat(200_000)}` })],
  ['more than can be', () => ({ body: Buffer.alloc(17_000_000, ' ') })],
];
test.each(bodies)('%s instead of an answer MUST cost its own fields only', async (_, distort) => {
  const answer = await askedWhile(distort);
  expectOwnFieldsOnly(answer);
  expect(answer.errors?.length).toBeGreaterThan(0);
});

const CLAIM = {
  message: EVIL,
  path: ['equipmentItems'],
  extensions: { code: 'RATE_LIMITED', zh: EVIL, en: EVIL, http: { status: 418 }, address: EVIL },
};
const claiming: Distort = (told) => {
  const { data } = JSON.parse(told) as { data: Record<string, unknown> };
  if (!('equipmentItems' in data)) return {};
  return { body: JSON.stringify({ data: { ...data, equipmentItems: null }, errors: [CLAIM] }) };
};

test('an error without the mark of our subgraphs MUST become one of ours, whatever it claims', async () => {
  const answer = await askedWhile(claiming);
  expectOwnFieldsOnly(answer);
  expect(answer.errors?.map(({ path, extensions: { code } }) => [code, path])).toContainEqual([
    'SUBGRAPH_FAILED',
    ['equipmentItems'],
  ]);
});

test('with the mark it MUST be told as it is: else all of this would prove nothing', async () => {
  const mark = (signature: string, body: string) =>
    markOf(signature, body, platform.config.pairOf('gateway', 'equipment'));
  const answer = await askedWhile((told) => ({ ...claiming(told), mark }));
  expect(answer.errors).toContainEqual(
    expect.objectContaining({ message: EVIL, extensions: expect.objectContaining({ code: 'RATE_LIMITED' }) }),
  );
});

test('the mark of another request MUST NOT be taken', async () => {
  const mark = (signature: string, body: string) =>
    markOf(`${signature}x`, body, platform.config.pairOf('gateway', 'equipment'));
  const answer = await askedWhile((told) => ({ ...claiming(told), mark }));
  expectOwnFieldsOnly(answer);
});
