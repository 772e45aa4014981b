import {
  Kind,
  defaultFieldResolver,
  isObjectType,
  type DirectiveNode,
  type DocumentNode,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { Directive } from 'type-graphql';
import { coversRegion, isAgency, isInsider, type Caller } from './caller';
import type { RequestContext } from './context';
import { Unreachable, type Words } from './errors';
import type { DepartmentKind, SharingLevel } from './vocabulary';

/**
 * Declares who may see a field, printed into the SDL as @sharing. The owner is needed for RESTRICTED; `bodies` lets an
 * institution in that acts for itself, which else is a member of the public.
 */
export function Shared(
  level: SharingLevel,
  owner?: DepartmentKind | null,
  bodies = false,
): PropertyDecorator & MethodDecorator {
  return Directive(
    `@sharing(level: ${level}${owner ? `, owner: ${owner}` : ''}${bodies ? ', bodies: true' : ''})`,
  );
}

export interface SharingRule {
  level: SharingLevel;
  owner: DepartmentKind | null;
  bodies?: boolean;
}
/** The rule of each field, by its coordinate `Type.field`. */
export type SharingRules = ReadonlyMap<string, SharingRule>;

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
  const bodies = directive.arguments?.some(({ name }) => name.value === 'bodies') ?? false;
  return {
    level: argument('level') as SharingLevel,
    owner: argument('owner') as DepartmentKind | null,
    ...(bodies && { bodies }),
  };
}

/** Whether the rule needs the row's region and a record of who has read it. */
export function isGuarded(rule: SharingRule): boolean {
  return rule.level === 'CONDITIONAL' || rule.level === 'RESTRICTED';
}

const NO_TOKEN: Words = { zh: '未持部门令牌', en: 'no agency’s token was sent' };
const NO_SCOPE: Words = {
  zh: '令牌缺少权限 share:conditional',
  en: 'the token lacks the scope share:conditional',
};
const NO_PURPOSE: Words = {
  zh: '未以请求头 X-Access-Purpose 说明使用目的',
  en: 'the header X-Access-Purpose states no purpose',
};
const NOT_OWNER: Words = { zh: '仅提供部门可见', en: 'only the owning kind of department may see it' };

/** Why this caller can never see such a field, or null if it depends on the row at most. */
export function refusal(rule: SharingRule, caller: Caller, purpose: string | null): Words | null {
  switch (rule.level) {
    case 'PUBLIC':
      return null;
    case 'UNCONDITIONAL':
      return isInsider(caller) || (rule.bodies === true && caller.body !== undefined) ? null : NO_TOKEN;
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
        const isShown = coversRegion(context.caller, row.regionCode);
        const record = isShown ? context.disclosures : context.refusals;
        record.push({ field: coordinate, subject: { type: type.name, key: keyOf(type, row) } });
        if (!isShown) return null;
        return resolve(row, args, context, info);
      };
    }
  }
}

function keyOf(type: GraphQLObjectType, row: object): string {
  const key = type.astNode?.directives?.find((directive) => directive.name.value === 'key')?.arguments?.[0]
    ?.value;
  const fields = key?.kind === Kind.STRING ? key.value.split(/\s+/) : ['id'];
  return fields.map((field) => (row as Record<string, string | undefined>)[field] ?? '').join(' ');
}
