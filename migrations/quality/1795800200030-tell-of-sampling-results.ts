import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The feed of published results of sampling (docs/feed.md). What a line holds is declared in the noun's feed. */
export class TellOfSamplingResults1795800200030 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(SPOT_CHECK);
    await db.query(`SELECT feed_begin('sampling_results', 'spot_check', 'id')`);
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}

/** Public is what `isPublished` of sampling.lists.ts says: from the day of publication on, which may lie ahead. */
const SPOT_CHECK = `
  CREATE TYPE spot_check_content AS (
    id varchar, "sampleNumber" varchar, "productCode" varchar, "productName" varchar, batch varchar, "sampledOn" date, place varchar,
    level varchar, "sellerUscc" varchar, "producerUscc" varchar, "certificateNumber" varchar, result varchar, stage varchar, defects varchar,
    "regionCode" varchar, "matterCodes" varchar[], "publishedOn" date, synthetic boolean);
  CREATE FUNCTION spot_check_line(spot spot_check) RETURNS text STABLE LANGUAGE sql RETURN row_to_json(ROW(
    spot.id, spot.sample_number, spot.product_code, spot.product_name, spot.batch, spot.sampled_on, spot.place, spot.level,
    spot.seller_uscc, spot.producer_uscc, spot.certificate_number, spot.result, spot.stage, spot.defects, spot.region_code,
    spot.matter_codes, spot.published_on, spot.synthetic)::spot_check_content)::text;
  CREATE FUNCTION said_sampling_results(keys varchar[]) RETURNS SETOF feed_saying STABLE LANGUAGE sql SET search_path FROM CURRENT AS $$
    SELECT spot.id, CASE WHEN spot.published_on IS NOT NULL AND spot.duplicate_of IS NULL THEN spot_check_line(spot) END,
      coalesce(spot.producer_uscc, spot.seller_uscc), spot.published_on, NULL::date, NULL::varchar
    FROM spot_check AS spot WHERE spot.id = ANY(keys) $$`;
