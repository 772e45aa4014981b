import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a ban follows from, and from which day its term runs: of those that stand, from the day of the decision, as it was counted. */
export class SayWhatBansFollowFrom1795761320210 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE principal_ban ADD ground varchar(12) COLLATE "C", ADD starts_on date`);
    await db.query(`UPDATE principal_ban SET starts_on = decided_on`);
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
