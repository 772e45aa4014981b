import {
  Kind,
  defaultFieldResolver,
  execute,
  getVariableValues,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  parse,
  visit,
  type DocumentNode,
  type ExecutionResult,
  type FieldNode,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import { getArgumentValues } from 'graphql/execution/values';
import {
  SharingGuard,
  answerDenied,
  readSharingRules,
  type Call,
  type RequestContext,
  type Subgraph,
} from '../../subgraphs/kernel';
import { read } from '../support/sources';
import type { RandomOperation } from '../support/random-operation';

type Row = Record<string, unknown>;
/** How a subgraph has a field: by what else it must know of the object. */
interface Holding {
  subgraph: string;
  requires: SelectionSetNode | undefined;
}

/** One object of an answer, with what each subgraph has of it. */
class Thing {
  private readonly parts = new Map<string, Promise<unknown>>();

  constructor(
    readonly __typename: string,
    readonly home: string,
    readonly object: unknown,
  ) {}

  /** Asked for once, however many fields hang on it. */
  part(key: string, find: () => Promise<unknown>): Promise<unknown> {
    const known = this.parts.get(key) ?? find();
    this.parts.set(key, known);
    return known;
  }
}

/** What one operation brings. */
interface Asking {
  operation: RandomOperation;
  contexts: Map<string, RequestContext>;
  call: Call;
}

/**
 * All subgraphs as one schema, executed by graphql-js in one piece: no plan, no fetch, no joining of answers. Each field is
 * resolved by the subgraph that has it, and an object of another by its key, one by one.
 */
export class Monolith {
  private readonly holdings = new Map<string, Holding[]>();
  private readonly keys = new Map<string, SelectionSetNode>();
  private readonly guard: SharingGuard;

  /** @param schema as clients see it */
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly subgraphs: ReadonlyMap<string, Subgraph>,
  ) {
    this.guard = new SharingGuard(schema, readSharingRules(parse(read('schema/supergraph.graphql'))));
    for (const name of subgraphs.keys()) this.learn(name, parse(read(`schema/${name}.graphql`)));
  }

  async execute(document: DocumentNode, operation: RandomOperation, call: Call): Promise<ExecutionResult> {
    const { operationName, variables } = operation;
    const guarded = this.guard.check(document, operationName, call.caller, call.purpose);
    const { data, errors = [] } = await execute({
      schema: this.schema,
      document: guarded.document,
      operationName,
      variableValues: variables,
      contextValue: { operation, call, contexts: new Map() } satisfies Asking,
      fieldResolver: this.resolve,
    });
    return { data, errors: [...errors, ...answerDenied(data, guarded)] };
  }

  private learn(subgraph: string, { definitions }: DocumentNode): void {
    for (const type of definitions) {
      if (type.kind !== Kind.OBJECT_TYPE_DEFINITION && type.kind !== Kind.OBJECT_TYPE_EXTENSION) continue;
      for (const { name, directives = [] } of type.fields ?? []) {
        if (directives.some((each) => each.name.value === 'external')) continue;
        const at = `${type.name.value}.${name.value}`;
        const known = this.holdings.get(at) ?? [];
        this.holdings.set(at, [...known, { subgraph, requires: fieldsOf(directives, 'requires') }]);
      }
      const key = fieldsOf(type.directives ?? [], 'key');
      if (key) this.keys.set(type.name.value, key);
    }
  }

  private readonly resolve: GraphQLFieldResolver<unknown, Asking> = (source, _, asking, info) => {
    const { parentType, fieldName, fieldNodes } = info;
    const [node] = fieldNodes as [FieldNode];
    return this.field(source, parentType.name, fieldName, node, asking, info);
  };

  private async field(
    source: unknown,
    type: string,
    name: string,
    node: FieldNode | null,
    asking: Asking,
    info: GraphQLResolveInfo,
  ): Promise<unknown> {
    const holdings = this.holdings.get(`${type}.${name}`) ?? [];
    const home = source instanceof Thing ? source.home : undefined;
    const holding = holdings.find(({ subgraph }) => subgraph === home) ?? holdings[0];
    if (!holding) throw new Error(`no subgraph has ${type}.${name}`);
    const object = source instanceof Thing ? await this.partOf(source, holding, asking, info) : undefined;
    if (object === null) return null;
    const { schema } = this.of(holding.subgraph);
    const field = (schema.getType(type) as GraphQLObjectType).getFields()[name];
    if (!field) throw new Error(`${holding.subgraph} does not have ${type}.${name}`);
    const args = node
      ? getArgumentValues(field, node, variablesIn(node, schema, asking.operation, info))
      : {};
    const here = { ...info, schema, fieldName: name } as GraphQLResolveInfo;
    const context = this.contextOf(holding.subgraph, asking);
    const value: unknown = await (field.resolve ?? defaultFieldResolver)(object, args, context, here);
    return this.wrapped(value, field.type, holding.subgraph, context, here);
  }

  /** The object as the subgraph has it; null where it knows nothing of it. */
  private partOf(thing: Thing, { subgraph, requires }: Holding, asking: Asking, info: GraphQLResolveInfo) {
    const { __typename: type, home, object } = thing;
    if (subgraph === home && !requires) return object;
    const key = this.keys.get(type);
    if (!key) throw new Error(`${type} has no key`);
    return thing.part(`${subgraph} ${requires ? JSON.stringify(requires) : ''}`, async () => {
      const known = await this.selected(thing, key, asking, info);
      const needed = requires && (await this.selected(thing, requires, asking, info));
      const { extensions } = this.of(subgraph).schema.getType(type) as GraphQLObjectType;
      const { resolveReference } = (extensions.apollo as { subgraph: { resolveReference: Find } }).subgraph;
      const context = this.contextOf(subgraph, asking);
      return (await resolveReference({ __typename: type, ...known, ...needed }, context, info)) ?? null;
    });
  }

  private async selected(
    thing: Thing,
    { selections }: SelectionSetNode,
    asking: Asking,
    info: GraphQLResolveInfo,
  ): Promise<Row> {
    const into = async (value: unknown, set: SelectionSetNode | undefined): Promise<unknown> => {
      if (Array.isArray(value)) return Promise.all(value.map((each) => into(each, set)));
      return value instanceof Thing && set ? this.selected(value, set, asking, info) : value;
    };
    const fields = selections.map(async (each) => {
      if (each.kind !== Kind.FIELD) throw new Error('a key is made of fields');
      const value = await this.field(thing, thing.__typename, each.name.value, null, asking, info);
      return [each.name.value, await into(value, each.selectionSet)] as const;
    });
    return Object.fromEntries(await Promise.all(fields));
  }

  private async wrapped(
    value: unknown,
    type: GraphQLOutputType,
    subgraph: string,
    context: RequestContext,
    info: GraphQLResolveInfo,
  ): Promise<unknown> {
    const given = await value;
    if (isNonNullType(type))
      return this.wrapped(given, type.ofType as GraphQLOutputType, subgraph, context, info);
    if (given === null || given === undefined) return null;
    if (isListType(type)) {
      const { ofType } = type as { ofType: GraphQLOutputType };
      return Promise.all(
        [...(given as unknown[])].map((each) => this.wrapped(each, ofType, subgraph, context, info)),
      );
    }
    if (isLeafType(type)) return type.serialize(given);
    if (isObjectType(type)) return new Thing(type.name, subgraph, given);
    if (!isAbstractType(type)) return given;
    const said = (given as { __typename?: string }).__typename;
    const name = said ?? (await type.resolveType?.(given, context, info, type));
    return new Thing(String(name), subgraph, given);
  }

  private contextOf(name: string, { contexts, call }: Asking): RequestContext {
    const known = contexts.get(name) ?? this.of(name).open(call);
    contexts.set(name, known);
    return known;
  }

  private of(name: string): Subgraph {
    const subgraph = this.subgraphs.get(name);
    if (!subgraph) throw new Error(`there is no subgraph ${name}`);
    return subgraph;
  }
}
type Find = (reference: Row, context: RequestContext, info: GraphQLResolveInfo) => Promise<unknown>;

function fieldsOf(
  directives: readonly { name: { value: string }; arguments?: readonly unknown[] }[],
  wanted: string,
) {
  const [argument] = directives.find(({ name }) => name.value === wanted)?.arguments ?? [];
  const value = (argument as { value?: { value?: string } } | undefined)?.value?.value;
  if (value === undefined) return undefined;
  const [operation] = parse(`{ ${value} }`, { noLocation: true }).definitions;
  return operation?.kind === Kind.OPERATION_DEFINITION ? operation.selectionSet : undefined;
}

/** Those variables that a field takes, as its own subgraph reads them. */
function variablesIn(
  node: FieldNode,
  schema: GraphQLSchema,
  { variables }: RandomOperation,
  info: GraphQLResolveInfo,
): Row {
  const used = new Set<string>();
  visit(
    { ...node, selectionSet: undefined, directives: [] },
    { Variable: ({ name }) => void used.add(name.value) },
  );
  if (used.size === 0) return {};
  const defined = (info.operation.variableDefinitions ?? []).filter(({ variable }) =>
    used.has(variable.name.value),
  );
  const { coerced, errors } = getVariableValues(schema, defined, variables);
  if (errors?.[0]) throw errors[0];
  return coerced ?? {};
}
