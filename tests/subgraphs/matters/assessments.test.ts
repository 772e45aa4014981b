import { as } from '../../support/callers';
import { recordsOf } from '../../../subgraphs/matters/assessment/counted-part';
import { EVIDENCE, QUARTER, assessing } from './assessing';
import { city, county, fire, mattersBed, other } from './sample';

const ASSESSMENTS = `query ($region: RegionCode!, $quarter: String!) { assessments(region: $region, quarter: $quarter) {
  id status score rank interview unqualified missing openPoints region { code }
  indicators { code points maxPoints mode formula calculation numerator denominator missing applicable evidence source measuredOn } } }`;

const bed = mattersBed();

describe('assessments', () => {
  beforeEach(() => bed.empty());

  const { figure, submit, refusalOf, enter, confirm, complete } = assessing(bed);
  const ranking = async (region = '430600') =>
    (await bed.run(ASSESSMENTS, { caller: fire, variables: { region, quarter: QUARTER } })).data.assessments;

  test('a score MUST be shown with its formula, its figures and the query that lists the records behind it', async () => {
    expect(await submit([figure()])).toEqual({ accepted: 1, unchanged: 0, rejected: [] });
    const [assessment] = await ranking();
    expect(assessment).toMatchObject({
      id: '2026-Q3-430682',
      status: 'OPEN',
      score: 2,
      rank: null,
      interview: false,
      openPoints: 98,
    });
    expect(assessment.indicators.find(({ code }: { code: string }) => code === '8.2')).toEqual({
      ...{
        code: '8.2',
        points: 2,
        maxPoints: 2,
        mode: 'DATA',
        numerator: 38,
        denominator: 40,
        missing: false,
        applicable: true,
      },
      ...{ formula: '2 × min(1, 分子 ÷ 分母 ÷ 95%)', calculation: '2 × min(1, 38 ÷ 40 ÷ 95%) = 2' },
      ...{ evidence: EVIDENCE, source: 'test', measuredOn: '2026-10-08' },
    });
    expect(assessment.indicators.find(({ code }: { code: string }) => code === '8.1')).toMatchObject({
      missing: true,
      points: null,
    });
  });

  test('a figure MUST be called counted where its evidence is the very query of the books, and stated by its department else', async () => {
    const of = { region: '430682', quarter: QUARTER };
    const beside = { sourceId: '2', beside: 'EXTENDED', numerator: 3, denominator: null };
    await submit([
      figure({ evidence: recordsOf('8.2', null, of) }),
      figure({ ...beside, evidence: recordsOf('8.2', 'EXTENDED', of) }),
      figure({ ...beside, sourceId: '3', indicator: '20', beside: 'ACCIDENTS_OPEN' }),
      figure({
        sourceId: '4',
        indicator: '8.1',
        evidence: recordsOf('8.1', null, { ...of, region: '430681' }),
      }),
    ]);
    const { data } = await bed.run(
      `{ assessments(region: "430600", quarter: "${QUARTER}") { score indicators { code origin counts department { code } }
        beside { indicator kind count records computed source measuredOn } } }`,
      { caller: fire },
    );
    const [assessment] = data.assessments;
    const found = (code: string) =>
      assessment.indicators.find((each: { code: string }) => each.code === code);
    const department = { code: city.departmentCode };
    expect(assessment.score).toBe(3.9);
    expect(found('8.2')).toMatchObject({ origin: 'COMPUTED', department });
    expect(found('8.1')).toMatchObject({ origin: 'REPORTED', department });
    expect(found('20')).toMatchObject({ origin: null, counts: null });
    expect(assessment.beside).toMatchObject([
      {
        ...{ indicator: '8.2', kind: 'EXTENDED', count: 3, records: recordsOf('8.2', 'EXTENDED', of) },
        ...{ computed: true, source: 'test', measuredOn: '2026-10-08' },
      },
      { indicator: '20', kind: 'ACCIDENTS_OPEN', computed: false },
    ]);
  });

  test('the same figure again MUST change nothing, a higher revision replace it', async () => {
    await submit([figure()]);
    expect(await submit([figure()])).toMatchObject({ accepted: 0, unchanged: 1 });
    expect(await submit([figure({ numerator: 19, revision: 2 })])).toMatchObject({ accepted: 1 });
    expect((await ranking())[0]).toMatchObject({ score: 1 });
  });

  test.each<[string, object, string]>([
    ['an unknown indicator', { indicator: '99' }, 'INDICATOR_UNKNOWN'],
    ['an indicator that is entered', { indicator: '7' }, 'INDICATOR_NOT_COMPUTED'],
    ['a ratio without denominator', { denominator: null }, 'FIELD_MISSING'],
    ['more than there are', { numerator: 41 }, 'FIELD_INVALID'],
    ['what stands beside a rate, with a denominator', { beside: 'EXTENDED' }, 'FIELD_INVALID'],
    ['a deduction with a denominator', { indicator: '29' }, 'FIELD_INVALID'],
    ['what is no quarter', { quarter: '2026-3' }, 'QUARTER_INVALID'],
    ['a quarter that has not begun', { quarter: '2027-Q1' }, 'QUARTER_NOT_REACHED'],
    ['a quarter before any model', { quarter: '2023-Q4' }, 'ASSESSMENT_MODEL_MISSING'],
    ['a day before the quarter', { measuredOn: '2026-06-30' }, 'DATE_OUT_OF_RANGE'],
    ['a day that is to come', { measuredOn: '2026-10-16' }, 'DATE_OUT_OF_RANGE'],
    ['another city', { regionCode: '430700' }, 'OUTSIDE_REGION'],
  ])('a figure of %s MUST be refused', async (_, changes, code) => {
    expect(await refusalOf(changes)).toBe(code);
  });

  test('the whole country MUST NOT be assessed', async () => {
    expect(
      await refusalOf({ regionCode: '000000' }, as.officer('SAFETY_COMMITTEE', '000000', 'write:matters')),
    ).toBe('FIELD_INVALID');
  });

  test('a score MUST be entered by the committee of a division above, within its points; a later one MUST stand in its place', async () => {
    expect(await enter()).toSucceed();
    expect((await enter({ points: 3 })).data.enterScore).toMatchObject({ id: '2026-Q3-430682', score: 3 });
    expect(await enter({}, as.officer('FIRE_RESCUE', '430600', 'decide:matters'))).toFailWith(
      'COMMITTEE_ONLY',
    );
    expect(await enter({}, county)).toFailWith('ASSESSES_ITSELF');
    expect(await enter({ region: '430000' })).toFailWith('OUTSIDE_REGION');
    expect(await enter({}, as.officer('SAFETY_COMMITTEE', '430600', 'write:matters'))).toFailWith(
      'SCOPE_MISSING',
    );
    expect(await enter({}, as.public as never)).toFailWith('SHARING_DENIED');
    expect(await enter({ points: 3.01 })).toFailWith('POINTS_OUT_OF_RANGE');
    expect(await enter({ points: -1 })).toFailWith('POINTS_OUT_OF_RANGE');
    expect(await enter({ points: 1e9 })).toFailWith('NUMBER_INVALID');
    expect(await enter({ indicator: '8.2' })).toFailWith('INDICATOR_NOT_ENTERED');
    expect(await enter({ indicator: '99' })).toFailWith('INDICATOR_UNKNOWN');
    expect(await enter({ quarter: '2027-Q1' })).toFailWith('QUARTER_NOT_REACHED');
    expect((await ranking())[0]).toMatchObject({ score: 3 });
    expect(await bed.subgraph.db.read('SELECT points FROM entered_score ORDER BY nth')).toEqual([
      { points: 2.5 },
      { points: 3 },
    ]);
  });

  test('a refused score MUST NOT leave an assessment behind', async () => {
    expect(await enter({ points: 4 })).toFailWith('POINTS_OUT_OF_RANGE');
    expect(await ranking()).toEqual([]);
  });

  test('a ranking MUST be confirmed when it is complete, by another officer than entered its scores, and stay as it was', async () => {
    expect(await confirm()).toFailWith('NOT_FOUND');
    await submit([figure({ regionCode: '430681', sourceId: '2' })]);
    expect(await confirm()).toFailWith('ASSESSMENT_INCOMPLETE');
    await bed.subgraph.db.transaction((tx) => tx.query('DELETE FROM assessment_figure'));
    await bed.subgraph.db.transaction((tx) => tx.query('DELETE FROM assessment'));
    await complete('430682', 100);
    await complete('430681', 50);
    await complete('430621', 50, 1);
    expect((await ranking()).map(({ id, rank }: { id: string; rank: number }) => [id, rank])).toEqual([
      ['2026-Q3-430621', 3],
      ['2026-Q3-430681', 2],
      ['2026-Q3-430682', 1],
    ]);
    expect((await ranking())[0]).toMatchObject({ unqualified: true, interview: true });
    expect(await confirm(city)).toFailWith('CONFIRMER_MUST_DIFFER');
    expect(await confirm(county)).toFailWith('OUTSIDE_REGION');
    expect(await confirm(as.officer('EMERGENCY_MANAGEMENT', '430600', 'decide:matters'))).toFailWith(
      'COMMITTEE_ONLY',
    );
    expect(await confirm(other(city), { quarter: '2026-Q4' })).toFailWith('QUARTER_NOT_REACHED');
    const shown = await ranking();
    const answer = await confirm();
    expect(answer.data.confirmAssessment[2]).toMatchObject({
      status: 'CONFIRMED',
      rank: 1,
      confirmedOn: '2026-10-15',
    });
    expect(await confirm()).toFailWith('ASSESSMENT_CONFIRMED');
    expect(await enter()).toFailWith('ASSESSMENT_CONFIRMED');
    expect(await refusalOf({ sourceId: 'new', revision: 9 })).toBe('ASSESSMENT_CONFIRMED');
    expect(await refusalOf({ sourceId: 'new', regionCode: '430611' })).toBe('ASSESSMENT_CONFIRMED');
    const again = figure({ sourceId: '430682 8.2', numerator: 100, denominator: 100 });
    expect(await submit([again])).toMatchObject({ accepted: 0, unchanged: 1, rejected: [] });
    // whatever happens to what it was computed from
    await bed.subgraph.db.transaction((tx) => tx.query('DELETE FROM assessment_figure'));
    expect(await ranking()).toEqual(shown.map((each: object) => ({ ...each, status: 'CONFIRMED' })));
  });

  test('a ranking MUST cost three statements, however many members it has', async () => {
    await submit(
      ['430602', '430611', '430621', '430681', '430682'].map((regionCode, at) =>
        figure({ regionCode, sourceId: `${at}` }),
      ),
    );
    let found: object[] = [];
    expect(await bed.statementsOf(async () => (found = await ranking()))).toHaveLength(3);
    expect(found).toHaveLength(5);
  });

  test('only the divisions right below MUST be listed, and an assessment found by its key with its rank', async () => {
    await submit([
      figure(),
      figure({ sourceId: '2', regionCode: '430600' }),
      figure({ sourceId: '3', regionCode: '430682101' }),
    ]);
    expect((await ranking()).map(({ id }: { id: string }) => id)).toEqual(['2026-Q3-430682']);
    const of = ['2026-Q3-430600', '2026-Q3-430699', '2026-Q3-000000', 'x', ''].map((id) => ({
      __typename: 'Assessment',
      id,
    }));
    const answer = await bed.run(
      'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Assessment { id score } } }',
      {
        ...{ caller: fire, variables: { of } },
      },
    );
    expect(answer.data._entities).toEqual([{ id: '2026-Q3-430600', score: 2 }, null, null, null, null]);
  });

  test('assessments MUST be for agencies, the model for anyone; what is no quarter MUST be refused by name', async () => {
    const ask = (caller: typeof fire, quarter: string) =>
      bed.run(ASSESSMENTS, { caller, variables: { region: '430600', quarter } });
    expect(await ask(as.public, QUARTER)).toFailWith('SHARING_DENIED');
    expect(await ask(fire, '2026-13')).toFailWith('QUARTER_INVALID');
    const { data } = await bed.run(
      '{ assessmentModel(quarter: "2026-Q3") { id effectiveFrom sections { points } indicators { code formula verified } } }',
    );
    expect(data.assessmentModel).toMatchObject({ id: 'ANWEI-2024-10', effectiveFrom: '2024-01-01' });
    expect(await bed.run('{ assessmentModel(quarter: "2023-Q1") { id } }')).toFailWith(
      'ASSESSMENT_MODEL_MISSING',
    );
  });
});
