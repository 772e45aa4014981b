import {
  Kind,
  defaultFieldResolver,
  isObjectType,
  parse,
  visit,
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type GraphQLSchema,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
  type TypeNode,
} from 'graphql';
import { Directive } from 'type-graphql';
import { ListTooLong } from './catalogue';
import { DEFAULT_SIZE } from './page';

/**
 * What an operation costs, by the directives `@cost` and `@listSize` of the IBM GraphQL cost specification: they compose,
 * so that any router of the supergraph can limit by the same. Lists say their sizes here, without a word of the noun's
 * own: a page is as long as `first`, a plain list is LONGEST_LIST long at most unless it is `Bounded`; what works figures out
 * weighs FIGURE.
 */
export const LONGEST_LIST = 100;
const FIGURE = 50;
/** One of the figures of an overview. */
const OVERVIEW_FIGURE = 10;
const TOTAL_COUNT = 5;

/** A plain list is never longer than this; a longer one is refused at its place, never cut. */
export function Bounded(longest: number): PropertyDecorator & MethodDecorator {
  return Directive(`@listSize(assumedSize: ${longest})`);
}

type ObjectNode = ObjectTypeDefinitionNode | ObjectTypeExtensionNode;

/** Says of every list how long it is, and of every figure what it weighs, where the code has not said it. */
export function withCosts(typeDefs: DocumentNode): DocumentNode {
  const objects = objectsOf(typeDefs);
  const isEntity = new Map(objects.map((type) => [type.name.value, has(type, 'key')]));
  const usual = (type: string, field: FieldDefinitionNode): readonly ConstDirectiveNode[] => {
    const of = nameOf(field.type);
    // what the owner says of its field counts
    if (has(field, 'external')) return [];
    if (isConnection(type)) return field.name.value === 'totalCount' ? COUNTED : [];
    if (isConnection(of)) return PAGED;
    if (isEntity.get(of) === undefined) return isOverview(type) ? OVERVIEWED : [];
    if (isList(field.type)) return PLAIN;
    // who asks for figures says of what: what takes no argument is at hand
    return type === 'Query' && !isEntity.get(of) && field.arguments?.length ? WORKED_OUT : [];
  };
  const enter = (type: ObjectNode): ObjectNode => ({
    ...type,
    fields: type.fields?.map((field) => {
      const more = usual(type.name.value, field).filter(({ name }) => !has(field, name.value));
      return more.length === 0 ? field : { ...field, directives: [...(field.directives ?? []), ...more] };
    }),
  });
  return visit(typeDefs, { ObjectTypeDefinition: enter, ObjectTypeExtension: enter });
}

/** Refuses a plain list that is longer than is said of it: nobody can have meant to pay for it. */
export function boundLists(schema: GraphQLSchema, typeDefs: DocumentNode): void {
  for (const { name, fields } of objectsOf(typeDefs)) {
    const type = schema.getType(name.value);
    if (!isObjectType(type)) continue;
    for (const node of fields ?? []) {
      const longest = isList(node.type) ? sizeOf(node) : null;
      const field = type.getFields()[node.name.value];
      if (longest === null || field === undefined) continue;
      const resolve = field.resolve ?? defaultFieldResolver;
      const checked = (list: unknown): unknown => {
        if (!Array.isArray(list) || list.length <= longest) return list;
        throw ListTooLong({ field: `${type.name}.${field.name}`, max: longest });
      };
      field.resolve = (row, args, context, info) => {
        const list: unknown = resolve(row, args, context, info);
        return list instanceof Promise ? list.then(checked) : checked(list);
      };
    }
  }
}

function directivesIn(text: string): readonly ConstDirectiveNode[] {
  const [type] = objectsOf(parse(`type Holder { field: Int ${text} }`, { noLocation: true }));
  return type?.fields?.[0]?.directives ?? [];
}
const PAGED = directivesIn(
  `@listSize(assumedSize: ${DEFAULT_SIZE}, slicingArguments: ["first"], sizedFields: ["edges"], requireOneSlicingArgument: false)`,
);
const PLAIN = directivesIn(`@listSize(assumedSize: ${LONGEST_LIST})`);
const COUNTED = directivesIn(`@cost(weight: ${TOTAL_COUNT})`);
const OVERVIEWED = directivesIn(`@cost(weight: ${OVERVIEW_FIGURE})`);
const WORKED_OUT = directivesIn(`@cost(weight: ${FIGURE})`);

function objectsOf({ definitions }: DocumentNode): ObjectNode[] {
  return definitions.filter(
    (type): type is ObjectNode =>
      type.kind === Kind.OBJECT_TYPE_DEFINITION || type.kind === Kind.OBJECT_TYPE_EXTENSION,
  );
}

function has({ directives = [] }: ObjectNode | FieldDefinitionNode, wanted: string): boolean {
  return directives.some(({ name }) => name.value === wanted);
}

function sizeOf({ directives = [] }: FieldDefinitionNode): number | null {
  const size = directives.find(({ name }) => name.value === 'listSize');
  const value = size?.arguments?.find(({ name }) => name.value === 'assumedSize')?.value;
  return value?.kind === Kind.INT ? Number(value.value) : null;
}

function isOverview(type: string): boolean {
  return type.endsWith('Overview');
}

function isConnection(type: string): boolean {
  return type.endsWith('Connection');
}

function isList(type: TypeNode): boolean {
  return type.kind === Kind.LIST_TYPE || (type.kind === Kind.NON_NULL_TYPE && isList(type.type));
}

function nameOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type);
}
