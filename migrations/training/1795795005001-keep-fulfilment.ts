import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a change of these rows can fulfil or not: the subjects of all that it has added and removed. */
const TABLES: Record<string, (rows: string) => string> = {
  attendance: (rows) => `SELECT subject FROM ${rows}`,
  training_course: (rows) => `SELECT subject FROM attendance JOIN ${rows} AS course ON course.id = course_id`,
  drill: (rows) => `SELECT uscc FROM ${rows}`,
};
const EVENTS: Record<string, readonly string[]> = {
  INSERT: ['NEW TABLE AS added'],
  UPDATE: ['OLD TABLE AS removed', 'NEW TABLE AS added'],
  DELETE: ['OLD TABLE AS removed'],
};

/**
 * The day on which a duty was first done is kept in its row, so that a figure of a province need not look up the courses
 * of each. Whoever writes a course, an attendance or a drill of a subject waits for the others who do, and for those who
 * write its duties: else neither would see what the other has written.
 */
export class KeepFulfilment1795795005001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE training_duty ADD fulfilled_on date');
    await db.query(`
      CREATE FUNCTION day_of_fulfilment(duty training_duty) RETURNS date LANGUAGE sql STABLE SET search_path = training AS $$
        SELECT CASE duty.activity WHEN 'DRILL' THEN (
          SELECT min(held_on) FROM drill WHERE drill.uscc = duty.subject AND held_on BETWEEN duty.from_on AND duty.counts_until
        ) ELSE (
          SELECT min(course.held_on) FROM attendance JOIN training_course AS course ON course.id = attendance.course_id
          WHERE attendance.subject = duty.subject AND attendance.duplicate_of IS NULL
            AND (duty.person_id IS NULL OR attendance.person_id = duty.person_id) AND attendance.outcome IN ('ATTENDED', 'PASSED')
            AND course.audience = duty.audience AND course.hours >= duty.min_hours
            AND course.held_on BETWEEN duty.from_on AND duty.counts_until
        ) END
      $$`);
    await db.query(`
      CREATE FUNCTION keep_fulfilment() RETURNS trigger LANGUAGE plpgsql SET search_path = training AS $$
      BEGIN
        PERFORM pg_advisory_xact_lock_shared(hashtext('training fulfilment'), hashtext(NEW.subject) & 255);
        NEW.fulfilled_on := day_of_fulfilment(NEW);
        RETURN NEW;
      END $$`);
    await db.query(
      'CREATE TRIGGER keeps_fulfilment BEFORE INSERT OR UPDATE ON training_duty FOR EACH ROW EXECUTE FUNCTION keep_fulfilment()',
    );
    await db.query(`
      CREATE FUNCTION fulfil(subjects varchar[]) RETURNS void LANGUAGE plpgsql SET search_path = training AS $$
      BEGIN
        PERFORM pg_advisory_xact_lock(hashtext('training fulfilment'), bucket)
        FROM (SELECT DISTINCT hashtext(subject) & 255 AS bucket FROM unnest(subjects) AS subject ORDER BY 1) AS buckets;
        UPDATE training_duty AS duty SET fulfilled_on = NULL
        WHERE subject = ANY(subjects) AND fulfilled_on IS DISTINCT FROM day_of_fulfilment(duty);
      END $$`);
    for (const [table, subjects] of Object.entries(TABLES))
      for (const [event, transition] of Object.entries(EVENTS)) {
        const name = `fulfil_on_${table}_${event.toLowerCase()}`;
        const changed = transition.map((each) => subjects(each.split(' ').at(-1) ?? '')).join(' UNION ');
        await db.query(`
          CREATE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql SET search_path = training AS $$
          BEGIN
            PERFORM fulfil(ARRAY(${changed}));
            RETURN NULL;
          END $$`);
        await db.query(`
          CREATE TRIGGER fulfils_on_${event.toLowerCase()} AFTER ${event} ON ${table} REFERENCING ${transition.join(' ')}
          FOR EACH STATEMENT EXECUTE FUNCTION ${name}()`);
      }
    await db.query('UPDATE training_duty SET fulfilled_on = NULL');
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
