import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { Admission, breathe, catalogued } from '../subgraphs/kernel';
import type { CostModel } from './cost';
import type { OperationContext } from './subgraph-client';

/** What costs no more is let in at once: twenty of them are as one that is dear. */
const CHEAP = 500;
/** Half of what an operation may take. */
const LONGEST_WAIT_MS = 5_000;

/**
 * Dear operations take turns: each builds an answer of megabytes, and a processor works on one at a time whatever is under way.
 * What is worked on at once costs no more than one operation may. So it never takes all memory, and who asks little is not kept
 * waiting by who asks much.
 */
export function admitDear(
  most: number,
  model: () => CostModel | undefined,
): ApolloServerPlugin<OperationContext> {
  const room = new Admission(most, LONGEST_WAIT_MS);
  return {
    async requestDidStart() {
      let leave: (() => void) | undefined;
      return {
        async didResolveOperation({ document, operation, request, response }) {
          const points = (operation && model()?.of(document, operation, request.variables ?? {}).points) ?? 0;
          if (points <= CHEAP) return;
          leave = await room.enter(points).catch((error: unknown) => {
            const known = catalogued(error);
            if (!known) throw error;
            response.http.headers.set('retry-after', String(known.extensions.retryAfterSeconds));
            throw new GraphQLError(known.message, {
              originalError: known,
              extensions: { ...known.extensions, http: { status: 503 } },
            });
          });
          await breathe();
        },
        // the answer becomes a text within this turn of the event loop
        async willSendResponse() {
          await breathe();
          if (leave) setImmediate(leave);
        },
      };
    },
  };
}
