import type { ApolloServerPlugin } from '@apollo/server';
import { Counter, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { OperationContext } from './subgraph-client';

/** Figures for Prometheus: how long operations take and which errors they end with. */
export function createMetrics(): {
  plugin: ApolloServerPlugin<OperationContext>;
  /** For an error that ended a request before it was an operation. */
  countError: (code: string) => void;
  print: () => Promise<string>;
  contentType: string;
} {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const duration = new Histogram({
    name: 'onematter_operation_seconds',
    help: 'How long a GraphQL operation took.',
    labelNames: ['outcome'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  });
  const errors = new Counter({
    name: 'onematter_errors_total',
    help: 'Errors in answers, by code.',
    labelNames: ['code'],
    registers: [registry],
  });
  const countError = (code: string) => errors.inc({ code });
  const plugin: ApolloServerPlugin<OperationContext> = {
    async requestDidStart() {
      const stop = duration.startTimer();
      return {
        async willSendResponse({ response }) {
          const found = response.body.kind === 'single' ? (response.body.singleResult.errors ?? []) : [];
          stop({ outcome: found.length === 0 ? 'whole' : 'partial' });
          for (const { extensions } of found) countError(String(extensions?.code));
        },
      };
    },
  };
  return { plugin, countError, print: () => registry.metrics(), contentType: registry.contentType };
}
