import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A decision penalises an enterprise once, by whatever source and under whatever id it is sent. */
export class RecordAPenaltyOnce1795731000070 implements MigrationInterface {
  /** Of several days that were told of one decision the latest stands: it is the one that counts longest. */
  async up(db: QueryRunner): Promise<void> {
    await db.query(`SELECT record_once('hazard_penalty', 'uscc, document_number', 'decided_on DESC')`);
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
