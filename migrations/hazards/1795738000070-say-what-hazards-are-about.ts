import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SayWhatHazardsAreAbout1795738000070 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE hazard ADD about varchar[] NOT NULL DEFAULT '{}', ADD about_on date`);
    // what the record itself says; what the device's and the enterprise's owners say is asked of them once it runs
    await db.query(`
      UPDATE hazard SET about = ARRAY(SELECT 'matter:' || code FROM unnest(matter_codes) AS code) || ARRAY['domain:' || domain]::varchar[]`);
    await db.query(`CREATE INDEX hazard_by_about ON hazard USING gin (about)`);
    await db.query(`CREATE INDEX hazard_to_ask ON hazard (number) WHERE about_on IS NULL`);
    // figures of a matter went by field and industry, or by tag
    await db.query(`DROP TRIGGER tags ON hazard`);
    await db.query(`DROP FUNCTION keep_tags`);
    await db.query(`DROP TABLE hazard_tag`);
    await db.query(`DROP INDEX hazard_by_industry`);
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
