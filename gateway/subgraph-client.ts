import { parse, type DocumentNode } from 'graphql';
import {
  ANSWER_HEADER,
  RESOURCE_HEADERS,
  RemoteSubgraph,
  type Pair,
  addressOf,
  signedOf,
  type Call,
  type Log,
  type ReactionState,
  type RemoteAnswer,
  type RequestContext,
  type Resource,
  type ResourceAnswer,
  type ResourceAsked,
  type Subgraph,
} from '../subgraphs/kernel';

/** What the gateway keeps for one operation of a client. */
export interface OperationContext {
  call: Call;
  /** When the client has gone, or the operation has taken too long: nothing more is done for it. */
  signal?: AbortSignal;
  /** The contexts of the subgraphs in this process: all fetches of an operation share one, and so their loaders. */
  opened: Map<string, RequestContext>;
}

/** One fetch of a plan. */
export interface Fetch {
  request: { query?: string; operationName?: string; variables?: Record<string, unknown> };
  /** The query, parsed. */
  document?: DocumentNode;
  context: OperationContext;
}

/** What a subgraph answers to a fetch. */
export interface FetchAnswer extends RemoteAnswer {
  /** Whether it has the form that was asked for: it was made by the schema, in this process. */
  formed: boolean;
}

/** How the gateway reaches one subgraph. */
export interface SubgraphClient {
  process(fetch: Fetch): Promise<FetchAnswer>;
  /** What the subgraph serves by plain HTTP. */
  readonly resources: readonly Resource[];
  fetch(resource: Resource, call: Call, asked: ResourceAsked): Promise<ResourceAnswer>;
  isReady(): Promise<boolean>;
  /** How far its reactions have come, where it is in this process. */
  reactionStates?(): Promise<ReactionState[]>;
  close(): Promise<void>;
}

/** A subgraph in this process: the plan's parsed document is executed as it is, without HTTP, printing or parsing. */
export class LocalClient implements SubgraphClient {
  private readonly documents = new Map<string, DocumentNode>();

  constructor(private readonly subgraph: Subgraph) {}

  get resources(): readonly Resource[] {
    return this.subgraph.definition.resources ?? [];
  }

  fetch(resource: Resource, call: Call, { headers, choice }: ResourceAsked): Promise<ResourceAnswer> {
    return resource.answer(this.subgraph.open(call), headers, choice);
  }

  async process({ request, document, context: { call, signal, opened } }: Fetch): Promise<FetchAnswer> {
    const { name } = this.subgraph.definition;
    const open = opened.get(name) ?? this.subgraph.open(call, signal);
    opened.set(name, open);
    const { operationName, variables } = request;
    const operation = { document: document ?? this.parsed(request.query ?? ''), operationName, variables };
    return { ...(await this.subgraph.execute(operation, open)), believed: true, formed: true };
  }

  isReady(): Promise<boolean> {
    return this.subgraph.isReady();
  }

  reactionStates(): Promise<ReactionState[]> {
    return this.subgraph.reactionStates();
  }

  close(): Promise<void> {
    return this.subgraph.stop();
  }

  /** Fetches outside of a plan: the gateway's own health query. */
  private parsed(query: string): DocumentNode {
    const document = this.documents.get(query) ?? parse(query);
    this.documents.set(query, document);
    return document;
  }
}

/** Headers of a connection, and the signature between subgraph and gateway: not of what goes over it. */
const OF_ONE_HOP = new Set(['connection', 'date', 'keep-alive', 'transfer-encoding', ANSWER_HEADER]);

/** A subgraph behind HTTP. A fault costs its own fields only and says nothing of addresses. */
export class RemoteClient implements SubgraphClient {
  private readonly remote: RemoteSubgraph;

  constructor(
    url: string,
    pair: Pair,
    timeoutMs: number,
    log: Log,
    readonly resources: readonly Resource[] = [],
  ) {
    this.remote = new RemoteSubgraph(url, pair, timeoutMs, log);
  }

  async process({ request, context: { call, signal } }: Fetch): Promise<FetchAnswer> {
    return { ...(await this.remote.ask(request, call, signal)), formed: false };
  }

  async isReady(): Promise<boolean> {
    return this.remote.pool.request({ path: '/health/ready', method: 'GET' }).then(
      async ({ statusCode, body }) => {
        await body.dump();
        return statusCode === 200;
      },
      () => false,
    );
  }

  close(): Promise<void> {
    return this.remote.close();
  }

  async fetch(resource: Resource, call: Call, asked: ResourceAsked): Promise<ResourceAnswer> {
    const passed = RESOURCE_HEADERS.flatMap((name) => {
      const value = asked.headers[name];
      return typeof value === 'string' ? [[name, value] as const] : [];
    });
    const signed = this.remote.signed(call, signedOf(resource, asked));
    try {
      const answer = await this.remote.pool.request({
        path: addressOf(resource, asked.choice),
        method: asked.method,
        headers: { ...Object.fromEntries(passed), ...signed },
      });
      const kept = Object.entries(answer.headers).filter(
        ([name, value]) => typeof value === 'string' && !OF_ONE_HOP.has(name),
      );
      return {
        status: answer.statusCode,
        headers: Object.fromEntries(kept) as Record<string, string>,
        body: { open: () => answer.body, close: () => void answer.body.dump().catch(() => undefined) },
      };
    } catch (error) {
      throw this.remote.unavailable(call, error);
    }
  }
}
