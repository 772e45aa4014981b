import { Kind, type DirectiveNode, type DocumentNode } from 'graphql';
import { isAgency, isGuarded, readSharingRules, type Guarded } from '../subgraphs/kernel';
import type { OperationContext, SubgraphClient } from './subgraph-client';

/** Which subgraph has each guarded field, by the supergraph's own word. */
export function ownersIn(composed: DocumentNode): ReadonlyMap<string, string> {
  const rules = readSharingRules(composed);
  const owners = new Map<string, string>();
  for (const type of composed.definitions) {
    if (type.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
    for (const field of type.fields ?? []) {
      const coordinate = `${type.name.value}.${field.name.value}`;
      const rule = rules.get(coordinate);
      if (!rule || !isGuarded(rule)) continue;
      const graph = graphIn(field.directives, 'join__field') ?? graphIn(type.directives, 'join__type');
      if (graph !== undefined) owners.set(coordinate, graph.toLowerCase());
    }
  }
  return owners;
}

function graphIn(directives: readonly DirectiveNode[] | undefined, name: string): string | undefined {
  const [graph] = (directives ?? [])
    .filter((each) => each.name.value === name)
    .flatMap((each) => each.arguments ?? [])
    .flatMap(({ name, value }) => (name.value === 'graph' && value.kind === Kind.ENUM ? [value.value] : []));
  return graph;
}

const NOTHING = '{ __typename }';

/**
 * Tells the subgraphs which of their guarded fields an agency was refused before anything was fetched: one signed call to
 * each, which puts it on record. One that does not answer has no record of it: nothing was shown, so the answer stands.
 */
export async function tellRefused(
  denied: Guarded['denied'],
  owners: ReadonlyMap<string, string>,
  { call, signal }: OperationContext,
  clientOf: (name: string) => SubgraphClient,
): Promise<void> {
  if (denied.length === 0 || !isAgency(call.caller)) return;
  const refused = new Map<string, Set<string>>();
  for (const { coordinate, rule } of denied) {
    const owner = isGuarded(rule) ? owners.get(coordinate) : undefined;
    if (owner !== undefined) refused.set(owner, (refused.get(owner) ?? new Set()).add(coordinate));
  }
  await Promise.all(
    [...refused].map(async ([owner, fields]) => {
      const context = { call: { ...call, refused: [...fields] }, signal, opened: new Map() };
      // it has said so in its log
      await clientOf(owner)
        .process({ request: { query: NOTHING }, context })
        .catch(() => undefined);
    }),
  );
}
