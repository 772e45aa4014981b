import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A hazard that a mistaken import has brought can be taken back: the entry that recorded it goes with it, and no other entry ever does. */
export class TakeBackHazards1795712296048 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION refuse_removal() RETURNS trigger LANGUAGE plpgsql SET search_path = hazards AS $$
      BEGIN
        IF OLD.step = 'RECORD' AND NOT EXISTS (SELECT FROM hazard WHERE number = OLD.hazard_number) THEN RETURN OLD; END IF;
        RAISE EXCEPTION 'the history of hazards is append-only';
      END $$`);
    await db.query('DROP TRIGGER append_only ON hazard_event');
    await db.query(`
      CREATE TRIGGER append_only BEFORE UPDATE OR TRUNCATE ON hazard_event
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
    await db.query(`
      CREATE TRIGGER stays BEFORE DELETE ON hazard_event
      FOR EACH ROW EXECUTE FUNCTION refuse_removal()`);
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
