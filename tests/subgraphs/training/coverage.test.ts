import { composeUscc } from '../../../subgraphs/kernel';
import { OTHER_USCC, USCC, idNumberOf, make, reader, trainingBed } from './sample';

const THIRD = composeUscc('91411003', 'MA000003');
const COVERAGE =
  'query ($region: RegionCode!, $year: Int!, $by: CoverageGrouping) { trainingCoverage(region: $region, year: $year, groupBy: $by) { audience region { code } industryCode total trained rate target } }';
const OVERVIEW =
  'query ($of: [_Any!]!) { _entities(representations: $of) { ... on MatterOverview { qualifiedPersonnel principalTrainingRate } } }';

const bed = trainingBed();

describe('coverage', () => {
  beforeAll(async () => {
    await bed.put(
      'submitTrainingDuties',
      make.duty({ industryCode: '3311', matterCodes: ['WELDING'] }),
      make.duty({ uscc: OTHER_USCC, regionCode: '430621', industryCode: '3312' }),
      make.duty({ uscc: THIRD, regionCode: '411003', industryCode: '6210' }),
      make.duty({ uscc: THIRD, regionCode: '411003', industryCode: '6210', audience: 'SAFETY_OFFICER' }),
      make.duty({ uscc: THIRD, regionCode: '411003', activity: 'DRILL' }),
      make.duty({ eventOn: '2025-01-01' }),
    );
    const course = make.course();
    await bed.put('submitTrainingCourses', course);
    await bed.put('submitAttendance', make.attendance(course.sourceId));
    await bed.put(
      'submitQualifications',
      make.qualification({ industryCode: '3311' }),
      make.qualification({ item: 'Q2', matterCodes: ['WELDING'] }),
      make.qualification({ idNumber: idNumberOf(2), industryCode: '3312', regionCode: '411003' }),
      make.qualification({ idNumber: idNumberOf(3), standing: 'REVOKED' }),
      make.qualification({ idNumber: idNumberOf(4), issuedOn: '2022-06-14' }),
      make.qualification({ idNumber: idNumberOf(5), item: 'Q2', industryCode: '3311' }),
    );
  });

  const coverage = async (region: string, by = 'REGION', year = 2026) =>
    (await bed.run(COVERAGE, { variables: { region, year, by } })).data.trainingCoverage;

  test('it MUST be counted by the divisions right below and by audience, for anyone, against the plan’s 100 %', async () => {
    const row = (code: string, audience: string, total: number, trained: number) => ({
      ...{ audience, region: { code }, industryCode: null, total, trained, rate: trained / total, target: 1 },
    });
    expect(await coverage('000000')).toEqual([
      row('410000', 'PRINCIPAL', 1, 0),
      row('410000', 'SAFETY_OFFICER', 1, 0),
      row('430000', 'PRINCIPAL', 2, 1),
    ]);
    expect(await coverage('430000')).toEqual([row('430600', 'PRINCIPAL', 2, 1)]);
    expect(await coverage('430600')).toEqual([
      row('430621', 'PRINCIPAL', 1, 0),
      row('430682', 'PRINCIPAL', 1, 1),
    ]);
    expect(await coverage('430682')).toEqual([row('430682', 'PRINCIPAL', 1, 1)]);
    expect(await coverage('110000')).toEqual([]);
  });

  test('it MUST be counted by industry', async () => {
    expect(await coverage('000000', 'INDUSTRY')).toMatchObject([
      { industryCode: '33', audience: 'PRINCIPAL', total: 2, trained: 1 },
      { industryCode: '62', audience: 'PRINCIPAL', total: 1, trained: 0 },
      { industryCode: '62', audience: 'SAFETY_OFFICER', total: 1, trained: 0 },
    ]);
  });

  test('it MUST be counted for one audience and for some industries alone', async () => {
    const ask = async (narrowed: string) =>
      (
        await bed.run(
          `{ trainingCoverage(region: "000000", year: 2026, ${narrowed}) { audience total trained } }`,
        )
      ).data.trainingCoverage;
    expect(await ask('audience: SAFETY_OFFICER')).toEqual([
      { audience: 'SAFETY_OFFICER', total: 1, trained: 0 },
    ]);
    expect(await ask('audience: PRINCIPAL, industries: ["33", "06"]')).toEqual([
      { audience: 'PRINCIPAL', total: 2, trained: 1 },
    ]);
    expect(await ask('industries: ["06"]')).toEqual([]);
  });

  test('another year MUST be counted by its own duties, without a target before the plan', async () => {
    expect(await coverage('430600', 'REGION', 2025)).toMatchObject([{ total: 1, trained: 0, target: 1 }]);
    expect(await coverage('430600', 'REGION', 1)).toEqual([]);
  });

  test('a coverage MUST take one statement', async () => {
    expect(await bed.statementsOf(() => coverage('000000'))).toHaveLength(1);
  });

  test('an enterprise MUST show how the training of its principals stands', async () => {
    const query =
      'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Enterprise { principalTraining { year status dueOn trainedOn duties { year status } } } } }';
    const of = [USCC, OTHER_USCC, composeUscc('91430682', 'MA009999')].map((uscc) => ({
      __typename: 'Enterprise',
      uscc,
    }));
    const texts = await bed.statementsOf(async () => {
      const { data } = await bed.run(query, { caller: reader, variables: { of } });
      expect(
        data._entities.map(({ principalTraining }: { principalTraining: object }) => principalTraining),
      ).toEqual([
        {
          ...{ year: 2026, status: 'FULFILLED', dueOn: null, trainedOn: '2026-03-02' },
          duties: [
            { year: 2026, status: 'FULFILLED' },
            { year: 2025, status: 'OVERDUE' },
          ],
        },
        {
          year: 2026,
          status: 'OPEN',
          dueOn: '2026-12-31',
          trainedOn: null,
          duties: [{ year: 2026, status: 'OPEN' }],
        },
        null,
      ]);
    });
    expect(texts).toHaveLength(1);
  });

  test('an overview MUST count people once: tagged, certified for its equipment, or of its industries where it has none', async () => {
    const of = (matterCode: string, regionCode: string, equipmentKinds: string[], industries: string[]) => ({
      ...{ __typename: 'MatterOverview', matterCode, regionCode, scope: { equipmentKinds, industries } },
    });
    const asked = [
      of('FORKLIFT', '000000', ['5000'], ['33']),
      of('FORKLIFT', '430000', ['5110'], []),
      of('CRANE', '000000', ['4000'], []),
      of('WELDING', '000000', [], ['33']),
      of('WELDING', '000000', [], []),
      of('NONE', '000000', [], []),
      of('NONE', '430000', [], ['3312', '62']),
    ];
    const texts = await bed.statementsOf(async () => {
      const { data } = await bed.run(OVERVIEW, { caller: reader, variables: { of: asked } });
      expect(
        data._entities.map((each: Record<string, number>) => [
          each.qualifiedPersonnel,
          each.principalTrainingRate,
        ]),
      ).toEqual([
        [2, 0.5],
        [1, null],
        [2, null],
        [3, 0.5],
        [1, 1],
        [null, null],
        [0, 0],
      ]);
    });
    expect(texts).toHaveLength(2);
  });

  test('what a county has beside its towns MUST be a part of its own', async () => {
    const duty = (at: number, regionCode: string, more: object = {}) =>
      make.duty({ uscc: composeUscc('91431224', `MA00001${at}`), regionCode, ...more });
    await bed.put(
      'submitTrainingDuties',
      ...[duty(1, '431224'), duty(2, '431224'), duty(3, '431224102'), duty(4, '431224102')],
      duty(5, '431224102', { audience: 'SAFETY_OFFICER', industryCode: '3311' }),
    );
    const parts = async (region: string) =>
      (await coverage(region)).map(
        ({
          region: { code },
          audience,
          total,
        }: {
          region: { code: string };
          audience: string;
          total: number;
        }) => [code, audience, total],
      );
    const town = [
      ['431224102', 'PRINCIPAL', 2],
      ['431224102', 'SAFETY_OFFICER', 1],
    ];
    expect(await parts('431224')).toEqual([['431224', 'PRINCIPAL', 2], ...town]);
    expect(await parts('431224102')).toEqual(town);
    expect(await parts('431200')).toEqual([
      ['431224', 'PRINCIPAL', 4],
      ['431224', 'SAFETY_OFFICER', 1],
    ]);
  });
});
