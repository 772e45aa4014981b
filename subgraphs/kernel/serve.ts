import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ANSWER_HEADER, CALLER_HEADER, UsedSignatures, markOf, verifyCall, type Call } from './caller';
import { CallerUnsigned } from './catalogue';
import { toClientError } from './client-error';
import type { Config } from './config';
import { openDoor } from './door';
import { endingOf } from './ending';
import { catalogued } from './errors';
import { answerGraphQL } from './graphql-over-http';
import { logOfLibrary, type Log } from './log';
import { serveResource, signedOf } from './resource';
import { legalRulesDigest } from './rules';
import type { Subgraph } from './subgraph';

const BODY_LIMIT = 10 * 1024 * 1024;
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
  { gatewayKey, accessLog }: Pick<Config, 'gatewayKey' | 'accessLog'>,
  log: Log,
  told: { plugin?: ApolloServerPlugin; countError?: (code: string) => void } = {},
): Promise<FastifyInstance> {
  const used = new UsedSignatures();
  const admit = async (request: FastifyRequest, signed: string | Buffer) => {
    const signature = request.headers[CALLER_HEADER];
    request.call = await verifyCall(signature, signed, gatewayKey);
    used.use(String(signature));
  };
  const app = openDoor({
    log,
    accessLog: { on: accessLog, key: gatewayKey },
    bodyLimit: BODY_LIMIT,
    admit,
    onRefusal: told.countError,
  });
  const apollo = createApollo(subgraph, log, told.plugin);
  await apollo.start();

  // so that a gateway tells our errors from those of whatever stands in between
  app.addHook('onSend', async ({ call, headers }, reply, answer) => {
    const signature = headers[CALLER_HEADER];
    if (call && typeof signature === 'string' && typeof answer === 'string')
      void reply.header(ANSWER_HEADER, markOf(signature, answer, gatewayKey));
  });
  app.get('/health/live', async () => ({ status: 'live' }));
  app.get('/health/ready', async (_, reply) => {
    const ready = await subgraph.isReady();
    return reply
      .code(ready ? 200 : 503)
      .send({ status: ready ? 'ready' : 'no database', legalRules: legalRulesDigest() });
  });
  for (const resource of subgraph.definition.resources ?? []) {
    serveResource(app, resource, {}, async (request, asked) => {
      await admit(request, signedOf(resource, asked));
      return resource.answer(subgraph.open(callOf(request)), asked.headers, asked.choice);
    });
  }
  app.post(
    '/graphql',
    answerGraphQL(apollo, (request, reply) => ({
      call: callOf(request),
      signal: endingOf(request, reply, LONGEST_MS),
    })),
  );
  app.addHook('onClose', () => apollo.stop());
  return app;
}

function callOf({ call }: FastifyRequest): Call {
  if (!call) throw CallerUnsigned({ reason: { zh: '没有签名', en: 'there is no signature' } });
  return call;
}

function createApollo(subgraph: Subgraph, log: Log, plugin: ApolloServerPlugin = {}): ApolloServer<Context> {
  const { schema } = subgraph;
  return new ApolloServer<Context>({
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
    plugins: [ApolloServerPluginLandingPageDisabled(), ApolloServerPluginInlineTraceDisabled(), plugin],
    introspection: false,
    logger: logOfLibrary(log),
    includeStacktraceInErrorResponses: false,
    formatError: (formatted, error) =>
      catalogued(error) ? toClientError(error, '', log).toJSON() : formatted,
  });
}
