import { inspect, isDeepStrictEqual } from 'node:util';
import {
  getOperationAST,
  getVariableValues,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
} from 'graphql';
import { limitDepth, refuseMisleadingAliases } from '../../gateway/limits';
import { catalogued, PUBLIC_CALLER, type Call, type DepartmentKind } from '../../subgraphs/kernel';
import { schema } from '../support/extreme-arguments';
import { postTo } from '../support/http';
import type { Platform } from '../support/platform';
import { ASKS_FOR_POOLS, poolsIn } from '../support/pools';
import { OperationMaker, type RandomOperation } from '../support/random-operation';
import { Dice } from './dice';
import { Monolith } from './monolith';

interface Comparison {
  /** Of these no part was missing. */
  whole: number;
  compared: number;
  differences: string[];
  /** The number of the operation that would have been next. */
  next: number;
}
interface Asker {
  call: Call;
  token: string | null;
}
type Told = { extensions?: Record<string, unknown>; path?: readonly (string | number)[] };

const PURPOSE = 'a comparison';
const MOST_DIFFERENCES = 5;
/** A limit of the gateway, which the peer does not have, or one of a minute, which may be over when the peer is asked. */
const TOO_MUCH = /^(QUERY_TOO_|INTROSPECTION_TOO_|RATE_LIMITED$)/;

/** The same questions to a platform by HTTP and to all of its subgraphs as one schema: answers must be the same. */
export async function compare(
  platform: Platform,
  { seed, from = 0, count }: { seed: number; from?: number; count: number },
): Promise<Comparison> {
  const monolith = new Monolith(schema, platform.subgraphs);
  const askers = await askersOf(platform);
  const { data } = await postTo(platform.address, ASKS_FOR_POOLS, { token: askers[1]?.token });
  const pool = poolsIn(data, [1, 2, 3, 3, 5, 0]);
  const found: Comparison = { whole: 0, compared: 0, differences: [], next: from };
  for (let number = from; found.compared < count && found.differences.length < MOST_DIFFERENCES; number++) {
    found.next = number + 1;
    const dice = new Dice(seed * 1_000_003 + number);
    const operation = new OperationMaker(schema, dice.random, pool).make();
    const document = valid(operation);
    if (!document) continue;
    const { call, token } = dice.pick(askers);
    const asked = { ...operation, token, purpose: PURPOSE };
    const { data: mine, errors = [] } = await postTo(platform.address, operation.query, asked);
    if (errors.some(({ extensions }) => TOO_MUCH.test(extensions.code))) continue;
    const theirs = await monolith.execute(document, operation, call);
    const sides = [
      { data: sent(mine), errors: toldBy(errors) },
      { data: sent(theirs.data), errors: toldBy(theirs.errors ?? []) },
    ] as const;
    found.compared++;
    if (errors.length === 0) found.whole++;
    if (isDeepStrictEqual(...sides)) continue;
    const { at, is, must } = firstDifference(...sides);
    const what = JSON.stringify({ ...operation, caller: call.caller });
    found.differences.push(
      `--seed ${seed} --from ${number}: ${what}\n  at ${at} MUST be ${must}\n  but is ${is}`,
    );
  }
  return found;
}

async function askersOf({ tokenOf }: Platform): Promise<Asker[]> {
  const officer = async (department: DepartmentKind, region: string, scope: string): Promise<Asker> => {
    const caller = {
      subject: 'a comparison',
      department,
      departmentCode: null,
      region,
      scopes: scope.split(' ').filter(Boolean),
    };
    return {
      call: { caller, purpose: PURPOSE, requestId: 'peer', client: '' },
      token: await tokenOf({ subject: 'a comparison', department, region, scope }),
    };
  };
  return [
    { call: { caller: PUBLIC_CALLER, purpose: PURPOSE, requestId: 'peer', client: '' }, token: null },
    await officer('MARKET_SUPERVISION', '430000', ''),
    await officer('MARKET_SUPERVISION', '000000', 'share:conditional'),
    await officer('FIRE_RESCUE', '430100', 'share:conditional'),
  ];
}

/** As a client should send it: it fits the schema, and so do its variables. */
function valid({ query, operationName, variables }: RandomOperation): DocumentNode | undefined {
  const document = parse(query);
  const defined = getOperationAST(document, operationName)?.variableDefinitions ?? [];
  if (getVariableValues(schema, defined, variables).errors) return undefined;
  const rules = [...specifiedRules, refuseMisleadingAliases, limitDepth];
  return validate(schema, document, rules).length === 0 ? document : undefined;
}

/** As it goes over the wire; the types of the schema have no order, and a signature holds what each side has drawn. */
function sent(data: unknown): unknown {
  return JSON.parse(JSON.stringify(data ?? null), (name, value: unknown) => {
    if (name === 'types' && Array.isArray(value)) return value.sort(byName);
    return typeof value === 'string' ? value.replace(/^([\w-]+)\.\.[\w-]+$/, '$1..drawn') : value;
  });
}
const byName = (one: { name?: string }, other: { name?: string }) =>
  (one.name ?? '').localeCompare(other.name ?? '');

/** Codes at their places: what is lost of an object that nobody knows is told by ours alone. */
function toldBy(errors: readonly Told[]): string[] {
  const told = errors.map((error) => {
    const code = catalogued(error)?.code ?? error.extensions?.code;
    return `${JSON.stringify(error.path ?? null)} ${String(code)}`;
  });
  return [...new Set(told)].filter((line) => !/ (DATA_INCOMPLETE|undefined)$/.test(line)).sort();
}

/** Where two answers are first not the same. */
function firstDifference(mine: unknown, other: unknown, at = '$'): { at: string; is: string; must: string } {
  const inside = (value: unknown): value is Record<string, unknown> =>
    typeof value === 'object' && value !== null;
  if (inside(mine) && inside(other) && Array.isArray(mine) === Array.isArray(other)) {
    const names = [...new Set([...Object.keys(mine), ...Object.keys(other)])];
    const name = names.find((each) => !isDeepStrictEqual(mine[each], other[each]));
    if (name !== undefined) return firstDifference(mine[name], other[name], `${at}.${name}`);
  }
  return { at, is: inspect(mine), must: inspect(other) };
}
