import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who gave a tip may be sealed under another key, and is otherwise written once, as before. */
export class ResealReporters1795811000040 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('DROP TRIGGER tip_reporter_stays ON tip_reporter');
    const refused = 'FOR EACH ROW EXECUTE FUNCTION refuse_to_change_tips()';
    await db.query(`CREATE TRIGGER tip_reporter_stays BEFORE DELETE ON tip_reporter ${refused}`);
    await db.query(
      `CREATE TRIGGER tip_reporter_is_resealed BEFORE UPDATE ON tip_reporter FOR EACH ROW
       WHEN (new.tip_number <> old.tip_number OR new.sealed NOT LIKE '________.%' OR left(new.sealed, 9) = left(old.sealed, 9))
       EXECUTE FUNCTION refuse_to_change_tips()`,
    );
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
