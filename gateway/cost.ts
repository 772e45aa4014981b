import {
  Kind,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  getIntrospectionQuery,
  getNamedType,
  getOperationAST,
  isCompositeType,
  isListType,
  isNonNullType,
  isUnionType,
  parse,
  valueFromASTUntyped,
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';
import type { Variables } from './answer-shape';

/** What `@cost` and `@listSize` say of a field. */
interface Stated {
  weight?: number;
  assumedSize?: number;
  slicingArguments: readonly string[];
  sizedFields: readonly string[];
}
export interface Cost {
  /** An object is one point and a value of it a tenth; figures weigh what they say. */
  points: number;
  /** What is asked of the schema itself, in the same measure. */
  introspection: number;
  /** Fields of the operation, its fragments spread out; counted up to one more than may be. */
  fields: number;
}
/** One field of the answer, by all the places where the operation asks for it. */
interface Asked {
  parent: GraphQLCompositeType;
  nodes: FieldNode[];
}
/** How many objects there can be, and how long the lists below are that their parent has sized. */
interface Among {
  times: number;
  sized?: { fields: readonly string[]; size: number };
}

const OBJECT = 1;
const VALUE = 0.1;
const MUTATION = 10;
/** Of one document so many measures are kept. */
const MOST_KEPT = 100;

/**
 * The work of an operation, known before anything is fetched: by the IBM GraphQL cost specification, where lists
 * multiply, and values count besides. Circles of fragments have been refused before.
 */
export class CostModel {
  /** What a tool asks that reads the whole description of the schema. */
  readonly wholeSchema: number;
  private readonly stated = new Map<string, Stated>();
  private readonly measured = new WeakMap<DocumentNode, Map<string, Cost>>();

  /** @param supergraph as it was composed: clients do not see directives */
  constructor(
    private readonly schema: GraphQLSchema,
    supergraph: DocumentNode,
    private readonly mostFields: number,
  ) {
    for (const type of supergraph.definitions) {
      if (type.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
      for (const { name, directives = [] } of type.fields ?? [])
        this.stated.set(`${type.name.value}.${name.value}`, statedBy(directives));
    }
    describe(this.stated, Object.keys(schema.getTypeMap()).length);
    const whole = parse(getIntrospectionQuery({ inputValueDeprecation: true, specifiedByUrl: true }));
    this.wholeSchema = this.of(whole, getOperationAST(whole) as OperationDefinitionNode, {}).introspection;
  }

  /** Measured once for each document and what of its variables can be a size or a condition. */
  of(document: DocumentNode, operation: OperationDefinitionNode, sent: Variables): Cost {
    const variables = Object.fromEntries(
      (operation.variableDefinitions ?? []).map(({ variable: { name }, defaultValue }) => {
        const value = Object.hasOwn(sent, name.value) ? sent[name.value] : plain(defaultValue);
        return [name.value, typeof value === 'number' || typeof value === 'boolean' ? value : null];
      }),
    );
    const key = `${operation.name?.value ?? ''} ${JSON.stringify(variables)}`;
    const known = this.measured.get(document) ?? new Map<string, Cost>();
    this.measured.set(document, known);
    const cost = known.get(key) ?? this.measure(document, operation, variables);
    if (known.size < MOST_KEPT) known.set(key, cost);
    return cost;
  }

  private measure(
    { definitions }: DocumentNode,
    operation: OperationDefinitionNode,
    variables: Variables,
  ): Cost {
    const fragments = new Map(
      definitions.flatMap((each) =>
        each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : [],
      ),
    );
    const root = this.schema.getRootType(operation.operation);
    const walk = new Walk(this.schema, this.stated, fragments, variables, this.mostFields);
    if (root) walk.through([operation.selectionSet], root, { times: 1 }, 'points');
    return walk.cost;
  }
}

function plain(value: ValueNode | undefined): unknown {
  return value && valueFromASTUntyped(value);
}

class Walk {
  readonly cost: Cost = { points: 0, introspection: 0, fields: 0 };

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly stated: ReadonlyMap<string, Stated>,
    private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>,
    private readonly variables: Variables,
    private readonly mostFields: number,
  ) {}

  through(
    sets: readonly SelectionSetNode[],
    type: GraphQLCompositeType,
    { times, sized }: Among,
    account: 'points' | 'introspection',
  ): void {
    for (const { parent, nodes } of this.askedIn(sets, type)) {
      const [node] = nodes;
      if (!node || ++this.cost.fields > this.mostFields) return;
      const field = this.fieldOf(parent, node.name.value);
      // __typename, which every type has
      if (!field) this.cost[account] += times * VALUE;
      if (!field) continue;
      const stated = this.stated.get(`${parent.name}.${field.name}`);
      const size = sized?.fields.includes(field.name) ? sized.size : this.sizeOf(node, field, stated);
      const inner = getNamedType(field.type);
      const among = isList(field.type) ? times * size : times;
      const to = field === SchemaMetaFieldDef || field === TypeMetaFieldDef ? 'introspection' : account;
      this.cost[to] += among * (stated?.weight ?? this.usual(parent, isCompositeType(inner)));
      if (!isCompositeType(inner)) continue;
      const below = nodes.flatMap(({ selectionSet }) => (selectionSet ? [selectionSet] : []));
      this.through(below, inner, { times: among, sized: { fields: stated?.sizedFields ?? [], size } }, to);
    }
  }

  private usual(parent: GraphQLCompositeType, isObject: boolean): number {
    if (parent === this.schema.getMutationType()) return MUTATION;
    return isObject ? OBJECT : VALUE;
  }

  private fieldOf(parent: GraphQLCompositeType, name: string): GraphQLField<unknown, unknown> | undefined {
    if (isUnionType(parent)) return undefined;
    if (parent === this.schema.getQueryType()) {
      if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
      if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
    }
    return parent.getFields()[name];
  }

  /** How long the list is: what its slicing argument says, or else what is said of it. */
  private sizeOf(node: FieldNode, field: GraphQLField<unknown, unknown>, stated: Stated | undefined): number {
    for (const name of stated?.slicingArguments ?? []) {
      const given = node.arguments?.find((each) => each.name.value === name)?.value;
      const value = given && valueFromASTUntyped(given, this.variables);
      const size = value ?? field.args.find((each) => each.name === name)?.defaultValue;
      if (typeof size === 'number') return Math.max(0, size);
    }
    return stated?.assumedSize ?? 1;
  }

  /** The fields of these selections, those of one name together, through fragments. */
  private askedIn(sets: readonly SelectionSetNode[], type: GraphQLCompositeType): Iterable<Asked> {
    const asked = new Map<string, Asked>();
    const spread = new Set<string>();
    const read = ({ selections }: SelectionSetNode, parent: GraphQLCompositeType): void => {
      for (const selection of selections) {
        if (this.isLeftOut(selection)) continue;
        if (selection.kind === Kind.FIELD) {
          const key = `${parent.name} ${(selection.alias ?? selection.name).value}`;
          const known = asked.get(key);
          if (known) known.nodes.push(selection);
          else asked.set(key, { parent, nodes: [selection] });
          continue;
        }
        const fragment =
          selection.kind === Kind.INLINE_FRAGMENT ? selection : this.fragments.get(selection.name.value);
        if (!fragment) continue;
        if (fragment.kind === Kind.FRAGMENT_DEFINITION) {
          const key = `${parent.name} ${fragment.name.value}`;
          if (spread.has(key)) continue;
          spread.add(key);
        }
        const on = fragment.typeCondition && this.schema.getType(fragment.typeCondition.name.value);
        read(fragment.selectionSet, isCompositeType(on) ? on : parent);
      }
    };
    for (const set of sets) read(set, type);
    return asked.values();
  }

  /** A variable that is no good is refused later, and leaves nothing out. */
  private isLeftOut({ directives = [] }: { readonly directives?: readonly DirectiveNode[] }): boolean {
    return directives.some(({ name, arguments: [condition] = [] }) => {
      const value = condition && valueFromASTUntyped(condition.value, this.variables);
      return (name.value === 'skip' && value === true) || (name.value === 'include' && value === false);
    });
  }
}

function isList(type: GraphQLOutputType): boolean {
  return isListType(type) || (isNonNullType(type) && isList(type.ofType));
}

function statedBy(directives: readonly DirectiveNode[]): Stated {
  const said = (directive: string, argument: string): unknown => {
    const found = directives.find(({ name }) => name.value === directive);
    const value = found?.arguments?.find(({ name }) => name.value === argument)?.value;
    return value && valueFromASTUntyped(value);
  };
  return {
    weight: said('cost', 'weight') as number | undefined,
    assumedSize: said('listSize', 'assumedSize') as number | undefined,
    slicingArguments: (said('listSize', 'slicingArguments') ?? []) as string[],
    sizedFields: (said('listSize', 'sizedFields') ?? []) as string[],
  };
}

/** The lists of the schema’s description of itself are about so long. */
function describe(stated: Map<string, Stated>, types: number): void {
  const sizes = { '__Schema.types': types, '__Schema.directives': 10 };
  const usual = ['fields', 'inputFields', 'enumValues'].map((name) => [`__Type.${name}`, 10]);
  const few = ['__Type.interfaces', '__Type.possibleTypes', '__Field.args', '__Directive.args'];
  for (const [name, assumedSize] of [...Object.entries(sizes), ...usual, ...few.map((name) => [name, 3])])
    stated.set(String(name), { assumedSize: Number(assumedSize), slicingArguments: [], sizedFields: [] });
}
