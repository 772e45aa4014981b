import type { FetchNode, PlanNode } from '@apollo/query-planner';
import { GraphQLError, Kind, parse, type GraphQLSchema, type SelectionSetNode } from 'graphql';
import { SubgraphFailed, asError, breathe } from '../subgraphs/kernel';
import type { Variables } from './answer-shape';
import type { Row } from './completion';
import { conform } from './conform';
import { isRow, merge, objectsAt, pathsAt, representationOf, rewrite, type Path } from './fetched-data';
import { Failures } from './losses';
import type { Growth } from './growth';
import type { FetchAnswer, OperationContext, SubgraphClient } from './subgraph-client';

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
  /** Of what is fetched. */
  growth: Growth;
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
type DownstreamError = NonNullable<FetchAnswer['errors']>[number];

/**
 * One run of a query plan: fetches what it says in the order that it says, and joins the answers in one object, which
 * holds more than the client has asked. An error costs no more than its own fetch was to bring; what a subgraph answers is
 * taken for no more than it was asked for, and its errors are believed only where they are marked as its own.
 */
export class PlanRun {
  readonly fetched: Row = {};
  /** What subgraphs say of single places. */
  readonly errors: GraphQLError[] = [];
  readonly failures = new Failures();
  /** Objects that a subgraph has been asked for and does not know. */
  readonly unknown = new WeakSet<object>();

  constructor(private readonly request: PlannedRequest) {}

  execute(plan: PlanNode): Promise<void> {
    return this.at({ path: [], objects: [this.fetched] }, plan);
  }

  private async at(place: Place, node: PlanNode): Promise<void> {
    switch (node.kind) {
      case 'Fetch':
        return this.fetch(place, node).catch((error: unknown) => this.fail(place, node, error));
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

  private fail({ path }: Place, node: FetchNode, thrown: unknown): void {
    const error =
      thrown instanceof GraphQLError
        ? thrown
        : new GraphQLError(asError(thrown).message, { originalError: asError(thrown) });
    const way = namesIn(path);
    this.failures.add(
      broughtBy(node).map((name) => [...way, name]),
      error,
    );
  }

  private async fetch(place: Place, node: FetchNode): Promise<void> {
    if (place.objects.length === 0) return;
    if (node.requires) return this.fetchEntities(place, node, this.entitiesOf(place, node));
    const data = await this.ask(place, node, [], (path) => [[...place.path, ...path]]);
    if (!isRow(data)) return;
    rewrite(this.request.schema, node.outputRewrites, data);
    for (const object of place.objects) merge(object, data);
  }

  /** An entity that is met at several places is asked for once, and its answer and its errors are put at each. */
  private async fetchEntities(place: Place, node: FetchNode, entities: readonly Entity[]): Promise<void> {
    if (entities.length === 0) return;
    const representations = entities.map(({ representation }) => representation);
    let paths: readonly Path[] | undefined;
    const data = await this.ask(place, node, representations, ([_, at, ...rest]) => {
      paths ??= pathsAt(this.fetched, place.path);
      const members = entities[Number(at)]?.members ?? [];
      return members.map((member) => [...(paths?.[member] ?? []), ...rest]);
    });
    if (!isRow(data)) return;
    const { _entities: answers } = data;
    if (!Array.isArray(answers) || answers.length !== entities.length)
      throw SubgraphFailed({ subgraph: node.serviceName });
    for (const [at, { members }] of entities.entries()) {
      const answer: unknown = answers[at];
      const [first = 0] = members;
      if (answer === null) for (const member of members) this.unknown.add(place.objects[member] as Row);
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
    place: Place,
    node: FetchNode,
    representations: readonly Row[],
    placesOf: (path: Path) => readonly Path[],
  ): Promise<unknown> {
    const { serviceName, operation, operationName, operationDocumentNode, variableUsages = [] } = node;
    const { variables: sent, clientOf, context, growth } = this.request;
    const used = variableUsages.filter((name) => Object.hasOwn(sent, name));
    if (node.requires && used.includes('representations'))
      throw new Error('a variable is named representations');
    const variables = {
      ...Object.fromEntries(used.map((name) => [name, sent[name]])),
      ...(node.requires && { representations }),
    };
    await breathe();
    context.signal?.throwIfAborted();
    growth.add(0, 0);
    const request = { query: operation, operationName, variables };
    const answer = await clientOf(serviceName).process({ request, document: operationDocumentNode, context });
    await breathe();
    growth.addAll(answer.data);
    const data = answer.formed ? answer.data : this.conformed(place, node, representations, answer);
    for (const error of answer.errors ?? []) {
      const told = answer.believed
        ? believedError(error, serviceName)
        : SubgraphFailed({ subgraph: serviceName });
      const path = pathIn(error, data, answer.believed);
      const places = path ? placesOf(path) : [];
      if (places.length === 0) this.fail(place, node, told);
      for (const each of places) this.errors.push(placed(told, each));
    }
    return data;
  }

  /** Of an answer that came from elsewhere, what was asked for. */
  private conformed(
    { path }: Place,
    node: FetchNode,
    representations: readonly Row[],
    { data }: FetchAnswer,
  ): Row | null {
    if (!isRow(data)) return null;
    const { serviceName, operation, operationDocumentNode: document = parse(operation) } = node;
    const types = representations.map(({ __typename }) => String(__typename));
    const failed = SubgraphFailed({ subgraph: serviceName });
    const way = namesIn(path);
    return conform(this.request.schema, document, data, types, (at) =>
      this.failures.add([[...way, ...at]], failed),
    );
  }
}

const LONGEST_PATH = 64;

/**
 * Where in a subgraph's answer an error is; none where that leads nowhere. Whom we do not believe may point at what is there,
 * and at nothing else.
 */
function pathIn({ path }: DownstreamError, data: unknown, believed: boolean): Path | undefined {
  const isPath =
    Array.isArray(path) &&
    path.length > 0 &&
    path.length <= LONGEST_PATH &&
    path.every((step: unknown) => typeof step === 'string' || Number.isInteger(step));
  if (!isPath) return undefined;
  const [first, at] = path as Path;
  if (first === '_entities' && typeof at !== 'number') return undefined;
  if (believed) return path as Path;
  const known: (string | number)[] = [];
  let value = data;
  for (const step of path as Path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) break;
    known.push(step);
    value = (value as Row)[step];
  }
  return known.length > (first === '_entities' ? 2 : 0) ? known : undefined;
}

function namesIn(path: Path): string[] {
  return path.filter((step): step is string => typeof step === 'string' && step !== '@');
}

/** The fields that a fetch brings to the objects that it is made for. */
function broughtBy({ operation, operationDocumentNode = parse(operation), requires }: FetchNode): string[] {
  const namesOf = ({ selections }: SelectionSetNode): string[] =>
    selections.flatMap((each) => {
      if (each.kind === Kind.INLINE_FRAGMENT) return namesOf(each.selectionSet);
      if (each.kind !== Kind.FIELD) return [];
      if (requires && each.name.value === '_entities')
        return each.selectionSet ? namesOf(each.selectionSet) : [];
      return [(each.alias ?? each.name).value];
    });
  return operationDocumentNode.definitions.flatMap((each) =>
    each.kind === Kind.OPERATION_DEFINITION ? namesOf(each.selectionSet) : [],
  );
}

/** What the error of a subgraph of ours is stays as the subgraph says. */
function believedError(error: DownstreamError, serviceName: string): GraphQLError {
  const { message, extensions } = error;
  return new GraphQLError(message || `Error while fetching subquery from service "${serviceName}"`, {
    originalError: error as Error,
    extensions: { ...extensions, serviceName, code: extensions?.code ?? 'DOWNSTREAM_SERVICE_ERROR' },
  });
}

function placed({ message, originalError, extensions }: GraphQLError, path: Path): GraphQLError {
  return new GraphQLError(message, { path, originalError, extensions });
}
