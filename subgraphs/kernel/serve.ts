import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { OperationTypeNode, getOperationAST } from 'graphql';
import { CallerUnsigned } from './catalogue';
import { toClientError } from './client-error';
import type { Config } from './config';
import { openDoor } from './door';
import { endingOf } from './ending';
import { catalogued } from './errors';
import { answerGraphQL } from './graphql-over-http';
import { HEADS_PATH, headIn, keepHead } from './journal-heads';
import { RECORDS_PATH, askedRecords } from './journal-records';
import { logOfLibrary, type Log } from './log';
import { askedJournal } from './following';
import { GATEWAY } from './pair';
import { standingOf } from './reactor';
import { badRequest } from './refusal';
import { AddressUnknown } from './request-errors';
import { serveResource, signedOf as addressSigned } from './resource';
import { legalRulesDigest } from './rules';
import {
  ANSWER_HEADER,
  CALLER_HEADER,
  UsedSignatures,
  markOf,
  usedBefore,
  verifyCall,
  type Signed,
} from './signature';
import type { Subgraph } from './subgraph';

const BODY_LIMIT = 10 * 1024 * 1024;
/** The gateway gives up before. */
const LONGEST_MS = 10_000;

interface Context {
  signed: Signed;
  signal: AbortSignal;
}

/**
 * Serves one subgraph by HTTP, to gateways and other subgraphs: a request that none has signed is refused before it is read.
 * Parsing and validation are Apollo Server's; execution is the subgraph's own, as inside the gateway's process.
 */
export async function serveSubgraph(
  subgraph: Subgraph,
  { pairOf, accessLog }: Pick<Config, 'pairOf' | 'accessLog'>,
  log: Log,
  told: { plugin?: ApolloServerPlugin; countError?: (code: string) => void } = {},
): Promise<FastifyInstance> {
  const { name } = subgraph.definition;
  const used = new UsedSignatures();
  const signatures = new WeakMap<FastifyRequest, Signed>();
  const admit = async (request: FastifyRequest, body: string | Buffer) => {
    const signed = verifyCall(request.headers[CALLER_HEADER], body, name, pairOf);
    used.use(signed);
    signatures.set(request, signed);
    request.call = signed.call;
  };
  const app = openDoor({
    log,
    accessLog: { on: accessLog, key: pairOf(name, GATEWAY).secret },
    bodyLimit: BODY_LIMIT,
    admit,
    onRefusal: told.countError,
  });
  const apollo = createApollo(subgraph, log, told.plugin);
  await apollo.start();

  // so that a gateway tells our errors from those of whatever stands in between
  app.addHook('onSend', async (request, reply, answer) => {
    const signed = signatures.get(request);
    if (signed && typeof answer === 'string')
      void reply.header(ANSWER_HEADER, markOf(String(request.headers[CALLER_HEADER]), answer, signed.pair));
  });
  app.get('/health/live', async () => ({ status: 'live' }));
  app.get('/health/ready', async (_, reply) => {
    const ready = await subgraph.isReady();
    const reactions = await subgraph.reactionStates().then(standingOf, () => 'unknown');
    return reply
      .code(ready ? 200 : 503)
      .send({ status: ready ? 'ready' : 'no database', reactions, legalRules: legalRulesDigest() });
  });
  for (const resource of subgraph.definition.resources ?? []) {
    serveResource(app, resource, {}, async (request, asked) => {
      await admit(request, addressSigned(resource, asked));
      return resource.answer(subgraph.open(signedOf(request).call), asked.headers, asked.choice);
    });
  }
  // each subgraph's own: of another's journal nobody says anything
  app.post(HEADS_PATH, async (request, reply) => {
    const head = headIn(request.body);
    if (!head || head.subgraph !== signedOf(request).call.caller.subgraph)
      throw badRequest({ zh: '不是调用方自己日志的链首', en: 'this is no head of the caller’s own journal' });
    await keepHead(subgraph.db, head);
    return reply.code(204).send();
  });
  // whoever waits for news of a subgraph that stops hears at once that there are none
  const leaving = new AbortController();
  app.addHook('preClose', async () => leaving.abort());
  app.post('/journal', async (request, reply) => {
    const { call } = signedOf(request);
    // whoever acts for a person has the questions of the API
    if (call.caller.subgraph === undefined) throw AddressUnknown({ got: '/journal' });
    const until = AbortSignal.any([endingOf(request, reply, LONGEST_MS), leaving.signal]);
    const news = await subgraph.follow(askedJournal(request.body), call, until);
    return reply.type('application/json').send(JSON.stringify(news));
  });
  app.post(RECORDS_PATH, async (request, reply) => {
    const { call } = signedOf(request);
    const ending = endingOf(request, reply, LONGEST_MS);
    const found = await subgraph.records(askedRecords(request.body), call, ending);
    return reply.type('application/json').send(JSON.stringify(found));
  });
  app.post(
    '/graphql',
    answerGraphQL(apollo, (request, reply) => ({
      signed: signedOf(request),
      signal: endingOf(request, reply, LONGEST_MS),
    })),
  );
  app.addHook('onClose', () => apollo.stop());
  return app;

  function signedOf(request: FastifyRequest): Signed {
    const signed = signatures.get(request);
    if (!signed) throw CallerUnsigned({ reason: { zh: '没有签名', en: 'there is no signature' } });
    return signed;
  }
}

/** Of what changes anything a signature is good for once among all processes of a subgraph. */
async function spend({ db }: Subgraph, { id }: Signed): Promise<void> {
  const [fresh] = await db.read(SPEND, [id]);
  if (!fresh) throw usedBefore();
}
const SPEND = `WITH old AS (DELETE FROM used_signature WHERE id IN (
    SELECT id FROM used_signature WHERE used_at < now() - interval '2 minutes' LIMIT 100 FOR UPDATE SKIP LOCKED))
  INSERT INTO used_signature (id) VALUES ($1) ON CONFLICT DO NOTHING RETURNING id`;

function createApollo(subgraph: Subgraph, log: Log, plugin: ApolloServerPlugin = {}): ApolloServer<Context> {
  const { schema } = subgraph;
  return new ApolloServer<Context>({
    gateway: {
      load: async () => ({
        schema,
        executor: async ({ document, operationName, request, context }) => {
          const { signed, signal } = context as Context;
          if (getOperationAST(document, operationName)?.operation === OperationTypeNode.MUTATION)
            await spend(subgraph, signed);
          return subgraph.execute(
            { document, operationName, variables: request.variables },
            subgraph.open(signed.call, signal),
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
    // it would end the process with the signal, and all that is being answered with it
    stopOnTerminationSignals: false,
    logger: logOfLibrary(log),
    includeStacktraceInErrorResponses: false,
    formatError: (formatted, error) =>
      catalogued(error) ? toClientError(error, '', log).toJSON() : formatted,
  });
}
