import { randomUUID } from 'node:crypto';
import type { DocumentNode } from 'graphql';
import { ApolloServer, type ApolloServerOptions, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { logOfLibrary, type Config, type Log } from '../subgraphs/kernel';
import { answerError, isOfTheSchema, withoutNames } from './answer-error';
import { admitDear } from './admit';
import { createCharge } from './charge';
import { Kept, weightOf } from './kept';
import { MAX_TOKENS, limitDepth, refuseMisleadingAliases } from './limits';
import type { Settlement } from './settle';
import type { OperationContext } from './subgraph-client';
import type { Supergraph } from './supergraph';

export interface ApolloOptions {
  config: Config;
  log: Log;
  supergraph: Supergraph;
}

/** Parses and validates what is asked, within the limits, has the supergraph answer it, and tells its errors. */
export function createApollo(
  { config, log, supergraph }: ApolloOptions,
  metrics: ApolloServerPlugin<OperationContext>,
  settlement: Settlement,
): ApolloServer<OperationContext> {
  const charge = createCharge(config, () => supergraph.costs, settlement);
  const requests = new WeakMap<object, string>();
  return new ApolloServer<OperationContext>({
    gateway: supergraph,
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      noteRequests(requests),
      metrics,
      charge,
      admitDear(config.costLimit, () => supergraph.costs),
      ...(config.introspection ? [] : [tellOneFault]),
    ],
    introspection: config.introspection,
    logger: logOfLibrary(log),
    validationRules: [refuseMisleadingAliases, limitDepth],
    parseOptions: { maxTokens: MAX_TOKENS },
    validationOptions: { maxErrors: 10 },
    hideSchemaDetailsFromClientErrors: config.production,
    includeStacktraceInErrorResponses: false,
    allowBatchedHttpRequests: false,
    documentStore: documents(),
    // in its own memory, which is bounded: what another process was told is told once more
    persistedQueries: { ttl: null },
    // the door has refused what a page of another site makes a browser ask
    csrfPrevention: false,
    stopOnTerminationSignals: false,
    formatError: (formatted, error) => {
      const requestId = requests.get(Object(error) as object) ?? randomUUID();
      const answer = answerError(formatted, error, requestId, log);
      return config.introspection ? answer : withoutNames(answer);
    },
  });
}

type DocumentStore = NonNullable<ApolloServerOptions<OperationContext>['documentStore']>;

/** In bytes of memory: what the guard and the costs keep of a document goes with it, and is about as much again. */
const LARGEST_STORE = 64 * 1024 * 1024;
const WITH_ALL_THAT_IS_KEPT_OF_IT = 2;

/** Documents that were parsed and found valid, so that they need not be again. */
function documents(): DocumentStore {
  const kept = new Kept<DocumentNode>(LARGEST_STORE);
  return {
    get: async (key) => kept.get(key),
    set: async (key, document) => kept.set(key, document, weightOf(document) * WITH_ALL_THAT_IS_KEPT_OF_IT),
    delete: async (key) => kept.delete(key),
  };
}

/** Where the schema is not told, nor is how many faults a guess at it has. */
const tellOneFault: ApolloServerPlugin<OperationContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ response: { body } }) {
        if (body.kind !== 'single' || body.singleResult.data) return;
        const [first] = body.singleResult.errors ?? [];
        if (first && isOfTheSchema(first)) body.singleResult.errors = [first];
      },
    };
  },
};

/** Of which request an error is, which Apollo Server does not say when it is told. */
function noteRequests(requests: WeakMap<object, string>): ApolloServerPlugin<OperationContext> {
  return {
    async requestDidStart({ contextValue: { call } }) {
      return {
        async didEncounterErrors({ errors }) {
          for (const error of errors) requests.set(Object(error) as object, call.requestId);
        },
      };
    },
  };
}
