import { monitorEventLoopDelay } from 'node:perf_hooks';
import {
  buildSchema,
  getNamedType,
  isLeafType,
  isNonNullType,
  parse,
  validate,
  type GraphQLObjectType,
  type GraphQLOutputType,
} from 'graphql';
import { catalogue } from '../../subgraphs/kernel';
import { figure } from '../support/figure';
import { startPlatform, type Platform } from '../support/platform';
import { ASKS_FOR_POOLS, poolsIn } from '../support/pools';
import { OperationMaker, randomOf } from '../support/random-operation';
import { read } from '../support/sources';

/** How many operations are tried; HUNT_MS and HUNT_SEED are for longer hunts. */
const COUNT = 200;
const MS = Number(process.env.HUNT_MS ?? 0);
const SEED = Number(process.env.HUNT_SEED ?? 11);
const PAGES = [100, 100, 50, 20];

interface Tried {
  query: string;
  cost: number;
  /** What came: objects, and a tenth for each value. */
  weighed: number;
  bytes: number;
  stallMs: number;
  accepted: boolean;
}

let platform: Platform;
let token: string;
beforeAll(async () => {
  platform = await startPlatform('local', { PUBLIC_POINTS: '1000000000', AGENCY_POINTS: '1000000000' });
  token = await platform.token('MARKET_SUPERVISION', '000000', 'share:conditional');
});
afterAll(() => platform.stop());

interface Operation {
  query: string;
  variables?: Record<string, unknown>;
  operationName?: string;
}

async function ask({ query, ...asked }: Operation): Promise<Tried> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const {
    status,
    text,
    data,
    errors = [],
  } = await platform.post(query, { token, purpose: 'a hunt', ...asked });
  delay.disable();
  const codes = errors.map(({ extensions }) => extensions.code);
  const ours = codes.filter((code) => code === 'INTERNAL_SERVER_ERROR' || !catalogue.has(code));
  expect({ query, ours }).toEqual({ query, ours: [] });
  expect([200, 400]).toContain(status);
  const cost = (JSON.parse(text) as Answer).extensions?.cost?.requested ?? 0;
  const weighed = weightOf(data);
  expect({ query, excess: Math.max(0, weighed - cost) }).toEqual({ query, excess: 0 });
  return { query, cost, weighed, bytes: text.length, stallMs: delay.max / 1e6, accepted: status === 200 };
}

test('what is answered MUST never be more than its cost has said, and nothing fails by its size', async () => {
  const maker = await makerOf();
  const tried: Tried[] = [];
  const until = Date.now() + MS;
  while (tried.length < COUNT || Date.now() < until) {
    const operation = maker.make();
    if (validate(schema, parse(operation.query)).length === 0) tried.push(await ask(operation));
  }
  expect(tried.some(({ weighed }) => weighed > 100)).toBe(true);
  expect(tried.some(({ cost }) => cost > 10_000)).toBe(true);
  say(tried);
});

test('the largest page of every list, with all that hangs on its rows, MUST be answered or refused by its cost', async () => {
  const tried: Tried[] = [];
  for (const name of rootLists()) {
    for (const [first, inner] of [
      [100, 20],
      [100, 5],
      [50, 5],
      [20, 5],
      [20, 1],
    ] as const) {
      const found = await ask({
        query: `{ ${name}(first: ${first}) { edges { node { ${rowOf(name, inner)} } } } }`,
      });
      tried.push(found);
      if (found.accepted) break;
    }
  }
  expect(tried.filter(({ accepted }) => accepted).length).toBeGreaterThan(20);
  say(tried);
});

/** Lists that anyone can begin with no more than a size. */
function rootLists(): string[] {
  return Object.values(schema.getQueryType()?.getFields() ?? {})
    .filter(
      ({ type, args }) => /Connection$/.test(String(type)) && !args.some((each) => isNonNullType(each.type)),
    )
    .map(({ name }) => name);
}

/** All values of a row, and its lists with theirs. */
function rowOf(list: string, inner: number): string {
  const row = nodeOf(schema.getQueryType()?.getFields()[list]?.type);
  const lists = Object.values(row.getFields()).filter(
    ({ type, args }) => /Connection$/.test(String(type)) && args.every((each) => !isNonNullType(each.type)),
  );
  const below = lists.map(
    ({ name, type }) =>
      `${name}(first: ${inner}) { totalCount edges { cursor node { ${valuesOf(nodeOf(type))} } } }`,
  );
  return [valuesOf(row), ...below].join(' ');
}

function nodeOf(connection: GraphQLOutputType | undefined): GraphQLObjectType {
  const edges = (connection as GraphQLObjectType).getFields().edges;
  const edge = getNamedType(edges?.type) as GraphQLObjectType;
  return getNamedType(edge.getFields().node?.type) as GraphQLObjectType;
}

function valuesOf(type: GraphQLObjectType): string {
  const values = Object.values(type.getFields()).filter(
    (field) => isLeafType(getNamedType(field.type)) && field.args.every((each) => !isNonNullType(each.type)),
  );
  return ['__typename', ...values.map(({ name }) => name)].join(' ');
}

/** As clients see it. */
const schema = buildSchema(read('schema/api.graphql'));
interface Answer {
  extensions?: { cost?: { requested: number } };
}

async function makerOf(): Promise<OperationMaker> {
  const { data } = await platform.post(ASKS_FOR_POOLS, { token });
  return new OperationMaker(schema, randomOf(SEED), poolsIn(data, PAGES));
}

/** By the measure of costs; what describes the schema is charged otherwise. */
function weightOf(answer: unknown): number {
  if (answer === null || typeof answer !== 'object') return 0;
  if (Array.isArray(answer))
    return answer.reduce<number>((sum, each) => sum + (isObject(each) ? 1 : 0) + weightOf(each), 0);
  return Object.entries(answer).reduce<number>((sum, [name, value]) => {
    if (value === null || DESCRIBES.test(name)) return sum;
    if (Array.isArray(value)) return sum + (isObject(value[0]) ? 0 : 0.1) + weightOf(value);
    return sum + (isObject(value) ? 1 : 0.1) + weightOf(value);
  }, 0);
}
const DESCRIBES = /^__(schema|type)$/;
function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

/** The record of the hunt. */
function say(tried: readonly Tried[]): void {
  figure('operations hunted', tried.length);
  const dearest = (by: 'stallMs' | 'bytes' | 'weighed') => [...tried].sort((a, b) => b[by] - a[by])[0];
  for (const by of ['stallMs', 'bytes', 'weighed'] as const) {
    const { cost, weighed, bytes, stallMs = 0, query = '' } = dearest(by) ?? ({} as Partial<Tried>);
    if (by === 'stallMs') figure('the event loop stood still for', stallMs);
    process.stdout.write(
      `dearest by ${by}: ${cost} points said, ${weighed?.toFixed(1)} came, ${bytes} bytes, the event loop stood still for ${stallMs.toFixed(0)} ms: ${query.slice(0, 200)}\n`,
    );
  }
}
