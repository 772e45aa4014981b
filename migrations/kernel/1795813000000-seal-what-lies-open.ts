import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Columns that are sealed from now on and hold texts that are not: whoever starts next seals them, a batch at a time. */
export class SealWhatLiesOpen1795813000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(
      `CREATE TABLE to_seal (table_name varchar(63), column_name varchar(63), PRIMARY KEY (table_name, column_name))`,
    );
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
