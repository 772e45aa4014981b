import { randomUUID } from 'node:crypto';
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import fastifyCors from '@fastify/cors';
import fastifyHelmet from '@fastify/helmet';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { endingOf, serveResource, type Call, type Config, type Log } from '../subgraphs/kernel';
import { answerError, refusalOf } from './answer-error';
import { createCharge } from './charge';
import { createIdentify } from './identity';
import { MAX_TOKENS, limitDepth, refuseMisleadingAliases } from './limits';
import { createMetrics } from './metrics';
import { purposeOf } from './purpose';
import { serveSandbox } from './sandbox-server';
import type { OperationContext, SubgraphClient } from './subgraph-client';
import { Supergraph } from './supergraph';

export interface GatewayOptions {
  config: Config;
  log: Log;
  supergraphSdl: string;
  /** The schema that clients see, for code generators. */
  apiSdl: string;
  clients: ReadonlyMap<string, SubgraphClient>;
}

interface IdentifiedRequest extends FastifyRequest {
  call?: Call;
}

const BODY_LIMIT = 4 * 1024 * 1024;

/**
 * One request's life: who asks (a bad token ends it), what is asked (parsed, validated, within limits), what of it the
 * caller may see (the guard), the plan and its fetches, and an answer whose errors are all of the catalogue.
 */
export async function createGateway(options: GatewayOptions): Promise<FastifyInstance> {
  const { config, log, clients } = options;
  const app = fastify({
    forceCloseConnections: 'idle',
    bodyLimit: BODY_LIMIT,
    trustProxy: config.trustedProxies.length > 0 ? [...config.trustedProxies] : false,
    genReqId: () => randomUUID(),
    connectionTimeout: 15_000,
    requestTimeout: 15_000,
  });
  const metrics = createMetrics();
  const apollo = createApollo(options, metrics.plugin);
  await apollo.start();

  await app.register(fastifyHelmet, { contentSecurityPolicy: false, strictTransportSecurity: false });
  if (config.corsOrigins.length > 0) await app.register(fastifyCors, { origin: [...config.corsOrigins] });
  app.setErrorHandler((error, request, reply) => {
    const { status, answer } = refusalOf(error, log);
    return reply.code(status).send({ errors: [answer] });
  });

  const identify = createIdentify(config);
  const identified = {
    preHandler: async (request: IdentifiedRequest, reply: FastifyReply) => {
      reply.header('x-request-id', request.id);
      const caller = await identify(request.headers.authorization);
      request.call = {
        caller,
        purpose: purposeOf(request.headers['x-access-purpose']),
        requestId: request.id,
        client: request.ip,
      };
    },
  };
  const handler = fastifyApolloHandler(apollo, {
    context: async (request, reply): Promise<OperationContext> => ({
      call: (request as IdentifiedRequest).call as Call,
      signal: endingOf(request, reply, config.operationTimeoutMs),
      opened: new Map(),
    }),
  });
  app.get('/graphql', identified, handler);
  app.post('/graphql', identified, handler);
  for (const client of clients.values())
    for (const resource of client.resources)
      serveResource(app, resource, identified, (request, asked) =>
        client.fetch(resource, (request as IdentifiedRequest).call as Call, asked),
      );
  if (config.introspection)
    app.get('/schema.graphql', async (_, reply) =>
      reply.type('text/plain; charset=utf-8').send(options.apiSdl),
    );
  app.get('/metrics', async (_, reply) => reply.type(metrics.contentType).send(await metrics.print()));
  app.get('/health/live', async () => ({ status: 'live' }));
  app.get('/health/ready', async (_, reply) => {
    const states = await Promise.all(
      [...clients].map(
        async ([name, client]) => [name, (await client.isReady()) ? 'ready' : 'unavailable'] as const,
      ),
    );
    const ready = states.every(([, state]) => state === 'ready');
    return reply
      .code(ready ? 200 : 503)
      .send({ status: ready ? 'ready' : 'not ready', subgraphs: Object.fromEntries(states) });
  });
  if (config.sandbox) await serveSandbox(app, config);
  // Closing the server finishes what it has; the parts behind it end after that.
  app.addHook('onClose', async () => {
    await apollo.stop();
    await Promise.all([...clients.values()].map((client) => client.close()));
  });
  return app;
}

function createApollo(
  { config, log, supergraphSdl, clients }: GatewayOptions,
  metrics: ApolloServerPlugin<OperationContext>,
) {
  const clientOf = (name: string) => {
    const client = clients.get(name);
    if (!client)
      throw new Error(`the supergraph names a subgraph that is not in subgraphs/index.ts: ${name}`);
    return client;
  };
  const supergraph = new Supergraph(supergraphSdl, clientOf);
  const charge = createCharge(config, () => supergraph.costs);
  return new ApolloServer<OperationContext>({
    gateway: supergraph,
    plugins: [ApolloServerPluginLandingPageDisabled(), metrics, charge],
    introspection: config.introspection,
    validationRules: [refuseMisleadingAliases, limitDepth],
    parseOptions: { maxTokens: MAX_TOKENS },
    validationOptions: { maxErrors: 10 },
    hideSchemaDetailsFromClientErrors: config.production,
    includeStacktraceInErrorResponses: false,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    formatError: (formatted, error) => answerError(formatted, error, log),
  });
}
