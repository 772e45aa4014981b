import { subgraphs } from '.';
import { openDatabases, type Databases } from './databases';
import { Database, EnumValueUnknown, readConfig, type Environment } from './kernel';

interface Asked {
  /** Of one reaction only. */
  reaction?: string;
  /** Of one record only, by its key. */
  key?: string;
  /** With `resume`: goes on after this entry; with the next one, if left out. */
  after?: string;
}
type Work = (db: Database, asked: Asked) => Promise<string[]>;

/** `onematter reactions list`: how far each reaction has come, and what is set aside. */
const list: Work = async (db) => {
  const cursors = await db.read<{
    reaction: string;
    journal: string;
    number: string;
    since: string;
    restored: boolean;
  }>(
    `SELECT reaction, journal, number, to_char(began_at, 'YYYY-MM-DD') AS since, restored FROM reaction_cursor ORDER BY reaction`,
  );
  const left = await db.read<{ reaction: string; line: string }>(
    `SELECT reaction, concat_ws(' ', type, key, event, 'of entry', number::text) || ': ' || reason
       || CASE WHEN set_aside_at IS NULL THEN ' (to be tried)' ELSE ' (set aside ' || to_char(set_aside_at, 'YYYY-MM-DD HH24:MI') || ')' END AS line
     FROM reaction_set_aside ORDER BY reaction, number, nth LIMIT 1000`,
  );
  return cursors.flatMap(({ reaction, journal, number, since, restored }) => [
    `${reaction}: follows ${journal} since ${since}, up to entry ${number}${restored ? '; the journal is not the one it was: resume it' : ''}`,
    ...left.filter((each) => each.reaction === reaction).map(({ line }) => `  ${line}`),
  ]);
};

/** `onematter reactions retry`: what is set aside is done in its order, as soon as the service looks. */
const retry: Work = async (db, { reaction = null, key = null }) => {
  const back = await db.read<{ line: string }>(
    `UPDATE reaction_set_aside SET set_aside_at = NULL, next_at = NULL, attempts = 0
     WHERE set_aside_at IS NOT NULL AND ($1::text IS NULL OR reaction = $1) AND ($2::text IS NULL OR key = $2)
     RETURNING concat_ws(' ', reaction, type, key) || ' is put back' AS line`,
    [reaction, key],
  );
  return back.map(({ line }) => line);
};

/** `onematter reactions resume <reaction>`: goes on with a journal of which a backup was restored. */
const resume: Work = async (db, { reaction, after }) => {
  const gone = await db.read<{ line: string }>(
    `UPDATE reaction_cursor SET restored = false, link = '', number = coalesce($2::bigint, number), nth = ${WHOLE_ENTRY}
     WHERE reaction = $1 AND restored RETURNING reaction || ' goes on after entry ' || number AS line`,
    [reaction ?? '', after ?? null],
  );
  return gone.map(({ line }) => line);
};
const WHOLE_ENTRY = 2_147_483_647;

const WORKS: Readonly<Record<string, Work>> = { list, retry, resume };

export function workNamed(what: string): Work {
  const work = Object.hasOwn(WORKS, what) ? WORKS[what] : undefined;
  if (!work) throw EnumValueUnknown({ field: '<what>', allowed: Object.keys(WORKS).join(', '), got: what });
  return work;
}

/** Runs it in each subgraph that has reactions. */
export async function reactionsWork(work: Work, asked: Asked, env: Environment): Promise<number> {
  const say = (line: string) => process.stdout.write(`${line}\n`);
  const databases: Databases = await openDatabases(readConfig(env), say);
  let said = 0;
  try {
    for (const definition of subgraphs.filter(
      ({ reactions: declared = [], keeps }) => declared.length > 0 || keeps,
    )) {
      const { name } = definition;
      const db = await Database.open({ url: databases.urlOf(name), schema: name, entities: [], poolSize: 1 });
      const lines = await work(db, asked).finally(() => db.close());
      for (const line of lines) say(`${name}: ${line}`);
      said += lines.length;
    }
  } finally {
    await databases.close();
  }
  if (said === 0) say('There is nothing.');
  return 0;
}
