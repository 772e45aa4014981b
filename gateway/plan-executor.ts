import type { FetchNode, PlanNode } from '@apollo/query-planner';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import type { Variables } from './answer-shape';
import type { Row } from './completion';
import { isRow, merge, objectsAt, pathsAt, representationOf, rewrite, type Path } from './fetched-data';
import type { OperationContext, SubgraphClient } from './subgraph-client';

/** What one request brings to its plan. */
export interface PlannedRequest {
  clientOf: (name: string) => SubgraphClient;
  /** With all that is hidden from clients: objects of such types may come from subgraphs. */
  schema: GraphQLSchema;
  /** As they were sent; they fit the operation. */
  variables: Variables;
  /** The same with their defaults. */
  coerced: Variables;
  context: OperationContext;
}

/** Where a node of a plan works: at the objects that its path leads to. */
interface Place {
  path: Path;
  objects: readonly Row[];
}
/** One representation, and which objects of a place it stands for. */
interface Entity {
  representation: Row;
  members: number[];
}
type DownstreamError = Partial<Pick<GraphQLError, 'message' | 'path' | 'extensions'>>;

/**
 * One run of a query plan: fetches what it says in the order that it says, and joins the answers in one object, which
 * holds more than the client has asked. An error costs no more than its own fetch was to bring.
 */
export class PlanRun {
  readonly fetched: Row = {};
  readonly errors: unknown[] = [];

  constructor(private readonly request: PlannedRequest) {}

  execute(plan: PlanNode): Promise<void> {
    return this.at({ path: [], objects: [this.fetched] }, plan);
  }

  private async at(place: Place, node: PlanNode): Promise<void> {
    switch (node.kind) {
      case 'Fetch':
        return this.fetch(place, node).catch((error: unknown) => void this.errors.push(error));
      case 'Flatten':
        return this.at(
          { path: [...place.path, ...node.path], objects: objectsAt(place.objects, node.path) },
          node.node,
        );
      case 'Sequence':
        for (const next of node.nodes) await this.at(place, next);
        return;
      case 'Parallel':
        await Promise.all(node.nodes.map((each) => this.at(place, each)));
        return;
      case 'Condition': {
        const taken = this.request.coerced[node.condition] === true ? node.ifClause : node.elseClause;
        return taken && this.at(place, taken);
      }
      default:
        throw new Error(`a plan holds what cannot be run: ${node.kind}`);
    }
  }

  private async fetch(place: Place, node: FetchNode): Promise<void> {
    if (place.objects.length === 0) return;
    if (node.requires) return this.fetchEntities(place, node, this.entitiesOf(place, node));
    const data = await this.ask(node, {}, (path) => [path && [...place.path, ...path]]);
    if (!isRow(data)) return;
    rewrite(this.request.schema, node.outputRewrites, data);
    for (const object of place.objects) merge(object, data);
  }

  /** An entity that is met at several places is asked for once, and its answer and its errors are put at each. */
  private async fetchEntities(place: Place, node: FetchNode, entities: readonly Entity[]): Promise<void> {
    if (entities.length === 0) return;
    const representations = entities.map(({ representation }) => representation);
    let paths: readonly Path[] | undefined;
    const data = await this.ask(node, { representations }, (path) => {
      const at = path?.[1];
      if (!path || typeof at !== 'number') return [path && [...place.path, ...path]];
      paths ??= pathsAt(this.fetched, place.path);
      return (entities[at]?.members ?? []).map((member) => [...(paths?.[member] ?? []), ...path.slice(2)]);
    });
    if (!isRow(data)) return;
    const { _entities: answers } = data;
    if (!Array.isArray(answers) || answers.length !== entities.length)
      throw new Error(`${node.serviceName} answers no ${entities.length} entities`);
    for (const [at, { members }] of entities.entries()) {
      const answer: unknown = answers[at];
      const [first = 0] = members;
      if (!isRow(answer)) continue;
      answer.__typename ||= place.objects[first]?.__typename;
      rewrite(this.request.schema, node.outputRewrites, answer);
      for (const member of members) merge(place.objects[member] as Row, answer);
    }
  }

  private entitiesOf({ objects }: Place, { requires = [], inputRewrites }: FetchNode): readonly Entity[] {
    const { schema } = this.request;
    const entities = new Map<string, Entity>();
    for (const [at, object] of objects.entries()) {
      const representation = representationOf(schema, object, requires);
      if (!representation?.__typename) continue;
      rewrite(schema, inputRewrites, representation);
      const key = `${String(object.__typename)} ${JSON.stringify(representation)}`;
      const same = entities.get(key);
      if (same) same.members.push(at);
      else entities.set(key, { representation, members: [at] });
    }
    return [...entities.values()];
  }

  private async ask(
    { serviceName, operation, operationName, operationDocumentNode, variableUsages = [] }: FetchNode,
    more: { representations?: readonly Row[] },
    placesOf: (path: Path | undefined) => readonly (Path | undefined)[],
  ): Promise<unknown> {
    const { variables: sent, clientOf, context } = this.request;
    const used = variableUsages.filter((name) => Object.hasOwn(sent, name));
    if (more.representations && used.includes('representations'))
      throw new Error('a variable is named representations');
    const variables = { ...Object.fromEntries(used.map((name) => [name, sent[name]])), ...more };
    context.signal?.throwIfAborted();
    const request = { query: operation, operationName, variables };
    const { data, errors } = await clientOf(serviceName).process({
      request,
      document: operationDocumentNode,
      context,
    });
    for (const error of errors ?? []) {
      for (const path of placesOf(error.path)) this.errors.push(downstreamError(error, serviceName, path));
    }
    return data;
  }
}

/** An error of a subgraph at its place in the client’s answer; what it is stays as the subgraph says. */
function downstreamError(error: DownstreamError, serviceName: string, path: Path | undefined): GraphQLError {
  const { message, extensions } = error;
  return new GraphQLError(message || `Error while fetching subquery from service "${serviceName}"`, {
    path,
    originalError: error as Error,
    extensions: { ...extensions, serviceName, code: extensions?.code ?? 'DOWNSTREAM_SERVICE_ERROR' },
  });
}
