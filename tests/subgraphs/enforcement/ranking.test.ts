import { enforcement } from '../../../subgraphs/enforcement';
import { composeUscc, type Caller, type DepartmentKind } from '../../../subgraphs/kernel';
import { registry } from '../../../subgraphs/registry';
import { as } from '../../support/callers';
import { testBed } from '../../support/test-bed';
import { TODAY, caseBed, investigator, make } from './case-sample';
import { visit } from './inspection-sample';

const RANKING = `query ($region: RegionCode!, $quarter: String!, $department: DepartmentKind) { enforcementRanking(region: $region, quarter: $quarter, department: $department) {
  region { code } standing rank score cases inspections decidedOnTimeRate fines casesPerHundredInspections zeroPenalty formula
  components { part weight ratio points } } }`;

const bureau = (region: string): Caller => as.officer('MARKET_SUPERVISION', region, 'write:enforcement');
const code = (region: string) => `${region}-MARKET_SUPERVISION`;

interface Rank {
  region: { code: string };
  standing: string;
  rank: number | null;
  components: { part: string; points: number }[];
}

const register = testBed(registry, {
  officer: as.officer('MARKET_SUPERVISION', '000000', 'write:registry'),
});
const bed = testBed(enforcement, { today: TODAY, officer: investigator, peers: [register] });
/** The same, with nobody to ask. */
const alone = caseBed();

describe('enforcementRanking', () => {
  beforeAll(async () => {
    bed.on('2026-10-20');
    await inspect('430600', '岳', [
      ['2026-07-01', 2, '岳市监立〔2026〕1号'],
      ['2026-09-30', 0],
      ['2026-06-30', 5],
      ['2026-10-01', 5],
    ]);
    await inspect('430682', '临', [['2026-08-01', 1]]);
    await inspect('430500', '邵', [
      ['2026-08-01', 3],
      ['2026-08-02', 0],
    ]);
    await inspect('430000', '湘', [['2026-08-01', 1]]);
    await inspect('430700', '常', [['2026-06-30', 1]]);
    await register.put(
      'submitEnterprises',
      ...[['430682'], ['430721'], ['430802'], ['430902', 'CANCELLED'], ['411003', 'SUSPENDED']].map(
        ([regionCode = '', status = 'OPERATING'], at) => ({
          ...{ sourceId: String(at), name: '合成单位', uscc: composeUscc(`91${regionCode}`, `MA0C000${at}`) },
          ...{ regionCode, status },
        }),
      ),
    );
    // 90 days end on a Saturday and so on Monday the 6th: one decision that day, one the day after
    await file('430600', '岳市监立〔2026〕1号', {
      filedOn: '2026-07-01',
      leadReceivedOn: '2026-07-01',
      status: 'INVESTIGATING',
    });
    await file('430600', '岳市监立〔2026〕2号', { ...decided, decidedOn: '2026-07-06' }, '1000.50');
    await file('430682', '临市监立〔2026〕3号', { ...decided, decidedOn: '2026-07-07' }, '9000000');
  });

  const decided = { leadReceivedOn: '2026-04-05', filedOn: '2026-04-05', status: 'DECIDED' };
  const inspect = async (
    region: string,
    mark: string,
    visits: [day: string, findings: number, caseNumber?: string][],
  ) => {
    const records = visits.map(([inspectedOn, findings, caseNumber], at) =>
      visit({
        sourceId: `${mark}${at}`,
        regionCode: region,
        departmentCode: code(region),
        inspectedOn,
        findings,
        caseNumber,
      }),
    );
    await bed.putAs(bureau(region), 'submitSupervisoryInspections', ...records);
  };
  const file = async (region: string, number: string, changes: object, fine?: string) => {
    const record = make.case({ sourceId: number, number, departmentCode: code(region), ...changes });
    await bed.putAs(bureau(region), 'submitCases', record);
    if (fine === undefined) return;
    const { decidedOn } = changes as { decidedOn: string };
    const penalty = make.penalty({
      sourceId: number,
      documentNumber: number.replace('立', '罚'),
      caseNumber: number,
      fine,
      decidedOn,
    });
    await bed.putAs(bureau(region), 'submitPenalties', penalty);
  };
  const all = async (
    region = '430000',
    quarter = '2026-Q3',
    department: DepartmentKind | null = null,
  ): Promise<Rank[]> =>
    (await bed.run(RANKING, { caller: bureau('430600'), variables: { region, quarter, department } })).data
      .enforcementRanking;
  const ask = (region: string, quarter: string) =>
    bed.run(RANKING, { caller: bureau('430600'), variables: { region, quarter } });
  const ranking = async (...asked: Parameters<typeof all>) =>
    (await all(...asked)).filter(({ standing }) => standing === 'RANKED');
  const standing = async (wanted: string, ...asked: Parameters<typeof all>) =>
    (await all(...asked)).flatMap((each) =>
      each.standing === wanted ? [{ code: each.region.code, rank: each.rank }] : [],
    );

  test('the divisions right below MUST be ranked, each with all below it, days at both ends included', async () => {
    const [first, second, ...others] = await ranking();
    expect(others).toEqual([]);
    expect(first).toMatchObject({
      ...{
        region: { code: '430600' },
        rank: 1,
        inspections: 3,
        cases: 1,
        decidedOnTimeRate: 0.5,
        fines: '9001000.50',
      },
      ...{ casesPerHundredInspections: 33.33, zeroPenalty: false, score: 60 },
    });
    expect(first?.components).toEqual([
      { part: 'ON_TIME', weight: 50, ratio: 0.5, points: 25 },
      { part: 'FOLLOW_UP', weight: 30, ratio: 0.5, points: 15 },
      { part: 'INTENSITY', weight: 20, ratio: 1, points: 20 },
      { part: 'ACTIVITY', weight: 0, ratio: 1, points: 0 },
      { part: 'ZERO_PENALTY', weight: -20, ratio: 0, points: 0 },
    ]);
    expect(second).toMatchObject({
      region: { code: '430500' },
      rank: 2,
      inspections: 2,
      cases: 0,
      decidedOnTimeRate: null,
      fines: '0.00',
    });
  });

  test('who has whom to supervise and did nothing MUST be named last, and who has nobody MUST NOT be ranked', async () => {
    expect(await standing('NO_WORK')).toEqual([{ code: '430700', rank: 3 }]);
    expect(await standing('NOT_REPORTED')).toEqual([{ code: '430800', rank: 4 }]);
    const without = await standing('NO_OBJECTS');
    // one whose only enterprise is struck off among them
    expect(without).toContainEqual({ code: '430900', rank: null });
    expect(without).toHaveLength(10);
  });

  test('a kind of department MUST be ranked among its like', async () => {
    expect(await ranking('430000', '2026-Q3', 'MARKET_SUPERVISION')).toEqual(await ranking());
    expect(await standing('NOT_REPORTED', '430000', '2026-Q3', 'FIRE_RESCUE')).toEqual(
      ['430600', '430700', '430800'].map((code) => ({ code, rank: 1 })),
    );
  });

  test('while nobody says whether there is whom to supervise, it MUST be said to be unknown', async () => {
    await alone.putAs(bureau('430600'), 'submitSupervisoryInspections', visit({ inspectedOn: '2026-05-01' }));
    const { data } = await alone.run(RANKING, {
      caller: bureau('430600'),
      variables: { region: '430000', quarter: '2026-Q2' },
    });
    const told = (data.enforcementRanking as Rank[]).map((each) => `${each.standing} ${each.rank}`);
    expect(told).toEqual(['RANKED 1', ...Array.from({ length: 13 }, () => 'OBJECTS_UNKNOWN null')]);
  });

  test('只检查不处罚 MUST be told and cost points', async () => {
    const [, second] = await ranking();
    expect(second).toMatchObject({ zeroPenalty: true, score: -20 });
  });

  test('a decision MUST be in time on the working day that its last day moves to, and late the day after', async () => {
    const counties = await ranking('430600');
    expect(counties.map(({ region }) => region.code)).toEqual(['430682']);
    expect(counties[0]).toMatchObject({ decidedOnTimeRate: 0, inspections: 1, cases: 0, zeroPenalty: true });
  });

  test('provinces, other quarters and divisions without any MUST be ranked by the same rule', async () => {
    expect(await ranking('000000')).toMatchObject([{ region: { code: '430000' }, inspections: 6, cases: 1 }]);
    expect(await ranking('430000', '2026-Q4')).toMatchObject([
      { region: { code: '430600' }, inspections: 1, zeroPenalty: true },
    ]);
    expect(await ranking('410000')).toEqual([]);
    expect(await all('430682103')).toEqual([]);
  });

  test('a withdrawn decision MUST NOT count among the fines', async () => {
    await bed.subgraph.db.read("UPDATE penalty_decision SET withdrawn_on = '2026-10-01' WHERE fine > 5000");
    expect((await ranking())[0]).toMatchObject({ fines: '1000.50', score: 60 });
  });

  test('what is no quarter MUST be refused by code', async () => {
    for (const quarter of ['2026-Q5', '2026', 'Q3']) {
      expect(await ask('430000', quarter)).toFailWith('QUARTER_INVALID');
    }
    expect(await ask('430000', '2023-Q4')).toFailWith('RULE_MISSING');
  });

  test('it MUST take one statement, however many divisions there are', async () => {
    expect(await bed.statementsOf(() => ranking())).toHaveLength(1);
    expect(await bed.statementsOf(() => ranking('000000'))).toHaveLength(1);
  });

  test('enforcementCircular MUST count the month of nine kinds of department', async () => {
    const query =
      '{ enforcementCircular(region: "430000", month: "2026-07") { department filed decided inspections } }';
    const { data } = await bed.run(query, { caller: bureau('430600') });
    expect(data.enforcementCircular).toHaveLength(9);
    expect(data.enforcementCircular[7]).toEqual({
      department: 'MARKET_SUPERVISION',
      filed: 1,
      decided: 1,
      inspections: 1,
    });
    const thirteenth = '{ enforcementCircular(region: "430000", month: "2026-13") { filed } }';
    expect(await bed.run(thirteenth, { caller: bureau('430600') })).toFailWith('FIELD_INVALID');
  });

  const committee = as.officer('SAFETY_COMMITTEE', '430000', 'decide:enforcement');
  const DOCUMENTS = {
    document: '合成发〔2026〕1号',
    secrecyReview: '合成密审〔2026〕1号',
    reviewedBy: 'reviewer',
  };
  const of = { region: '430000', quarter: '2026-Q2' };
  const release = (changes: object = {}, caller: Caller = committee) =>
    bed.step('releaseRanking', { ...of, ...DOCUMENTS, ...changes }, caller, 'asOf releasedBy document');

  test('the public MUST see a ranking as it was released, with its moment, until it is withdrawn', async () => {
    const publicly = () =>
      bed.run(
        '{ enforcementRanking(region: "430000", quarter: "2026-Q2") { cases rank asOf region { code } } }',
      );
    expect(await publicly()).toFailWith('NOT_RELEASED');
    const asOf = expect.any(String) as string;
    expect((await release()).data.step).toEqual({
      asOf,
      releasedBy: '430000-SAFETY_COMMITTEE',
      document: DOCUMENTS.document,
    });
    const before = (await publicly()).data.enforcementRanking;
    expect(before).toContainEqual({ cases: 0, rank: 2, asOf, region: { code: '430700' } });
    await file('430700', '常市监立〔2026〕9号', {
      status: 'INVESTIGATING',
      filedOn: '2026-06-30',
      leadReceivedOn: '2026-06-30',
    });
    expect((await publicly()).data.enforcementRanking).toEqual(before);
    expect(await ranking('430000', '2026-Q2')).toContainEqual(expect.objectContaining({ cases: 1 }));
    const withdrawn = { ...of, document: '合成发〔2026〕2号', reason: '有误' };
    expect(await bed.step('withdrawRanking', withdrawn, committee, 'document')).toSucceed();
    expect(await publicly()).toFailWith('NOT_RELEASED');
    expect(await bed.step('withdrawRanking', withdrawn, committee, 'document')).toFailWith('NOT_FOUND');
    expect(
      await bed.rows('SELECT ended_by AS by, end_reason AS reason, document FROM answer_release'),
    ).toEqual([{ by: committee.subject, reason: '有误', document: DOCUMENTS.document }]);
  });

  test.each<[string, Caller, object, string]>([
    ['the public', as.public, {}, 'SHARING_DENIED'],
    ['who may not decide', bureau('430000'), {}, 'SCOPE_MISSING'],
    [
      'another kind of department',
      as.officer('WATER', '430000', 'decide:enforcement'),
      {},
      'FIGURE_NOT_YOURS',
    ],
    ['who has it of another kind', committee, { department: 'WATER' }, 'FIGURE_NOT_YOURS'],
    ['an officer of another division', committee, { region: '410000' }, 'OUTSIDE_REGION'],
    ['who has reviewed it', committee, { reviewedBy: committee.subject }, 'DECIDER_MUST_DIFFER'],
    ['anyone, where it tells of towns,', committee, { region: '430682' }, 'RELEASE_BELOW_COUNTY'],
  ])('%s MUST NOT release it', async (_, caller, changes, code) => {
    expect(await release(changes, caller)).toFailWith(code);
  });
});
