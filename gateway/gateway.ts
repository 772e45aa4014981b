import { setTimeout as sleep } from 'node:timers/promises';
import type { ApolloServer } from '@apollo/server';
import fastifyCors, { type FastifyCorsOptions } from '@fastify/cors';
import fastifyHelmet from '@fastify/helmet';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import {
  answerGraphQL,
  badRequest,
  checkJson,
  endingOf,
  legalRulesDigest,
  openDoor,
  serveResource,
  standingOf,
  type Call,
  type Config,
  type Log,
  type ReactionState,
} from '../subgraphs/kernel';
import { createApollo } from './apollo';
import { createIdentify } from './identity';
import { createMetrics, serveMetrics, type Told } from './metrics';
import { pack } from './packing';
import { purposeOf } from './purpose';
import { serveSandbox } from './sandbox-server';
import { Settlement } from './settle';
import type { OperationContext, SubgraphClient } from './subgraph-client';
import { Supergraph } from './supergraph';
import { followSupergraph, readSupergraph, type Followed } from './supergraph-file';

declare module 'fastify' {
  interface FastifyInstance {
    /** Says that it is no longer ready, goes on answering for a while, then finishes what it has and ends. */
    leave: () => Promise<void>;
  }
}

export interface GatewayOptions {
  config: Config;
  log: Log;
  clients: ReadonlyMap<string, SubgraphClient>;
}

const BODY_LIMIT = 4 * 1024 * 1024;
/** With the second in which it is noticed, a slow client is gone after 15 s. */
const SLOWEST_MS = 14_000;

/** An answer of the API is no page: a browser that shows one as such runs nothing of it. */
const OF_NO_PAGE = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'none'"],
    frameAncestors: ["'none'"],
  },
};

/**
 * One request's life: who asks (a bad token ends it), what is asked (parsed, validated, within limits), what of it the
 * caller may see (the guard), the plan and its fetches, and an answer whose errors are all of the catalogue.
 */
export async function createGateway({ config, log, clients }: GatewayOptions): Promise<FastifyInstance> {
  const metrics = createMetrics(() => reactionsOf(clients));
  const app = openDoor({
    log,
    accessLog: { on: config.accessLog, key: config.gatewayKey },
    bodyLimit: BODY_LIMIT,
    onRefusal: metrics.countError,
    trustProxy: config.trustedProxies.length > 0 ? [...config.trustedProxies] : false,
    connectionTimeout: SLOWEST_MS,
    requestTimeout: SLOWEST_MS,
  });
  const settlement = new Settlement(config, log);
  const supergraph = new Supergraph(readSupergraph(config.supergraphFile), clientIn(clients), config);
  const apollo = createApollo({ config, log, supergraph }, metrics.plugin, settlement);
  await apollo.start();
  const followed = config.supergraphFile ? followSupergraph(config.supergraphFile, supergraph, log) : null;

  const maxAge = config.hstsSeconds;
  await app.register(fastifyHelmet, {
    contentSecurityPolicy: OF_NO_PAGE,
    strictTransportSecurity: maxAge > 0 && { maxAge },
  });
  if (config.corsOrigins.length > 0) await app.register(fastifyCors, corsOf(config));
  serveClients(app, apollo, clients, config);
  if (config.introspection)
    app.get('/schema.graphql', { onSend: pack }, async (_, reply) =>
      reply.type('text/plain; charset=utf-8').send(supergraph.apiSdl),
    );
  const closeMetrics = await serveMetrics(config, log, metrics, toldToOperators(clients), settlement);
  let leaving = false;
  app.decorate('leave', async () => {
    leaving = true;
    await sleep(config.drainMs);
    await app.close();
  });
  // whoever asks meanwhile is answered, and asks another the next time
  app.addHook('onSend', async (_, reply) => void (leaving && reply.header('connection', 'close')));
  serveHealth(app, clients, () => leaving, followed);
  if (config.sandbox) await serveSandbox(app, config);
  // Closing the server finishes what it has; the parts behind it end after that.
  app.addHook('onClose', async () => {
    settlement.stop();
    followed?.stop();
    await closeMetrics();
    await apollo.stop();
    await Promise.all([...clients.values()].map((client) => client.close()));
  });
  return app;
}

function clientIn(clients: ReadonlyMap<string, SubgraphClient>) {
  return (name: string): SubgraphClient => {
    const client = clients.get(name);
    if (!client)
      throw new Error(`the supergraph names a subgraph that is not in subgraphs/index.ts: ${name}`);
    return client;
  };
}

/** What a page of another origin may read of an answer, besides what any may. */
const EXPOSED = [
  'accept-ranges',
  'content-encoding',
  'content-range',
  'etag',
  'link',
  'ratelimit',
  'ratelimit-policy',
  'retry-after',
  'x-feed-cursor',
  'x-feed-digest',
  'x-feed-file-proof',
  'x-feed-file-proof-sm2',
  'x-feed-listed',
  'x-feed-made-at',
  'x-feed-proof',
  'x-feed-proof-sm2',
  'x-feed-root',
  'x-feed-sequence',
  'x-feed-sha256',
  'x-graphql-cost',
  'x-graphql-cost-limit',
  'x-request-id',
];

/** Only what is a preflight is answered as one: any other OPTIONS is a method that no address takes. */
function corsOf({ corsOrigins }: Config): FastifyCorsOptions {
  return {
    delegator: (request, done) =>
      done(null, {
        origin: [...corsOrigins],
        exposedHeaders: EXPOSED,
        preflight: Boolean(request.headers.origin && request.headers['access-control-request-method']),
      }),
  };
}

/** What is answered to whoever has said who he is: GraphQL, and what subgraphs serve by plain HTTP. */
function serveClients(
  app: FastifyInstance,
  apollo: ApolloServer<OperationContext>,
  clients: ReadonlyMap<string, SubgraphClient>,
  config: Config,
): void {
  const identify = createIdentify(config, (err) => {
    app.log.error({ err }, 'a file of keys or of what is revoked cannot be read: what it said last counts');
  });
  const identified = {
    preHandler: async (request: FastifyRequest) => {
      const { id: requestId, ip: client, headers } = request;
      const caller = await identify(headers.authorization);
      request.call = { caller, purpose: purposeOf(headers['x-access-purpose']), requestId, client };
    },
  };
  const handler = answerGraphQL(apollo, (request, reply) => ({
    call: callOf(request),
    signal: endingOf(request, reply, config.operationTimeoutMs),
    opened: new Map(),
  }));
  const asked = { ...identified, onSend: pack };
  app.get('/graphql', { ...asked, preParsing: refuseForeignPages(config), exposeHeadRoute: false }, handler);
  app.post('/graphql', asked, handler);
  for (const client of clients.values())
    for (const resource of client.resources.filter(({ audience }) => audience === undefined))
      serveResource(app, resource, identified, (request, asked) =>
        client.fetch(resource, callOf(request), asked),
      );
}

function toldToOperators(clients: ReadonlyMap<string, SubgraphClient>): Told[] {
  return [...clients.values()].flatMap((client) =>
    client.resources
      .filter(({ audience }) => audience === 'operators')
      .map((resource) => ({ resource, answer: (call, asked) => client.fetch(resource, call, asked) })),
  );
}

function callOf({ call }: FastifyRequest): Call {
  if (!call) throw new Error('a request is answered before it is known who asks');
  return call;
}

/** Headers that a page of another origin cannot send without being asked first, so that it can make no browser ask. */
const OWN_HEADERS = ['authorization', 'apollo-require-preflight', 'x-apollo-operation-name'];
const FOREIGN = {
  zh: '其他网站的页面须带请求头 Authorization、apollo-require-preflight（任意值）或 content-type: application/json',
  en: 'pages of other sites must send Authorization, apollo-require-preflight or content-type: application/json',
};

/** Browsers say of themselves whether a page of another site makes them ask; whoever else asks is no page. */
function refuseForeignPages({ corsOrigins }: Config) {
  return async ({ headers }: FastifyRequest): Promise<void> => {
    if (headers['content-type'] !== undefined) return checkJson(headers);
    const { 'sec-fetch-site': site = 'none', origin } = headers;
    const isForeign = site === 'cross-site' || site === 'same-site';
    const isLetIn = origin !== undefined && corsOrigins.includes(origin);
    if (isForeign && !isLetIn && !OWN_HEADERS.some((name) => headers[name])) throw badRequest(FOREIGN);
  };
}

/** How reactions stand where a subgraph is a process of its own, which tells of them itself, or its database does not answer. */
const UNKNOWN = 'unknown';

/** Of the subgraphs in this process: those that are processes of their own tell of theirs. */
async function reactionsOf(clients: ReadonlyMap<string, SubgraphClient>): Promise<ReactionState[]> {
  const states = await Promise.all(
    [...clients.values()].map(async (client) => (await client.reactionStates?.()) ?? []),
  );
  return states.flat();
}

function serveHealth(
  app: FastifyInstance,
  clients: ReadonlyMap<string, SubgraphClient>,
  isLeaving: () => boolean,
  followed: { state: () => Followed } | null,
): void {
  app.get('/health/live', async () => ({ status: 'live' }));
  app.get('/health/ready', async (_, reply) => {
    const states = await Promise.all(
      [...clients].map(
        async ([name, client]) => [name, (await client.isReady()) ? 'ready' : 'unavailable'] as const,
      ),
    );
    const areTold = [...clients.values()].every((client) => 'reactionStates' in client);
    const reactions = areTold ? await reactionsOf(clients).then(standingOf, () => UNKNOWN) : UNKNOWN;
    const ready = !isLeaving() && states.every(([, state]) => state === 'ready');
    return reply.code(ready ? 200 : 503).send({
      status: ready ? 'ready' : 'not ready',
      subgraphs: Object.fromEntries(states),
      reactions,
      legalRules: legalRulesDigest(),
      ...(followed && { supergraph: followed.state() }),
    });
  });
}
