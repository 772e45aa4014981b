import { keyOf, snakeCase, tableOf, type CountAhead, type EntityClass } from '../subgraphs/kernel';

/** Digits of a division code at each level: the country, provinces, cities, counties, towns, villages. */
const LEVELS = '0, 2, 4, 6, 9, 12';

const KEY = 'place, what, span, since, hash';

/** The rows that an event has changed, as the transition tables of its trigger name them. */
const EVENTS: Record<string, Event> = {
  INSERT: { transition: 'NEW TABLE AS added', now: ['added'], before: [] },
  UPDATE: { transition: 'OLD TABLE AS removed NEW TABLE AS added', now: ['added'], before: ['removed'] },
  DELETE: { transition: 'OLD TABLE AS removed', now: [], before: ['removed'] },
};
/** What a change is of: tables of rows that count from now on, and of those that have counted before. */
interface Change {
  now: readonly string[];
  before: readonly string[];
}
interface Event extends Change {
  transition: string;
}

/** All rows of a change, each with a sign. */
function signed({ now, before }: Change): string {
  const rows = [...now.map((table) => ['1', table]), ...before.map((table) => ['-1', table])];
  return rows
    .map(([sign, table], at) => `SELECT ${sign}${at === 0 ? ' AS sign' : ''}, * FROM ${table}`)
    .join(' UNION ALL ');
}

/** Where each subject is counted once, not only what has changed is counted anew, but all rows of whom it is of. */
function ofSubjects(entity: EntityClass, subject: string, { now, before }: Change): Change {
  const key = snakeCase(keyOf(entity));
  const theirs = `SELECT * FROM ${tableOf(entity)} WHERE ${subject} = ANY(subjects)`;
  const others = now.map((table) => ` AND ${key} NOT IN (SELECT ${key} FROM ${table})`).join('');
  return { now: [`(${theirs}) AS theirs`], before: [`(${theirs}${others}) AS others`, ...before] };
}

/** What of each row is counted, from when on, and how much. */
function countedOf({ counts }: CountAhead): string {
  const counted = Object.entries(counts).map(
    ([what, { where, day = `'-infinity'::date`, sum = '1' }]) =>
      `('${what}', ${where}, ${day}, (${sum})::numeric)`,
  );
  return `(VALUES ${counted.join(', ')}) AS counted (what, counts, day, amount)`;
}

/** How much of `changed` (columns of the noun, and `sign`) falls on each cell: every division above a row, by month and by day. */
function cellsOf(declared: CountAhead, changed: string): string {
  const { region, keys, where, once } = declared;
  if (once) return cellsOfSubjects(declared, once, changed);
  return `SELECT left(${region}, digits) AS place, counted.what, span, since, md5(row_keys::text)::uuid AS hash, row_keys AS keys, sum(sign * amount) AS n
      FROM (SELECT *, ${keys} AS row_keys FROM (${changed}) AS changed WHERE ${where}) AS changed,
        LATERAL ${countedOf(declared)},
        LATERAL (VALUES ('M', date_trunc('month', day)::date), ('D', day)) AS cell (span, since),
        unnest(ARRAY[${LEVELS}]) AS digits
      WHERE counts AND since IS NOT NULL AND (span = 'M' OR isfinite(since)) AND digits <= length(${region})
      GROUP BY 1, 2, 3, 4, row_keys HAVING sum(sign * amount) <> 0`;
}

/**
 * The same, where each subject counts once: in each division, from the end of one of its rows to the end of the next, by all
 * keys of those that have not ended yet.
 */
function cellsOfSubjects(
  declared: CountAhead,
  { subject, until }: NonNullable<CountAhead['once']>,
  changed: string,
): string {
  const { region, keys, where } = declared;
  const whose = 'sign, place, what, whose';
  return `SELECT place, what, span, since, md5(keys::text)::uuid AS hash, keys, sum(n) AS n
      FROM (
        WITH here AS MATERIALIZED (
          SELECT sign, left(${region}, digits) AS place, what, whose, ends, row_keys
          FROM (SELECT *, ${keys} AS row_keys, ${subject} AS whose, ${until} AS ends FROM (${changed}) AS changed WHERE ${where} OFFSET 0) AS changed,
            LATERAL ${countedOf(declared)}, unnest(ARRAY[${LEVELS}]) AS digits
          WHERE counts AND digits <= length(${region})
        ), spans AS (
          SELECT *, lag(ends) OVER subject AS last, count(*) OVER subject = 1 AND rows = 1 AS is_single
          FROM (SELECT ${whose}, ends, min(row_keys) AS keys, count(*) AS rows FROM here GROUP BY ${whose}, ends) AS ends
          WINDOW subject AS (PARTITION BY ${whose} ORDER BY ends ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
        ), counted AS (
          SELECT sign, place, what, last, ends, keys FROM spans WHERE is_single
          UNION ALL SELECT sign, place, what, last, spans.ends, array_agg(DISTINCT key ORDER BY key)
          FROM spans JOIN here USING (${whose}), unnest(row_keys) AS key WHERE NOT is_single AND here.ends >= spans.ends
          GROUP BY ${whose}, last, spans.ends
        )
        SELECT place, what, keys, sign * change AS n, day
        FROM counted, LATERAL (VALUES (1, coalesce(last + 1, '-infinity')), (-1, ends + 1)) AS turn (change, day)
      ) AS turns,
        LATERAL (VALUES ('Y', date_trunc('year', day)::date), ('M', date_trunc('month', day)::date), ('D', day)) AS cell (span, since)
      WHERE since < 'infinity' AND (span = 'Y' OR isfinite(since))
      GROUP BY place, what, span, since, keys HAVING sum(n) <> 0`;
}

/** Whoever else writes rows of these subjects is waited for: else neither would see what the other has written. */
const waitForSubjects = (schema: string, { entity }: CountAhead) => `
      PERFORM pg_advisory_xact_lock(hashtext('${schema} ${tableOf(entity)}'), bucket)
      FROM (SELECT DISTINCT hashtext(subject) & 1023 AS bucket FROM unnest(subjects) AS subject ORDER BY 1) AS buckets;`;

/**
 * Writes what changed into the first slot that no other transaction is writing to, so that writers never wait for each
 * other here, and none can stand in a circle; a count is the sum over the slots. A cell that comes to nothing goes.
 */
function bodyOf(schema: string, declared: CountAhead, event: Event): string {
  const { entity, once } = declared;
  const change = once ? ofSubjects(entity, once.subject, event) : event;
  return `
    #variable_conflict use_column
    DECLARE
      free integer := 0;
      emptied tid[];${once ? `\n      subjects varchar[] := ARRAY(${subjectsOf(once.subject, event)});` : ''}
    BEGIN${once ? waitForSubjects(schema, declared) : ''}
      WHILE NOT pg_try_advisory_xact_lock(hashtext('${schema} ${declared.name}'), free) LOOP free := free + 1; END LOOP;
      WITH kept AS (
        INSERT INTO ${declared.name} AS known (${KEY}, keys, n, slot)
        SELECT ${KEY}, keys, n, free FROM (${cellsOf(declared, signed(change))}) AS cells
        ON CONFLICT (${KEY}, slot) DO UPDATE SET n = known.n + excluded.n
        RETURNING ctid, n
      ) SELECT array_agg(ctid) FILTER (WHERE n = 0) INTO emptied FROM kept;
      IF emptied IS NOT NULL THEN DELETE FROM ${declared.name} WHERE ctid = ANY(emptied) AND n = 0 AND slot = free; END IF;
      RETURN NULL;
    END `;
}

const subjectsOf = (subject: string, { now, before }: Change): string =>
  [...now, ...before].map((table) => `SELECT ${subject} FROM ${table}`).join(' UNION ');

const functionOf = ({ name }: CountAhead, event: string) => `${name}_on_${event.toLowerCase()}`;

/** The functions that keep the counts of a subgraph, by name. */
export function functionsOf(schema: string, declared: CountAhead): Map<string, string> {
  return new Map(
    Object.entries(EVENTS).map(([name, event]) => [
      functionOf(declared, name),
      bodyOf(schema, declared, event),
    ]),
  );
}

/** Fills the counts from the rows that are there. */
export const fill = (declared: CountAhead): string => `
      INSERT INTO ${declared.name} (${KEY}, keys, n, slot)
      SELECT ${KEY}, keys, n, 0 FROM (${cellsOf(declared, `SELECT 1 AS sign, * FROM ${tableOf(declared.entity)}`)}) AS cells`;

/** Cells in which the counts are not what a recount finds: none. */
export const differences = (declared: CountAhead): string => `
      SELECT * FROM (SELECT ${KEY}, sum(n) AS n FROM ${declared.name} GROUP BY ${KEY} HAVING sum(n) <> 0) AS counted
      FULL JOIN (${cellsOf(declared, `SELECT 1 AS sign, * FROM ${tableOf(declared.entity)}`)}) AS recounted USING (${KEY})
      WHERE counted.n IS DISTINCT FROM recounted.n`;

/** The statements that make the counts anew. */
export function createCounts(schema: string, declared: CountAhead): string[] {
  const { name, entity } = declared;
  const table = tableOf(entity);
  const triggers = Object.entries(EVENTS).map(
    ([event, { transition }]) => `
      CREATE TRIGGER ${functionOf(declared, event)} AFTER ${event} ON ${table} REFERENCING ${transition}
      FOR EACH STATEMENT EXECUTE FUNCTION ${functionOf(declared, event)}()`,
  );
  return [
    `DROP TABLE IF EXISTS ${name}`,
    ...Object.keys(EVENTS).map((event) => `DROP FUNCTION IF EXISTS ${functionOf(declared, event)} CASCADE`),
    `
      CREATE TABLE ${name} (
        place varchar(12) COLLATE "C" NOT NULL,
        what varchar(30) COLLATE "C" NOT NULL,
        span varchar(1) COLLATE "C" NOT NULL,
        since date NOT NULL,
        hash uuid NOT NULL,
        slot integer NOT NULL,
        keys varchar[] COLLATE "C" NOT NULL,
        n numeric NOT NULL,
        PRIMARY KEY (${KEY}, slot)
      ) WITH (fillfactor = 80)`,
    ...[...functionsOf(schema, declared)].map(
      ([each, body]) => `
      CREATE FUNCTION ${each}() RETURNS trigger LANGUAGE plpgsql SET search_path = ${schema} AS $$${body}$$`,
    ),
    ...triggers,
    fill(declared),
    // until autovacuum comes round the planner takes it for empty
    `ANALYZE ${name}`,
  ];
}
