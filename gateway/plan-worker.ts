import { parentPort, workerData } from 'node:worker_threads';
import { Supergraph, operationFromDocument } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import { parse } from 'graphql';
import type { PlanAnswer, PlanQuestion } from './planning';

/** One document after the other; a first answer says that the planner is ready. */
const supergraph = Supergraph.build(workerData as string, { validateSupergraph: false });
const planner = new QueryPlanner(supergraph);
const api = supergraph.apiSchema();
const answer = (said: PlanAnswer) => parentPort?.postMessage(said);

parentPort?.on('message', ({ query, operationName }: PlanQuestion) => {
  try {
    const { node } = planner.buildQueryPlan(operationFromDocument(api, parse(query), { operationName }));
    answer({ plan: JSON.stringify(node ?? null) });
  } catch (error) {
    answer({ failure: error instanceof Error ? error.message : String(error) });
  }
});
answer({ plan: 'null' });
