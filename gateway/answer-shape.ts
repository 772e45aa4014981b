import {
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  Kind,
  executeSync,
  getDirectiveValues,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isListType,
  isNonNullType,
  isUnionType,
  visit,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import {
  asItIs,
  completeLeaf,
  completeList,
  completeObject,
  lost,
  type Complete,
  type Completed,
  type Field,
  type Row,
} from './completion';
import { isRow } from './fetched-data';
import { Growth, type MostOfAnswer } from './growth';
import type { Failures } from './losses';

export type Variables = Readonly<Record<string, unknown>>;
export interface Asked {
  /** The one that clients see. */
  schema: GraphQLSchema;
  operation: OperationDefinitionNode;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

/** What the subgraphs have answered. */
interface Fetched {
  fetched: Row;
  failures: Failures;
  unknown: WeakSet<object>;
}

/** A field where the operation asks for it, and the type that it asks it of. */
interface Place {
  node: FieldNode;
  parent: GraphQLCompositeType;
}
type Places = Map<string, Place[]>;

/** So many combinations of @skip and @include are kept of one operation. */
const MOST_SHAPES = 32;

/** The shapes of one operation: one for each combination of @skip and @include that it was asked with. */
export class AnswerShapes {
  private readonly conditions = new Set<string>();
  private readonly known = new Map<string, AnswerShape>();

  constructor(private readonly asked: Asked) {
    const Variable = ({ name }: { name: { value: string } }) => void this.conditions.add(name.value);
    for (const node of [asked.operation, ...asked.fragments.values()]) {
      visit(node, { Directive: (directive) => void visit(directive, { Variable }) });
    }
  }

  /** How many there can be. */
  get most(): number {
    return Math.min(MOST_SHAPES, 2 ** this.conditions.size);
  }

  /** @param variables coerced, and so with their defaults */
  of(variables: Variables): AnswerShape {
    const conditions = [...this.conditions].map((name) => [name, variables[name]] as const);
    const key = conditions.join();
    const known = this.known.get(key);
    if (known) return known;
    if (this.known.size >= MOST_SHAPES) this.known.clear();
    const shape = new AnswerShape(this.asked, Object.fromEntries(conditions));
    this.known.set(key, shape);
    return shape;
  }
}

/**
 * What a client has asked, as a shape for the answer. What a plan has fetched holds more than that (keys, the needs of
 * @requires) and may hold less (an entity that is gone, a subgraph that fails): the answer has what was asked, in its
 * order, and nulls where the schema allows them. The shape of a type is made when its first object comes by.
 */
export class AnswerShape {
  private readonly root: readonly Field[];
  private readonly introspection: readonly FieldNode[];

  constructor(
    private readonly asked: Asked,
    private readonly conditions: Variables,
  ) {
    const type = asked.schema.getRootType(asked.operation.operation);
    if (!type) throw new Error(`the schema has no ${asked.operation.operation}`);
    const places = this.collect(asked.operation.selectionSet, type, type, new Map(), new Set());
    this.introspection = [...places.values()]
      .flat()
      .flatMap(({ node }) => (asksForSchema(node) ? [node] : []));
    this.root = this.fieldsOf(places, type);
  }

  complete({ fetched, failures, unknown }: Fetched, variables: Variables, most: MostOfAnswer): Completed {
    const answer: Completed = {
      data: null,
      lossy: !failures.none,
      trail: undefined,
      unknown,
      growth: new Growth(most),
      places: [],
    };
    const all = this.introspection.length > 0 ? { ...fetched, ...this.introspect(variables) } : fetched;
    answer.data = completeObject(all, this.root, answer);
    return answer.lossy ? { ...answer, places: this.placesLost(all, unknown, most) } : answer;
  }

  /** Where something was lost: looked for once more, since it is rare and to know the way costs time. */
  private placesLost(all: Row, unknown: WeakSet<object>, most: MostOfAnswer): Completed['places'] {
    const growth = new Growth(most);
    const answer: Completed = { data: null, lossy: false, trail: [], unknown, growth, places: [] };
    completeObject(all, this.root, answer);
    return answer.places;
  }

  /** Questions about the schema are graphql-js’s to answer. */
  private introspect(variableValues: Variables): Row {
    const { schema, operation, fragments } = this.asked;
    const selectionSet: SelectionSetNode = { kind: Kind.SELECTION_SET, selections: this.introspection };
    const definitions = [{ ...operation, selectionSet }, ...fragments.values()];
    const { data, errors } = executeSync({
      schema,
      document: { kind: Kind.DOCUMENT, definitions },
      variableValues,
    });
    if (errors?.[0]) throw errors[0];
    return data ?? {};
  }

  /** The fields asked of an object, in their order and each with all its places. */
  private collect(
    set: SelectionSetNode,
    parent: GraphQLCompositeType,
    runtime: GraphQLNamedType,
    into: Places,
    seen: Set<string>,
  ): Places {
    for (const node of set.selections.filter((each) => this.isIncluded(each))) {
      if (node.kind === Kind.FIELD) {
        const name = (node.alias ?? node.name).value;
        into
          .set(name, into.get(name) ?? [])
          .get(name)
          ?.push({ node, parent });
        continue;
      }
      const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : this.asked.fragments.get(node.name.value);
      if (!fragment || (node.kind === Kind.FRAGMENT_SPREAD && seen.has(node.name.value))) continue;
      if (node.kind === Kind.FRAGMENT_SPREAD) seen.add(node.name.value);
      const type = fragment.typeCondition
        ? this.asked.schema.getType(fragment.typeCondition.name.value)
        : parent;
      if (isCompositeType(type) && this.isOf(runtime, type))
        this.collect(fragment.selectionSet, type, runtime, into, seen);
    }
    return into;
  }

  private isIncluded(node: SelectionNode): boolean {
    if (!node.directives?.length) return true;
    const skipped = getDirectiveValues(GraphQLSkipDirective, node, this.conditions)?.if === true;
    return !skipped && getDirectiveValues(GraphQLIncludeDirective, node, this.conditions)?.if !== false;
  }

  private isOf(runtime: GraphQLNamedType, type: GraphQLCompositeType): boolean {
    if (runtime === type) return true;
    return (
      isAbstractType(type) &&
      isCompositeType(runtime) &&
      !isUnionType(runtime) &&
      this.asked.schema.isSubType(type, runtime)
    );
  }

  private fieldsOf(places: Places, runtime: GraphQLCompositeType): readonly Field[] {
    return [...places].map(([name, same]) => {
      const [first] = same as [Place];
      const field = { name, inherited: name in Object.prototype, required: false, complete: asItIs };
      if (asksForSchema(first.node)) return field;
      const type = typeOf(first);
      if (!type) return { ...field, required: true, typename: isAbstractType(runtime) ? null : runtime.name };
      return { ...field, required: isNonNullType(type), complete: this.completeOf(type, same) };
    });
  }

  private completeOf(type: GraphQLOutputType, same: readonly Place[]): Complete {
    if (isNonNullType(type)) return this.completeOf(type.ofType as GraphQLOutputType, same);
    if (isListType(type)) return completeList(this.completeOf(type.ofType, same), isNonNullType(type.ofType));
    return isCompositeType(type) ? this.compositeOf(type, same) : completeLeaf(type);
  }

  private compositeOf(type: GraphQLCompositeType, same: readonly Place[]): Complete {
    const known = new Map<string | undefined, readonly Field[]>();
    const make = (typename: string | undefined) => {
      const runtime = typename ? this.asked.schema.getType(typename) : type;
      if (!isCompositeType(runtime) || !this.isOf(runtime, type)) return undefined;
      const fields = this.fieldsOf(this.subfields(same, runtime), runtime);
      known.set(typename, fields);
      return fields;
    };
    return (value, answer) => {
      if (!isRow(value)) return lost(answer);
      const { __typename } = value as { __typename?: string };
      const fields = known.get(__typename) ?? make(__typename);
      return fields ? completeObject(value, fields, answer) : lost(answer);
    };
  }

  private subfields(same: readonly Place[], runtime: GraphQLCompositeType): Places {
    const into: Places = new Map();
    const seen = new Set<string>();
    for (const place of same) {
      const parent = getNamedType(typeOf(place));
      if (place.node.selectionSet && isCompositeType(parent))
        this.collect(place.node.selectionSet, parent, runtime, into, seen);
    }
    return into;
  }
}

/** None for __typename, which every type has. */
function typeOf({ node, parent }: Place): GraphQLOutputType | undefined {
  return 'getFields' in parent ? parent.getFields()[node.name.value]?.type : undefined;
}

function asksForSchema({ name }: FieldNode): boolean {
  return name.value === '__schema' || name.value === '__type';
}
