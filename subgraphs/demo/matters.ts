import { models } from '../matters/assessment/model';
import { daysOf } from '../matters/assessment/quarter.rules';
import goals from '../matters/plan/official/linxiang-goals-2026.json';
import tasks from '../matters/plan/official/linxiang-2024-2026.json';
import { MARK, daysFrom } from './enterprises';
import type { Act, DemoBlock, DemoPart } from './parts';
import { Chance } from './random';

/** The counties whose quarter is confirmed, below the city that assesses them. */
const CITY = '430600';
const COUNTIES = ['430621', '430623', '430681', '430682'];
const EVIDENCE = `${MARK}，仅供演示`;

/** Reports on two plans of a county, an assessed quarter of its city, a new risk and an assigned item: all made up. */
export const mattersPart: DemoPart = {
  make: () => [],
  edgeCases: (block) => [
    { kind: 'task-progress', department: 'SAFETY_COMMITTEE', records: progress(block) },
    {
      kind: 'assessment-figures',
      department: 'SAFETY_COMMITTEE',
      records: COUNTIES.flatMap((county) => figures(block.asOf, county)),
    },
  ],
  acts: (block) => [
    ...COUNTIES.flatMap((county) => scores(block.asOf, county)),
    confirmation(block),
    ...work(block),
  ],
};

/** The quarter that was over last on the day that the data are made for. */
function quarterBefore(asOf: string): string {
  const [year, month] = [Number(asOf.slice(0, 4)), Number(asOf.slice(5, 7))];
  const nth = Math.ceil(month / 3) - 1;
  return nth === 0 ? `${year - 1}-Q4` : `${year}-Q${nth}`;
}

/** Two of three items were reported on, some as done; the ten goals with their counts. */
function progress({ seed, asOf }: DemoBlock): object[] {
  return [tasks, goals].flatMap(({ id: plan, regionCode, tasks: all }) =>
    all.flatMap(({ departments }, at) => {
      const chance = new Chance(seed, `progress ${plan} ${at}`);
      if (!chance.is(2 / 3)) return [];
      const done = chance.is(0.3);
      const counts =
        plan === goals.id
          ? { denominator: 40, numerator: done ? 40 : 20 + chance.below(20) }
          : { percent: done ? 100 : 10 * chance.below(10) };
      return departments.map((kind) => ({
        sourceId: `p${seed}-${plan}-${at}-${kind}`,
        itemId: `${plan}.${at + 1}`,
        regionCode,
        departmentCode: `${regionCode}-${kind}`,
        state: done ? 'DONE' : 'UNDER_WAY',
        ...counts,
        evidence: EVIDENCE,
        reportedOn: daysFrom(asOf, -chance.below(60)),
      }));
    }),
  );
}

/** Every computed indicator of a county, the same for every seed, since there is one figure only: most targets are reached, hardly anything is deducted. */
function figures(asOf: string, regionCode: string): object[] {
  const quarter = quarterBefore(asOf);
  return (models.at(-1)?.indicators ?? []).flatMap(({ code, kind, formula }) => {
    if (formula.kind === 'DIRECT') return [];
    const chance = new Chance(0, `figure ${regionCode} ${code}`);
    const counts =
      formula.kind === 'RATIO_TO_TARGET'
        ? { numerator: 100 - (chance.is(0.5) ? 0 : chance.below(30)), denominator: 100 }
        : { numerator: kind === 'DEDUCTION' && code === '29' ? chance.below(3) : 0 };
    const of = { sourceId: `f-${quarter}-${regionCode}-${code}`, quarter, regionCode, indicator: code };
    return [{ ...of, ...counts, evidence: EVIDENCE, measuredOn: daysOf(quarter).to }];
  });
}

const COMMITTEE = {
  subgraph: 'matters',
  department: 'SAFETY_COMMITTEE',
  scope: 'decide:matters',
  region: CITY,
} as const;
const ENTER = 'mutation ($input: EnterScoreInput!) { enterScore(input: $input) { id } }';
const CONFIRM = 'mutation ($input: ConfirmAssessmentInput!) { confirmAssessment(input: $input) { id } }';

function scores(asOf: string, region: string): Act[] {
  return (models.at(-1)?.indicators ?? []).flatMap(({ code, kind, formula }) => {
    if (formula.kind !== 'DIRECT' || kind === 'BONUS') return [];
    const chance = new Chance(0, `score ${region} ${code}`);
    const points = kind === 'BASE' ? Math.round(formula.max * (7 + chance.below(4))) / 10 : 0;
    const input = { quarter: quarterBefore(asOf), region, indicator: code, points, evidence: EVIDENCE };
    return [
      { ...COMMITTEE, officer: '考核组', query: ENTER, variables: { input }, before: 'ASSESSMENT_CONFIRMED' },
    ];
  });
}

function confirmation({ asOf }: DemoBlock): Act {
  const input = { quarter: quarterBefore(asOf), region: CITY, reason: EVIDENCE };
  return {
    ...COMMITTEE,
    officer: '办公室',
    query: CONFIRM,
    variables: { input },
    before: 'ASSESSMENT_CONFIRMED',
  };
}

const REGISTER = 'mutation ($input: RegisterNewRiskInput!) { registerNewRisk(input: $input) { id } }';
const GIVE = 'mutation ($input: AssignItemInput!) { assignItem(input: $input) { id } }';

function work({ asOf }: DemoBlock): Act[] {
  const regionCode = '430682';
  const risk = {
    name: `流动餐饮${MARK}`,
    description: `新业态：流动餐饮使用液化气瓶。${EVIDENCE}`,
    regionCode,
    industryCode: '6291',
  };
  const item = {
    kind: 'SUPERVISED',
    title: `占堵消防车通道整改${MARK}`,
    demand: EVIDENCE,
    regionCode,
    department: `${regionCode}-FIRE_RESCUE`,
  };
  return [
    {
      ...COMMITTEE,
      department: 'FIRE_RESCUE',
      scope: 'write:matters',
      officer: '消防',
      query: REGISTER,
      variables: { input: risk },
    },
    {
      ...COMMITTEE,
      officer: '办公室',
      query: GIVE,
      variables: { input: { ...item, dueOn: daysFrom(asOf, 365) } },
    },
  ];
}
