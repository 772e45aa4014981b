import { extname, resolve } from 'node:path';
import { readConfig, type Config, type Environment } from '../kernel';
import { applyOperatorFiles } from '../operator-files';
import { columnsOf } from './columns';
import { WrongUse } from './errors';
import { importRows, type ImportRequest, type Outcome, type Surroundings } from './import';
import { callerOf, ended, submissionOf, untilStopped, withDatabase } from './operator';
import { importKey } from './progress';
import { inspect, openRows, type Rows } from './read-file';
import { registerSource } from './register';
import { reporter, say, summary } from './report';

/** What the command line says besides the kind and the file. */
export interface ImportOptions {
  source: string;
  revision?: string;
  rejects?: string;
  encoding?: string;
  sheet?: string;
  department: string;
  region?: string;
  again: boolean;
  dryRun: boolean;
  /** Registers the source for the department first. */
  register?: boolean;
}

/** Exit codes: 0 if every row was taken, 2 if rows were refused, 1 if it could not run, 130 for Ctrl-C. */
export function importFile(
  kind: string,
  file: string,
  options: ImportOptions,
  env: Environment,
): Promise<number> {
  return ended(async () => run(readArguments(kind, file, options), readConfig(env)));
}

type Command = ReturnType<typeof readArguments>;

function readArguments(kind: string, file: string, options: ImportOptions) {
  const { source, revision = null, sheet = null } = options;
  const found = submissionOf(kind);
  if (revision !== null && !/^[1-9]\d{0,8}$/.test(revision))
    throw new WrongUse(`--revision must be a whole number from 1, but got: ${revision}`);
  const path = resolve(file);
  const rejectsPath = resolve(options.rejects ?? `${file}.${options.dryRun ? 'dry-run.' : ''}rejects.ndjson`);
  if (rejectsPath === path)
    throw new WrongUse('--rejects must name another file than the one that is imported.');
  if (sheet !== null && extname(path).toLowerCase() !== '.xlsx')
    throw new WrongUse(`--sheet names a sheet of an .xlsx workbook, but the file is: ${path}`);
  const caller = callerOf(found.submission, `import:${source}`, options);
  return {
    ...found,
    ...options,
    path,
    rejectsPath,
    caller,
    sheet,
    revision: revision === null ? null : Number(revision),
  };
}

async function run(command: Command, config: Config): Promise<number> {
  applyOperatorFiles(config);
  const signal = untilStopped();
  const { definition, submission, path, encoding, sheet, source, revision } = command;
  // The file comes first: when it is wrong, no database is started and nothing is loaded.
  const file = await inspect(path, encoding);
  const rows = await openRows(file, columnsOf(submission), sheet);
  if (rows.notice) say(rows.notice);
  const request = { ...command, key: importKey(submission.kind, source, file.digest, revision, sheet) };
  const started = Date.now();
  const outcome = await withDatabase(config, definition, async ({ db, peers, settings }) => {
    if (command.register) await registerSource(peers, command.caller, source);
    return loaded(request, rows, { db, peers, settings, signal });
  });
  process.stdout.write(summary(outcome, command, (Date.now() - started) / 1000));
  if (outcome.state === 'stopped') return 130;
  return outcome.totals.rejected > 0 ? 2 : 0;
}

async function loaded(
  request: ImportRequest,
  rows: Rows,
  at: Pick<Surroundings, 'db' | 'peers' | 'settings' | 'signal'>,
): Promise<Outcome> {
  const report = reporter(rows.part);
  try {
    return await importRows(request, rows, { ...at, onProgress: report.update, say });
  } finally {
    report.end();
  }
}
