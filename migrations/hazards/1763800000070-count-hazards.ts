import type { MigrationInterface, QueryRunner } from 'typeorm';

const IN_DATABASE = `status NOT IN ('REPORTED', 'DISMISSED')`;

/** How many rows of `changed` (columns of hazard, and `sign`) fall on each cell of hazard_count, in the order of its key. */
const cellsOf = (changed: string) => `
  SELECT counted_by, grade, region_code, year, member, sum(sign)::int AS found, sum(sign * (closed_on IS NOT NULL)::int)::int AS closed,
    sum(sign * coalesce(closed_on <= original_due_on, false)::int)::int AS on_time,
    sum(sign * coalesce(closed_on <= due_on, false)::int)::int AS on_time_with_extensions,
    sum(sign * (channel = 'SELF_REPORT')::int)::int AS self_reported, sum(sign * (channel = 'INSPECTION')::int)::int AS inspected
  FROM (SELECT *, extract(year FROM found_on)::int AS year FROM (${changed}) AS changed WHERE ${IN_DATABASE}) AS counted,
    LATERAL (VALUES ('TOTAL', ''), ('DOMAIN', domain), ('INDUSTRY', coalesce(left(industry_code, 2), 'NONE'))) AS cell (counted_by, member)
  GROUP BY counted_by, grade, region_code, year, member`;

const COUNTS = ['found', 'closed', 'on_time', 'on_time_with_extensions', 'self_reported', 'inspected'];
const ALL_ZERO = COUNTS.map((name) => `${name} = 0`).join(' AND ');

/** The rows that an event has changed, as the transition tables of its trigger name them. */
const EVENTS: Record<string, [transition: string, changed: string]> = {
  INSERT: ['NEW TABLE AS added', 'SELECT 1 AS sign, * FROM added'],
  UPDATE: [
    'OLD TABLE AS removed NEW TABLE AS added',
    'SELECT 1 AS sign, * FROM added UNION ALL SELECT -1, * FROM removed',
  ],
  DELETE: ['OLD TABLE AS removed', 'SELECT -1 AS sign, * FROM removed'],
};

export class CountHazards1763800000070 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await this.createCounts(db);
    await this.createTriggers(db);
    // what is open is few, and counted by the day of its deadline; the index holds all that is asked of it
    await db.query(`
      CREATE INDEX hazard_due ON hazard (grade, region_code) INCLUDE (due_on, original_due_on, found_on, domain, industry_code)
      WHERE closed_on IS NULL AND ${IN_DATABASE}`);
    await db.query('DROP INDEX hazard_counted');
    await this.countOverviews(db);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const event of Object.keys(EVENTS))
      await db.query(`DROP FUNCTION count_hazards_on_${event.toLowerCase()} CASCADE`);
    await db.query('DROP TABLE hazard_count');
    await db.query(`
      CREATE INDEX hazard_counted ON hazard (grade, region_code)
      INCLUDE (found_on, closed_on, due_on, original_due_on, channel, domain, industry_code) WHERE ${IN_DATABASE}`);
    await db.query(`
      CREATE INDEX hazard_by_domain ON hazard (domain, region_code)
      INCLUDE (closed_on, due_on, original_due_on, industry_code, matter_codes) WHERE grade = 'MAJOR' AND ${IN_DATABASE}`);
    await db.query('DROP INDEX hazard_due, hazard_by_industry');
    await db.query(keepTags(''));
    await db.query('ALTER TABLE hazard_tag DROP domain, DROP industry_code');
  }

  /**
   * Figures counted ahead. Each row also has a slot: a transaction takes the first that no other is writing to, so that
   * writers never wait for each other here, and none can stand in a circle. The figures are the sums over the slots.
   */
  private async createCounts(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE hazard_count (
        counted_by varchar(8) COLLATE "C" NOT NULL,
        grade varchar(16) COLLATE "C" NOT NULL,
        region_code varchar(12) COLLATE "C" NOT NULL,
        year integer NOT NULL,
        member varchar(20) COLLATE "C" NOT NULL,
        slot integer NOT NULL,
        ${COUNTS.map((name) => `${name} integer NOT NULL`).join(', ')},
        PRIMARY KEY (counted_by, grade, region_code, year, member, slot)
      ) WITH (fillfactor = 80)`);
    await db.query(`
      INSERT INTO hazard_count (counted_by, grade, region_code, year, member, slot, ${COUNTS.join(', ')})
      SELECT counted_by, grade, region_code, year, member, 0, ${COUNTS.join(', ')} FROM (${cellsOf('SELECT 1 AS sign, * FROM hazard')}) AS cells
      ORDER BY 1, 2, 3, 4, 5`);
  }

  private async createTriggers(db: QueryRunner): Promise<void> {
    for (const [event, [transition, changed]] of Object.entries(EVENTS)) {
      const name = `count_hazards_on_${event.toLowerCase()}`;
      await db.query(`
        CREATE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql SET search_path = hazards AS $$
        #variable_conflict use_column
        DECLARE free integer := 0;
        BEGIN
          WHILE NOT pg_try_advisory_xact_lock(hashtext('hazards hazard_count'), free) LOOP free := free + 1; END LOOP;
          INSERT INTO hazard_count AS known (counted_by, grade, region_code, year, member, slot, ${COUNTS.join(', ')})
          SELECT counted_by, grade, region_code, year, member, free, ${COUNTS.join(', ')} FROM (${cellsOf(changed)}) AS cells
          WHERE NOT (${ALL_ZERO})
          ON CONFLICT (counted_by, grade, region_code, year, member, slot) DO UPDATE
          SET ${COUNTS.map((name) => `${name} = known.${name} + excluded.${name}`).join(', ')};
          RETURN NULL;
        END $$`);
      await db.query(`
        CREATE TRIGGER counts_on_${event.toLowerCase()} AFTER ${event} ON hazard REFERENCING ${transition}
        FOR EACH STATEMENT EXECUTE FUNCTION ${name}()`);
    }
  }

  /** An overview counts what is of its fields and industries, by one range of an index each, and of what is tagged only the rest. */
  private async countOverviews(db: QueryRunner): Promise<void> {
    await db.query('DROP INDEX hazard_by_domain');
    await db.query(`
      CREATE INDEX hazard_by_industry ON hazard (domain, (coalesce(industry_code, '')), region_code) INCLUDE (industry_code, closed_on, due_on, original_due_on)
      WHERE grade = 'MAJOR' AND ${IN_DATABASE}`);
    await db.query(
      `ALTER TABLE hazard_tag ADD domain varchar(20) COLLATE "C", ADD industry_code varchar(4) COLLATE "C"`,
    );
    await db.query(`
      UPDATE hazard_tag SET domain = hazard.domain, industry_code = coalesce(hazard.industry_code, '')
      FROM hazard WHERE hazard.number = hazard_number`);
    await db.query(`ALTER TABLE hazard_tag ALTER domain SET NOT NULL, ALTER industry_code SET NOT NULL`);
    await db.query(`
      ALTER TABLE hazard_tag DROP CONSTRAINT hazard_tag_pkey,
        ADD PRIMARY KEY (matter_code, region_code, hazard_number) INCLUDE (closed_on, due_on, original_due_on, domain, industry_code)`);
    await db.query(keepTags(`, NEW.domain, coalesce(NEW.industry_code, '')`));
  }
}

const keepTags = (more: string) => `
  CREATE OR REPLACE FUNCTION keep_tags() RETURNS trigger LANGUAGE plpgsql SET search_path = hazards AS $$
  BEGIN
    IF TG_OP <> 'INSERT' THEN DELETE FROM hazard_tag WHERE hazard_number = OLD.number; END IF;
    IF TG_OP <> 'DELETE' AND NEW.grade = 'MAJOR' AND NEW.${IN_DATABASE} THEN
      INSERT INTO hazard_tag SELECT DISTINCT code, NEW.region_code, NEW.number, NEW.closed_on, NEW.due_on, NEW.original_due_on${more}
      FROM unnest(NEW.matter_codes) AS code;
    END IF;
    RETURN NULL;
  END $$`;
