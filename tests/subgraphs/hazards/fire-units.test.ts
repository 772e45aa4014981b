import { hazards } from '../../../subgraphs/hazards';
import { composeUscc } from '../../../subgraphs/kernel';
import { as } from '../../support/callers';
import { testBed, type RunOptions } from '../../support/test-bed';

const fire = as.officer('FIRE_RESCUE', '430600', 'write:hazards');
const usccOf = (nth: number) => composeUscc('91430682', `MA0F000${nth}`);
const FIVE = {
  industryOfficer: '张三|市商务局|13900000001',
  townOfficer: '李四|长安街道|13900000002',
  communityWorker: '王五|东风社区',
  fireOfficer: '赵六|消防救援大队|13900000004',
  specialist: '钱七|消防技术服务中心|13900000005',
};

const bed = testBed(hazards, { officer: fire });

describe('key fire units and fire checks', () => {
  beforeEach(async () => {
    await bed.empty();
    bed.now('2026-07-01T10:00:00+08:00');
  });

  const unit = (nth: number, differing: Record<string, unknown> = {}) => ({
    ...{
      sourceId: `u${nth}`,
      uscc: usccOf(nth),
      regionCode: '430682',
      place: '大型商业综合体',
      designatedOn: '2024-01-02',
    },
    ...{ onlineSince: '2024-06-30', ...FIVE, ...differing },
  });
  const send = (mutation: string, records: object[], caller = fire) =>
    bed.submit(mutation, records, { caller, source: 'fire' });
  const put = (...records: object[]) => send('submitFireKeyUnits', records);
  const ofEnterprise = (nth: number, fields: string, options: RunOptions = { caller: fire }) =>
    bed.run(
      `query ($refs: [_Any!]!) { _entities(representations: $refs) { ... on Enterprise { ${fields} } } }`,
      {
        ...options,
        variables: { refs: [{ __typename: 'Enterprise', uscc: usccOf(nth) }] },
      },
    );

  test('an enterprise MUST show the five who answer for it, and null if it is no key unit', async () => {
    await put(unit(1));
    const options = { caller: as.officer('FIRE_RESCUE', '430600', 'share:conditional'), purpose: '联合检查' };
    const { data } = await ofEnterprise(
      1,
      `fireUnit { place onlineSince complete ${Object.keys(FIVE).join(' ')} }`,
      options,
    );
    expect(data._entities[0].fireUnit).toEqual({
      place: '大型商业综合体',
      onlineSince: '2024-06-30',
      complete: true,
      ...FIVE,
    });
    expect((await ofEnterprise(2, 'fireUnit { place }')).data._entities[0].fireUnit).toBeNull();
  });

  test('names and phones MUST be sealed at rest and shown to the granted only, inside their region', async () => {
    await put(unit(1));
    const [stored] = await bed.subgraph.db.read<{ row: string }>(
      'SELECT fire_key_unit::text AS row FROM fire_key_unit',
    );
    expect(stored?.row).not.toMatch(/张三|13900000001/);
    const read = (region: string, purpose?: string) =>
      ofEnterprise(1, 'fireUnit { industryOfficer }', {
        caller: as.officer('HOUSING', region, 'share:conditional'),
        purpose,
      });
    expect((await read('430000', '联合检查')).data._entities[0].fireUnit).toEqual({
      industryOfficer: FIVE.industryOfficer,
    });
    for (const answer of [await read('410000', '联合检查'), await read('430000')]) {
      expect(answer.data._entities[0].fireUnit).toEqual({ industryOfficer: null });
    }
    const records = await bed.subgraph.db.read<{ record: string }>('SELECT record FROM journal');
    expect(JSON.stringify(records)).not.toMatch(/张三|13900000001/);
    const outcomes = records
      .map(({ record }) => JSON.parse(record) as { outcome: string; fields?: string[] })
      .flatMap(({ outcome, fields = [] }) =>
        fields.includes('FireKeyUnit.industryOfficer') ? [outcome] : [],
      );
    expect(outcomes.sort()).toEqual(['refused', 'refused', 'shown']);
  });

  test('only fire and rescue MUST keep them, and a refusal MUST NOT repeat a name', async () => {
    const other = as.officer('MARKET_SUPERVISION', '430600', 'write:hazards');
    const refused = await send('submitFireKeyUnits', [unit(1)], other);
    expect(refused.data.receipt).toMatchObject({ accepted: 0, rejected: [{ code: 'FIRE_UNITS_NOT_YOURS' }] });
    const { data } = await put(unit(1, { fireOfficer: '赵六' }), unit(2, { onlineSince: '2026-07-02' }));
    expect(data.receipt).toMatchObject({
      accepted: 0,
      rejected: [
        { code: 'FIELD_INVALID', field: 'fireOfficer' },
        { code: 'DATE_OUT_OF_RANGE', field: 'onlineSince' },
      ],
    });
    expect(JSON.stringify(data)).not.toContain('赵六');
  });

  test('coverage MUST be for anyone, by subtree', async () => {
    const COVERAGE = 'units online complete onlineRate completeRate';
    const coverage = async (region: string) =>
      (await bed.run(`{ fireUnitCoverage(region: "${region}") { ${COVERAGE} } }`)).data.fireUnitCoverage;
    expect(await coverage('430000')).toEqual({
      units: 0,
      online: 0,
      complete: 0,
      onlineRate: null,
      completeRate: null,
    });
    await put(
      unit(1),
      unit(2, { specialist: null }),
      unit(3, { onlineSince: null }),
      unit(4, { regionCode: '430602' }),
    );
    expect(await coverage('430682')).toEqual({
      units: 3,
      online: 2,
      complete: 2,
      onlineRate: 2 / 3,
      completeRate: 2 / 3,
    });
    expect(await coverage('430600')).toMatchObject({ units: 4, online: 3, complete: 3 });
    const page = await bed.run(
      '{ fireKeyUnits(filter: { region: "430682", online: false }) { edges { node { enterprise { uscc } } } } }',
      {
        caller: fire,
      },
    );
    expect(page.data.fireKeyUnits.edges).toEqual([{ node: { enterprise: { uscc: usccOf(3) } } }]);
  });

  test('checks MUST come with the items of the campaign, the latest first, page by page', async () => {
    const check = (nth: number) => ({
      ...{
        sourceId: `c${nth}`,
        uscc: usccOf(1),
        regionCode: '430682',
        departmentCode: '430682-FIRE_RESCUE',
        hazardsFound: nth,
      },
      ...{
        checkedOn: `2026-06-0${nth}`,
        riskFactors: ['EXITS', 'WELDING'],
        toClear: ['ESCAPE_ROUTES'],
        toControl: ['HOT_WORK'],
      },
    });
    const { data } = await send('submitFireChecks', [1, 2, 3].map(check));
    expect(data.receipt.accepted).toBe(3);
    const FIELDS =
      'edges { node { checkedOn riskFactors toClear toControl department { code } } } pageInfo { hasNextPage endCursor }';
    const first = (await ofEnterprise(1, `fireChecks(first: 2) { ${FIELDS} }`)).data._entities[0].fireChecks;
    expect(first.edges.map(({ node }: { node: { checkedOn: string } }) => node.checkedOn)).toEqual([
      '2026-06-03',
      '2026-06-02',
    ]);
    expect(first.edges[0].node).toMatchObject({ riskFactors: ['EXITS', 'WELDING'], toControl: ['HOT_WORK'] });
    const next = (
      await ofEnterprise(1, `fireChecks(first: 2, after: "${first.pageInfo.endCursor}") { ${FIELDS} }`)
    ).data._entities[0].fireChecks;
    expect(next.edges.map(({ node }: { node: { checkedOn: string } }) => node.checkedOn)).toEqual([
      '2026-06-01',
    ]);
    expect(next.pageInfo.hasNextPage).toBe(false);
  });
});
