import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a mistaken import has told of a device can be taken back; a step that somebody has taken never is. */
export class TakeBackDevices1795712296076 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('DROP TRIGGER only_added_to ON equipment_change');
    await db.query(`
      CREATE TRIGGER only_added_to BEFORE UPDATE ON equipment_change
      FOR EACH ROW EXECUTE FUNCTION refuse_change()`);
    await db.query(`
      CREATE TRIGGER stays BEFORE DELETE ON equipment_change
      FOR EACH ROW WHEN (OLD.step <> 'SUBMITTED') EXECUTE FUNCTION refuse_change()`);
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
