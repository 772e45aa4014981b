import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { CALLER_HEADER, UsedSignatures, verifyCall, type Call } from './caller';
import { toClientError } from './client-error';
import { endingOf } from './ending';
import { asError, catalogued } from './errors';
import type { Log } from './log';
import { serveResource, signedOf } from './resource';
import type { Subgraph } from './subgraph';

interface SignedRequest extends FastifyRequest {
  call?: Call;
}

/** The gateway gives up before. */
const LONGEST_MS = 10_000;

interface Context {
  call: Call;
  signal: AbortSignal;
}

/**
 * Serves one subgraph by HTTP, to gateways and other subgraphs: a request that none has signed is refused before it is read.
 * Parsing and validation are Apollo Server's; execution is the subgraph's own, as inside the gateway's process.
 */
export async function serveSubgraph(
  subgraph: Subgraph,
  gatewayKey: Uint8Array,
  log: Log,
): Promise<FastifyInstance> {
  const app = fastify({ bodyLimit: 10 * 1024 * 1024, forceCloseConnections: 'idle' });
  const { schema } = subgraph;
  const apollo = new ApolloServer<Context>({
    gateway: {
      load: async () => ({
        schema,
        executor: ({ document, operationName, request, context }) => {
          const { call, signal } = context as Context;
          return subgraph.execute(
            { document, operationName, variables: request.variables },
            subgraph.open(call, signal),
          ) as never;
        },
      }),
      onSchemaLoadOrUpdate: (tell) => {
        tell({ apiSchema: schema, coreSupergraphSdl: '' });
        return () => undefined;
      },
      stop: async () => undefined,
    },
    plugins: [ApolloServerPluginLandingPageDisabled(), ApolloServerPluginInlineTraceDisabled()],
    introspection: false,
    includeStacktraceInErrorResponses: false,
    formatError: (formatted, error) =>
      catalogued(error) ? toClientError(error, '', log).toJSON() : formatted,
  });
  await apollo.start();

  app.get('/health/live', async () => ({ status: 'live' }));
  app.get('/health/ready', async (_, reply) => {
    const ready = await subgraph.isReady();
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'no database' });
  });
  const used = new UsedSignatures();
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'string' },
    (request: SignedRequest, content, done) => {
      const [signature, body] = [request.headers[CALLER_HEADER], String(content)];
      const read = async () => {
        request.call = await verifyCall(signature, body, gatewayKey);
        used.use(String(signature));
        return JSON.parse(body) as unknown;
      };
      read().then(
        (parsed) => done(null, parsed),
        (error: unknown) =>
          done(Object.assign(asError(error), { statusCode: error instanceof SyntaxError ? 400 : 401 })),
      );
    },
  );
  app.setErrorHandler((error, request, reply) => {
    const status = (error as { statusCode?: number }).statusCode ?? 500;
    return reply.code(status).send({ errors: [toClientError(error, request.id, log).toJSON()] });
  });
  for (const resource of subgraph.definition.resources ?? []) {
    serveResource(app, resource, {}, async (request, asked) => {
      const signature = request.headers[CALLER_HEADER];
      const call = await verifyCall(signature, signedOf(resource, asked), gatewayKey).catch(
        (error: unknown) => {
          throw Object.assign(asError(error), { statusCode: 401 });
        },
      );
      used.use(String(signature));
      return resource.answer(subgraph.open(call), asked.headers);
    });
  }
  app.post(
    '/graphql',
    fastifyApolloHandler(apollo, {
      context: async (request: SignedRequest, reply) => ({
        call: request.call as Call,
        signal: endingOf(request, reply, LONGEST_MS),
      }),
    }),
  );
  app.addHook('onClose', () => apollo.stop());
  return app;
}
