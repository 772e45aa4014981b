import { coverageOf } from '../../../subgraphs/quality/institution/institution.rules';
import { as } from '../../support/callers';
import { HELMET, NUMBER, make, national, qualityBed } from './sample';

const bed = qualityBed();

describe('the CCC catalogue', () => {
  const required = async (categoryCode: string, on: string) =>
    bed.run('query ($categoryCode: ID!, $on: Date!) { cccRequired(categoryCode: $categoryCode, on: $on) }', {
      variables: { categoryCode, on },
    });

  test('the nine key products MUST be served', async () => {
    const { data } = await bed.run('{ keyProducts { code name } }');
    expect(data.keyProducts.map(({ name }: { name: string }) => name)).toEqual([
      ...[
        '燃气用具',
        '电动自行车',
        '烟花爆竹',
        '消防产品',
        '危险化学品',
        '防爆电气',
        '电线电缆',
        '车载常压罐体',
        '安全帽',
      ],
    ]);
  });

  test.each([
    ['OM-EBIKE-CHARGER', '2025-10-31', false],
    ['OM-EBIKE-CHARGER', '2025-11-01', true],
    ['OM-GAS-HOSE', '2025-09-30', false],
    ['OM-GAS-HOSE', '2025-10-01', true],
    ['OM-POWER-BANK', '2024-07-31', false],
    ['OM-POWER-BANK', '2024-08-01', true],
    [HELMET, '2025-06-30', false],
    [HELMET, '2025-07-01', true],
    ['0101', '2023-08-10', true],
  ])('%s on %s MUST be mandatory: %s', async (code, on, mandatory) => {
    expect((await required(code, on)).data.cccRequired).toBe(mandatory);
  });

  test('an unknown category or a day before what is known MUST be an error, never a no', async () => {
    for (const [code, on, error] of [
      ['9999', '2026-01-01', 'CCC_CATEGORY_UNKNOWN'],
      ['0101', '2023-08-09', 'CCC_HISTORY_UNKNOWN'],
    ] as const) {
      const answer = await required(code, on);
      expect(answer).toFailWith(error);
      expect(answer.data.cccRequired).toBeNull();
    }
  });

  test('what becomes mandatory MUST be told with its dates, and be in the catalogue from its day', async () => {
    const { data } = await bed.run(
      '{ cccUpcoming(from: "2025-07-02", to: "2025-10-31") { code mandatoryFrom applicationsFrom officialCode verified keyProduct { code } } }',
    );
    const row = {
      mandatoryFrom: '2025-10-01',
      applicationsFrom: '2024-10-01',
      officialCode: null,
      verified: true,
      keyProduct: { code: 'GAS_APPLIANCE' },
    };
    expect(data.cccUpcoming).toEqual([
      { code: 'OM-GAS-CUTOFF-VALVE', ...row },
      { code: 'OM-GAS-HOSE', ...row },
    ]);
    const codes = async (on: string) =>
      (
        await bed.run('query ($on: Date) { cccCatalogue(on: $on) { code } }', { variables: { on } })
      ).data.cccCatalogue.map(({ code }: { code: string }) => code);
    expect(await codes('2025-09-30')).not.toContain('OM-GAS-HOSE');
    expect(await codes('2025-10-01')).toContain('OM-GAS-HOSE');
  });

  test('every row MUST say where it was found, and only those with a source are verified', async () => {
    const { data } = await bed.run('{ cccCatalogue(on: "2026-06-15") { code officialCode basis verified } }');
    const rows = data.cccCatalogue as {
      code: string;
      officialCode: string | null;
      basis: string;
      verified: boolean;
    }[];
    expect(rows.filter(({ basis }) => basis === '')).toEqual([]);
    expect(rows.filter(({ basis, verified }) => verified && /未核/.test(basis))).toEqual([]);
    expect(
      rows.filter(({ code, officialCode }) => (officialCode === null) !== code.startsWith('OM-')),
    ).toEqual([]);
  });

  test('the keeper of the catalogue MUST be able to change it by rows, and nobody else', async () => {
    const row = {
      sourceId: 'k',
      code: '1234',
      name: '甲类',
      groupName: '甲',
      announcedOn: '2026-01-01',
      mandatoryFrom: '2026-07-01',
      basis: '公告',
    };
    expect(await bed.receipt('submitCccCategories', [row])).toMatchObject({ accepted: 1 });
    expect((await required('1234', '2026-06-30')).data.cccRequired).toBe(false);
    expect((await required('1234', '2026-07-01')).data.cccRequired).toBe(true);
    await bed.receipt('submitCccCategories', [{ ...row, revision: 2, mandatoryTo: '2026-12-31' }]);
    expect((await required('1234', '2027-01-01')).data.cccRequired).toBe(false);
    const province = as.officer('MARKET_SUPERVISION', '430000', 'write:quality');
    expect(
      (await bed.receipt('submitCccCategories', [{ ...row, revision: 3 }], { caller: province })).rejected[0],
    ).toMatchObject({
      code: 'OUTSIDE_REGION',
    });
    expect(
      (await bed.receipt('submitCccCategories', [{ ...row, revision: 3, regionCode: '430000' }])).rejected[0],
    ).toMatchObject({
      code: 'CCC_CATALOGUE_IS_NATIONAL',
    });
    const others = await bed.receipt('submitCccCategories', [row], {
      caller: as.officer('FIRE_RESCUE', '000000', 'write:quality'),
    });
    expect(others.rejected[0]).toMatchObject({ code: 'CCC_CATALOGUE_IS_NATIONAL' });
  });
});

describe('bodies, laboratories and validity checks', () => {
  beforeAll(async () => {
    await bed.empty();
    await bed.receipt('submitCertificationBodies', [
      make.body(),
      make.body({ sourceId: 'gone', code: '97', designatedTo: '2025-12-31' }),
    ]);
    await bed.receipt('submitLaboratories', [make.laboratory()]);
    await bed.receipt('submitInstitutionChecks', [
      make.institutionCheck(),
      make.institutionCheck({
        sourceId: 'lab',
        kind: 'LABORATORY',
        institutionCode: 'LAB-1',
        drawNumber: 'D-1',
      }),
      make.institutionCheck({
        sourceId: 'before',
        checkedOn: '2025-12-31',
        result: 'CORRECTION_ORDERED',
        findings: '记录不全',
      }),
    ]);
  });

  test('the coverage of a year MUST name the bodies that were not inspected in it', async () => {
    const coverage = async (year: string, caller = national) =>
      (
        await bed.run(
          `query ($year: String) { supervisionCoverage(year: $year) { year bodies inspected percent percentMissing requiredPercent notInspected { code } } }`,
          { caller, variables: { year } },
        )
      ).data.supervisionCoverage;
    expect(await coverage('2026')).toEqual({
      ...{
        year: '2026',
        bodies: 2,
        inspected: 1,
        percent: 50,
        percentMissing: null,
        requiredPercent: 100,
        notInspected: [{ code: '01' }],
      },
    });
    expect((await coverage('2025')).notInspected).toEqual([{ code: '01' }, { code: '97' }]);
    expect((await coverage('2026', as.public)).notInspected).toBeNull();
  });

  test('where no body was designated its share MUST be unknown, with its reason', () => {
    expect(coverageOf('2026', [], new Set())).toMatchObject({
      ...{ bodies: 0, percent: null, percentMissing: 'NO_RECORDS' },
    });
  });

  test('inspections MUST be seen at their institution, and what they found by market supervision of its region only', async () => {
    const asked = `{ certificationBodies { code inspections { checkedOn result findings } } laboratories { code checks { drawNumber } } }`;
    const { data } = await bed.run(asked, { caller: national });
    expect(data.certificationBodies.find(({ code }: { code: string }) => code === '98').inspections).toEqual([
      { checkedOn: '2026-03-01', result: 'NO_PROBLEM', findings: null },
      { checkedOn: '2025-12-31', result: 'CORRECTION_ORDERED', findings: '记录不全' },
    ]);
    expect(data.laboratories).toEqual([{ code: 'LAB-1', checks: [{ drawNumber: 'D-1' }] }]);
    const elsewhere = await bed.run(asked, { caller: as.officer('MARKET_SUPERVISION', '430000') });
    expect(elsewhere.data.certificationBodies.at(-1).inspections[1].findings).toBeNull();
  });

  test('an inspection of an institution that is not known, or without its findings, MUST be refused', async () => {
    const { rejected } = await bed.receipt('submitInstitutionChecks', [
      make.institutionCheck({ sourceId: 'x', institutionCode: '55' }),
      make.institutionCheck({ sourceId: 'y', result: 'HANDED_OVER' }),
      make.institutionCheck({ sourceId: 'z', checkedOn: '2026-06-16' }),
    ]);
    expect(rejected.map(({ code, field }) => [code, field])).toEqual([
      ['REFERENCE_UNKNOWN', 'institutionCode'],
      ['FIELD_MISSING', 'findings'],
      ['DATE_OUT_OF_RANGE', 'checkedOn'],
    ]);
  });

  test('of high-concern products more certificates MUST be due for a check', async () => {
    const numbers = (category: string, count: number) =>
      Array.from({ length: count }, (_, at) => `202501${category}${String(at).padStart(6, '0')}`);
    const records = [...numbers('0101', 100), ...numbers('0401', 100)].map((number) =>
      make.certificate({ sourceId: number, number }),
    );
    await bed.receipt('submitCccCertificates', records);
    await bed.receipt('submitValidityChecks', [
      make.validityCheck({ certificateNumber: '2025010101000007' }),
    ]);
    const { data } = await bed.run(
      '{ validityCoverage(region: "430000") { category { code } ratioPercent certificates due } all: validityCoverage { checked nonconforming } }',
      { caller: national },
    );
    expect(data).toEqual({
      validityCoverage: [
        { category: { code: '0101' }, ratioPercent: 3, certificates: 100, due: 3 },
        { category: { code: '0401' }, ratioPercent: 1, certificates: 100, due: 1 },
      ],
      all: [
        { checked: 1, nonconforming: 1 },
        { checked: 0, nonconforming: 0 },
      ],
    });
  });

  test('a check MUST count once, by whichever source and under whatever id it is sent', async () => {
    await bed.empty();
    await bed.put('submitCertificationBodies', make.body());
    await bed.put('submitCccCertificates', make.certificate());
    const code = `${NUMBER.slice(0, 4)}-${NUMBER.slice(4)}`;
    const kinds = [
      ['submitValidityChecks', make.validityCheck(), { certificateNumber: code }, { result: 'CONFORMING' }],
      [
        'submitInstitutionChecks',
        make.institutionCheck(),
        { institutionCode: '９8' },
        { checkedOn: '2026-03-02' },
      ],
    ] as const;
    for (const [mutation, check, spelling, another] of kinds) {
      await bed.put(mutation, check);
      const sent = async (record: object, source?: string) =>
        (await bed.receipt(mutation, [record], { source })).rejected.map((each) => each.code);
      expect(await sent({ ...check, ...spelling, sourceId: '2' })).toEqual(['RECORD_DUPLICATE']);
      expect(await sent({ ...check, ...spelling }, 'other')).toEqual(['RECORD_DUPLICATE']);
      expect(await sent({ ...check, ...another, sourceId: '3' })).toEqual([]);
    }
    await bed.rows(`INSERT INTO ccc_validity_check SELECT (json_populate_record(one, json_build_object('id', 'old', 'source', 'old', 'duplicate_of', one.id))).*
      FROM ccc_validity_check AS one WHERE result = 'NONCONFORMING'`);
    await bed.rows(`INSERT INTO institution_check SELECT (json_populate_record(one, json_build_object('id', 'old', 'source', 'old', 'duplicate_of', one.id))).*
      FROM institution_check AS one WHERE checked_on = '2026-03-01'`);
    const { data } = await bed.run(
      `{ validityCoverage { checked nonconforming } cccCertificate(number: "${NUMBER}") { validityChecks { result } } certificationBodies { inspections { checkedOn } } }`,
      { caller: national },
    );
    expect(data).toMatchObject({
      // of one certificate, found in order once and once not
      validityCoverage: [{ checked: 1, nonconforming: 1 }],
      cccCertificate: { validityChecks: [{}, {}] },
      certificationBodies: [
        { inspections: [] },
        { inspections: [{ checkedOn: '2026-03-02' }, { checkedOn: '2026-03-01' }] },
      ],
    });
  });
});
