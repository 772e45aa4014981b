import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Figures that are read beside an indicator, and whether a figure was counted from records; of older ones that is not known. */
export class KeepWhatFiguresAreBeside1795754000001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(
      `ALTER TABLE assessment_figure ADD beside varchar(24) COLLATE "C", ADD computed boolean NOT NULL DEFAULT false`,
    );
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
