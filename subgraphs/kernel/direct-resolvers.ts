import type { GraphQLFieldResolver } from 'graphql';
import type { RequestContext } from './context';

/**
 * type-graphql sorts the parameters of a method, looks each one up and copies the row into an instance of its class at
 * every call: a sixth of the work of a page of fifty. What it knows of a method is the same at every call, so here it
 * is asked once. It keeps that in a global store of its own; its version is pinned, and a method that uses anything
 * but the four kinds of parameter below stays as type-graphql has made it.
 */
interface Store {
  queries: Method[];
  mutations: Method[];
  fieldResolvers: (Method & { getObjectType?: () => unknown })[];
  objectTypes: { target: unknown; name: string }[];
}
interface Method {
  target: new () => object;
  methodName: string;
  schemaName: string;
  params?: { kind: string; index: number; name?: string; propertyName?: string }[];
}
type Resolve = GraphQLFieldResolver<unknown, RequestContext, Record<string, unknown>>;
type Read = (root: unknown, args: Record<string, unknown>, context: RequestContext) => unknown;

/** The methods of these classes that answer a field, each with the name of the type that has it. */
export function methodsOf(classes: readonly (new () => object)[]): (Method & { type: string })[] {
  const store = (globalThis as unknown as { TypeGraphQLMetadataStorage?: Store }).TypeGraphQLMetadataStorage;
  if (!store) return [];
  const wanted = new Set(classes);
  const typeNames = new Map(store.objectTypes.map(({ target, name }) => [target, name]));
  const fields = store.fieldResolvers.map((method) => ({
    ...method,
    type: typeNames.get(method.getObjectType?.()) ?? '',
  }));
  return [
    ...store.queries.map((method) => ({ ...method, type: 'Query' })),
    ...store.mutations.map((method) => ({ ...method, type: 'Mutation' })),
    ...fields,
  ].filter(({ target }) => wanted.has(target));
}

/** Replaces the resolvers of these classes in a map of resolvers. */
export function resolveDirectly(
  classes: readonly (new () => object)[],
  resolvers: Record<string, Record<string, unknown>>,
): void {
  const instances = new Map(
    classes.map((each) => [each, new each() as Record<string, (...values: unknown[]) => unknown>]),
  );
  for (const { type, ...method } of methodsOf(classes)) {
    const instance = instances.get(method.target);
    const direct = instance && directly(instance, method);
    if (direct && resolvers[type]?.[method.schemaName]) resolvers[type][method.schemaName] = direct;
  }
}

function directly(
  instance: Record<string, (...values: unknown[]) => unknown>,
  { methodName, params = [] }: Method,
): Resolve | null {
  const reads = [...params].sort((a, b) => a.index - b.index).map(readOf);
  if (reads.includes(null) || reads.length > 4) return null;
  const [a = nothing, b = nothing, c = nothing, d = nothing] = reads as Read[];
  return (root, args, context) =>
    instance[methodName]?.(
      a(root, args, context),
      b(root, args, context),
      c(root, args, context),
      d(root, args, context),
    );
}

function nothing(): undefined {
  return undefined;
}

function readOf({ kind, name, propertyName }: NonNullable<Method['params']>[number]): Read | null {
  if (propertyName !== undefined) return null;
  switch (kind) {
    case 'root':
      return (root) => root;
    case 'context':
      return (_, __, context) => context;
    case 'args':
      return (_, args) => args;
    case 'arg':
      return name === undefined ? null : (_, args) => args[name];
    default:
      return null;
  }
}
