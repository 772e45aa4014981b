/** Six in ten rows lie in Hunan, whose overview is asked for; the others in six more provinces, in counties of fourteen cities each. */
const REGION = `((CASE WHEN i % 10 < 6 THEN 43 ELSE (ARRAY[11,32,33,37,41,44])[1 + i / 10 % 6] END) * 10000 + (1 + i / 60 % 14) * 100 + 2 + i / 840 % 9)::text`;
/** Some 1,300 classes of GB/T 4754, as many as there are. */
const INDUSTRY = `lpad((1 + i * 13 % 97)::text, 2, '0') || (10 + i * 7 % 14)::text`;
const MATTERS = `CASE WHEN i % 50 = 0 THEN ARRAY[(ARRAY['ELEVATOR','IN_PLANT_VEHICLE','WELDING','ELECTRIC_BICYCLE','KEY_FIRE_UNIT'])[1 + i / 50 % 5]] ELSE '{}' END`;
/** Three in ten are about forklifts, lifts or fire at a key fire unit, besides those tagged. */
const ABOUT = `(CASE i % 10 WHEN 0 THEN ARRAY['kind:5000','kind:5100','kind:5110'] WHEN 1 THEN ARRAY['kind:3000','kind:3100'] WHEN 2 THEN ARRAY['domain:FIRE/FIRE_KEY_UNIT'] ELSE ARRAY['domain:OTHER'] END
  || ARRAY(SELECT 'matter:' || code FROM unnest(${MATTERS}) AS code))::varchar[]`;
export const SUBMITTED = `'bench' AS source, i::text AS source_id, 1 AS revision, '' AS content_digest`;
const uscc = (at: string) => `'E' || lpad((${at})::text, 17, '0')`;

/** What is in each table: how many rows, of which columns. */
export const TABLES: Record<string, [rows: number, columns: Record<string, string>]> = {
  'hazards.hazard': [
    1_000_000,
    {
      number: `'H-' || lpad(i::text, 7, '0')`,
      grade: `(ARRAY['MAJOR','MAJOR','GENERAL'])[1 + i % 3]`,
      domain: `(ARRAY['SPECIAL_EQUIPMENT','FIRE','GAS','CHEMICALS','MINING','CONSTRUCTION','ROAD_TRANSPORT','INDUSTRY_TRADE','FIREWORKS','WELDING'])[1 + i / 3 % 10]`,
      channel: `(ARRAY['SELF_REPORT','INSPECTION','TIP_VERIFIED'])[1 + i / 7 % 3]`,
      uscc: uscc('i % 200000'),
      region_code: REGION,
      industry_code: INDUSTRY,
      matter_codes: MATTERS,
      about: ABOUT,
      description: `repeat('合成数据 ', 20)`,
      found_on: `date '2020-11-01' + i * 7 % 2190`,
      original_due_on: `date '2020-12-01' + i * 7 % 2190`,
      due_on: `date '2020-12-01' + i * 7 % 2190 + (i % 10 = 3)::int * 30`,
      status: `CASE WHEN i % 10 = 0 THEN 'RECTIFYING' ELSE 'CLOSED' END`,
      escalation: `'NONE'`,
      competent_kind: `'MARKET_SUPERVISION'`,
      closed_on: `CASE WHEN i % 10 > 0 THEN date '2020-11-01' + i * 7 % 2190 + i % 40 END`,
      ...{
        reporter_kind: `'MARKET_SUPERVISION'`,
        planned: 'false',
        round: '1',
        steps: '1',
        synthetic: 'true',
      },
    },
  ],
  'equipment.equipment': [
    400_000,
    {
      code: `'D' || lpad(i::text, 10, '0')`,
      kind_code: `(ARRAY['3110','3110','3120','3310','5110','5210','2150','2170','1100','4110'])[1 + i / 3 % 10]`,
      user_uscc: uscc('i % 200000'),
      region_code: REGION,
      status: `(ARRAY['IN_USE','IN_USE','IN_USE','IN_USE','SUSPENDED','SCRAPPED'])[1 + i / 7 % 6]`,
      last_conclusion: `(ARRAY['QUALIFIED','QUALIFIED','QUALIFIED','UNQUALIFIED'])[1 + i / 11 % 4]`,
      next_inspection_due: `date '2026-09-01' + i % 700`,
      synthetic: 'true',
    },
  ],
  'equipment.gas_cylinder': [
    200_000,
    {
      serial: `'G' || lpad(i::text, 10, '0')`,
      kind_code: `(ARRAY['23T0','2310'])[1 + i % 2]`,
      ...{ medium: `'合成'`, valve: `'ORDINARY'`, manufactured_on: `date '2020-01-01'` },
      region_code: REGION,
      status: `(ARRAY['IN_USE','IN_USE','IN_USE','SCRAPPED'])[1 + i / 7 % 4]`,
      next_inspection_due: `date '2026-09-01' + i % 700`,
      synthetic: 'true',
    },
  ],
  'quality.ccc_certificate': [
    300_000,
    {
      number: `'2025' || lpad(i::text, 12, '0')`,
      holder_uscc: uscc('i % 20000'),
      category_code: `(ARRAY['1119','0603','0604','1101','2401','0101'])[1 + i / 3 % 6]`,
      ...{
        product_name: `'合成产品'`,
        body_code: `'10'`,
        issued_on: `date '2024-01-10'`,
        status_since: `date '2024-01-10'`,
      },
      expires_on: `date '2025-01-10' + i % 1500`,
      status: `(ARRAY['VALID','VALID','VALID','SUSPENDED'])[1 + i / 7 % 4]`,
      region_code: REGION,
      synthetic: 'true',
    },
  ],
  'quality.spot_check': [
    100_000,
    {
      id: `'bench/' || i`,
      product_code: `'P'`,
      category_code: `(ARRAY['1119','0603','0604','1101','2401','0101'])[1 + i / 3 % 6]`,
      ...{
        batch: 'i::text',
        sampled_on: `date '2026-01-05'`,
        place: `'MARKET'`,
        level: `'PROVINCE'`,
        stage: `'CLOSED'`,
      },
      result: `(ARRAY['QUALIFIED','QUALIFIED','QUALIFIED','UNQUALIFIED'])[1 + i / 7 % 4]`,
      published_on: `date '2026-03-01'`,
      region_code: REGION,
      matter_codes: MATTERS,
      synthetic: 'true',
    },
  ],
  'enforcement.enforcement_case': [
    200_000,
    {
      number: `'C-' || i`,
      ...{
        cause_code: `'bench'`,
        party_kind: `'ENTERPRISE'`,
        stored_party_name: `'合成'`,
        department_kind: `'MARKET_SUPERVISION'`,
      },
      party_uscc: uscc('i % 200000'),
      party_region_code: REGION,
      department_code: `'430000-MARKET_SUPERVISION'`,
      region_code: REGION,
      ...{
        procedure: `'ORDINARY'`,
        origin_kind: `'INSPECTION'`,
        synthetic: 'true',
        lead_received_on: `date '2026-01-05'`,
      },
      filing_date: `date '2026-01-05' + i % 300`,
      decided_on: `CASE WHEN i % 3 > 0 THEN date '2026-02-05' + i % 300 END`,
      decided_on_time: `CASE WHEN i % 3 > 0 THEN i % 9 > 2 END`,
      industry_code: INDUSTRY,
      matter_codes: MATTERS,
      about: ABOUT,
      status: `(ARRAY['FILED','CLOSED','CLOSED','CLOSED'])[1 + i / 7 % 4]`,
    },
  ],
  'enforcement.supervisory_inspection': [
    200_000,
    {
      ...{ id: `'bench/' || i`, uscc: uscc('i % 200000'), place_region_code: REGION, region_code: REGION },
      ...{ department_code: `'430000-MARKET_SUPERVISION'`, mode: `'DOUBLE_RANDOM'` },
      department_kind: `(ARRAY['MARKET_SUPERVISION','FIRE_RESCUE'])[1 + i % 2]`,
      inspected_on: `date '2026-01-05' + i % 320`,
      ...{ expert_attached: 'false', findings: 'i % 4', synthetic: 'true' },
      case_number: `CASE WHEN i % 8 = 1 THEN 'C-' || i END`,
    },
  ],
  'enforcement.penalty_decision': [
    200_000,
    {
      document_number: `'P-' || i`,
      ...{
        printed_number: 'i::text',
        case_number: `'C-' || i`,
        cause_code: `'bench'`,
        kinds: `ARRAY['FINE']`,
        decided_on: `date '2026-02-05'`,
      },
      fine: '1000 + i % 90000',
      ...{
        procedure: `'ORDINARY'`,
        department_code: `'430000-MARKET_SUPERVISION'`,
        department_kind: `'MARKET_SUPERVISION'`,
        region_code: REGION,
      },
      ...{
        party_kind: `'ENTERPRISE'`,
        party_uscc: uscc('i % 200000'),
        stored_party_name: `'合成'`,
        party_region_code: REGION,
      },
      industry_code: INDUSTRY,
      matter_codes: MATTERS,
      synthetic: 'true',
    },
  ],
  'training.qualification': [
    300_000,
    {
      ...{
        id: `md5('q' || i)`,
        person_id: `md5('p' || i % 250000)`,
        holder_name: `'合**'`,
        sealed_name: `''`,
        sealed_number: `''`,
        sealed_id_number: `''`,
      },
      ...{
        number_pseudonym: `md5('n' || i)`,
        holder_pseudonym: `md5('h' || i)`,
        scheme: `'SPECIAL_EQUIPMENT_OPERATOR'`,
        stated_item: `'N1'`,
      },
      item_id: `'SPECIAL_EQUIPMENT_OPERATOR:' || (ARRAY['N1','Q2','G1','T','A'])[1 + i / 3 % 5]`,
      ...{
        standing: `'VALID'`,
        issued_on: `date '2022-01-01' + i % 1400`,
        expires_on: `date '2026-01-01' + i % 1400`,
      },
      ...{ valid_until: `date '2026-01-01' + i % 1400`, renew_by: `date '2025-12-01' + i % 1400` },
      employer_uscc: uscc('i % 100000'),
      region_code: REGION,
      industry_code: INDUSTRY,
      matter_codes: MATTERS,
      synthetic: 'true',
    },
  ],
  'training.training_course': [
    1_000,
    {
      ...{
        id: `'bench/' || i`,
        topic: `'合成数据'`,
        audience: `'PRINCIPAL'`,
        form: `'TRAINING'`,
        held_on: `date '2026-01-15'`,
        hours: '16',
      },
      ...{ region_code: REGION, synthetic: 'true' },
    },
  ],
  'training.training_duty': [
    100_000,
    {
      ...{
        id: `'bench/' || i`,
        subject: uscc('i'),
        uscc: uscc('i'),
        activity: `'TRAINING'`,
        trigger: `'YEARLY'`,
        audience: `'PRINCIPAL'`,
        year: '2026',
      },
      ...{
        from_on: `date '2026-01-01'`,
        due_on: `date '2026-12-31'`,
        counts_until: `date '2026-12-31'`,
        min_hours: '0',
      },
      ...{ region_code: REGION, industry_code: INDUSTRY, matter_codes: MATTERS, synthetic: 'true' },
    },
  ],
  'training.attendance': [
    100_000,
    {
      ...{
        id: `'bench/' || i`,
        course_id: `'bench/' || 1 + i % 1000`,
        person_id: `md5('p' || i)`,
        name: `'合**'`,
        sealed_name: `''`,
      },
      ...{
        subject: uscc('i'),
        uscc: uscc('i'),
        outcome: `(ARRAY['PASSED','PASSED','PASSED','FAILED'])[1 + i / 7 % 4]`,
        region_code: REGION,
      },
    },
  ],
  'credit.dishonesty_listing': [
    100_000,
    {
      id: `'bench/' || i`,
      ...{
        list: `'MARKET_SERIOUS_ILLEGAL'`,
        status: `'LISTED'`,
        subject_kind: `'ENTERPRISE'`,
        uscc: uscc('i'),
        subject: uscc('i'),
        subject_name: `'合成'`,
      },
      ...{
        cause: `'合成数据'`,
        basis_document: `'合成数据'`,
        department_code: `'430000-MARKET_SUPERVISION'`,
        decided_on: `date '2025-01-05'`,
      },
      ...{ listed_on: `date '2025-01-06'`, expires_on: `date '2026-06-01' + i % 1000` },
      region_code: REGION,
      industry_code: INDUSTRY,
      matter_codes: MATTERS,
      synthetic: 'true',
    },
  ],
};
