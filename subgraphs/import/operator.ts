import { migrate } from '../../migrations/run';
import { subgraphs } from '..';
import { openDatabases } from '../databases';
import {
  CatalogueError,
  Database,
  DepartmentKind,
  NATIONWIDE,
  regionCode,
  valuesOf,
  withKeys,
  type Caller,
  type Config,
  type Submission,
  type SubgraphDefinition,
} from '../kernel';
import { WrongUse } from './errors';
import type { Surroundings } from './import';
import { openPeers } from './peers';
import { say } from './report';

/** What takes in a kind, and the subgraph that it belongs to. */
export function submissionOf(kind: string): { definition: SubgraphDefinition; submission: Submission } {
  const found = subgraphs.flatMap((definition) =>
    (definition.submissions ?? [])
      .filter((each) => each.kind === kind)
      .map((submission) => ({ definition, submission })),
  )[0];
  if (!found) throw new WrongUse(`There is no kind ${kind} to import. Kinds: ${kinds().join(', ')}.`);
  return found;
}

const kinds = (): string[] =>
  subgraphs.flatMap(({ submissions = [] }) => submissions.map(({ kind }) => kind));

/** Who runs an import is the operator of the source, as far as the command says. */
export function callerOf(
  { subgraph }: Submission,
  subject: string,
  { department: departmentName, region = NATIONWIDE }: { department: string; region?: string },
): Caller {
  const department = valuesOf(DepartmentKind).find((each) => each === departmentName);
  if (!department)
    throw new WrongUse(
      `--department must be one of ${valuesOf(DepartmentKind).join(', ')}, but got: ${departmentName}`,
    );
  return {
    subject,
    department,
    departmentCode: null,
    region: regionCode.parse(region, '--region'),
    // a file that brings decisions names for each who decided, and by which document
    scopes: [`write:${subgraph}`, `decide:${subgraph}`],
  };
}

/** Runs one of the commands to its exit code: what is wrong with it is told in a line. */
export async function ended(work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    const known = error instanceof WrongUse || error instanceof CatalogueError;
    say(
      known
        ? error.message
        : `The import stopped: ${oneLine(error)}. What is stored stays; the same command goes on from there.`,
    );
    return 1;
  }
}

/** Aborts when the process is told to end: what is at hand is brought to its end first. */
export function untilStopped(): AbortSignal {
  const stop = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stop.abort());
  return stop.signal;
}

/** The subgraph's database, brought up to date; the embedded one is started unless it runs, and stopped by who leaves last. */
export async function withDatabase<Result>(
  config: Config,
  definition: SubgraphDefinition,
  work: (at: Pick<Surroundings, 'db' | 'settings' | 'peers'>) => Promise<Result>,
) {
  const { name, entities } = definition;
  const databases = await openDatabases(config, say, { of: [definition] });
  try {
    await migrate([definition], databases.migrationUrlOf, say);
    const others = openPeers(name, config, databases);
    const db = await Database.open({ url: databases.urlOf(name), schema: name, entities, poolSize: 3 });
    try {
      return await work({ db, settings: await withKeys(db, definition, config), peers: others.peers });
    } finally {
      await others.close();
      await db.close();
    }
  } finally {
    await databases.close();
  }
}

function oneLine(error: unknown): string {
  const { message, code } = error as { message?: string; code?: string };
  return (message || code || String(error)).split('\n')[0]?.replace(/\.$/, '') ?? '';
}
