import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Renewal of special operations is asked for 60 days before, of safety management 30 days, not two months or one; and a review
 * earlier than that before it is due does not stand for the one that is due.
 */
export class CountLeadsInDays1795761320240 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`UPDATE qualification SET valid_until = (issued_on + interval '3 years')::date
      WHERE scheme = 'SPECIAL_OPERATION' AND reviewed_on < (issued_on + interval '3 years')::date - 60
        AND (issued_on + interval '3 years')::date < expires_on`);
    await db.query(`UPDATE qualification SET renew_by = valid_until - 60 WHERE scheme = 'SPECIAL_OPERATION'`);
    await db.query(`UPDATE qualification SET renew_by = valid_until - 30 WHERE scheme = 'SAFETY_MANAGEMENT'`);
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
