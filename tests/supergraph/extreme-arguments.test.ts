import {
  buildSchema,
  coerceInputValue,
  getNamedType,
  isCompositeType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql';
import { checkValuesAtTheDoor } from '../../gateway/limits';
import { subgraphs } from '../../subgraphs';
import { extremesOf, literalOf, plainOf } from '../support/extremes';
import type { Reply } from '../support/http';
import { read } from '../support/sources';
import { startPlatform, type Platform } from '../support/platform';

type AnyField = GraphQLField<unknown, unknown>;
/** The way from the root of the API to a type: the fields in between. */
type Way = readonly AnyField[];

let platform: Platform;
let callers: [name: string, token: string | null][];
beforeAll(async () => {
  platform = await startPlatform('local');
  const rights = subgraphs.flatMap(({ name }) => [`write:${name}`, `decide:${name}`]);
  const officer = await platform.token('MARKET_SUPERVISION', '000000', 'share:conditional', ...rights);
  callers = [['public', null], ['officer', officer]];
});
afterAll(() => platform.stop());

function waysIn(schema: GraphQLSchema): Map<string, Way> {
  const root = schema.getQueryType();
  const ways = new Map<string, Way>(root ? [[root.name, []]] : []);
  for (const [name, way] of ways) {
    const type = schema.getType(name);
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const { name: to } = getNamedType(field.type);
      if (isObjectType(getNamedType(field.type)) && !ways.has(to)) ways.set(to, [...way, field]);
    }
  }
  return ways;
}

const plain = ({ name, type }: GraphQLArgument) => `${name}: ${literalOf(plainOf(type), type)}`;
const needed = ({ args }: AnyField, except?: GraphQLArgument) =>
  args.filter((each) => each !== except && isRequiredArgument(each)).map(plain);
function called(field: AnyField, given: readonly string[]): string {
  const set = isCompositeType(getNamedType(field.type)) ? ' { __typename }' : '';
  return `${field.name}${given.length > 0 ? `(${given.join(', ')})` : ''}${set}`;
}
function within(way: Way, selection: string): string {
  return way.reduceRight((inner, field) => {
    const given = [...needed(field), ...(field.args.some(({ name }) => name === 'first') ? ['first: 2'] : [])];
    return `${field.name}${given.length > 0 ? `(${given.join(', ')})` : ''} { ${inner} }`;
  }, selection);
}

const schema = buildSchema(read('schema/api.graphql'));
checkValuesAtTheDoor(schema);
const ways = waysIn(schema);

const faults: string[] = [];
let requests = 0;
function judge(what: string, reply: Reply): void {
  requests++;
  const masked = (reply.errors ?? []).filter(({ extensions }) => extensions.code === 'INTERNAL_SERVER_ERROR');
  if (reply.status >= 500 || masked.length > 0 || (reply.data === undefined && !reply.errors)) faults.push(`${what} ${reply.status} ${JSON.stringify(masked.map((m)=>m.path))}`);
}

test('sweep', async () => {
  const started = Date.now();
  for (const [type, way] of ways) {
    const object = schema.getType(type);
    if (!isObjectType(object)) continue;
    for (const field of Object.values(object.getFields())) {
      for (const argument of field.args) {
        const values = extremesOf(argument.type);
        const fits = (value: unknown) => {
          let good = true;
          coerceInputValue(value, argument.type, () => (good = false));
          return good;
        };
        const good = values.filter(fits);
        const bad = values.filter((value) => !fits(value));
        for (const [who, token] of callers) {
          const at = `${type}.${field.name}(${argument.name}) ${who}`;
          const others = needed(field, argument);
          for (const set of [good, bad]) {
           for (let from = 0; from < set.length; from += 60) {
            const part = set.slice(from, from + 60);
            const variables = Object.fromEntries(part.map((value, i) => [`v${i}`, value]));
            const declared = part.map((_, i) => `$v${i}: ${argument.type}`).join(', ');
            const selection = part.map((_, i) => `a${i}: ${called(field, [...others, `${argument.name}: $v${i}`])}`).join(' ');
            const reply = await platform.post(`query (${declared}) { ${within(way, selection)} }`, { token, variables });
            judge(`${at} variables ${set === good ? 'good' : 'bad'}`, reply);
           }
          }
        }
      }
    }
  }
  console.log(requests, (Date.now() - started) / 1000, process.cpuUsage(), faults.length, faults.join('\n'));
});
