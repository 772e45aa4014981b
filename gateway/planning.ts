import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { FetchNode, PlanNode } from '@apollo/query-planner';
import { parse } from 'graphql';
import { QueryTooComplex } from '../subgraphs/kernel';

export interface PlanQuestion {
  query: string;
  operationName: string | undefined;
}
export interface PlanAnswer {
  /** As JSON. */
  plan?: string;
  failure?: string;
}

/** What takes longer is not planned at all: the thread is ended, and the next document has a new one. */
const LONGEST_MS = 5_000;
const MOST_MEMORY_MB = 768;

/**
 * Apollo’s planner in a thread of its own. It does not pause: a document of a thousand fields keeps it busy for a second
 * and more, and on the event loop everybody would wait. It is started when it is first needed, and keeps no process
 * from ending.
 */
export class PlanningThread {
  private worker: Promise<Worker> | undefined;
  /** One document after the other, so that each has the whole of its time. */
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly supergraphSdl: string) {}

  plan(question: PlanQuestion): Promise<PlanNode | undefined> {
    const planned = this.last.then(() => this.ask(question));
    this.last = planned.catch(() => undefined);
    return planned;
  }

  end(): Promise<void> {
    return this.last.then(
      () => this.stop(),
      () => this.stop(),
    );
  }

  private async stop(): Promise<void> {
    const worker = this.worker;
    this.worker = undefined;
    await worker?.then(
      (each) => each.terminate(),
      () => undefined,
    );
  }

  private async ask(question: PlanQuestion): Promise<PlanNode | undefined> {
    this.worker ??= started(this.supergraphSdl);
    const [worker, late] = [await this.worker.catch(() => this.lost()), new AbortController()];
    try {
      const answered = once(worker, 'message', { signal: late.signal });
      const ended = once(worker, 'exit', { signal: late.signal }).then(() => [{ failure: 'it ended' }]);
      const tooLate = sleep(LONGEST_MS, null, { signal: late.signal });
      for (const each of [answered, ended, tooLate]) each.catch(() => undefined);
      worker.postMessage(question);
      const first = await Promise.race([answered, ended, tooLate]);
      if (first === null) throw QueryTooComplex({ seconds: LONGEST_MS / 1000 });
      return read(first[0] as PlanAnswer);
    } catch (error) {
      // whatever it is at work on must not be taken for the answer to the next question
      await this.stop();
      throw error;
    } finally {
      late.abort();
    }
  }

  private lost(): never {
    this.worker = undefined;
    throw new Error('the planning thread does not start');
  }
}

async function started(supergraphSdl: string): Promise<Worker> {
  const worker = new Worker(join(__dirname, 'plan-worker.ts'), {
    workerData: supergraphSdl,
    execArgv: ['-r', '@swc-node/register'],
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
  });
  // unheard, it would end the process; whoever waits for an answer sees that it has ended
  worker.on('error', () => undefined);
  worker.unref();
  await once(worker, 'message');
  return worker;
}

function read({ plan, failure }: PlanAnswer): PlanNode | undefined {
  if (plan === undefined) throw new Error(`an operation cannot be planned: ${failure}`);
  const node = JSON.parse(plan) as PlanNode | null;
  // subgraphs in this process are asked with parsed documents
  for (const fetch of node ? fetchesOf(node) : [])
    fetch.operationDocumentNode = parse(fetch.operation, { noLocation: true });
  return node ?? undefined;
}

function fetchesOf(node: PlanNode): FetchNode[] {
  switch (node.kind) {
    case 'Fetch':
      return [node];
    case 'Flatten':
      return fetchesOf(node.node);
    case 'Condition':
      return [node.ifClause, node.elseClause].flatMap((each) => (each ? fetchesOf(each) : []));
    case 'Sequence':
    case 'Parallel':
      return node.nodes.flatMap(fetchesOf);
    default:
      throw new Error(`a plan holds what cannot be run: ${node.kind}`);
  }
}
