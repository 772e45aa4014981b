import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SayWhoTagged1795831000043 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE spot_check ADD matter_codes_by varchar(100) COLLATE "C"`);
    await db.query(`ALTER TABLE spot_check ADD matter_codes_at TIMESTAMP WITH TIME ZONE`);
    const columns = `id, plan_number, product_code, category_code, batch, product_name, sampled_on, place, level, seller_uscc, producer_uscc,
      producer_region_code, certificate_number, result, stage, defects, result_received_on, objected_on, result_by, sale_stopped_on,
      correction_ordered_on, reinspected_on, reinspection_result, announced_on, published_on, region_code, matter_codes, synthetic,
      sample_number, duplicate_of, decided_by, decision_document, decision_gap, matter_codes_by, matter_codes_at`;
    await db.query(`
      CREATE OR REPLACE VIEW spot_check_of_party AS
      SELECT seller_uscc AS party_uscc, ${columns} FROM spot_check WHERE seller_uscc IS NOT NULL
      UNION ALL SELECT producer_uscc, ${columns} FROM spot_check WHERE producer_uscc IS NOT NULL AND producer_uscc IS DISTINCT FROM seller_uscc`);
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
