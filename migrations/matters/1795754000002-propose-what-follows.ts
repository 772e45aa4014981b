import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a confirmed ranking proposes. The interviews of rankings that were confirmed before are proposed now, with the day of their confirmation. */
export class ProposeWhatFollows1795754000002 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE assessment_proposal (
        id varchar(40) COLLATE "C" PRIMARY KEY,
        kind varchar(16) COLLATE "C" NOT NULL,
        assessment_id varchar(24) COLLATE "C",
        quarter varchar(7) COLLATE "C" NOT NULL,
        region_code varchar(12) COLLATE "C" NOT NULL,
        parent_code varchar(12) COLLATE "C" NOT NULL,
        ground varchar(2000) NOT NULL,
        status varchar(16) COLLATE "C" NOT NULL,
        proposed_on date NOT NULL,
        confirmed_by varchar(200),
        decided_on date,
        decided_by varchar(200),
        deciding_department_code varchar(40) COLLATE "C",
        document varchar(64) COLLATE "C",
        reason varchar(500)
      )`);
    await db.query('CREATE INDEX assessment_proposal_by_region ON assessment_proposal (region_code, id)');
    await db.query(
      'CREATE INDEX assessment_proposal_by_assessment ON assessment_proposal (assessment_id, id)',
    );
    await db.query(`
      INSERT INTO assessment_proposal (id, kind, assessment_id, quarter, region_code, parent_code, ground, status, proposed_on, confirmed_by)
      SELECT id || '/INTERVIEW', 'INTERVIEW', id, quarter, region_code, parent_code,
        concat('得分 ', frozen->>'score', '. Score ', frozen->>'score', '.'), 'PROPOSED', confirmed_on, confirmed_by
      FROM assessment WHERE status = 'CONFIRMED' AND (frozen->>'interview')::boolean`);
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
