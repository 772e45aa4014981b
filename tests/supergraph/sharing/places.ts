import {
  getNamedType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredArgument,
  isScalarType,
  type GraphQLField,
  type GraphQLObjectType,
} from 'graphql';
import { subgraphs } from '../../../subgraphs';
import { snakeCase, tableOf, type EntityClass } from '../../../subgraphs/kernel';
import { sealCursor } from '../../../subgraphs/kernel';
import type { Platform } from '../../support/platform';
import { TEST_SETTINGS } from '../../support/settings';
import { typeNameOf } from '../../support/type-name';
import type { Arguments } from './paths';
import { HERE, answers } from './given';
import { keyOf, usccOf } from './sample';

/** Where the rows of each type that has a table are kept. */
export function tables(): Map<string, { schema: string; entity: EntityClass }> {
  return new Map(
    subgraphs.flatMap(({ name, entities }) =>
      entities.map((entity) => [typeNameOf(entity), { schema: name, entity }] as const),
    ),
  );
}

/** What queries with one input are asked with. */
const INPUTS: Record<string, string> = {
  PrincipalBanCheckInput: '{ idNumber: "11010519491231002X", industryCode: "37" }',
};

/** Arguments that may be left out, and without which nothing would be found. */
const ASKED = new Set(['registrationGate(uscc)']);

/** Values for arguments, so that every field finds a row: keys from the tables, the rest by the type of the argument. */
export async function findArguments(platform: Platform, matter: string): Promise<Arguments> {
  const keys = new Map<string, string>();
  for (const [type, { schema, entity }] of tables()) {
    const columns = await platform.sql<{ column: string }>(
      'SELECT column_name AS column FROM information_schema.columns WHERE table_schema = $1 AND table_name = $2',
      [schema, tableOf(entity)],
    );
    for (const name of ['code', 'id', 'serial', 'uscc', 'number', 'documentNumber', 'personId', 'quarter']) {
      if (!columns.some(({ column }) => column === snakeCase(name))) continue;
      keys.set(`${type}.${name}`, await keyOf(platform, schema, tableOf(entity), snakeCase(name), matter));
    }
  }
  // the enterprise that all departments know
  keys.set('Enterprise.uscc', usccOf(HERE, 0));
  keys.set('undefined.categoryCode', '1119');
  const byType: Record<string, string | number> = {
    ...{
      Uscc: keys.get('Enterprise.uscc') ?? '',
      RegionCode: '430000',
      String: 'sample',
      Int: new Date().getFullYear(),
      Date: '2026-06-01',
    },
    ID: keys.get('Qualification.personId') ?? '',
  };
  const cursors: Record<string, string> = {
    CursorInvalid: 'sample',
    CursorExpired: sealCursor(
      { epoch: 'another', sequence: '0', from: '0', mark: '' },
      TEST_SETTINGS.dataKey,
    ),
  };
  const valueFor = (type: GraphQLObjectType | null, name: string, scalar: string): string => {
    const own = `${type?.name}.${name}`;
    const value = keys.get(own) ?? answers.get(own) ?? answers.get(name) ?? byType[scalar];
    if (value === undefined)
      throw new Error(`nothing is known to ask ${type?.name}(${name}: ${scalar}) with`);
    return JSON.stringify(value);
  };
  return (field, type) => {
    const cursor = cursors[type?.name ?? ''];
    if (cursor) return `(after: ${JSON.stringify(cursor)})`;
    const given = [...requiredOf(field, type, valueFor), ...narrowed(field, type)];
    return given.length === 0 ? '' : `(${given.join(', ')})`;
  };
}

type Field = GraphQLField<unknown, unknown>;

function requiredOf(
  field: Field,
  type: GraphQLObjectType | null,
  valueFor: (type: GraphQLObjectType | null, name: string, scalar: string) => string,
) {
  const asked = field.args.filter(
    (each) => isRequiredArgument(each) || ASKED.has(`${field.name}(${each.name})`),
  );
  return asked.map(({ name, type: wanted }) => {
    const named = getNamedType(wanted);
    // one empty record: refused by itself, with a receipt
    if (isInputObjectType(named)) return `${name}: ${INPUTS[named.name] ?? '[{}]'}`;
    if (!isScalarType(named))
      throw new Error(`nothing is known to ask ${field.name}(${name}: ${String(wanted)}) with`);
    return `${name}: ${valueFor(type, name, named.name)}`;
  });
}

/** A list without pages is asked for one division only, where it can be: there are thousands of departments. */
function narrowed(field: Field, type: GraphQLObjectType | null): string[] {
  const isPlainList = type !== null && isListType(isNonNullType(field.type) ? field.type.ofType : field.type);
  return field.args.flatMap(({ name, type: wanted }) => {
    const named = getNamedType(wanted);
    if (!isPlainList || isNonNullType(wanted)) return [];
    if (isInputObjectType(named) && named.getFields().region) return [`${name}: { region: "${HERE}" }`];
    return name === 'region' ? [`${name}: "${HERE}"`] : [];
  });
}
