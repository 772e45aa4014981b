import type { MigrationInterface, QueryRunner } from 'typeorm';

const IN_DATABASE = `status NOT IN ('REPORTED', 'DISMISSED')`;
const COUNTS = ['found', 'closed', 'on_time', 'on_time_with_extensions', 'self_reported'];

/** How many rows of `changed` (columns of hazard, and `sign`) fall on each cell of hazard_count, in the order of its key. */
const cellsOf = (changed: string) => `
  SELECT counted_by, grade, region_code, year, member, sum(sign)::int AS found, sum(sign * (closed_on IS NOT NULL)::int)::int AS closed,
    sum(sign * coalesce(closed_on <= original_due_on, false)::int)::int AS on_time,
    sum(sign * coalesce(closed_on <= due_on, false)::int)::int AS on_time_with_extensions,
    sum(sign * (channel = 'SELF_REPORT')::int)::int AS self_reported
  FROM (SELECT *, extract(year FROM found_on)::int AS year FROM (${changed}) AS changed WHERE ${IN_DATABASE}) AS counted,
    LATERAL (VALUES ('TOTAL', ''), ('DOMAIN', domain), ('INDUSTRY', coalesce(left(industry_code, 2), 'NONE'))) AS cell (counted_by, member)
  GROUP BY counted_by, grade, region_code, year, member`;

/** The rows that an event has changed, as the transition tables of its trigger name them. */
const EVENTS: Record<string, string> = {
  insert: 'SELECT 1 AS sign, * FROM added',
  update: 'SELECT 1 AS sign, * FROM added UNION ALL SELECT -1, * FROM removed',
  delete: 'SELECT -1 AS sign, * FROM removed',
};

/** Inspections are counted from enforcement's records: what hazards say of the way they were found is asked by nobody. */
export class CountNoInspectionsOfHazards1795831100070 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const [event, changed] of Object.entries(EVENTS)) {
      await db.query(`
        CREATE OR REPLACE FUNCTION count_hazards_on_${event}() RETURNS trigger LANGUAGE plpgsql SET search_path = hazards AS $$
        #variable_conflict use_column
        DECLARE free integer := 0;
        BEGIN
          WHILE NOT pg_try_advisory_xact_lock(hashtext('hazards hazard_count'), free) LOOP free := free + 1; END LOOP;
          INSERT INTO hazard_count AS known (counted_by, grade, region_code, year, member, slot, ${COUNTS.join(', ')})
          SELECT counted_by, grade, region_code, year, member, free, ${COUNTS.join(', ')} FROM (${cellsOf(changed)}) AS cells
          WHERE NOT (${COUNTS.map((name) => `${name} = 0`).join(' AND ')})
          ON CONFLICT (counted_by, grade, region_code, year, member, slot) DO UPDATE
          SET ${COUNTS.map((name) => `${name} = known.${name} + excluded.${name}`).join(', ')};
          RETURN NULL;
        END $$`);
    }
    await db.query('ALTER TABLE hazard_count DROP inspected');
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
