import type { ApolloServerPlugin } from '@apollo/server';
import type { FastifyRequest } from 'fastify';
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import {
  PUBLIC_CALLER,
  mostPrepared,
  openDoor,
  serveResource,
  type Call,
  type Config,
  type Log,
  type ReactionState,
  type Resource,
  type ResourceAnswer,
  type ResourceAsked,
} from '../subgraphs/kernel';
import { POINTS_HEADER, type Settlement } from './settle';

export interface Metrics {
  plugin: ApolloServerPlugin;
  /** For an error that ended a request before it was an operation. */
  countError: (code: string) => void;
  print: () => Promise<string>;
  contentType: string;
}

/** Figures for Prometheus: how long operations take and which errors they end with. */
export function createMetrics(reactions: () => Promise<ReactionState[]>): Metrics {
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
  const left = (name: string, help: string, of: (state: ReactionState) => number) =>
    new Gauge({
      name,
      help,
      labelNames: ['reaction'],
      registers: [registry],
      async collect() {
        this.reset();
        for (const state of await reactions().catch(() => []))
          this.set({ reaction: state.reaction }, of(state));
      },
    });
  left(
    'onematter_reaction_behind',
    'Entries of the journal that a reaction has not looked at; NaN: not known.',
    ({ behind }) => behind ?? NaN,
  );
  left(
    'onematter_reaction_set_aside',
    'What a reaction could not do and an operator has to look at.',
    ({ setAside }) => setAside,
  );
  new Gauge({
    name: 'onematter_prepared_statements',
    help: 'Statements prepared on the database connection that has most.',
    registers: [registry],
    collect() {
      this.set(mostPrepared());
    },
  });
  const countError = (code: string) => errors.inc({ code });
  const plugin: ApolloServerPlugin = {
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

/** What a subgraph tells operators by plain HTTP, and how it is asked for. */
export interface Told {
  resource: Resource;
  answer: (call: Call, asked: ResourceAsked) => Promise<ResourceAnswer>;
}

const BODY_LIMIT = 1024 * 1024;

/** On a port of their own, where one is set: figures are for operators; other gateways tell there what was spent. Closes it again. */
export async function serveMetrics(
  { metricsPort: port, host, accessLog, gatewayKey: key }: Config,
  log: Log,
  { contentType, print }: Metrics,
  told: readonly Told[],
  settlement?: Settlement,
): Promise<() => Promise<void>> {
  if (port === null) return () => Promise.resolve();
  const admit = async ({ headers }: FastifyRequest, body: Buffer) =>
    settlement?.hear(headers[POINTS_HEADER], body);
  const door = openDoor({ log, accessLog: { on: accessLog, key }, bodyLimit: BODY_LIMIT, admit });
  if (settlement) door.post('/points', async (_, reply) => reply.code(204).send());
  door.get('/metrics', async (_, reply) => reply.type(contentType).send(await print()));
  for (const { resource, answer } of told)
    serveResource(door, resource, {}, ({ id: requestId, ip: client }, asked) =>
      answer({ caller: PUBLIC_CALLER, purpose: null, requestId, client }, asked),
    );
  await door.listen({ port, host });
  return () => door.close();
}
