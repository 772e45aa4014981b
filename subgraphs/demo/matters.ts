import goals from '../matters/plan/official/linxiang-goals-2026.json';
import tasks from '../matters/plan/official/linxiang-2024-2026.json';
import { MARK, daysFrom } from './enterprises';
import type { Act, DemoBlock, DemoPart } from './parts';
import { Chance } from './random';

const EVIDENCE = `${MARK}，仅供演示`;

/** Reports on two plans of a county, a new risk and an assigned item: all made up. Its city’s assessed quarter is counted in the end (assessment.ts). */
export const mattersPart: DemoPart = {
  make: () => [],
  edgeCases: (block) => [{ kind: 'task-progress', department: 'SAFETY_COMMITTEE', records: progress(block) }],
  acts: work,
};

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

const COMMITTEE = {
  subgraph: 'matters',
  department: 'SAFETY_COMMITTEE',
  scope: 'decide:matters',
  region: '430600',
} as const;
const REGISTER = 'mutation ($input: RegisterNewRiskInput!) { registerNewRisk(input: $input) { id } }';
const GIVE = 'mutation ($input: AssignItemInput!) { assignItem(input: $input) { id } }';

function work({ asOf }: DemoBlock): Act[] {
  const regionCode = '430682';
  const risk = {
    name: `氢能自行车${MARK}`,
    description: `新业态：氢能自行车租赁，使用储氢瓶。${EVIDENCE}`,
    regionCode,
    industryCode: '7119',
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
