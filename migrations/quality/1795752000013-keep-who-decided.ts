import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who has decided what a record says that arrives decided, and by which document. */
export class KeepWhoDecided1795752000013 implements MigrationInterface {
  /** Of what was received before nobody had said it: that is what is kept of it. What was decided here is in its history. */
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE ccc_certificate ADD decided_by varchar(128) COLLATE "C", ADD decision_document varchar(64) COLLATE "C",
      ADD decision_gap varchar(16) COLLATE "C"`);
    await db.query(`UPDATE ccc_certificate SET decision_gap = 'BEFORE_0_2'
      WHERE status <> 'VALID' AND EXISTS (SELECT FROM ccc_status_event AS event WHERE event.certificate_number = number AND event.status = ccc_certificate.status AND event.decided_by = source)`);
    await db.query(`ALTER TABLE ccc_validity_check ADD decided_by varchar(128) COLLATE "C", ADD decision_document varchar(64) COLLATE "C",
      ADD decision_gap varchar(16) COLLATE "C"`);
    await db.query(`UPDATE ccc_validity_check SET decision_gap = 'BEFORE_0_2'
      WHERE disposal IS NOT NULL`);
    await db.query(`ALTER TABLE spot_check ADD decided_by varchar(128) COLLATE "C", ADD decision_document varchar(64) COLLATE "C",
      ADD decision_gap varchar(16) COLLATE "C"`);
    await db.query(`UPDATE spot_check SET decision_gap = 'BEFORE_0_2'
      WHERE num_nonnulls(sale_stopped_on, correction_ordered_on, announced_on, published_on) > 0 AND NOT EXISTS (SELECT FROM spot_check_event WHERE spot_check_id = spot_check.id AND step IN ('STOP_SALE', 'ORDER_CORRECTION', 'ANNOUNCE', 'PUBLISH'))`);
    const columns = `id, plan_number, product_code, category_code, batch, product_name, sampled_on, place, level, seller_uscc, producer_uscc,
      producer_region_code, certificate_number, result, stage, defects, result_received_on, objected_on, result_by, sale_stopped_on,
      correction_ordered_on, reinspected_on, reinspection_result, announced_on, published_on, region_code, matter_codes, synthetic,
      sample_number, duplicate_of, decided_by, decision_document, decision_gap`;
    await db.query(`
      CREATE OR REPLACE VIEW spot_check_of_party AS
      SELECT seller_uscc AS party_uscc, ${columns} FROM spot_check WHERE seller_uscc IS NOT NULL
      UNION ALL SELECT producer_uscc, ${columns} FROM spot_check WHERE producer_uscc IS NOT NULL AND producer_uscc IS DISTINCT FROM seller_uscc`);
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
