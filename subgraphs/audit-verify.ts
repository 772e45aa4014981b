import { access } from 'node:fs/promises';
import { subgraphs } from '.';
import { openDatabases } from './databases';
import {
  Database,
  fileOfHeads,
  headsInFile,
  keptHeads,
  readConfig,
  verifyAudit,
  withKeys,
  type Config,
  type Environment,
  type Place,
  type Verified,
} from './kernel';

export interface VerifyOptions {
  /** Files of the log, or heads that were kept elsewhere, one a line. */
  heads?: readonly string[];
}

/**
 * `onematter audit:verify`: walks the journal of every subgraph and holds the heads that are kept outside it against it. Ends
 * with 1 if one is broken, naming its first bad record, and with 2 if a place that should hold its heads does not.
 */
export async function verifyAll(env: Environment, { heads = [] }: VerifyOptions = {}): Promise<number> {
  const say = (line: string) => process.stdout.write(`${line}\n`);
  const config = readConfig(env);
  const databases = await openDatabases(config, say);
  const opened = new Map<string, Database>();
  const given = await openable(heads);
  let code = 0;
  try {
    for (const { name, entities } of subgraphs)
      opened.set(
        name,
        await Database.open({ url: databases.urlOf(name), schema: name, entities, poolSize: 1 }),
      );
    for (const definition of subgraphs) {
      const { name } = definition;
      const db = opened.get(name) as Database;
      const { dataKey } = await withKeys(db, definition, config);
      const places = await placesOf(name, config, opened, [...given]);
      const found = await verifyAudit(db, dataKey, { subgraph: name, places });
      const { lines, isWhole } = told(name, found, given);
      for (const line of lines) say(line);
      code = found.broken === null ? Math.max(code, isWhole ? 0 : 2) : 1;
    }
  } finally {
    for (const db of opened.values()) await db.close();
    await databases.close();
  }
  return code;
}

/** Files that were named and are not there are refused: what they would have shown is not known. */
async function openable(files: readonly string[]): Promise<Set<string>> {
  for (const file of files) await access(file);
  return new Set(files);
}

/** Where the heads of a journal are: its file, the databases of the others, and what was named. */
async function placesOf(
  name: string,
  { dataDir }: Config,
  opened: ReadonlyMap<string, Database>,
  named: readonly string[],
): Promise<Place[]> {
  const others = [...opened].filter(([other]) => other !== name);
  const file = fileOfHeads(dataDir, name);
  return [
    { name: file, heads: await headsInFile(file, name) },
    { name: 'the databases of other subgraphs', heads: allKept(others, name) },
    ...(await Promise.all(
      named.map(async (each) => ({ name: each, heads: await headsInFile(each, name, true) })),
    )),
  ];
}

async function* allKept(others: readonly (readonly [string, Database])[], name: string) {
  for (const [, db] of others) yield* keptHeads(db, name);
}

/** What is said of one journal, and whether all places that should vouch for it do. */
function told(
  name: string,
  found: Verified,
  given: ReadonlySet<string>,
): { lines: string[]; isWhole: boolean } {
  const { verified, broken, why, unsealed, oldestSeconds, sealed, anchored, places } = found;
  const left =
    unsealed > 0 ? `; ${unsealed} not sealed yet, the oldest written ${Math.round(oldestSeconds)} s ago` : '';
  if (broken !== null) {
    const what = `broken at record ${broken}, after ${verified} that hold: ${why}`;
    return { lines: [`${name}: ${what}${left}`], isWhole: true };
  }
  const vouched = anchored === null ? 'none of them is anchored' : `anchored up to ${anchored} of ${sealed}`;
  const lacking = places.flatMap(({ place, heads, foreign }) => [
    ...(heads === 0 && !given.has(place)
      ? [`${place}: no head of it, so nothing there shows whether its end was cut off`]
      : []),
    ...(foreign > 0 ? [`${place}: ${foreign} lines are no heads of it that were signed with its key`] : []),
  ]);
  const isWhole = lacking.length === 0 || (sealed === '0' && anchored === null);
  const lines = [`${name}: ${verified} records hold, ${vouched}${left}`];
  return { lines: [...lines, ...lacking.map((each) => `  ${each}`)], isWhole };
}
