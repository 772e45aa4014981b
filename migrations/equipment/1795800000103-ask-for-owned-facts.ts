import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was stored before its owner was asked is flagged: the look at flags asks, a thousand at a time. */
export class AskForOwnedFacts1795800000103 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      INSERT INTO unknown_reference (noun, key, field, reference, target, reason, region_code, since, looked_at)
      SELECT 'Equipment', code, 'industryCode', coalesce(industry_code, ''), 'Enterprise', 'UNCHECKED', region_code, now(), '2000-01-01'
      FROM equipment WHERE user_uscc IS NOT NULL ON CONFLICT DO NOTHING`);
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
