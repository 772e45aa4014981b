import {
  Kind,
  getNamedType,
  isCompositeType,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { isInsider, type Caller } from './caller';
import { QueryTooLarge, SharingDenied } from './catalogue';
import type { CatalogueError, Words } from './errors';
import { isGuarded, refusal, type SharingRule, type SharingRules } from './sharing';

/** A field without a declared level is for agencies only, never public. */
const FORGOTTEN: SharingRule = { level: 'UNCONDITIONAL', owner: null };
const FEDERATION_FIELDS = new Set(['_entities', '_service']);
const MAX_FIELDS = 10_000;
/** Stands where the guard took a field out: an alias of __typename, so that null is put back there and nowhere else. */
const MARK = '__denied_';

/** A field that was taken out of an operation, or left in it though it is guarded. */
interface Place {
  coordinate: string;
  rule: SharingRule;
  /** Response names from the root to the field, without list positions. */
  path: readonly string[];
}
interface Denied extends Place {
  reason: Words;
  /** Whether the client may have skipped it (@skip, @include). */
  conditional: boolean;
}
export interface Guarded {
  /** What is left to execute. */
  document: DocumentNode;
  denied: readonly Denied[];
  /** CONDITIONAL and RESTRICTED fields that are left in. */
  disclosing: readonly Place[];
}

/** Verdicts on one document. */
const MOST_KEPT = 100;

/**
 * The guard over operations, the same at the gateway and in every subgraph. It takes out what the caller can never see
 * before anything is fetched; `answer` puts null in its place. Verdicts are kept by document and by what matters of the caller.
 */
export class SharingGuard {
  private readonly verdicts = new WeakMap<DocumentNode, Map<string, Guarded>>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly rules: SharingRules,
  ) {}

  check(
    document: DocumentNode,
    operationName: string | null | undefined,
    caller: Caller,
    purpose: string | null,
  ): Guarded {
    const verdicts = this.verdicts.get(document) ?? new Map<string, Guarded>();
    this.verdicts.set(document, verdicts);
    const standing = `${operationName ?? ''}|${caller.department ?? ''}|${isInsider(caller)}|${caller.body !== undefined}|${caller.scopes.includes('share:conditional')}|${Boolean(purpose)}`;
    const known = verdicts.get(standing);
    if (known) return known;
    const guarded = new Walk(this.schema, this.rules, document, caller, purpose).operation(operationName);
    // who names operations that are not there must not fill the memory
    if (verdicts.size < MOST_KEPT) verdicts.set(standing, guarded);
    return guarded;
  }
}

/**
 * Puts null where the guard took fields out, and names them: one error a field, however many rows it has. A field that
 * the client itself has skipped is not spoken of.
 */
export function answerDenied(data: unknown, { denied }: Guarded): CatalogueError[] {
  const told = new Set<string>();
  return denied.flatMap(({ coordinate, rule, path, reason, conditional }, index) => {
    const placed = placeNull(data, path, `${MARK}${index}`);
    const place = `${coordinate} ${path.join('.')}`;
    if ((conditional && placed === 0) || told.has(place)) return [];
    told.add(place);
    const details = { field: coordinate, level: rule.level, owner: rule.owner ?? '–', reason };
    return SharingDenied(details).at(path);
  });
}

/**
 * Sets the field at a path to null in every row of an answer, or only in those that bear the mark, which goes.
 * Returns how many there were.
 */
export function placeNull(data: unknown, path: readonly string[], mark?: string): number {
  if (Array.isArray(data))
    return data.reduce<number>((placed, item) => placed + placeNull(item, path, mark), 0);
  if (typeof data !== 'object' || data === null) return 0;
  const object = data as Record<string, unknown>;
  const [name = '', ...rest] = path;
  if (rest.length > 0) return placeNull(object[name], rest, mark);
  if (mark !== undefined && !(mark in object)) return 0;
  object[name] = null;
  if (mark !== undefined) delete object[mark];
  return 1;
}

class Walk {
  private readonly denied: Denied[] = [];
  private readonly disclosing: Place[] = [];
  private readonly fragments: Map<string, FragmentDefinitionNode>;
  private fields = 0;
  /** How many of the nodes on the way here the client may skip. */
  private skippable = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly rules: SharingRules,
    private readonly document: DocumentNode,
    private readonly caller: Caller,
    private readonly purpose: string | null,
  ) {
    this.fragments = new Map(
      document.definitions.flatMap((node) =>
        node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [],
      ),
    );
  }

  operation(name: string | null | undefined): Guarded {
    const operation = this.document.definitions.find(
      (node): node is OperationDefinitionNode =>
        node.kind === Kind.OPERATION_DEFINITION && (!name || node.name?.value === name),
    );
    const root = operation && this.schema.getRootType(operation.operation);
    if (!operation || !root) return { document: this.document, denied: [], disclosing: [] };
    const selectionSet = this.selectionSet(operation.selectionSet, root, []);
    const { denied, disclosing } = this;
    if (denied.length === 0) return { document: this.document, denied, disclosing };
    return {
      document: { kind: Kind.DOCUMENT, definitions: [{ ...operation, selectionSet }] },
      denied,
      disclosing,
    };
  }

  private selectionSet(
    set: SelectionSetNode,
    parent: GraphQLCompositeType,
    path: readonly string[],
  ): SelectionSetNode {
    return {
      ...set,
      selections: set.selections.flatMap((selection) => this.selection(selection, parent, path) ?? []),
    };
  }

  private selection(
    node: SelectionNode,
    parent: GraphQLCompositeType,
    path: readonly string[],
  ): SelectionNode | null {
    if (++this.fields > MAX_FIELDS) throw QueryTooLarge({ max: MAX_FIELDS });
    const skippable = node.directives?.length ? 1 : 0;
    this.skippable += skippable;
    const left =
      node.kind === Kind.FIELD ? this.field(node, parent, path) : this.fragment(node, parent, path);
    this.skippable -= skippable;
    return left;
  }

  private field(node: FieldNode, parent: GraphQLCompositeType, path: readonly string[]): SelectionNode {
    const name = node.name.value;
    if (name.startsWith('__') || parent.name.startsWith('__')) return node;
    const coordinate = `${parent.name}.${name}`;
    const rule = FEDERATION_FIELDS.has(name) ? null : (this.rules.get(coordinate) ?? FORGOTTEN);
    const place = [...path, node.alias?.value ?? name];
    const reason = rule && refusal(rule, this.caller, this.purpose);
    if (rule && reason) {
      this.denied.push({ coordinate, rule, path: place, reason, conditional: this.skippable > 0 });
      return marked(node, this.denied.length - 1);
    }
    if (rule && isGuarded(rule)) this.disclosing.push({ coordinate, rule, path: place });
    const field = 'getFields' in parent ? parent.getFields()[name] : undefined;
    const type = field && getNamedType(field.type);
    if (!node.selectionSet || !type || !isCompositeType(type)) return node;
    return { ...node, selectionSet: this.selectionSet(node.selectionSet, type, place) };
  }

  /** Fragments are put in place, since the same fragment may stand under several paths. */
  private fragment(
    node: Exclude<SelectionNode, { kind: Kind.FIELD }>,
    parent: GraphQLCompositeType,
    path: readonly string[],
  ): SelectionNode | null {
    const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : this.fragments.get(node.name.value);
    if (!fragment) return null;
    const type = fragment.typeCondition ? this.schema.getType(fragment.typeCondition.name.value) : parent;
    if (!type || !isCompositeType(type)) return null;
    return {
      kind: Kind.INLINE_FRAGMENT,
      typeCondition: fragment.typeCondition,
      directives: node.directives,
      selectionSet: this.selectionSet(fragment.selectionSet, type, path),
    };
  }
}

function marked({ directives }: FieldNode, index: number): FieldNode {
  const alias = { kind: Kind.NAME, value: `${MARK}${index}` } as const;
  return { kind: Kind.FIELD, alias, name: { kind: Kind.NAME, value: '__typename' }, directives };
}
