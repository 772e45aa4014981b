import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';

/** A stream of numbers from 0 to 1 that is the same for the same seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export interface RandomOperation {
  query: string;
  variables: Record<string, unknown>;
  operationName?: string;
}
/** Values of a scalar for an argument, by its place: `Query.region.code`, or `EnterpriseFilter.region` of an input. */
export type Pool = (type: string, place: string) => readonly unknown[];

const INTROSPECTION = [
  '__schema { queryType { name } types { name kind } }',
  '__type(name: "PageInfo") { name fields { name type { kind ofType { name } } } }',
  'k: __type(name: "Nothing") { name }',
];
const DEEPEST = 7;

/** Makes operations that a client might send: most are valid, the others are for the caller to leave out. */
export class OperationMaker {
  private variables = new Map<string, { type: string; value: unknown; default?: string }>();
  private fragments: string[] = [];
  private fields = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly random: () => number,
    private readonly pool: Pool,
  ) {}

  make(kind: 'query' | 'mutation' = 'query'): RandomOperation {
    this.variables = new Map();
    this.fragments = [];
    this.fields = 10 + this.below(50);
    const root = this.schema.getRootType(kind as never);
    if (!root) throw new Error(`there is no ${kind}`);
    const set = this.selectionSet(root, 0);
    const declared = [...this.variables].map(
      ([name, { type, default: value }]) => `$${name}: ${type}${value ? ` = ${value}` : ''}`,
    );
    const named = this.chance(0.5);
    const query = `${kind} ${named ? 'Asked' : ''}${declared.length > 0 ? `(${declared.join(', ')})` : ''} ${set} ${this.fragments.join(' ')}`;
    const given = [...this.variables].filter(([, { default: value }]) => !value || this.chance(0.5));
    const variables = Object.fromEntries(given.map(([name, { value }]) => [name, value]));
    if (!named || this.chance(0.7)) return { query, variables };
    return { query: `${query} query Other { __typename }`, variables, operationName: 'Asked' };
  }

  private selectionSet(type: GraphQLCompositeType, depth: number): string {
    const root = depth === 0;
    const parts: string[] = [];
    const wanted = root ? 1 + this.below(3) : 1 + this.below(5);
    for (let at = 0; at < wanted; at++) parts.push(this.selection(type, depth));
    if (isAbstractType(type) && depth < DEEPEST && this.chance(0.7))
      parts.push(...this.schema.getPossibleTypes(type).map((each) => this.inline(each, depth)));
    if (this.chance(0.15)) parts.push(`${this.chance(0.3) ? `t${this.below(2)}: ` : ''}__typename`);
    if (root && type === this.schema.getQueryType() && this.chance(0.04))
      parts.push(this.pick(INTROSPECTION));
    return `{ ${parts.filter(Boolean).join(' ') || '__typename'} }`;
  }

  private selection(type: GraphQLCompositeType, depth: number): string {
    if (this.chance(0.1) && depth < DEEPEST) {
      const other = this.chance(0.7) ? type : this.related(type);
      // an interface of an object: leaves only, since Apollo's executor loses what stands under the object's own type in there
      return this.inline(other, isAbstractType(other) && !isAbstractType(type) ? DEEPEST + 1 : depth);
    }
    if (this.chance(0.06) && depth < DEEPEST) return this.spread(type, depth);
    if (!('getFields' in type) || this.fields <= 0) return '__typename';
    const all = Object.values(type.getFields());
    const leaves = all.filter((each) => !isCompositeType(getNamedType(each.type)));
    const field = this.pick(depth > DEEPEST || (depth > 0 && this.chance(0.4)) ? leaves : all);
    return field ? this.field(type, field, depth) : '__typename';
  }

  private field(parent: GraphQLCompositeType, field: GraphQLField<unknown, unknown>, depth: number): string {
    this.fields--;
    const alias = this.chance(0.15)
      ? `${this.pick(['a', 'b', 'c', 'constructor', 'toString'])}${this.chance(0.8) ? this.below(100) : ''}: `
      : '';
    const given = field.args.map((arg) => this.argument(`${parent.name}.${field.name}`, arg)).filter(Boolean);
    const type = getNamedType(field.type);
    const once = `${field.name}${given.length > 0 ? `(${given.join(', ')})` : ''}`;
    const set = () => (isCompositeType(type) ? this.selectionSet(type, depth + 1) : '');
    const asked = `${alias}${once}${this.condition()} ${set()}`;
    // the same again: the two have to be one
    return this.chance(0.08) ? `${asked} ${alias}${once}${this.condition()} ${set()}` : asked;
  }

  private inline(type: GraphQLCompositeType, depth: number): string {
    return `... ${this.chance(0.8) ? `on ${type.name}` : ''}${this.condition()} ${this.selectionSet(type, depth + 0.5)}`;
  }

  private spread(type: GraphQLCompositeType, depth: number): string {
    const name = `F${this.fragments.length}`;
    this.fragments.push('');
    this.fragments[Number(name.slice(1))] =
      `fragment ${name} on ${type.name} ${this.selectionSet(type, depth + 0.5)}`;
    return `...${name}${this.condition()}${this.chance(0.2) ? ` ...${name}` : ''}`;
  }

  /** A type that objects of this one may be of as well. */
  private related(type: GraphQLCompositeType): GraphQLCompositeType {
    if (isAbstractType(type)) return this.pick(this.schema.getPossibleTypes(type)) ?? type;
    return this.pick('getInterfaces' in type ? type.getInterfaces() : []) ?? type;
  }

  private condition(): string {
    if (!this.chance(0.1)) return '';
    const name = this.pick(['skip', 'include']);
    if (this.chance(0.3)) return ` @${name}(if: ${this.chance(0.5)})`;
    const variable = `if${this.below(3)}`;
    const known = this.variables.get(variable);
    const value = this.chance(0.5);
    if (!known)
      this.variables.set(variable, {
        type: 'Boolean!',
        value,
        ...(this.chance(0.3) && { default: String(!value) }),
      });
    return ` @${name}(if: $${variable})`;
  }

  private argument(field: string, { name, type }: GraphQLArgument): string {
    if (!isNonNullType(type) && this.chance(0.4)) return '';
    const value = this.value(type, `${field}.${name}`);
    if (this.chance(0.6)) return `${name}: ${literal(value, type)}`;
    const variable = `v${this.variables.size}`;
    this.variables.set(variable, { type: String(type), value });
    return `${name}: $${variable}`;
  }

  private value(type: GraphQLInputType, place: string): unknown {
    if (isNonNullType(type)) return this.value(type.ofType, place);
    if (isListType(type)) return Array.from({ length: this.below(3) }, () => this.value(type.ofType, place));
    if (isEnumType(type)) return this.pick(type.getValues())?.name;
    if (!isInputObjectType(type)) return this.pick(this.pool(type.name, place));
    const fields = Object.values(type.getFields()).filter(
      (field) => isNonNullType(field.type) || this.chance(0.3),
    );
    return Object.fromEntries(
      fields.map((field) => [field.name, this.value(field.type, `${type.name}.${field.name}`)]),
    );
  }

  private chance(share: number): boolean {
    return this.random() < share;
  }

  private below(end: number): number {
    return Math.floor(this.random() * end);
  }

  private pick<Item>(items: readonly Item[]): Item {
    return items[this.below(items.length)] as Item;
  }
}

function literal(value: unknown, type: GraphQLInputType): string {
  if (isNonNullType(type)) return literal(value, type.ofType);
  if (isListType(type))
    return `[${(value as unknown[]).map((each) => literal(each, type.ofType)).join(', ')}]`;
  if (value === null || value === undefined) return 'null';
  if (isEnumType(type)) return String(value);
  if (!isInputObjectType(type)) return JSON.stringify(value);
  const fields = Object.entries(value).map(
    ([name, each]) => `${name}: ${literal(each, type.getFields()[name]?.type as GraphQLInputType)}`,
  );
  return `{ ${fields.join(', ')} }`;
}
