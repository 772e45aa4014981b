import type { SamplePart } from './sample';

/** What reactions have made of the records: put down here, since it comes when it comes. */
export const reactionsSample: SamplePart = {
  records: () => ({}),
  async steps(platform, { region, at, uscc, equipmentCode, daysAgo }) {
    const hazard = `YH-${region}`;
    await platform.sql(
      `INSERT INTO hazards.hazard_clue (number, status, inspection_id, inspected_on, equipment_code, uscc, region_code, competent_kind,
         criterion_code, found_at, decided_on, reason, evidence, overturned_on, hazard_number, order_number, synthetic)
       VALUES ($1, 'VERIFIED', $2, $3, $4, $5, $6, 'MARKET_SUPERVISION', 'GB45067-4.6-1', now(), $3, '样本', '样本', $3, $7, $8, false)`,
      [
        ...[`XS-${region}`, `${equipmentCode}/sample/of-lift${at}`, daysAgo(90), equipmentCode, uscc, region],
        ...[hazard, `order-${at}`],
      ],
    );
    const [check] = await platform.sql<{ id: string }>(
      'SELECT id FROM quality.spot_check WHERE region_code = $1 ORDER BY id LIMIT 1',
      [region],
    );
    await platform.sql(
      `INSERT INTO enforcement.case_material (number, status, ground, spot_check_id, hazard_number, occurred_on, party_uscc, department_kind,
         region_code, first_sent_at, sent_at, receive_by, received_on, returned_on, passed_on, passed_by_code, reason, case_number, ended_on,
         overturned_on, synthetic)
       VALUES ($1, 'TAKEN_UP', 'SAMPLE_UNQUALIFIED', $2, $3, $4, $5, 'MARKET_SUPERVISION', $6, now(), now(), $4, $4, $4, $4, $7, '样本', $8,
         $4, $4, false)`,
      [
        ...[`CL-${region}`, check?.id, hazard, daysAgo(30), uscc, region, `${region}-FIRE_RESCUE`],
        `样市监立〔2026〕${10 * at + 1}号`,
      ],
    );
  },
};
