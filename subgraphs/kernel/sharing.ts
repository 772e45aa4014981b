import type { GraphQLObjectType } from 'graphql';
import {
  Kind,
  defaultFieldResolver,
  getNamedType,
  isCompositeType,
  isObjectType,
  type DirectiveNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { Directive } from 'type-graphql';
import { coversRegion, isAgency, type Caller } from './caller';
import type { RequestContext } from './context';
import { QueryTooLarge, SharingDenied, Unreachable, type CatalogueError } from './errors';
import type { DepartmentKind, SharingLevel } from './vocabulary';

/** Declares who may see a field, printed into the SDL as @sharing. The owner is needed for RESTRICTED. */
export function Shared(level: SharingLevel, owner?: DepartmentKind): PropertyDecorator & MethodDecorator {
  return Directive(`@sharing(level: ${level}${owner ? `, owner: ${owner}` : ''})`) as PropertyDecorator & MethodDecorator;
}

export interface SharingRule {
  level: SharingLevel;
  owner: DepartmentKind | null;
}
/** The rule of each field, by its coordinate `Type.field`. */
export type SharingRules = ReadonlyMap<string, SharingRule>;

/** A field without a declared level is for agencies only, never public. */
const FORGOTTEN: SharingRule = { level: 'UNCONDITIONAL', owner: null };
const FEDERATION_FIELDS = new Set(['_entities', '_service']);
const MAX_FIELDS = 10_000;
/** Stands in a selection set that the guard has emptied, since GraphQL has no empty ones. */
const NOTHING_LEFT = '__nothing_left';

/** Reads the @sharing of every field from a printed subgraph or supergraph schema. */
export function readSharingRules(sdl: DocumentNode): SharingRules {
  const rules = new Map<string, SharingRule>();
  for (const type of sdl.definitions) {
    if (type.kind !== Kind.OBJECT_TYPE_DEFINITION && type.kind !== Kind.OBJECT_TYPE_EXTENSION) continue;
    for (const field of type.fields ?? []) {
      const sharing = field.directives?.find((directive) => directive.name.value === 'sharing');
      if (sharing) rules.set(`${type.name.value}.${field.name.value}`, ruleOf(sharing));
    }
  }
  return rules;
}

function ruleOf(directive: DirectiveNode): SharingRule {
  const argument = (name: string): string | null => {
    const value = directive.arguments?.find((each) => each.name.value === name)?.value;
    return value?.kind === Kind.ENUM || value?.kind === Kind.STRING ? value.value : null;
  };
  return { level: argument('level') as SharingLevel, owner: argument('owner') as DepartmentKind | null };
}

/** Whether the rule needs the row's region and a record of who has read it. */
export function isGuarded(rule: SharingRule): boolean {
  return rule.level === 'CONDITIONAL' || rule.level === 'RESTRICTED';
}

interface Refusal {
  zh: string;
  en: string;
}
const NO_TOKEN: Refusal = { zh: '未持部门令牌', en: 'no agency’s token was sent' };
const NO_SCOPE: Refusal = { zh: '令牌缺少权限 share:conditional', en: 'the token lacks the scope share:conditional' };
const NO_PURPOSE: Refusal = { zh: '未以请求头 X-Access-Purpose 说明使用目的', en: 'the header X-Access-Purpose states no purpose' };
const NOT_OWNER: Refusal = { zh: '仅提供部门可见', en: 'only the owning kind of department may see it' };

/** Why this caller can never see such a field, or null if it depends on the row at most. */
export function refusal(rule: SharingRule, caller: Caller, purpose: string | null): Refusal | null {
  switch (rule.level) {
    case 'PUBLIC':
      return null;
    case 'UNCONDITIONAL':
      return isAgency(caller) ? null : NO_TOKEN;
    case 'CONDITIONAL':
      if (!isAgency(caller)) return NO_TOKEN;
      if (!caller.scopes.includes('share:conditional')) return NO_SCOPE;
      return purpose ? null : NO_PURPOSE;
    case 'RESTRICTED':
      return isAgency(caller) && caller.department === rule.owner ? null : NOT_OWNER;
    default:
      throw new Unreachable(rule.level);
  }
}

/** A field that was taken out of an operation, or left in it though it is guarded. */
interface Place {
  coordinate: string;
  rule: SharingRule;
  /** Response names from the root to the field, without list positions. */
  path: readonly string[];
}
export interface Guarded {
  /** What is left to execute. */
  document: DocumentNode;
  denied: readonly (Place & { reason: Refusal })[];
  /** CONDITIONAL and RESTRICTED fields that are left in. */
  disclosing: readonly Place[];
}

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

  check(document: DocumentNode, operationName: string | null | undefined, caller: Caller, purpose: string | null): Guarded {
    const verdicts = this.verdicts.get(document) ?? new Map<string, Guarded>();
    this.verdicts.set(document, verdicts);
    const standing = `${operationName ?? ''}|${caller.department ?? ''}|${caller.scopes.includes('share:conditional')}|${Boolean(purpose)}`;
    const known = verdicts.get(standing);
    if (known) return known;
    const guarded = new Walk(this.schema, this.rules, document, caller, purpose).operation(operationName);
    verdicts.set(standing, guarded);
    return guarded;
  }
}

/** Puts null where the guard took fields out, and names them: one error a field, however many rows it has. */
export function answerDenied(data: unknown, { denied }: Guarded): CatalogueError[] {
  return denied.map(({ coordinate, rule, path, reason }) => {
    placeNull(data, path);
    return SharingDenied({ field: coordinate, level: rule.level, owner: rule.owner ?? '–', reason: reason.en, reasonZh: reason.zh }).at(
      path,
    );
  });
}

/** Sets the field at a path to null in every row of an answer. */
export function placeNull(data: unknown, path: readonly string[]): void {
  if (Array.isArray(data)) return data.forEach((item) => placeNull(item, path));
  if (typeof data !== 'object' || data === null) return;
  const object = data as Record<string, unknown>;
  delete object[NOTHING_LEFT];
  const [name, ...rest] = path;
  if (name === undefined) return;
  if (rest.length === 0) object[name] = null;
  else placeNull(object[name], rest);
}

class Walk {
  private readonly denied: (Place & { reason: Refusal })[] = [];
  private readonly disclosing: Place[] = [];
  private readonly fragments: Map<string, FragmentDefinitionNode>;
  private fields = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly rules: SharingRules,
    private readonly document: DocumentNode,
    private readonly caller: Caller,
    private readonly purpose: string | null,
  ) {
    this.fragments = new Map(
      document.definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [])),
    );
  }

  operation(name: string | null | undefined): Guarded {
    const operation = this.document.definitions.find(
      (node): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION && (!name || node.name?.value === name),
    );
    const root = operation && this.schema.getRootType(operation.operation);
    if (!operation || !root) return { document: this.document, denied: [], disclosing: [] };
    const selectionSet = this.selectionSet(operation.selectionSet, root, []);
    const { denied, disclosing } = this;
    if (denied.length === 0) return { document: this.document, denied, disclosing };
    return { document: { kind: Kind.DOCUMENT, definitions: [{ ...operation, selectionSet }] }, denied, disclosing };
  }

  private selectionSet(set: SelectionSetNode, parent: GraphQLCompositeType, path: readonly string[]): SelectionSetNode {
    const selections = set.selections.flatMap((selection) => this.selection(selection, parent, path) ?? []);
    return { ...set, selections: selections.length > 0 ? selections : [NOTHING] };
  }

  private selection(node: SelectionNode, parent: GraphQLCompositeType, path: readonly string[]): SelectionNode | null {
    if (++this.fields > MAX_FIELDS) throw QueryTooLarge({ max: MAX_FIELDS });
    if (node.kind !== Kind.FIELD) return this.fragment(node, parent, path);
    const name = node.name.value;
    if (name.startsWith('__') || parent.name.startsWith('__')) return node;
    const coordinate = `${parent.name}.${name}`;
    const rule = FEDERATION_FIELDS.has(name) ? null : (this.rules.get(coordinate) ?? FORGOTTEN);
    const place = [...path, node.alias?.value ?? name];
    const reason = rule && refusal(rule, this.caller, this.purpose);
    if (rule && reason) {
      this.denied.push({ coordinate, rule, path: place, reason });
      return null;
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

const NOTHING: SelectionNode = {
  kind: Kind.FIELD,
  alias: { kind: Kind.NAME, value: NOTHING_LEFT },
  name: { kind: Kind.NAME, value: '__typename' },
};

/**
 * The row rule: a guarded field of a row outside the caller's region is null, and what is shown is put on record.
 * A type that bears guarded fields carries its `regionCode`; without one nothing is shown.
 */
export function guardRows(schema: GraphQLSchema, rules: SharingRules): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const [name, field] of Object.entries(type.getFields())) {
      const coordinate = `${type.name}.${name}`;
      const rule = rules.get(coordinate);
      if (!rule || !isGuarded(rule)) continue;
      const resolve = field.resolve ?? defaultFieldResolver;
      field.resolve = (row: { regionCode?: string }, args, context: RequestContext, info) => {
        if (!coversRegion(context.caller, row.regionCode)) return null;
        context.disclosures.push({ field: coordinate, subject: subjectOf(type, row) });
        return resolve(row, args, context, info) as unknown;
      };
    }
  }
}

function subjectOf(type: GraphQLObjectType, row: object): string {
  const key = type.astNode?.directives?.find((directive) => directive.name.value === 'key')?.arguments?.[0]?.value;
  const fields = key?.kind === Kind.STRING ? key.value.split(/\s+/) : ['id'];
  return fields.map((field) => String((row as Record<string, unknown>)[field] ?? '')).join(' ');
}
