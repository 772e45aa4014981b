import './telemetry-off';
import { ApolloGateway, type GraphQLDataSource } from '@apollo/gateway';
import type {
  GatewayExecutionResult,
  GatewayGraphQLRequestContext,
  GatewayInterface,
  GatewayUnsubscriber,
} from '@apollo/server-gateway-interface';
import { GraphQLError, getOperationAST, getVariableValues, parse, type GraphQLSchema } from 'graphql';
import { SharingGuard, answerDenied, breathe, readSharingRules, type Guarded } from '../subgraphs/kernel';
import { MOST_FIELDS } from './charge';
import { CostModel } from './cost';
import { Growth, type MostOfAnswer } from './growth';
import { checkValuesAtTheDoor } from './limits';
import { tellLosses } from './losses';
import { ownersIn, tellRefused } from './refused-reads';
import { PlanRun } from './plan-executor';
import { Plans } from './plans';
import type { OperationContext, SubgraphClient } from './subgraph-client';

type LoadOptions = Parameters<GatewayInterface['load']>[0];
type SchemaLoaded = Parameters<GatewayInterface['onSchemaLoadOrUpdate']>[0];

/** What is made of a supergraph that was loaded. */
interface Loaded {
  apiSchema: GraphQLSchema;
  /** The subgraphs that it names. */
  names: readonly string[];
  guard: SharingGuard;
  plans: Plans;
  costs: CostModel;
  /** By guarded field: the subgraph that has it. */
  owners: ReadonlyMap<string, string>;
  apiSdl?: string;
}
/** The loader needs to know its subgraphs; it is not what fetches from them. */
const asksNothing: GraphQLDataSource = {
  process: () => Promise.reject(new Error('fetches are for PlanRun')),
};
const loads = new Map<string, Promise<Loaded>>();

/** What is made of a supergraph depends on its text alone: made once in a process, however many gateways answer by it. */
function loadOnce(supergraphSdl: string, options: LoadOptions): Promise<Loaded> {
  const known = loads.get(supergraphSdl) ?? load(supergraphSdl, options);
  loads.set(supergraphSdl, known);
  return known;
}

async function load(supergraphSdl: string, options: LoadOptions): Promise<Loaded> {
  const names: string[] = [];
  const loader = new ApolloGateway({
    supergraphSdl,
    buildService: ({ name }) => {
      names.push(name);
      return asksNothing;
    },
    __exposeQueryPlanExperimental: false,
  });
  const { schema: apiSchema } = await loader.load(options);
  const composed = parse(supergraphSdl);
  checkValuesAtTheDoor(apiSchema);
  return {
    apiSchema,
    names,
    guard: new SharingGuard(apiSchema, readSharingRules(composed)),
    plans: new Plans(supergraphSdl, apiSchema),
    costs: new CostModel(apiSchema, composed, MOST_FIELDS),
    owners: ownersIn(composed),
  };
}

/** graphql-js says it only while it executes, where a client's mistake would look like ours. */
function unclear(reason: string): GraphQLError {
  return new GraphQLError(reason, {
    extensions: { code: 'OPERATION_RESOLUTION_FAILURE', http: { status: 400 } },
  });
}
/** An answer to be sent. */
interface Answer {
  data?: Record<string, unknown> | null;
  errors: readonly GraphQLError[];
}

/**
 * The committed supergraph: loaded by Apollo's gateway and planned by its planner; its plans are run by `PlanRun`, which
 * answers the same for a part of the work. The sharing guard stands before a plan: what the caller can never see is not
 * fetched. Every subgraph guards its own data all the same.
 */
export class Supergraph implements GatewayInterface {
  private readonly listeners = new Set<SchemaLoaded>();
  private loaded: Loaded | undefined;
  private options: LoadOptions | undefined;

  constructor(
    private supergraphSdl: string,
    private readonly clientOf: (name: string) => SubgraphClient,
    private readonly most: MostOfAnswer,
  ) {}

  async load(options: LoadOptions): ReturnType<GatewayInterface['load']> {
    this.options = options;
    this.take(this.supergraphSdl, await loadOnce(this.supergraphSdl, options));
    return { executor: (context) => this.execute(context) };
  }

  /**
   * Answers by another supergraph from now on; what is under way is answered by the one that it began with.
   * @throws an Error if it cannot be loaded, or names a subgraph that there is not: nothing has changed then
   */
  async renew(supergraphSdl: string): Promise<void> {
    const { loaded: before, options, supergraphSdl: old } = this;
    if (!before || !options) throw new Error('the supergraph is not loaded');
    if (supergraphSdl === old) return;
    this.take(supergraphSdl, await load(supergraphSdl, options));
    loads.delete(old);
    void before.plans.end();
  }

  private take(supergraphSdl: string, loaded: Loaded): void {
    for (const name of loaded.names) this.clientOf(name);
    this.supergraphSdl = supergraphSdl;
    this.loaded = loaded;
    for (const tell of this.listeners)
      tell({ apiSchema: loaded.apiSchema, coreSupergraphSdl: supergraphSdl });
  }

  /** The schema that clients see, as a text; made once for a supergraph. */
  get apiSdl(): string {
    if (!this.loaded) throw new Error('the supergraph is not loaded');
    return (this.loaded.apiSdl ??= this.loaded.plans.apiSdl());
  }

  onSchemaLoadOrUpdate(callback: SchemaLoaded): GatewayUnsubscriber {
    this.listeners.add(callback);
    return () => this.listeners.delete(callback);
  }

  /** What operations cost; nothing before it is loaded. */
  get costs(): CostModel | undefined {
    return this.loaded?.costs;
  }

  /** What was loaded is for the next one, too, and keeps no process from ending. */
  async stop(): Promise<void> {}

  private async execute(context: GatewayGraphQLRequestContext): Promise<GatewayExecutionResult> {
    if (!this.loaded) throw new Error('the supergraph is not loaded');
    const { caller, purpose } = (context.context as OperationContext).call;
    const guarded = this.loaded.guard.check(context.document, context.request.operationName, caller, purpose);
    const taken = guarded.denied.map(({ path }) => path.join('.')).join(' ');
    const left =
      taken === ''
        ? context
        : { ...context, document: guarded.document, queryHash: `${context.queryHash} without ${taken}` };
    const [{ data, errors }] = await Promise.all([
      this.run(left, this.loaded),
      this.record(guarded, context.context as OperationContext, this.loaded),
    ]);
    await breathe();
    const all = [...errors, ...answerDenied(data, guarded)];
    return { data, ...(all.length > 0 && { errors: all }) } as GatewayExecutionResult;
  }

  /** What was taken out is on record with those who own it, by the time that the answer leaves. */
  private record({ denied }: Guarded, context: OperationContext, { owners }: Loaded): Promise<void> {
    return tellRefused(denied, owners, context, this.clientOf);
  }

  private async run(
    { document, queryHash, request, context }: GatewayGraphQLRequestContext,
    loaded: Loaded,
  ): Promise<Answer> {
    const { operationName, variables = {} } = request;
    const operation = getOperationAST(document, operationName);
    if (!operation) throw unclear('name the one to run with operationName');
    if (!loaded.apiSchema.getRootType(operation.operation))
      throw unclear(`there is no ${operation.operation} here`);
    const { coerced, errors } = getVariableValues(
      loaded.apiSchema,
      operation.variableDefinitions ?? [],
      variables,
    );
    if (errors) return { errors };
    const { clientOf } = this;
    const run = new PlanRun({
      clientOf,
      schema: loaded.plans.schema,
      variables,
      coerced,
      context: context as OperationContext,
      growth: new Growth(this.most),
    });
    try {
      const key = `${queryHash} ${operationName ?? ''}`;
      const plan = await loaded.plans.of({ key, document, operation });
      const shape = plan.shapes.of(coerced);
      if (plan.node) await run.execute(plan.node);
      await breathe();
      const { data, places } = shape.complete(run, variables, this.most);
      return { data, errors: tellLosses(run.errors, run.failures, places) };
    } catch (error) {
      return { errors: [error as GraphQLError] };
    }
  }
}
