import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The class of a breach decides since 2025-12-25 how long its penalty is public. Who decided has not said it of what stands:
 * nothing but a warning or a criticism is minor, all else general, and published for a year where it was three.
 */
export class ClassBreaches1795761320200 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE penalty_decision ADD breach_class varchar(12) COLLATE "C"`);
    await db.query(`UPDATE penalty_decision SET
        breach_class = CASE WHEN kinds <@ '{WARNING,CRITICISM}'::varchar[] THEN 'MINOR' ELSE 'GENERAL' END
      WHERE decided_on >= '2025-12-25'`);
    await db.query(`UPDATE penalty_decision SET exclusion = 'SLIGHT_BREACH', published_on = NULL, public_until = NULL
      WHERE breach_class = 'MINOR' AND exclusion IS NULL`);
    await db.query(`UPDATE penalty_decision
      SET public_until = greatest((published_on + interval '1 year')::date, restricted_until)
      WHERE breach_class = 'GENERAL' AND published_on IS NOT NULL`);
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
