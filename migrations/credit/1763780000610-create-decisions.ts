import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Listings that are decided here: notice, objection, decision with its penalty, repair; and what was done when. */
export class CreateDecisions1763780000610 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE dishonesty_listing
        ADD ground varchar(24) COLLATE "C",
        ADD penalty_document varchar(100),
        ADD consent_document varchar(100),
        ADD notice varchar(2000),
        ADD objection varchar(2000),
        ADD objection_finding varchar(2000),
        ADD published_on date,
        ADD proposed_by varchar(128) COLLATE "C"`);
    await db.query(`
      CREATE TABLE listing_step (
        sequence bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        listing_id varchar(130) COLLATE "C" NOT NULL,
        step varchar(20) COLLATE "C" NOT NULL,
        taken_on date NOT NULL,
        document varchar(100),
        department_code varchar(40) COLLATE "C" NOT NULL
      )`);
    await db.query('CREATE INDEX listing_step_by_listing ON listing_step (listing_id, sequence)');
    await db.query(`
      CREATE TABLE credit_repair (
        id varchar(36) COLLATE "C" PRIMARY KEY,
        listing_id varchar(130) COLLATE "C" NOT NULL,
        status varchar(16) COLLATE "C" NOT NULL,
        applied_on date NOT NULL,
        accepted_on date,
        decided_on date,
        document varchar(100),
        department_code varchar(40) COLLATE "C" NOT NULL,
        recorded_by varchar(128) COLLATE "C",
        region_code varchar(12) COLLATE "C" NOT NULL
      )`);
    await db.query('CREATE INDEX credit_repair_by_listing ON credit_repair (listing_id, applied_on)');
    await db.query(
      `CREATE UNIQUE INDEX credit_repair_open ON credit_repair (listing_id) WHERE status IN ('APPLIED', 'ACCEPTED')`,
    );
    await db.query(`
      CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION 'what was done stays done: % is append-only', tg_table_name; END $$`);
    await db.query(`
      CREATE TRIGGER listing_step_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON listing_step
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE credit_repair, listing_step');
    await db.query('DROP FUNCTION refuse_change');
    await db.query(`
      ALTER TABLE dishonesty_listing DROP ground, DROP penalty_document, DROP consent_document, DROP notice, DROP objection,
        DROP objection_finding, DROP published_on, DROP proposed_by`);
  }
}
