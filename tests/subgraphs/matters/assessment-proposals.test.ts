import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyAssessmentModels } from '../../../subgraphs/matters';
import { recordsOf } from '../../../subgraphs/matters/assessment/counted-part';
import { groundOf } from '../../../subgraphs/matters/proposal/proposal.rules';
import { as } from '../../support/callers';
import { testFolder } from '../../support/folder';
import { QUARTER, assessing } from './assessing';
import { city, county, fire, mattersBed, other } from './sample';

const bed = mattersBed();

test('a ground that has no room for all MUST say how many it leaves out', () => {
  const all = Array.from({ length: 300 }, (_, at) => `指标 ${at + 1}`);
  const ground = groundOf('未达标的指标', all);
  const shown = ground.split(', ').filter((each) => each.includes('指标 ')).length;
  expect(ground.length).toBeLessThanOrEqual(2000);
  expect(ground).toContain(`另有 ${300 - shown} 项见考核结果`);
  expect(groundOf('未达标的指标', all.slice(0, 3))).toBe('未达标的指标: 指标 1, 指标 2, 指标 3.');
});

describe('what an assessment proposes', () => {
  const { confirm, complete } = assessing(bed);

  test('a confirmed ranking MUST propose interviews, letters and a circular, each with its ground, and an officer other than who confirmed it decide once', async () => {
    await complete('430682', 100);
    await complete('430681', 50);
    await complete('430621', 20);
    const ask = async (caller = fire) => {
      const text = `{ assessmentProposals(filter: { region: "430600", quarter: "${QUARTER}" }) { totalCount edges { node {
        id kind status ground region { code } assessment { id } proposedOn decidedOn document reason decidingDepartment { code } } } }
        assessments(region: "430600", quarter: "${QUARTER}") { id interviewProposed interviewDecidedOn interviewDocument proposals { totalCount } } }`;
      return (await bed.run(text, { caller })).data;
    };
    const idsOf = ({ assessmentProposals }: { assessmentProposals: { edges: { node: { id: string } }[] } }) =>
      assessmentProposals.edges.map(({ node }) => node.id);
    expect(await ask()).toMatchObject({
      assessmentProposals: { totalCount: 0 },
      assessments: [{ interviewProposed: null }, { interviewProposed: null }, { interviewProposed: null }],
    });
    await confirm();
    const proposed = await ask();
    expect(idsOf(proposed)).toEqual([
      '2026-Q3-430600/RANKING',
      '2026-Q3-430621/INTERVIEW',
      '2026-Q3-430621/LETTER',
      '2026-Q3-430681/INTERVIEW',
      '2026-Q3-430681/LETTER',
    ]);
    const nodes = proposed.assessmentProposals.edges.map(({ node }: { node: object }) => node);
    expect(nodes[1]).toMatchObject({
      ...{ kind: 'INTERVIEW', status: 'PROPOSED', region: { code: '430621' }, proposedOn: '2026-10-15' },
      ...{ assessment: { id: '2026-Q3-430621' }, decidedOn: null, document: null },
      ground: expect.stringMatching(/^名次 3\/3，得分 .+\. Rank 3 of 3, with a score of /),
    });
    expect(nodes[2].ground).toMatch(/8\.2: 20\/100/);
    expect(nodes[0].ground).toMatch(/430682: 1 \(104\)/);
    expect(
      proposed.assessments.map((each: { interviewProposed: boolean }) => each.interviewProposed),
    ).toEqual([true, true, false]);
    const take = (id: string, caller: typeof city, document = '岳安委约〔2026〕3号') =>
      bed.step('takeProposal', { id, document }, caller, 'status');
    const [, interview, letter] = idsOf(proposed) as [string, string, string];
    expect(await take(interview, other(city))).toFailWith('DECIDER_MUST_DIFFER');
    expect(await take(interview, county)).toFailWith('OUTSIDE_REGION');
    expect(await take(interview, as.officer('FIRE_RESCUE', '430600', 'decide:matters'))).toFailWith(
      'COMMITTEE_ONLY',
    );
    expect(await take(interview, city)).toSucceed();
    expect(await take(interview, city)).toFailWith('STEP_NOT_ALLOWED');
    const drop = { id: letter, reason: '约谈时一并指出' };
    expect((await bed.step('dropProposal', drop, city, 'status reason')).data.step).toEqual({
      status: 'DROPPED',
      reason: '约谈时一并指出',
    });
    expect((await ask()).assessments[0]).toEqual({
      ...{ id: '2026-Q3-430621', interviewProposed: true, interviewDecidedOn: '2026-10-15' },
      ...{ interviewDocument: '岳安委约〔2026〕3号', proposals: { totalCount: 2 } },
    });
  });
});

describe('a division’s own method', () => {
  const folder = testFolder();
  const { figure, submit } = assessing(bed);
  const read = (methods: object[], said: string[] = []) => {
    const assessmentModelsFile = join(folder, 'methods.json');
    writeFileSync(assessmentModelsFile, JSON.stringify(methods));
    applyAssessmentModels({ assessmentModelsFile }, (line) => said.push(line));
    return said;
  };
  beforeEach(() => bed.empty());
  afterEach(() => read([]));

  const of = { section: '一', kind: 'BASE', mode: 'DATA', phrase: '合成', document: '合成考核办法' };
  const rate = { kind: 'RATIO_TO_TARGET', target: 100 };
  const direct = { kind: 'DIRECT', min: 0, max: 40 };
  const indicators = [
    { ...of, code: '甲1', name: '整改率', points: 60, formula: rate, verified: true, countedAs: '8.2' },
    { ...of, code: '甲2', name: '机制', points: 40, formula: direct, verified: true },
  ];
  const own = {
    ...{ id: 'SYNTHETIC-430600', title: '合成考核办法', document: '合成〔2026〕1号', assessor: '430600' },
    ...{ effectiveFrom: '2026-01-01', effectiveTo: null, indicators },
    sections: [{ number: '一', title: '合成', points: 100 }],
  };

  test('it MUST be told at start with its document, score the members of that division alone, and be open to anyone', async () => {
    expect(read([own])).toEqual(['考核办法 assessment method 430600: 合成考核办法 (合成〔2026〕1号)']);
    const evidence = recordsOf('8.2', null, { region: '430682', quarter: QUARTER });
    const sent = figure({ indicator: '甲1', evidence, numerator: 3, denominator: 4 });
    expect(await submit([sent, figure({ sourceId: '2' })])).toMatchObject({
      ...{ accepted: 1, rejected: [{ code: 'INDICATOR_UNKNOWN' }] },
    });
    const { data } = await bed.run(
      `{ assessments(region: "430600", quarter: "${QUARTER}") { score missing
        indicators { code origin points missingBecause } } }`,
      { caller: fire },
    );
    expect(data.assessments).toEqual([
      {
        ...{ score: 45, missing: 1 },
        indicators: [
          { code: '甲1', origin: 'COMPUTED', points: 45, missingBecause: null },
          { code: '甲2', origin: null, points: null, missingBecause: expect.stringContaining('未指明') },
        ],
      },
    ]);
    const modelOf = async (region: string, quarter = QUARTER) =>
      (
        await bed.run(
          `{ assessmentModel(quarter: "${quarter}", region: "${region}") { document assessor indicators { code countedAs notCounted } } }`,
        )
      ).data.assessmentModel;
    expect(await modelOf('430600')).toMatchObject({
      ...{ document: '合成〔2026〕1号', assessor: '430600' },
      indicators: [{ code: '甲1', countedAs: '8.2', notCounted: null }, { countedAs: null }],
    });
    // what stands above and beside it, and the days before it, go by what they went by
    const national = { document: '安委〔2024〕10号', assessor: '000000' };
    for (const region of ['430000', '430700', '000000'])
      expect(await modelOf(region)).toMatchObject(national);
    expect(await modelOf('430682')).toMatchObject({ assessor: '430600' });
    expect(await modelOf('430600', '2025-Q4')).toMatchObject(national);
  });

  test.each<[string, object[]]>([
    ['points that are not those of its section', [{ ...own, indicators: indicators.slice(1) }]],
    ['an indicator twice', [{ ...own, indicators: [...indicators, { ...indicators[1], points: 0 }] }]],
    [
      'a figure that is none',
      [{ ...own, indicators: [{ ...indicators[0], countedAs: '99' }, indicators[1]] }],
    ],
    [
      'a formula that its figure does not fit',
      [{ ...own, indicators: [{ ...indicators[0], countedAs: '27.1' }, indicators[1]] }],
    ],
    ['no document', [{ ...own, document: undefined }]],
    ['the whole country', [{ ...own, assessor: '000000' }]],
    ['days that overlap', [own, { ...own, id: 'SYNTHETIC-2' }]],
  ])('a method with %s MUST be refused with its whole file', async (_, methods) => {
    expect(() => read(methods)).toThrow(/ASSESSMENT_MODELS_FILE/);
    const { data } = await bed.run(`{ assessmentModel(quarter: "${QUARTER}", region: "430600") { id } }`);
    expect(data.assessmentModel.id).toBe('ANWEI-2024-10');
  });
});
