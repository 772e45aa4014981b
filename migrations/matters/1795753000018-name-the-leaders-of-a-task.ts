import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The leaders whom a published document names for a task. */
export class NameTheLeadersOfATask1795753000018 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query("ALTER TABLE action_task ADD leaders varchar[] NOT NULL DEFAULT '{}'");
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
