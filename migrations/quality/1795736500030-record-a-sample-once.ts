import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A batch on a sampling form, a recall of a batch, a request to an authority and a check count once, by whatever source they are sent. */
export class RecordASampleOnce1795736500030 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE spot_check ADD sample_number varchar(50) COLLATE "C"');
    // the form of a sample that was recorded here is what it is called by
    await db.query(
      `UPDATE spot_check SET sample_number = left(paper_form(source_id), 50) WHERE source = 'recorded/here'`,
    );
    // what speaks against a product stands, and what has come furthest
    await db.query(`SELECT
      record_once('spot_check', 'sample_number, batch', 'result = ''UNQUALIFIED'' DESC, published_on'),
      record_once('recall', 'producer_uscc, batch, product_name', 'completed_on, announced_on'),
      record_once('trace_step', 'spot_check_id, direction, enterprise_uscc, notified_on', 'answered_on'),
      record_once('ccc_validity_check', 'certificate_number, checked_on, region_code, result', 'disposed_on'),
      record_once('institution_check', 'kind, institution_code, checked_on, result', 'findings IS NULL')`);
    await db.query('DROP INDEX spot_check_by_category');
    await db.query(`
      CREATE INDEX spot_check_by_category ON spot_check (category_code, region_code, published_on, result, id)
      WHERE duplicate_of IS NULL`);
    const columns = `id, plan_number, product_code, category_code, batch, product_name, sampled_on, place, level, seller_uscc, producer_uscc,
      producer_region_code, certificate_number, result, stage, defects, result_received_on, objected_on, result_by, sale_stopped_on,
      correction_ordered_on, reinspected_on, reinspection_result, announced_on, published_on, region_code, matter_codes, synthetic,
      sample_number, duplicate_of`;
    await db.query(`
      CREATE OR REPLACE VIEW spot_check_of_party AS
      SELECT seller_uscc AS party_uscc, ${columns} FROM spot_check WHERE seller_uscc IS NOT NULL
      UNION ALL SELECT producer_uscc, ${columns} FROM spot_check WHERE producer_uscc IS NOT NULL AND producer_uscc IS DISTINCT FROM seller_uscc`);
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
