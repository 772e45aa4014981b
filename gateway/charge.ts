import type { ApolloServerPlugin, GraphQLRequestContext } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import {
  IntrospectionTooCostly,
  QueryTooCostly,
  QueryTooLarge,
  RateLimited,
  isAgency,
  type Call,
  type CatalogueError,
  type Config,
} from '../subgraphs/kernel';
import type { CostModel } from './cost';
import type { Settlement } from './settle';
import type { OperationContext } from './subgraph-client';

/** So many fields an operation may have once its fragments are spread out: they are planned before one is fetched. */
export const MOST_FIELDS = 2_000;
/** The schema’s whole description may be asked for so many times in one operation. */
const MOST_DESCRIPTIONS = 1;
/** A tenth of what is asked of the schema itself is charged: it is read from no database. */
const OF_DESCRIPTION = 0.01;
const MINUTE = 60;

type Limits = Pick<Config, 'costLimit' | 'publicPoints' | 'agencyPoints'>;
interface Charged {
  requested: number;
  limit: number;
  remaining: number;
}

/** Costs are told and limited before anything is fetched: of one operation, and of one caller in a minute. */
export function createCharge(
  limits: Limits,
  model: () => CostModel | undefined,
  settlement: Settlement,
): ApolloServerPlugin<OperationContext> {
  const accounts = new Accounts(limits, settlement);
  return {
    async requestDidStart() {
      let charged: Charged | undefined;
      return {
        async didResolveOperation({ document, operation, request, contextValue, response }) {
          const costs = model();
          if (!costs || !operation) return;
          const cost = costs.of(document, operation, request.variables ?? {});
          const points = Math.ceil(cost.points + cost.introspection * OF_DESCRIPTION);
          charged = { requested: points, limit: limits.costLimit, remaining: 0 };
          if (cost.fields > MOST_FIELDS) throw refused(QueryTooLarge({ max: MOST_FIELDS }), 400);
          if (cost.introspection > MOST_DESCRIPTIONS * costs.wholeSchema)
            throw refused(IntrospectionTooCostly({ max: MOST_DESCRIPTIONS }), 400);
          if (points > limits.costLimit)
            throw refused(QueryTooCostly({ max: limits.costLimit, got: points }), 400);
          charged.remaining = await accounts.pay(contextValue.call, points, response);
        },
        async willSendResponse({ response }) {
          if (!charged || response.body.kind !== 'single') return;
          response.http.headers.set('x-graphql-cost', String(charged.requested));
          response.http.headers.set('x-graphql-cost-limit', String(charged.limit));
          const { singleResult } = response.body;
          singleResult.extensions = { ...singleResult.extensions, cost: charged };
        },
      };
    },
  };
}

/** A refusal before execution, with the status that a plugin has to name itself. */
function refused(error: CatalogueError, status: number): GraphQLError {
  const { message, extensions } = error;
  return new GraphQLError(message, {
    originalError: error,
    extensions: { ...extensions, http: { status } },
  });
}

/** What callers have left of their points in this minute: agencies by the token’s subject, the public by its network. */
class Accounts {
  private readonly agencies: RateLimiterMemory;
  private readonly networks: RateLimiterMemory;

  constructor(
    private readonly limits: Limits,
    private readonly settlement: Settlement,
  ) {
    const { agencyPoints, publicPoints } = limits;
    this.agencies = new RateLimiterMemory({ keyPrefix: 'agency', points: agencyPoints, duration: MINUTE });
    this.networks = new RateLimiterMemory({ keyPrefix: 'network', points: publicPoints, duration: MINUTE });
    settlement.onHeard(([kind, name, points]) => {
      void (kind === 'agency' ? this.agencies : this.networks).penalty(name, points);
    });
  }

  /** @returns how many are left; @throws RATE_LIMITED with the seconds to wait */
  async pay({ caller, client }: Call, points: number, { http }: Response): Promise<number> {
    const [kind, account, whose, limit] = isAgency(caller)
      ? (['agency', this.agencies, caller.subject ?? '', this.limits.agencyPoints] as const)
      : (['network', this.networks, networkOf(client), this.limits.publicPoints] as const);
    const name = this.settlement.pseudonymOf(whose);
    this.settlement.note([kind, name, points]);
    const outcome = await account.consume(name, points).catch((full: unknown) => {
      if (full instanceof RateLimiterRes) return full;
      throw full;
    });
    const seconds = Math.ceil(outcome.msBeforeNext / 1000);
    const isOver = outcome.consumedPoints > limit;
    http.headers.set('ratelimit-policy', `"points";q=${limit};w=${MINUTE}`);
    http.headers.set('ratelimit', `"points";r=${outcome.remainingPoints};t=${seconds}`);
    if (!isOver) return outcome.remainingPoints;
    http.headers.set('retry-after', String(seconds));
    throw refused(RateLimited({ retryAfterSeconds: seconds }), 429);
  }
}
type Response = GraphQLRequestContext<OperationContext>['response'];

/** An IPv6 caller has a whole network of addresses. */
function networkOf(address: string): string {
  return address.includes(':') && !address.includes('.') ? address.split(':').slice(0, 4).join(':') : address;
}
