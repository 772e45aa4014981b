import { resolve } from 'node:path';
import { migrate } from '../../migrations/run';
import {
  CatalogueError,
  Database,
  DepartmentKind,
  NATIONWIDE,
  isRegionCode,
  readConfig,
  valuesOf,
  type Caller,
  type Config,
  type Environment,
  type Submission,
  type SubgraphDefinition,
} from '../kernel';
import { openEmbeddedPostgres } from '../embedded-postgres';
import { applyLegalRules } from '../legal-rules';
import { subgraphs } from '..';
import { columnsOf } from './columns';
import { WrongUse } from './errors';
import { importRows, type ImportRequest, type Outcome, type Surroundings } from './import';
import { inspect, openRows, type Rows } from './read-file';
import { importKey } from './progress';
import { reporter, say, summary } from './report';

/** What the command line says besides the kind and the file. */
export interface ImportOptions {
  source: string;
  revision?: string;
  rejects?: string;
  encoding?: string;
  department: string;
  region?: string;
  again: boolean;
}

/** Exit codes: 0 if every row was taken, 2 if rows were refused, 1 if it could not run, 130 for Ctrl-C. */
export async function importFile(
  kind: string,
  file: string,
  options: ImportOptions,
  env: Environment,
): Promise<number> {
  try {
    return await run(readArguments(kind, file, options), readConfig(env));
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

type Command = ReturnType<typeof readArguments>;

function readArguments(kind: string, file: string, options: ImportOptions) {
  const { source, department, region = NATIONWIDE, revision = null } = options;
  const found = subgraphs.flatMap((definition) =>
    (definition.submissions ?? [])
      .filter((each) => each.kind === kind)
      .map((submission) => ({ definition, submission })),
  )[0];
  if (!found) throw new WrongUse(`There is no kind ${kind} to import. Kinds: ${kinds().join(', ')}.`);
  if (revision !== null && !/^[1-9]\d{0,8}$/.test(revision))
    throw new WrongUse(`--revision must be a whole number from 1, but got: ${revision}`);
  const path = resolve(file);
  const rejectsPath = resolve(options.rejects ?? `${file}.rejects.ndjson`);
  if (rejectsPath === path)
    throw new WrongUse('--rejects must name another file than the one that is imported.');
  const caller = callerOf(found.submission, source, department, region);
  return {
    ...found,
    ...options,
    path,
    rejectsPath,
    caller,
    revision: revision === null ? null : Number(revision),
  };
}

const kinds = (): string[] =>
  subgraphs.flatMap(({ submissions = [] }) => submissions.map(({ kind }) => kind));

/** Who runs an import is the operator of the source, as far as the command says. */
function callerOf(submission: Submission, source: string, departmentName: string, region: string): Caller {
  const department = valuesOf(DepartmentKind).find((each) => each === departmentName);
  if (!department)
    throw new WrongUse(
      `--department must be one of ${valuesOf(DepartmentKind).join(', ')}, but got: ${departmentName}`,
    );
  if (!isRegionCode(region))
    throw new WrongUse(`--region must be a division code of 6, 9 or 12 digits, but got: ${region}`);
  return {
    subject: `import:${source}`,
    department,
    departmentCode: null,
    region,
    scopes: [`write:${submission.subgraph}`],
  };
}

async function run(command: Command, config: Config): Promise<number> {
  applyLegalRules(config);
  const stop = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stop.abort());
  const { definition, submission, path, encoding, source, revision } = command;
  // The file comes first: when it is wrong, no database is started and nothing is loaded.
  const file = await inspect(path, encoding);
  const rows = await openRows(file, columnsOf(submission));
  if (rows.notice) say(rows.notice);
  const request = { ...command, key: importKey(submission.kind, source, file.digest, revision) };
  const started = Date.now();
  const outcome = await withDatabase(config, definition, (db) =>
    loaded(request, rows, { db, settings: config, signal: stop.signal }),
  );
  process.stdout.write(summary(outcome, command.rejectsPath, (Date.now() - started) / 1000));
  if (outcome.state === 'stopped') return 130;
  return outcome.totals.rejected > 0 ? 2 : 0;
}

async function loaded(
  request: ImportRequest,
  rows: Rows,
  at: Pick<Surroundings, 'db' | 'settings' | 'signal'>,
): Promise<Outcome> {
  const report = reporter(rows.part);
  try {
    return await importRows(request, rows, { ...at, onProgress: report.update, say });
  } finally {
    report.end();
  }
}

/** The subgraph's database, brought up to date; the embedded one is started unless it runs, and stopped by who leaves last. */
async function withDatabase<Result>(
  config: Config,
  definition: SubgraphDefinition,
  work: (db: Database) => Promise<Result>,
) {
  const { name, entities } = definition;
  const own = config.databaseUrlOf(name) ?? config.databaseUrl;
  const embedded = own === null ? await openEmbeddedPostgres(config.dataDir, say) : null;
  const url = own ?? embedded?.url ?? '';
  try {
    await migrate([definition], () => url, say);
    const db = await Database.open({ url, schema: name, entities, poolSize: 3 });
    return await work(db).finally(() => db.close());
  } finally {
    await embedded?.close();
  }
}

function oneLine(error: unknown): string {
  const { message, code } = error as { message?: string; code?: string };
  return (message || code || String(error)).split('\n')[0]?.replace(/\.$/, '') ?? '';
}
