import type { MigrationInterface, QueryRunner } from 'typeorm';

export class LinkPenalties1795728576708 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(
      `CREATE INDEX dishonesty_listing_by_penalty ON dishonesty_listing (penalty_document, decided_on, id)`,
    );
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
