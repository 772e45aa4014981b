import { ApolloGateway, type GraphQLDataSource } from '@apollo/gateway';
import type { GatewayGraphQLRequestContext, GatewayInterface } from '@apollo/server-gateway-interface';
import { parse, type GraphQLSchema } from 'graphql';
import { checkValuesAtTheDoor } from '../../gateway/limits';
import type { SubgraphClient } from '../../gateway/subgraph-client';
import {
  DataIncomplete,
  SharingGuard,
  answerDenied,
  readSharingRules,
  type Call,
} from '../../subgraphs/kernel';

type Loaded = Awaited<ReturnType<GatewayInterface['load']>>;

/** The supergraph as it is with Apollo's own executor: what `Supergraph` has to answer the same as. */
export class StockSupergraph {
  readonly gateway: ApolloGateway;
  schema: GraphQLSchema;
  private guard: SharingGuard;
  private executor: NonNullable<Loaded['executor']>;

  constructor(supergraphSdl: string, clientOf: (name: string) => SubgraphClient) {
    this.gateway = new ApolloGateway({
      supergraphSdl,
      buildService: ({ name }) => clientOf(name) as unknown as GraphQLDataSource,
      queryPlannerConfig: { exposeDocumentNodeInFetchNode: true },
      __exposeQueryPlanExperimental: false,
    });
  }

  async load(): Promise<void> {
    this.gateway.onSchemaLoadOrUpdate(({ apiSchema, coreSupergraphSdl }) => {
      this.schema = apiSchema;
      this.guard = new SharingGuard(this.schema, readSharingRules(parse(coreSupergraphSdl)));
      checkValuesAtTheDoor(this.schema);
    });
    this.executor = ((await this.gateway.load()) as Loaded).executor as NonNullable<Loaded['executor']>;
  }

  async execute(context: GatewayGraphQLRequestContext) {
    const { caller, purpose } = (context.context as { call: Call }).call;
    const guarded = this.guard.check(context.document, context.request.operationName, caller, purpose);
    const taken = guarded.denied.map(({ path }) => path.join('.')).join(' ');
    const left = {
      ...context,
      document: guarded.document,
      queryHash: `${context.queryHash} without ${taken}`,
    };
    const { data, errors = [], extensions } = await this.executor(left);
    const lossy = errors.length === 0 && extensions?.valueCompletion ? [DataIncomplete()] : [];
    return { data, errors: [...errors, ...answerDenied(data, guarded), ...lossy] };
  }
}
