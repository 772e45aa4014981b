import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SayWhatCasesAreAbout1795738000040 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(
      `ALTER TABLE enforcement_case ADD about varchar[] NOT NULL DEFAULT '{}', ADD about_on date`,
    );
    // the tags; the cause's field and what owners of hazards, samples and enterprises say follows once it runs
    await db.query(
      `UPDATE enforcement_case SET about = ARRAY(SELECT 'matter:' || code FROM unnest(matter_codes) AS code)::varchar[]`,
    );
    await db.query(`CREATE INDEX enforcement_case_by_about ON enforcement_case USING gin (about)`);
    await db.query(
      `CREATE INDEX enforcement_case_to_ask ON enforcement_case (number) WHERE about_on IS NULL`,
    );
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
