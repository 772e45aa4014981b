import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateSampling1763780000031 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE sampling_plan (
        source varchar(64) COLLATE "C" NOT NULL,
        source_id varchar(64) COLLATE "C" NOT NULL,
        revision integer NOT NULL,
        content_digest varchar(32) NOT NULL,
        number varchar(60) COLLATE "C" PRIMARY KEY,
        title varchar(200) NOT NULL,
        product_code varchar(28) COLLATE "C" NOT NULL,
        targets varchar(1000) NOT NULL,
        planned_from date NOT NULL,
        planned_to date NOT NULL,
        carried_out_on date,
        region_code varchar(12) COLLATE "C" NOT NULL
      )`);
    await db.query('CREATE INDEX sampling_plan_by_day ON sampling_plan (planned_from, number)');
    await db.query('CREATE UNIQUE INDEX sampling_plan_by_source ON sampling_plan (source, source_id)');
    await db.query(`
      CREATE TABLE spot_check (
        source varchar(64) COLLATE "C" NOT NULL,
        source_id varchar(64) COLLATE "C" NOT NULL,
        revision integer NOT NULL,
        content_digest varchar(32) NOT NULL,
        id varchar(130) COLLATE "C" PRIMARY KEY,
        plan_number varchar(60) COLLATE "C",
        product_code varchar(28) COLLATE "C" NOT NULL,
        category_code varchar(28) COLLATE "C",
        batch varchar(100) NOT NULL,
        product_name varchar(200),
        sampled_on date NOT NULL,
        place varchar(12) COLLATE "C" NOT NULL,
        level varchar(12) COLLATE "C" NOT NULL,
        seller_uscc varchar(18) COLLATE "C",
        producer_uscc varchar(18) COLLATE "C",
        producer_region_code varchar(12) COLLATE "C",
        certificate_number varchar(16) COLLATE "C",
        result varchar(12) COLLATE "C" NOT NULL,
        stage varchar(20) COLLATE "C" NOT NULL,
        defects varchar(500),
        result_received_on date,
        objected_on date,
        result_by varchar(200) COLLATE "C",
        sale_stopped_on date,
        correction_ordered_on date,
        reinspected_on date,
        reinspection_result varchar(12) COLLATE "C",
        announced_on date,
        published_on date,
        region_code varchar(12) COLLATE "C" NOT NULL,
        matter_codes varchar[] NOT NULL DEFAULT '{}',
        synthetic boolean NOT NULL
      )`);
    await db.query('CREATE INDEX spot_check_by_day ON spot_check (sampled_on, id)');
    await db.query('CREATE INDEX spot_check_by_region ON spot_check (region_code, sampled_on, id)');
    await db.query('CREATE INDEX spot_check_by_seller ON spot_check (seller_uscc, sampled_on, id)');
    await db.query('CREATE INDEX spot_check_by_producer ON spot_check (producer_uscc, sampled_on, id)');
    await db.query('CREATE INDEX spot_check_by_batch ON spot_check (product_code, batch)');
    await db.query(
      'CREATE INDEX spot_check_by_category ON spot_check (category_code, region_code, published_on, result, id)',
    );
    await db.query('CREATE INDEX spot_check_by_matter ON spot_check USING gin (matter_codes)');
    await db.query('CREATE UNIQUE INDEX spot_check_by_source ON spot_check (source, source_id)');
    await db.query(`
      CREATE TABLE spot_check_event (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        spot_check_id varchar(130) COLLATE "C" NOT NULL,
        step varchar(20) COLLATE "C" NOT NULL,
        taken_on date NOT NULL,
        result varchar(12) COLLATE "C" NOT NULL,
        note varchar(300),
        taken_by varchar(100) COLLATE "C" NOT NULL
      )`);
    await db.query('CREATE INDEX spot_check_event_by_check ON spot_check_event (spot_check_id, id)');
    await db.query(`
      CREATE TABLE trace_step (
        source varchar(64) COLLATE "C" NOT NULL,
        source_id varchar(64) COLLATE "C" NOT NULL,
        revision integer NOT NULL,
        content_digest varchar(32) NOT NULL,
        id varchar(130) COLLATE "C" PRIMARY KEY,
        spot_check_id varchar(130) COLLATE "C" NOT NULL,
        parent_id varchar(130) COLLATE "C",
        direction varchar(8) COLLATE "C" NOT NULL,
        enterprise_uscc varchar(18) COLLATE "C" NOT NULL,
        certificate_number varchar(16) COLLATE "C",
        notified_on date NOT NULL,
        request varchar(500),
        answered_on date,
        answer varchar(1000),
        region_code varchar(12) COLLATE "C" NOT NULL,
        from_region_code varchar(12) COLLATE "C" NOT NULL
      )`);
    await db.query('CREATE INDEX trace_step_by_check ON trace_step (spot_check_id, notified_on, id)');
    await db.query(
      'CREATE INDEX trace_step_by_region ON trace_step (region_code, notified_on, id) WHERE answered_on IS NULL',
    );
    await db.query(
      'CREATE INDEX trace_step_by_day ON trace_step (notified_on, id) WHERE answered_on IS NULL',
    );
    await db.query('CREATE UNIQUE INDEX trace_step_by_source ON trace_step (source, source_id)');
    // a row for the seller and one for the producer: either's spot checks are a walk along one index
    const columns =
      'id, plan_number, product_code, category_code, batch, product_name, sampled_on, place, level, seller_uscc, producer_uscc, producer_region_code, certificate_number, result, stage, defects, result_received_on, objected_on, result_by, sale_stopped_on, correction_ordered_on, reinspected_on, reinspection_result, announced_on, published_on, region_code, matter_codes, synthetic';
    await db.query(`
      CREATE VIEW spot_check_of_party AS
      SELECT seller_uscc AS party_uscc, ${columns} FROM spot_check WHERE seller_uscc IS NOT NULL
      UNION ALL SELECT producer_uscc, ${columns} FROM spot_check WHERE producer_uscc IS NOT NULL AND producer_uscc IS DISTINCT FROM seller_uscc`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP VIEW spot_check_of_party');
    await db.query('DROP TABLE trace_step');
    await db.query('DROP TABLE spot_check_event');
    await db.query('DROP TABLE spot_check');
    await db.query('DROP TABLE sampling_plan');
  }
}
