import {
  Kind,
  getOperationAST,
  isAbstractType,
  isCompositeType,
  isListType,
  isNonNullType,
  isObjectType,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import { isGoodLeaf, type Row } from './completion';
import { isRow } from './fetched-data';

/** A field that a fetch asks for, at all the places where it does. */
interface Asked {
  /** None for what the schema does not know. */
  type: GraphQLOutputType | undefined;
  sets: SelectionSetNode[];
  /** Whether it must be there: not where it hangs on a condition. */
  isCertain: boolean;
}
type Fields = ReadonlyMap<string, Asked>;

const forms = new WeakMap<DocumentNode, Form>();

/**
 * An answer that came from elsewhere, in the form that was asked for: what was not asked for is left out, so that nobody
 * overwrites another's data; what is missing or of another kind is left out, too, and named.
 * @param types of the representations that were sent, in their order
 * @param fault is told the way to what is no good, by names
 */
export function conform(
  schema: GraphQLSchema,
  document: DocumentNode,
  data: Row,
  types: readonly string[],
  fault: (way: readonly string[]) => void,
): Row {
  const form = forms.get(document) ?? new Form(schema, document);
  forms.set(document, form);
  return form.of(data, types, fault);
}

class Form {
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  private readonly known = new WeakMap<SelectionSetNode, Map<string, Fields>>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly document: DocumentNode,
  ) {
    this.fragments = new Map(
      document.definitions.flatMap((each) =>
        each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : [],
      ),
    );
  }

  of(data: Row, types: readonly string[], fault: (way: readonly string[]) => void): Row {
    const operation = getOperationAST(this.document);
    const root = operation && this.schema.getRootType(operation.operation);
    if (!operation || !root) return {};
    const reading = new Reading(this, fault);
    const [first] = operation.selectionSet.selections;
    const entities =
      first?.kind === Kind.FIELD && first.name.value === '_entities' ? first.selectionSet : undefined;
    if (!entities) return reading.object(data, root, [operation.selectionSet]) ?? {};
    const { _entities: answers } = data;
    if (!Array.isArray(answers)) return {};
    return { _entities: answers.map((each, at) => reading.entity(each, types[at] ?? '', entities)) };
  }

  typeNamed(name: string): GraphQLCompositeType | undefined {
    const type = this.schema.getType(name);
    return isCompositeType(type) ? type : undefined;
  }

  isOf(runtime: GraphQLCompositeType, type: GraphQLCompositeType): boolean {
    if (runtime === type) return true;
    if (!isAbstractType(type)) return false;
    return (isObjectType(runtime) || isAbstractType(runtime)) && !('getTypes' in runtime)
      ? this.schema.isSubType(type, runtime)
      : false;
  }

  fieldsOf(sets: readonly SelectionSetNode[], runtime: GraphQLCompositeType): Fields {
    const [first] = sets;
    if (!first) return new Map();
    const known = this.known.get(first) ?? new Map<string, Fields>();
    this.known.set(first, known);
    const key = `${runtime.name} ${sets.length}`;
    const fields = known.get(key) ?? this.collected(sets, runtime);
    known.set(key, fields);
    return fields;
  }

  private collected(sets: readonly SelectionSetNode[], runtime: GraphQLCompositeType): Fields {
    const fields = new Map<string, Asked>();
    const collect = (set: SelectionSetNode, parent: GraphQLCompositeType, isCertain: boolean): void => {
      for (const each of set.selections) {
        const certain = isCertain && !each.directives?.length;
        if (each.kind === Kind.FIELD) {
          const name = (each.alias ?? each.name).value;
          const type = 'getFields' in parent ? parent.getFields()[each.name.value]?.type : undefined;
          const same = fields.get(name) ?? { type, sets: [], isCertain: false };
          same.isCertain ||= certain;
          if (each.selectionSet) same.sets.push(each.selectionSet);
          fields.set(name, same);
          continue;
        }
        const fragment = each.kind === Kind.INLINE_FRAGMENT ? each : this.fragments.get(each.name.value);
        if (!fragment) continue;
        const on = fragment.typeCondition ? this.typeNamed(fragment.typeCondition.name.value) : parent;
        // an object that does not say what it is may be of any type
        if (on && (this.isOf(runtime, on) || this.isOf(on, runtime)))
          collect(fragment.selectionSet, on, certain && this.isOf(runtime, on));
      }
    };
    for (const set of sets) collect(set, runtime, true);
    return fields;
  }
}

/** One answer, and the way to where it is read. */
class Reading {
  private readonly way: string[] = [];

  constructor(
    private readonly form: Form,
    private readonly fault: (way: readonly string[]) => void,
  ) {}

  /** An entity that is null is not known to the subgraph. */
  entity(value: unknown, typename: string, set: SelectionSetNode): unknown {
    const type = this.form.typeNamed(typename);
    if (value === null || !type) return null;
    // of what was no entity there is nothing, which is seen at its fields
    return this.object(value, type, [set]) ?? {};
  }

  object(value: unknown, type: GraphQLCompositeType, sets: readonly SelectionSetNode[]): Row | undefined {
    const runtime = isRow(value) ? this.runtimeOf(value, type) : undefined;
    if (!isRow(value) || !runtime) return this.bad();
    const object: Row = {};
    for (const [name, asked] of this.form.fieldsOf(sets, runtime)) {
      this.way.push(name);
      const read = Object.hasOwn(value, name) ? this.value(value[name], asked.type, asked.sets) : undefined;
      if (read !== undefined) object[name] = read;
      else if (asked.isCertain && !Object.hasOwn(value, name)) this.bad();
      this.way.pop();
    }
    return object;
  }

  private value(
    value: unknown,
    type: GraphQLOutputType | undefined,
    sets: readonly SelectionSetNode[],
  ): unknown {
    if (isNonNullType(type))
      return value === null ? this.bad() : this.value(value, type.ofType as GraphQLOutputType, sets);
    if (value === null || value === undefined) return value;
    if (isListType(type)) {
      if (!Array.isArray(value)) return this.bad();
      const { ofType } = type as { ofType: GraphQLOutputType };
      return value.map((each: unknown) => this.value(each, ofType, sets) ?? null);
    }
    if (isCompositeType(type)) return this.object(value, type, sets);
    // __typename, which every type has, is read with its object
    if (!type) return typeof value === 'string' ? value : this.bad();
    return isGoodLeaf(type, value) ? value : this.bad();
  }

  private runtimeOf({ __typename }: Row, type: GraphQLCompositeType): GraphQLCompositeType | undefined {
    if (__typename === undefined || __typename === null) return type;
    const said = typeof __typename === 'string' ? this.form.typeNamed(__typename) : undefined;
    return said && this.form.isOf(said, type) ? said : undefined;
  }

  private bad(): undefined {
    this.fault(this.way);
    return undefined;
  }
}
