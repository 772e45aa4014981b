import type { MigrationInterface, QueryRunner } from 'typeorm';

/** To whom each source belongs: nobody else writes under it. */
export class KeepSources1795742000000 implements MigrationInterface {
  /**
   * What came before belongs to the departments that sent it, as the audit chain says of each batch. A name that several
   * sent under stays theirs, each for the records of its own divisions; nobody else joins them.
   */
  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE TABLE source_holder (name varchar(64) COLLATE "C" NOT NULL,
      department_code varchar(40) COLLATE "C" NOT NULL, since date NOT NULL, PRIMARY KEY (name, department_code))`);
    await db.query(`INSERT INTO source_holder
      SELECT source, regexp_replace(CASE WHEN department LIKE '%-%' THEN department ELSE region || '-' || department END, '^000000-', 'CN-'), min(on_day)
      FROM (SELECT record::jsonb#>>'{details,source}' AS source, record::jsonb->>'department' AS department,
          record::jsonb->>'region' AS region, (at AT TIME ZONE 'Asia/Shanghai')::date AS on_day
        FROM audit_record WHERE record LIKE '%"operation":"submit%' AND record::jsonb->>'outcome' LIKE 'accepted %') AS sent
      WHERE source IS NOT NULL AND department IS NOT NULL GROUP BY 1, 2`);
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
