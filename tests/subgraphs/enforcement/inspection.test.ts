import { as } from '../../support/callers';
import {
  OTHER_USCC,
  TODAY,
  USCC,
  fieldworkBed,
  fire,
  market,
  marketElsewhere,
  safety,
  visit,
} from './inspection-sample';

const PAGE = `query ($filter: SupervisoryInspectionFilter) { supervisoryInspections(filter: $filter) { totalCount edges { node {
  id mode steps expertAttached findings campaignCode caseNumber hazardNumber drawId department { code } jointDepartments { code } region { code } enterprise { uscc } } } } }`;
const OF = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Enterprise { supervisoryInspections(first: 2) { totalCount edges { node { id inspectedOn } } } } } }`;
const OVERLAPS = `query ($uscc: Uscc, $region: RegionCode, $days: Int! = 30) { overlappingVisits(uscc: $uscc, region: $region, days: $days) {
  visits firstOn lastOn enterprise { uscc } departments { code } } }`;

const bed = fieldworkBed();

describe('supervisory inspections', () => {
  beforeEach(() => bed.empty());

  const list = async (filter: object = {}, caller = market) =>
    (await bed.run(PAGE, { caller, variables: { filter } })).data.supervisoryInspections;
  const refusal = async (changes: object, caller = market) =>
    (await bed.receipt('submitSupervisoryInspections', [visit(changes)], { caller })).rejected.map(
      ({ code }) => code,
    );
  const byFire = (changes: object) => visit({ departmentCode: '430682-FIRE_RESCUE', ...changes });
  const bySafety = (changes: object) => visit({ departmentCode: '430682-EMERGENCY_MANAGEMENT', ...changes });
  const overlaps = async (variables: Record<string, unknown>) =>
    (await bed.run(OVERLAPS, { caller: safety, variables })).data.overlappingVisits;

  test('all that was told of an inspection MUST be shown to any agency', async () => {
    const record = visit({
      ...{
        mode: 'JOINT',
        jointDepartmentCodes: ['430682-FIRE_RESCUE'],
        steps: ['CHECK', 'SIGN'],
        expertAttached: 1,
        findings: 3,
      },
      ...{ campaignCode: 'TIEQUAN', caseNumber: '临市监罚[2026]007号', hazardNumber: 'YH-7' },
    });
    expect(await bed.receipt('submitSupervisoryInspections', [record])).toMatchObject({ accepted: 1 });
    expect(await bed.receipt('submitSupervisoryInspections', [record])).toMatchObject({ unchanged: 1 });
    const { edges } = await list({ mode: 'JOINT', region: '430000', campaign: 'TIEQUAN' }, fire);
    expect(edges[0].node).toEqual({
      ...{
        id: 'test/1',
        mode: 'JOINT',
        steps: ['CHECK', 'SIGN'],
        expertAttached: true,
        findings: 3,
        campaignCode: 'TIEQUAN',
        drawId: null,
      },
      ...{
        caseNumber: '临市监罚〔2026〕7号',
        hazardNumber: 'YH-7',
        department: { code: '430682-MARKET_SUPERVISION' },
      },
      ...{
        jointDepartments: [{ code: '430682-FIRE_RESCUE' }],
        region: { code: '430682' },
        enterprise: { uscc: USCC },
      },
    });
    expect(await bed.run(PAGE, { caller: as.public })).toFailWith('SHARING_DENIED');
  });

  test('an inspection MUST count once by the number of its record, in whatever spelling and by whichever system it is sent', async () => {
    const recordNumber = '临市监检记〔2026〕7号';
    const record = visit({ recordNumber, findings: 1 });
    await bed.put('submitSupervisoryInspections', record);
    const sent = async (changes: object, source = 'other') =>
      (await bed.receipt('submitSupervisoryInspections', [{ ...record, ...changes }], { source })).rejected;
    const refused = [{ code: 'RECORD_DUPLICATE', field: 'recordNumber' }];
    for (const spelling of ['临市监检记[2026] 07', '临市监检记（２０２６）007号'])
      expect(await sent({ recordNumber: spelling })).toMatchObject(refused);
    expect(await sent({ sourceId: '2', inspectedOn: '2026-06-02' }, 'test')).toMatchObject(refused);
    for (const sourceId of ['3', '4']) expect(await sent({ sourceId, recordNumber: null })).toEqual([]);
    const counted = async () => {
      const { data } = await bed.run(
        `{ enforcementCircular(region: "430600", month: "2026-06") { department inspections }
           enforcementRanking(region: "430600", quarter: "2026-Q2") { inspections }
           supervisoryInspections { totalCount } }`,
        { caller: market },
      );
      const { enforcementCircular, enforcementRanking, supervisoryInspections } = data;
      const { inspections } = enforcementCircular.find(
        ({ department }: { department: string }) => department === 'MARKET_SUPERVISION',
      );
      return [inspections, enforcementRanking[0].inspections, supervisoryInspections.totalCount];
    };
    expect(await counted()).toEqual([3, 3, 3]);
    await bed.rows(`UPDATE supervisory_inspection SET duplicate_of = 'test/1' WHERE source = 'other'`);
    expect(await counted()).toEqual([1, 1, 1]);
    const byFireToo = byFire({ recordNumber, sourceId: 'f' });
    await bed.putAs(fire, 'submitSupervisoryInspections', byFireToo);
    expect(await overlaps({ uscc: USCC })).toMatchObject([{ visits: 2 }]);
  });

  test('a department MUST submit its own inspections only, in its own region', async () => {
    expect(await refusal({ departmentCode: '430682-FIRE_RESCUE' })).toEqual(['INSPECTION_NOT_YOURS']);
    expect(await refusal({ departmentCode: 'somebody' })).toEqual(['FIELD_INVALID']);
    expect(await refusal({}, marketElsewhere)).toEqual(['OUTSIDE_REGION']);
    expect(await refusal({ regionCode: '411003' })).toEqual(['INSPECTION_OUT_OF_PLACE']);
  });

  test('an inspection in another region MUST be that of a cross-regional one', async () => {
    const elsewhere = { regionCode: '411003', mode: 'CROSS_REGIONAL' };
    expect(await refusal(elsewhere)).toEqual([]);
    expect((await list({ region: '430682' })).totalCount).toBe(1);
    expect((await list({ region: '410000' })).totalCount).toBe(0);
  });

  test('what contradicts the way of inspecting, and a day to come, MUST be refused', async () => {
    expect(await refusal({ mode: 'JOINT' })).toEqual(['JOINT_DEPARTMENTS_WRONG']);
    expect(await refusal({ jointDepartmentCodes: ['430682-FIRE_RESCUE'] })).toEqual([
      'JOINT_DEPARTMENTS_WRONG',
    ]);
    expect(await refusal({ mode: 'JOINT', jointDepartmentCodes: ['430682-MARKET_SUPERVISION'] })).toEqual([
      'JOINT_DEPARTMENTS_WRONG',
    ]);
    expect(await refusal({ drawId: 'd' })).toEqual(['DRAW_ONLY_FOR_RANDOM']);
    expect(await refusal({ drawId: 'd', mode: 'DOUBLE_RANDOM' })).toEqual([]);
    expect(await refusal({ sourceId: '2', inspectedOn: TODAY })).toEqual([]);
    expect(await refusal({ sourceId: '3', inspectedOn: '2026-06-16' })).toEqual(['DATE_OUT_OF_RANGE']);
    expect(await refusal({ mode: 'NAPPING' })).toEqual(['ENUM_VALUE_UNKNOWN']);
  });

  test('an enterprise MUST show its inspections, the latest first, in one statement for all and one for their totals', async () => {
    const days = ['2026-05-01', '2026-06-01', '2026-03-01'];
    await bed.receipt(
      'submitSupervisoryInspections',
      days.map((inspectedOn, at) => visit({ sourceId: `${at}`, inspectedOn })),
    );
    const variables = { of: [USCC, OTHER_USCC].map((uscc) => ({ __typename: 'Enterprise', uscc })) };
    const { data } = await bed.run(OF, { caller: fire, variables });
    expect(data._entities[0].supervisoryInspections).toEqual({
      ...{
        totalCount: 3,
        edges: [
          { node: { id: 'test/1', inspectedOn: '2026-06-01' } },
          { node: { id: 'test/0', inspectedOn: '2026-05-01' } },
        ],
      },
    });
    expect(data._entities[1].supervisoryInspections).toEqual({ totalCount: 0, edges: [] });
    expect(await bed.statementsOf(() => bed.run(OF, { caller: fire, variables }))).toHaveLength(2);
  });

  test('visits of two departments MUST be told as overlapping up to the day asked for, and not beyond', async () => {
    await bed.receipt('submitSupervisoryInspections', [visit({ inspectedOn: '2026-05-01' })]);
    await bed.receipt(
      'submitSupervisoryInspections',
      [byFire({ sourceId: '2', inspectedOn: '2026-05-31' })],
      { caller: fire },
    );
    await bed.receipt('submitSupervisoryInspections', [bySafety({ sourceId: '3', uscc: OTHER_USCC })], {
      caller: safety,
    });
    const warning = {
      ...{ visits: 2, firstOn: '2026-05-01', lastOn: '2026-05-31', enterprise: { uscc: USCC } },
      departments: [{ code: '430682-FIRE_RESCUE' }, { code: '430682-MARKET_SUPERVISION' }],
    };
    expect(await overlaps({ uscc: USCC })).toEqual([warning]);
    expect(await overlaps({ region: '430600' })).toEqual([warning]);
    expect(await overlaps({ uscc: USCC, days: 29 })).toEqual([]);
    expect(await overlaps({ region: '410000' })).toEqual([]);
    expect(await bed.statementsOf(() => overlaps({ region: '430600' }))).toHaveLength(1);
  });

  test('a joint inspection MUST be one visit, and a department MUST NOT overlap with itself', async () => {
    const joint = { mode: 'JOINT', jointDepartmentCodes: ['430682-FIRE_RESCUE'], inspectedOn: '2026-06-01' };
    await bed.receipt('submitSupervisoryInspections', [
      visit(joint),
      visit({ sourceId: '2', inspectedOn: '2026-06-03' }),
    ]);
    await bed.receipt(
      'submitSupervisoryInspections',
      [byFire({ sourceId: '3', inspectedOn: '2026-06-05', mode: 'DAILY' })],
      {
        caller: fire,
      },
    );
    expect(await overlaps({ uscc: USCC })).toEqual([
      expect.objectContaining({ visits: 2, firstOn: '2026-06-03', lastOn: '2026-06-05' }),
    ]);
  });

  test('overlaps without enterprise and region, or for no days, MUST be refused', async () => {
    expect(await bed.run(OVERLAPS, { caller: safety })).toFailWith('FIELD_MISSING');
    for (const days of [0, 366])
      expect(await bed.run(OVERLAPS, { caller: safety, variables: { uscc: USCC, days } })).toFailWith(
        'NUMBER_INVALID',
      );
  });
});
