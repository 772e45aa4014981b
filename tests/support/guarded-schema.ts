import { buildSchema, execute, parse, validate, type DocumentNode, type ExecutionResult } from 'graphql';
import {
  SharingGuard,
  answerDenied,
  readSharingRules,
  type Caller,
  type Guarded,
} from '../../subgraphs/kernel';

/** A small schema with every level of sharing, for tests of the guard. */
const SDL = `
  directive @sharing(level: SharingLevel!, owner: DepartmentKind, bodies: Boolean) on FIELD_DEFINITION
  enum SharingLevel { PUBLIC UNCONDITIONAL CONDITIONAL RESTRICTED }
  enum DepartmentKind { MARKET_SUPERVISION FIRE_RESCUE }
  type Query {
    shop: Shop @sharing(level: PUBLIC)
    shops: [[Shop]] @sharing(level: PUBLIC)
    found: [Found] @sharing(level: PUBLIC)
    secret: Shop @sharing(level: UNCONDITIONAL)
  }
  type Mutation { close: Shop @sharing(level: UNCONDITIONAL) }
  type Shop {
    name: String @sharing(level: PUBLIC)
    owner: Person @sharing(level: PUBLIC)
    agent: Person @sharing(level: UNCONDITIONAL)
    phone: String @sharing(level: CONDITIONAL)
    notes: String @sharing(level: RESTRICTED, owner: MARKET_SUPERVISION)
    forgotten: String
  }
  type Person {
    name: String @sharing(level: PUBLIC)
    phone: String @sharing(level: CONDITIONAL)
    shop: Shop @sharing(level: PUBLIC)
  }
  union Found = Shop | Person`;

export const schema = buildSchema(SDL);
export const guard = new SharingGuard(schema, readSharingRules(parse(SDL)));

const person: Record<string, unknown> = { __typename: 'Person', name: '张三', phone: '138' };
const shop: Record<string, unknown> = {
  __typename: 'Shop',
  ...{
    name: '甲',
    phone: '010',
    notes: '内部',
    forgotten: '忘',
    owner: person,
    agent: { ...person, name: '李四' },
  },
};
person.shop = shop;
export const root = {
  shop,
  shops: [[shop, null], [{ ...shop, name: '乙' }]],
  found: [shop, person],
  secret: shop,
  close: shop,
};

export interface Asked {
  caller: Caller;
  purpose?: string | null;
  variables?: Record<string, unknown>;
  operationName?: string;
}

export interface Answered {
  /* eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look into answers of any shape */
  data: any;
  denied: string[];
  messages: string[];
  guarded: Guarded;
}

/** Checks, executes what is left and puts the nulls in, as a subgraph does. */
export function ask(
  query: string | DocumentNode,
  { caller, purpose = null, variables, operationName }: Asked,
): Answered {
  const document = typeof query === 'string' ? parse(query) : query;
  const faults = validate(schema, document);
  if (faults.length > 0) throw new Error(`the test asks for what is not there: ${faults.join(' ')}`);
  const guarded = guard.check(document, operationName, caller, purpose);
  const result = execute({
    schema,
    document: guarded.document,
    rootValue: root,
    variableValues: variables,
    operationName,
  }) as ExecutionResult;
  if (result.errors) throw new Error(`what is left cannot be executed: ${result.errors.join(' ')}`);
  const data: unknown = JSON.parse(JSON.stringify(result.data));
  const errors = answerDenied(data, guarded);
  return {
    data,
    denied: errors.map(({ path }) => (path ?? []).join('.')),
    messages: errors.map(({ message }) => message),
    guarded,
  };
}
