import { parse, type ExecutionResult } from 'graphql';
import { Subgraph, createLog, type Caller, type SubgraphDefinition } from '../../subgraphs/kernel';
import { as, callOf } from './callers';
import { testDatabase } from './database';
import { TEST_SETTINGS } from './settings';

export interface TestSubgraph {
  subgraph: Subgraph;
  url: string;
  /** Moves the clock. */
  now: (moment: string) => void;
  /** Runs an operation as the gateway would, on a new context. */
  run: (query: string, options?: RunOptions) => Promise<TestResult>;
  /** The texts of the statements that the work runs. */
  statementsOf: (work: () => Promise<unknown>) => Promise<string[]>;
  stop: () => Promise<void>;
}
export interface RunOptions {
  caller?: Caller;
  purpose?: string;
  variables?: Record<string, unknown>;
}
export interface TestResult extends ExecutionResult {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look into answers of any shape
  data?: any;
}

/** One subgraph on a fresh database. */
export async function testSubgraph(definition: SubgraphDefinition): Promise<TestSubgraph> {
  const database = await testDatabase();
  let moment: Date | undefined;
  const subgraph = await Subgraph.start(definition, {
    url: database.url,
    settings: TEST_SETTINGS,
    log: createLog('silent', 'test'),
    clock: () => moment ?? new Date(),
  });
  return {
    subgraph,
    url: database.url,
    now: (at) => {
      moment = new Date(at);
    },
    run: async (query, { caller = as.public, purpose, variables } = {}) =>
      plain(await subgraph.execute({ document: parse(query), variables }, subgraph.open(callOf(caller, purpose ?? null)))),
    statementsOf: async (work) => {
      const texts: string[] = [];
      subgraph.db.observe = (text) => texts.push(text);
      await work().finally(() => (subgraph.db.observe = undefined));
      return texts;
    },
    stop: async () => {
      await subgraph.stop();
      await database.drop();
    },
  };
}

/** An answer as it goes over the wire. */
function plain(result: ExecutionResult): TestResult {
  return JSON.parse(JSON.stringify(result)) as TestResult;
}
