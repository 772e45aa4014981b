import {
  Kind,
  astFromValue,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  print,
  type DocumentNode,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLSchema,
  type GraphQLType,
  type TypeNode,
} from 'graphql';
import { readSharingRules, type SharingRules } from '../../subgraphs/kernel';
import type { Promised } from './outline';

const NOT_SERVED = 'is not served';

/** Compares what the outline promises with what is served. */
export class Served {
  private readonly rules: SharingRules;
  private readonly keys: ReadonlySet<string>;

  constructor(
    private readonly api: GraphQLSchema,
    supergraph: DocumentNode,
  ) {
    this.rules = readSharingRules(supergraph);
    this.keys = keysOf(supergraph);
  }

  has({ coordinate }: Promised): boolean {
    return this.find(coordinate) !== undefined;
  }

  /** What is wrong with it, or null if the promise is kept. */
  fault(promised: Promised): string | null {
    const { coordinate, type, defaultValue, sharing } = promised;
    const found = this.find(coordinate);
    if (found === undefined) return `${coordinate} ${NOT_SERVED}`;
    if (found === true || !type) return null;
    const isArgument = coordinate.endsWith(':)');
    if (isArgument ? !accepts(found.type, type) : !gives(found.type, type)) {
      return `${coordinate} is ${String(found.type)}, promised was ${print(type)}`;
    }
    const fallback = 'defaultValue' in found ? astFromValue(found.defaultValue, found.type) : null;
    if (defaultValue && print(defaultValue) !== (fallback ? print(fallback) : '')) {
      return `${coordinate} is by default ${fallback ? print(fallback) : 'not given'}, promised was ${print(defaultValue)}`;
    }
    const level = this.rules.get(coordinate)?.level;
    return sharing && level !== sharing
      ? `${coordinate} is shared as ${String(level)}, promised was ${sharing}`
      : null;
  }

  /** Arguments that a client who knows the outline only would have to give. */
  demands(promised: readonly Promised[]): string[] {
    const known = new Set(promised.map(({ coordinate }) => coordinate));
    return promised.flatMap(({ coordinate }) => {
      const found = this.find(coordinate);
      if (typeof found !== 'object' || !('args' in found)) return [];
      return found.args
        .filter((argument) => isNonNullType(argument.type) && argument.defaultValue === undefined)
        .map(({ name }) => `${coordinate}(${name}:)`)
        .filter((argument) => !known.has(argument));
    });
  }

  private find(coordinate: string): true | GraphQLField<unknown, unknown> | GraphQLArgument | undefined {
    if (this.keys.has(coordinate)) return true;
    const [, name = '', member, argument] =
      /^(\w+)(?:(?:\.| \| )(\w+))?(?:\((\w+):\))?$/.exec(coordinate) ?? [];
    const type = this.api.getType(name);
    if (!type || member === undefined) return type && true;
    if (isEnumType(type)) return type.getValue(member) ? true : undefined;
    if (isUnionType(type)) return type.getTypes().some((each) => each.name === member) || undefined;
    if (isInputObjectType(type)) return type.getFields()[member] ? true : undefined;
    const field = isObjectType(type) ? type.getFields()[member] : undefined;
    return argument === undefined ? field : field?.args.find((each) => each.name === argument);
  }
}

/** A client that expects `promised` is served by `actual`: it may be stricter, never weaker. */
function gives(actual: GraphQLType, promised: TypeNode): boolean {
  if (promised.kind === Kind.NON_NULL_TYPE)
    return isNonNullType(actual) && gives(actual.ofType, promised.type);
  if (isNonNullType(actual)) return gives(actual.ofType, promised);
  if (promised.kind === Kind.LIST_TYPE) return isListType(actual) && gives(actual.ofType, promised.type);
  return String(actual) === promised.name.value;
}

/** A client may send what was promised: the argument may ask for less, never for more. */
function accepts(actual: GraphQLType, promised: TypeNode): boolean {
  if (isNonNullType(actual))
    return promised.kind === Kind.NON_NULL_TYPE && accepts(actual.ofType, promised.type);
  if (promised.kind === Kind.NON_NULL_TYPE) return accepts(actual, promised.type);
  if (promised.kind === Kind.LIST_TYPE) return isListType(actual) && accepts(actual.ofType, promised.type);
  return String(actual) === promised.name.value;
}

function keysOf(supergraph: DocumentNode): Set<string> {
  const types = supergraph.definitions.filter(
    (definition) => definition.kind === Kind.OBJECT_TYPE_DEFINITION,
  );
  return new Set(
    types.flatMap(({ name, directives = [] }) =>
      directives.flatMap((directive) =>
        (directive.arguments ?? []).flatMap((argument) =>
          argument.name.value === 'key' && argument.value.kind === Kind.STRING
            ? `${name.value} key "${argument.value.value}"`
            : [],
        ),
      ),
    ),
  );
}
