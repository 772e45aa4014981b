import { writeFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import type { GatewayGraphQLRequestContext } from '@apollo/server-gateway-interface';
import type { GraphQLError } from 'graphql';
import { parse, validate, specifiedRules, type DocumentNode } from 'graphql';
import { certain } from '../../gateway/plans';
import { limitDepth, refuseMisleadingAliases } from '../../gateway/limits';
import { LocalClient } from '../../gateway/subgraph-client';
import { Supergraph } from '../../gateway/supergraph';
import { subgraphs as definitions } from '../../subgraphs';
import { Subgraph, createLog, type Call } from '../../subgraphs/kernel';
import { as, callOf } from '../support/callers';
import type { TestDatabase } from '../support/database';
import { demoDatabase } from '../support/demo-database';
import { ASKS_FOR_POOLS, poolsIn } from '../support/pools';
import { OperationMaker, randomOf, type Pool, type RandomOperation } from '../support/random-operation';
import { HARMS, Saboteur, type Harm } from '../support/saboteur';
import { read } from '../support/sources';
import { StockSupergraph } from '../support/stock-supergraph';
import { TEST_SETTINGS } from '../support/settings';

/** How many random operations are compared; FUZZ_MS and FUZZ_SEED are for longer runs. */
const COUNT = 40;
const MS = Number(process.env.FUZZ_MS ?? 0);
const SEED = Number(process.env.FUZZ_SEED ?? 7);
const CALLS: readonly Call[] = [
  callOf(as.public),
  callOf(as.officer('MARKET_SUPERVISION', '430000')),
  callOf(as.officer('MARKET_SUPERVISION', '000000', 'share:conditional'), 'a test'),
  callOf(as.officer('FIRE_RESCUE', '430100', 'share:conditional')),
];

interface Side {
  database: TestDatabase;
  subgraphs: ReadonlyMap<string, Subgraph>;
  clients: Map<string, Saboteur>;
  log: string[];
  execute: (context: GatewayGraphQLRequestContext) => Promise<Answer>;
}
interface Answer {
  data?: unknown;
  errors?: readonly GraphQLError[];
}

let ours: Side;
let stock: Side;
let stockSupergraph: StockSupergraph;
let poolOf: Pool;

beforeAll(async () => {
  const sdl = read('schema/supergraph.graphql');
  ours = await startSide(async (clientOf) => {
    const supergraph = new Supergraph(sdl, clientOf, { answerRows: 1e6, answerBytes: 1e9 });
    supergraph.onSchemaLoadOrUpdate(() => undefined);
    const { executor } = (await supergraph.load({ apollo: {} })) as { executor: Side['execute'] };
    return executor;
  });
  stock = await startSide(async (clientOf) => {
    stockSupergraph = new StockSupergraph(sdl, clientOf);
    await stockSupergraph.load();
    return (context) => stockSupergraph.execute(context);
  });
  poolOf = await poolsOf(stock);
});
afterAll(async () => {
  for (const side of [ours, stock]) {
    for (const subgraph of side.subgraphs.values()) await subgraph.stop();
    await side.database.drop();
  }
});

async function startSide(
  load: (clientOf: (name: string) => Saboteur) => Promise<Side['execute']>,
): Promise<Side> {
  const database = await demoDatabase();
  const clock = () => new Date('2026-06-01T09:00:00+08:00');
  const options = { url: database.url, settings: TEST_SETTINGS, log: createLog('silent', 'test'), clock };
  const subgraphs = new Map<string, Subgraph>();
  for (const definition of definitions)
    subgraphs.set(definition.name, await Subgraph.start(definition, options));
  const log: string[] = [];
  const clients = new Map(
    [...subgraphs].map(([name, each]) => [
      name,
      new Saboteur(name, new LocalClient(each), (line) => void log.push(line)),
    ]),
  );
  return { database, subgraphs, clients, log, execute: await load((name) => clients.get(name) as Saboteur) };
}

async function poolsOf({ execute }: Side): Promise<Pool> {
  const query = ASKS_FOR_POOLS;
  const { data } = await execute(contextOf({ query, variables: {} }, parse(query), CALLS[1] as Call));
  return poolsIn(data, [1, 2, 3, 3, 5, 0]);
}

function contextOf({ query, variables, operationName }: RandomOperation, document: DocumentNode, call: Call) {
  const request = { query, variables, operationName };
  const context = { call, opened: new Map() };
  return {
    request,
    document,
    queryHash: query,
    operationName,
    context,
    metrics: {},
    logger: console,
  } as never as GatewayGraphQLRequestContext;
}

function parsed(query: string): DocumentNode | undefined {
  const document = certain(parse(query));
  const faults = validate(stockSupergraph.schema, document, [
    ...specifiedRules,
    refuseMisleadingAliases,
    limitDepth,
  ]);
  return faults.length === 0 ? document : undefined;
}

interface Told {
  path: string;
  what: string;
}

/**
 * The errors of both as far as they can be compared. Only ours say at which fields a fetch has failed that brought nothing,
 * and what is incomplete, also where the schema allows null and beside other errors.
 */
function comparable(mine: readonly Told[], theirs: readonly Told[]): [string[], string[]] {
  const unplaced = new Set(theirs.flatMap(({ path, what }) => (path === 'null' ? [what] : [])));
  const isWhole = theirs.every(({ what }) => INCOMPLETE.test(what));
  const lines = (told: readonly Told[]) =>
    told
      .filter(({ what }) => isWhole || !INCOMPLETE.test(what))
      .map(({ path, what }) => (unplaced.has(what) ? what : `${path} ${what}`));
  const [ours, others] = [lines(mine), lines(theirs)].map((each) => [...new Set(each)].sort());
  // theirs says it only where the schema does not allow null
  return [
    others?.length === 0 ? (ours ?? []).filter((line) => !INCOMPLETE.test(line)) : (ours ?? []),
    others ?? [],
  ];
}
const INCOMPLETE = /DATA_INCOMPLETE/;

/** An answer as it is sent; errors in no order, since fetches are made side by side. */
async function answerOf(
  { execute, log }: Side,
  operation: RandomOperation,
  document: DocumentNode,
  call: Call,
) {
  log.length = 0;
  const { data, errors = [] } = await execute(contextOf(operation, document, call)).catch(
    (error: GraphQLError): Answer => ({
      errors: [error],
    }),
  );
  const told = errors.map(({ path, extensions, message }) => ({
    path: withoutChance(JSON.stringify(path ?? null)),
    what: withoutChance(
      JSON.stringify([extensions?.code, extensions?.serviceName, extensions?.code && message]),
    ),
  }));
  const text = data === undefined ? undefined : withoutChance(JSON.stringify(data));
  return {
    data: (text === undefined ? undefined : JSON.parse(text)) as unknown,
    text,
    told,
    log: [...log],
  };
}

/** Receipts and new numbers hold what each side has drawn for itself. */
function withoutChance(text: string): string {
  return text.replace(/"[0-9A-F]{20}"/g, '"drawn"').replace(/-[0-9a-f]{8}"/g, '-drawn"');
}

async function compare(
  random: () => number,
  possible: readonly Harm[],
  kind: 'query' | 'mutation',
): Promise<{ compared: number; whole: number }> {
  const maker = new OperationMaker(stockSupergraph.schema, random, poolOf);
  const until = Date.now() + MS;
  const counts = { compared: 0, whole: 0 };
  while (counts.compared < COUNT || Date.now() < until) {
    const operation = maker.make(kind);
    if (process.env.FUZZ_LAST) writeFileSync(process.env.FUZZ_LAST, JSON.stringify(operation));
    const document = parsed(operation.query);
    if (!document) continue;
    harm(random, possible);
    const call = CALLS[Math.floor(random() * CALLS.length)] as Call;
    const [mine, theirs] = [
      await answerOf(ours, operation, document, call),
      await answerOf(stock, operation, document, call),
    ];
    const [myErrors, theirErrors] = comparable(mine.told, theirs.told);
    const sides = {
      data: [mine.data, theirs.data],
      errors: [myErrors, theirErrors],
      log: kind === 'mutation' ? [mine.log, theirs.log] : [],
    };
    const differing = Object.entries(sides).filter(([, [my, their]]) => !isDeepStrictEqual(my, their));
    const harms = [...ours.clients].map(([name, { harm }]) => `${name}: ${harm}`);
    for (const [part, [my, their]] of differing) {
      const asked = JSON.stringify({ seed: SEED, ...operation, harms, call: CALLS.indexOf(call) });
      // not by expect: it takes minutes to print where two such answers differ
      throw new Error(
        `the ${part} of ${asked}\n  MUST be ${JSON.stringify(their)}\n  but is  ${JSON.stringify(my)}`,
      );
    }
    counts.compared++;
    if (process.env.FUZZ_ORDER && mine.text !== theirs.text)
      process.stderr.write(`ORDER ${operation.query}\n  ${mine.text}\n  ${theirs.text}\n`);
    if (mine.told.length === 0) counts.whole++;
  }
  return counts;
}

/** The same harm to the same subgraph of both. */
function harm(random: () => number, harms: readonly Harm[]): void {
  const names = [...ours.clients.keys()];
  const victim = names[Math.floor(random() * names.length)];
  const [chosen, seed] = [harms[Math.floor(random() * harms.length)] as Harm, Math.floor(random() * 1e9)];
  for (const [name, client] of [...ours.clients, ...stock.clients])
    Object.assign(client, { harm: name === victim ? chosen : 'none', seed });
}

describe('the executor of plans', () => {
  test(
    'it MUST answer queries as Apollo’s own does',
    async () => {
      const counts = await compare(randomOf(SEED), ['none'], 'query');
      if (process.env.FUZZ_MS) process.stderr.write(`${JSON.stringify(counts)}\n`);
      expect(counts.whole).toBeGreaterThan(10);
    },
    MS + 150_000,
  );

  test(
    'it MUST answer as Apollo’s own does while one subgraph fails',
    async () => {
      const counts = await compare(randomOf(SEED + 1), HARMS, 'query');
      if (process.env.FUZZ_MS) process.stderr.write(`${JSON.stringify(counts)}\n`);
      expect(counts.compared).toBeGreaterThanOrEqual(COUNT);
    },
    MS + 150_000,
  );

  test(
    'it MUST run mutations one after the other as Apollo’s own does',
    async () => {
      const counts = await compare(randomOf(SEED + 2), HARMS, 'mutation');
      if (process.env.FUZZ_MS) process.stderr.write(`${JSON.stringify(counts)}\n`);
      expect(counts.compared).toBeGreaterThanOrEqual(COUNT);
    },
    MS + 150_000,
  );
});
