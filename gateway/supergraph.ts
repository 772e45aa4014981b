import './telemetry-off';
import { ApolloGateway } from '@apollo/gateway';
import type {
  GatewayExecutionResult,
  GatewayGraphQLRequestContext,
  GatewayInterface,
  GatewayUnsubscriber,
} from '@apollo/server-gateway-interface';
import { parse, type GraphQLSchema } from 'graphql';
import { DataIncomplete, SharingGuard, answerDenied, readSharingRules } from '../subgraphs/kernel';
import { checkValuesAtTheDoor } from './limits';
import type { OperationContext, SubgraphClient } from './subgraph-client';

type Executor = (context: GatewayGraphQLRequestContext) => Promise<GatewayExecutionResult>;
type SchemaLoaded = Parameters<GatewayInterface['onSchemaLoadOrUpdate']>[0];

/**
 * Apollo's gateway over the committed supergraph, with the sharing guard before its plan: what the caller can never see
 * is not fetched. Every subgraph guards its own data all the same.
 */
export class Supergraph implements GatewayInterface {
  private readonly inner: ApolloGateway;
  private guard: SharingGuard | undefined;

  constructor(supergraphSdl: string, clientOf: (name: string) => SubgraphClient) {
    this.inner = new ApolloGateway({
      supergraphSdl,
      buildService: ({ name }) => clientOf(name),
      // the parsed document of each fetch, for subgraphs in this process
      queryPlannerConfig: { exposeDocumentNodeInFetchNode: true },
      experimental_approximateQueryPlanStoreMiB: 50,
      __exposeQueryPlanExperimental: false,
    });
  }

  async load(options: Parameters<GatewayInterface['load']>[0]): ReturnType<GatewayInterface['load']> {
    const loaded = await this.inner.load(options);
    const executor: Executor = (context) => this.execute(loaded.executor, context);
    return { executor } as Awaited<ReturnType<GatewayInterface['load']>>;
  }

  onSchemaLoadOrUpdate(callback: SchemaLoaded): GatewayUnsubscriber {
    return this.inner.onSchemaLoadOrUpdate(({ apiSchema, coreSupergraphSdl }) => {
      this.guard = new SharingGuard(apiSchema as GraphQLSchema, readSharingRules(parse(coreSupergraphSdl)));
      checkValuesAtTheDoor(apiSchema as GraphQLSchema);
      callback({ apiSchema, coreSupergraphSdl });
    });
  }

  stop(): Promise<void> {
    return this.inner.stop();
  }

  private async execute(inner: Executor, context: GatewayGraphQLRequestContext): Promise<GatewayExecutionResult> {
    const { caller, purpose } = (context.context as OperationContext).call;
    if (!this.guard) throw new Error('the supergraph is not loaded');
    const guarded = this.guard.check(context.document, context.request.operationName, caller, purpose);
    const taken = guarded.denied.map(({ path }) => path.join('.')).join(' ');
    const left = taken === '' ? context : { ...context, document: guarded.document, queryHash: `${context.queryHash} without ${taken}` };
    const { data, errors = [], extensions } = await inner(left);
    const all = [...errors, ...answerDenied(data, guarded), ...silentLosses(errors.length, extensions)];
    return { data, ...(all.length > 0 && { errors: all }) } as GatewayExecutionResult;
  }
}

/** The gateway nulls an object whose required field is missing and says so in an extension only: here it is an error. */
function silentLosses(errors: number, extensions: Record<string, unknown> | undefined) {
  return errors === 0 && extensions?.valueCompletion ? [DataIncomplete()] : [];
}
