import type { CountAhead } from '../subgraphs/kernel';
import { tableOf } from '../subgraphs/kernel';

/** Digits of a division code at each level: the country, provinces, cities, counties, towns, villages. */
const LEVELS = '0, 2, 4, 6, 9, 12';

const KEY = 'place, what, span, since, hash';

/** The rows that an event has changed, as the transition tables of its trigger name them. */
const EVENTS: Record<string, [transition: string, changed: string]> = {
  INSERT: ['NEW TABLE AS added', 'SELECT 1 AS sign, * FROM added'],
  UPDATE: [
    'OLD TABLE AS removed NEW TABLE AS added',
    'SELECT 1 AS sign, * FROM added UNION ALL SELECT -1, * FROM removed',
  ],
  DELETE: ['OLD TABLE AS removed', 'SELECT -1 AS sign, * FROM removed'],
};

/** How much of `changed` (columns of the noun, and `sign`) falls on each cell: every division above a row, by month and by day. */
function cellsOf({ region, keys, where, counts }: CountAhead, changed: string): string {
  const counted = Object.entries(counts).map(
    ([what, { where: counts, day = `'-infinity'::date`, sum = '1' }]) =>
      `('${what}', ${counts}, ${day}, (${sum})::numeric)`,
  );
  return `SELECT left(${region}, digits) AS place, counted.what, span, since, md5(row_keys::text)::uuid AS hash, row_keys AS keys, sum(sign * amount) AS n
      FROM (SELECT *, ${keys} AS row_keys FROM (${changed}) AS changed WHERE ${where}) AS changed,
        LATERAL (VALUES ${counted.join(', ')}) AS counted (what, counts, day, amount),
        LATERAL (VALUES ('M', date_trunc('month', day)::date), ('D', day)) AS cell (span, since),
        unnest(ARRAY[${LEVELS}]) AS digits
      WHERE counts AND since IS NOT NULL AND (span = 'M' OR isfinite(since)) AND digits <= length(${region})
      GROUP BY 1, 2, 3, 4, row_keys HAVING sum(sign * amount) <> 0`;
}

/**
 * Writes what changed into the first slot that no other transaction is writing to, so that writers never wait for each
 * other here, and none can stand in a circle; a count is the sum over the slots. A cell that comes to nothing goes.
 */
const bodyOf = (schema: string, declared: CountAhead, changed: string) => `
    #variable_conflict use_column
    DECLARE
      free integer := 0;
      emptied tid[];
    BEGIN
      WHILE NOT pg_try_advisory_xact_lock(hashtext('${schema} ${declared.name}'), free) LOOP free := free + 1; END LOOP;
      WITH kept AS (
        INSERT INTO ${declared.name} AS known (${KEY}, keys, n, slot)
        SELECT ${KEY}, keys, n, free FROM (${cellsOf(declared, changed)}) AS cells
        ON CONFLICT (${KEY}, slot) DO UPDATE SET n = known.n + excluded.n
        RETURNING ctid, n
      ) SELECT array_agg(ctid) FILTER (WHERE n = 0) INTO emptied FROM kept;
      IF emptied IS NOT NULL THEN DELETE FROM ${declared.name} WHERE ctid = ANY(emptied) AND n = 0 AND slot = free; END IF;
      RETURN NULL;
    END `;

const functionOf = ({ name }: CountAhead, event: string) => `${name}_on_${event.toLowerCase()}`;

/** The functions that keep the counts of a subgraph, by name. */
export function functionsOf(schema: string, declared: CountAhead): Map<string, string> {
  return new Map(
    Object.entries(EVENTS).map(([event, [, changed]]) => [
      functionOf(declared, event),
      bodyOf(schema, declared, changed),
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
    ([event, [transition]]) => `
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
  ];
}
