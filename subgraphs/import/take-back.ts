import { open } from 'node:fs/promises';
import { resolve } from 'node:path';
import {
  openContext,
  readConfig,
  takeBack,
  type Caller,
  type Database,
  type Environment,
  type SubgraphDefinition,
  type SubgraphSettings,
} from '../kernel';
import { WrongUse } from './errors';
import { callerOf, ended, submissionOf, untilStopped, withDatabase } from './operator';
import { countReporter, summaryOfTakeBack } from './report';

export interface TakeBackRequest {
  definition: SubgraphDefinition;
  /** The import. */
  id: string;
  reason: string;
  caller: Caller;
  /** Where the records that stay are written, one JSON object a line. */
  leftPath: string;
}
interface Surroundings {
  db: Database;
  settings: SubgraphSettings;
  signal: AbortSignal;
  onProgress: (done: number) => void;
}
/** What came of it. */
export interface TakeBackOutcome {
  state: 'finished' | 'stopped';
  takenBack: number;
  left: number;
  /** Of those that stay, how many are replaced by whatever record is sent for them. */
  correctable: number;
  codes: Record<string, number>;
}

export interface TakeBackOptions {
  reason: string;
  rejects?: string;
  department: string;
  region?: string;
}

/** Exit codes: 0 if all of it is taken back, 2 if records stay, 1 if it could not run, 130 for Ctrl-C. */
export function takeBackImport(id: string, options: TakeBackOptions, env: Environment): Promise<number> {
  return ended(async () => {
    const { definition, submission } = submissionOf(kindOfImport(id));
    const config = readConfig(env);
    const request = {
      definition,
      id,
      reason: options.reason,
      caller: callerOf(submission, `take-back:${id}`, options),
      leftPath: resolve(options.rejects ?? `${id}.left.ndjson`),
    };
    const signal = untilStopped();
    const outcome = await withDatabase(config, definition, ({ db, settings }) =>
      takeBackAll(request, { db, settings, signal, onProgress: countReporter() }),
    );
    process.stdout.write(summaryOfTakeBack(outcome, request));
    if (outcome.state === 'stopped') return 130;
    return outcome.left > 0 ? 2 : 0;
  });
}

/** The kind that an import's id begins with. */
export function kindOfImport(id: string): string {
  const [, kind] = /^([a-z-]+)-[0-9a-f]{16}$/.exec(id) ?? [];
  if (kind === undefined)
    throw new WrongUse(`--take-back must name an import as its report does, but got: ${id}`);
  return kind;
}

/**
 * Takes an import back, batch by batch, the last first. Whatever ends the process, the same command goes on: what was taken
 * back is done with, and what has stayed is looked at again. Nobody is asked: what goes refers to nothing any more, and what
 * is given back was checked when it came; its references are flagged as unchecked, and the service that runs asks for them
 * within ten minutes.
 */
async function takeBackAll(request: TakeBackRequest, at: Surroundings): Promise<TakeBackOutcome> {
  const { definition, id, reason, caller, leftPath } = request;
  const { name, submissions = [], entities } = definition;
  const call = { caller, purpose: null, requestId: `take back ${id}`, client: 'import' };
  const outcome: TakeBackOutcome = { state: 'finished', takenBack: 0, left: 0, correctable: 0, codes: {} };
  let batch: number | null = null;
  do {
    if (at.signal.aborted) return { ...outcome, state: 'stopped' };
    const context = openContext(call, at.db, at.settings, new Date());
    const { takenBack, left, nextBatch } = await takeBack(
      context,
      { name, submissions, entities },
      { import: id, reason, batch },
    );
    await write(leftPath, left, outcome.left === 0);
    outcome.takenBack += takenBack;
    outcome.left += left.length;
    for (const { code, correctable } of left) {
      outcome.codes[code] = (outcome.codes[code] ?? 0) + 1;
      if (correctable) outcome.correctable++;
    }
    at.onProgress(outcome.takenBack + outcome.left);
    batch = nextBatch;
  } while (batch !== null);
  return outcome;
}

/** The keys of records may be told to whoever may read the file alone. */
async function write(path: string, left: readonly object[], isFirst: boolean): Promise<void> {
  if (left.length === 0) return;
  const file = await open(path, isFirst ? 'w' : 'a', 0o600);
  await file.appendFile(left.map((record) => `${JSON.stringify(record)}\n`).join(''));
  await file.close();
}
