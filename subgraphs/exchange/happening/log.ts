import { createHash } from 'node:crypto';
import type { Happened, Keeping, Transaction } from '../../kernel';

/** Whose journals are merged: all others. */
const JOURNALS = [
  'registry',
  'equipment',
  'matters',
  'credit',
  'quality',
  'training',
  'hazards',
  'enforcement',
];

/** Whoever adds to the log has it to itself until the commit, so that its order is that of the commits. */
const ALONE = `SELECT pg_advisory_xact_lock(hashtext('exchange.happening'))`;

const ADD = `
  WITH told AS (SELECT * FROM json_to_recordset($2::json) AS row (
    id text, number bigint, nth int, at timestamptz, event text, operation text, type text, key text,
    division text, department text, about json)),
  added AS (
    INSERT INTO happening (id, journal, number, nth, at, event, operation, type, key, division, department)
    SELECT id, $1, number, nth, at, event, operation, type, key, division, department FROM told ORDER BY number, nth
    ON CONFLICT (id) DO NOTHING RETURNING id)
  INSERT INTO happening_about (type, key, at, id)
  SELECT DISTINCT about.type, about.key, told.at, told.id FROM told JOIN added USING (id),
    json_to_recordset(told.about) AS about (type text, key text)`;

const NAME = `
  INSERT INTO happening_event (event, says) SELECT * FROM json_to_recordset($1::json) AS row (event text, says text)
  ON CONFLICT (event) DO UPDATE SET says = excluded.says WHERE happening_event.says <> excluded.says`;

/** One ordered log of what was written everywhere: keys only. What is in it already is left, should a journal be read again. */
export const mergedLog: Keeping = {
  name: 'log',
  from: JOURNALS,
  async keep(tx, journal, happened) {
    if (happened.length === 0) return;
    await tx.query(ALONE);
    await tx.query(ADD, [journal, JSON.stringify(happened.map(rowOf))]);
    await nameEvents(tx, happened);
  },
};

function rowOf({ number, nth, at, event, type, key, division, written }: Happened) {
  if (!written) throw new Error('a journal tells less than was asked');
  const { entry, operation, department, region, concerns } = written;
  const acting = department === null || department.includes('-') ? department : `${region}-${department}`;
  return {
    // of the entry's own random id: neither a number nor a count of what is hidden
    id: createHash('sha256').update(`${entry} ${nth}`).digest('base64url').slice(0, 22),
    number,
    nth,
    at,
    event,
    operation,
    type,
    key,
    division,
    department: acting?.replace(/^000000-/, 'CN-') ?? null,
    about: [{ type, key }, ...concerns],
  };
}

/** What each event is called comes from the one that it happens in: it alone knows all its names. */
async function nameEvents(tx: Transaction, happened: readonly Happened[]): Promise<void> {
  const names = new Map(happened.map(({ event, written }) => [event, written?.says ?? event]));
  await tx.query(NAME, [JSON.stringify([...names].map(([event, says]) => ({ event, says })))]);
}
