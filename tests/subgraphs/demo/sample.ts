import { parse } from 'graphql';
import { DEFAULT_AS_OF } from '../../../subgraphs/demo';
import type { DemoOptions } from '../../../subgraphs/demo';
import { NATIONWIDE, type Caller, type DepartmentKind, type Subgraph } from '../../../subgraphs/kernel';
import { as, callOf } from '../../support/callers';
import { testDatabase } from '../../support/database';
import { startDemo } from '../../support/demo-database';
import type { TestResult } from '../../support/test-bed';

export const options = (enterprises: number, changes: Partial<DemoOptions> = {}): DemoOptions => ({
  enterprises,
  seed: 1,
  region: null,
  asOf: DEFAULT_AS_OF,
  ...changes,
});

/** All subgraphs at work on one fresh database. */
export interface AllSubgraphs {
  running: ReadonlyMap<string, Subgraph>;
  /** Asks one of them. */
  ask: (
    subgraph: string,
    query: string,
    variables?: Record<string, unknown>,
    caller?: Caller,
  ) => Promise<TestResult>;
  /** What stands in the tables of one of them, past every rule. */
  rows: <Row = Record<string, unknown>>(
    subgraph: string,
    text: string,
    values?: readonly unknown[],
  ) => Promise<Row[]>;
  stop: () => Promise<void>;
}

export const national = (department: DepartmentKind) => as.officer(department, NATIONWIDE);

export async function allSubgraphs(): Promise<AllSubgraphs> {
  const database = await testDatabase();
  const running = await startDemo(database.url);
  const of = (name: string) => running.get(name) as Subgraph;
  return {
    running,
    ask: async (name, query, variables = {}, caller = as.public) => {
      const result = await of(name).execute(
        { document: parse(query), variables },
        of(name).open(callOf(caller)),
      );
      return JSON.parse(JSON.stringify(result)) as TestResult;
    },
    rows: (name, text, values) => of(name).db.read(text, values),
    stop: async () => {
      for (const subgraph of running.values()) await subgraph.stop();
      await database.drop();
    },
  };
}
