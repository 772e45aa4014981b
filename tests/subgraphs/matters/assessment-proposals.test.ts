import { groundOf } from '../../../subgraphs/matters/proposal/proposal.rules';
import { as } from '../../support/callers';
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
