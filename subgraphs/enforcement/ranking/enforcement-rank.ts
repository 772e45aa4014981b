import { Float, ObjectType } from 'type-graphql';
import { Served, flag, moment, oneOf, ratio, text, vocabulary, whole, yuan } from '../../kernel';

export const RankingPart = vocabulary('RankingPart', '排名指标. A part of the score.', {
  ON_TIME: '按期办结率. Decisions in time, of all decisions.',
  FOLLOW_UP: '问题处置率. Inspections with findings that led to a case or a hazard.',
  INTENSITY: '每百次检查立案数，与最高者相比. Cases per hundred inspections, compared with the highest.',
  ACTIVITY: '检查次数，与最高者相比. Inspections, compared with the most.',
  ZERO_PENALTY: '零处罚扣分. Deducted if problems were found and no case was filed.',
});
export type RankingPart = keyof typeof RankingPart;

export const EnforcementStanding = vocabulary(
  'EnforcementStanding',
  '排名状态. Whether a division is ranked, and why not.',
  {
    RANKED: '参加排名. Ranked by its score.',
    NO_WORK:
      '有监管对象而本季度无检查、无案件，列末位. It has whom to supervise and has done nothing in the quarter: ranked after all that have.',
    NOT_REPORTED:
      '有监管对象而从未报送，列最末位. It has whom to supervise and has never reported anything: ranked last.',
    NO_OBJECTS: '无监管对象，不参加排名. It has nobody to supervise and is not ranked.',
    OBJECTS_UNKNOWN:
      '无检查、无案件，有无监管对象暂时无法查明，不参加排名. It has done nothing, and whether it has whom to supervise cannot be asked now: not ranked.',
  },
);
export type EnforcementStanding = keyof typeof EnforcementStanding;

const count = whole(0, 2_000_000_000);
const points = () => Float;
export const AS_OF =
  '截至时间；公众所见为发布时. The moment as of which it is told: for the public, when it was released.';

@ObjectType({ description: '得分构成. A part of a score.', simpleResolvers: true })
export class RankComponent {
  @Served('PUBLIC', oneOf(RankingPart), '指标. The part of the score that this is.', { always: true })
  part: RankingPart;

  @Served('PUBLIC', points, '权重（分），扣分为负. Its weight in points, negative for a deduction.', {
    always: true,
  })
  weight: number;

  @Served('PUBLIC', ratio, '比值，0 至 1. The ratio of this component, from 0 to 1.', { always: true })
  ratio: number;

  @Served('PUBLIC', points, '得分. The points of this component: weight times ratio.', { always: true })
  points: number;
}

@ObjectType({
  description: '监管执法季度排名. How a division ranks by its enforcement in a quarter.',
  simpleResolvers: true,
})
export class EnforcementRank {
  regionCode: string;

  @Served('PUBLIC', oneOf(EnforcementStanding), '排名状态. Whether it is ranked, and why not.', {
    always: true,
  })
  standing: EnforcementStanding;

  @Served('PUBLIC', whole(1, 1_000_000), '名次，同分同名次；不参加排名时为空. The rank; equals share it.', {
    optional: true,
  })
  rank: number | null;

  @Served('PUBLIC', points, '得分. The score: the sum of its components.', { always: true })
  score: number;

  @Served('PUBLIC', count, '立案数. Cases filed in the quarter.', { always: true })
  cases: number;

  @Served('PUBLIC', count, '监督检查次数. The number of inspections in the quarter.', { always: true })
  inspections: number;

  @Served('PUBLIC', ratio, '按期办结率；无办结案件时为空. Decisions in time, of all of the quarter.', {
    optional: true,
  })
  decidedOnTimeRate: number | null;

  @Served(
    'PUBLIC',
    yuan,
    '罚款合计，不计分（行政处罚法第七十四条）. All fines of the quarter; never scored, since the law forbids it.',
    {
      always: true,
    },
  )
  fines: string;

  @Served(
    'PUBLIC',
    points,
    '每百次检查立案数；无检查时为空. The number of cases filed per hundred inspections.',
  )
  casesPerHundredInspections: number | null;

  @Served('PUBLIC', flag, '零处罚、只检查不处罚. Whether problems were found and no case was filed.', {
    always: true,
  })
  zeroPenalty: boolean;

  @Served('PUBLIC', text(1_000), '计算公式及当季权重. The formula with the weights of the quarter.', {
    always: true,
  })
  formula: string;

  @Served('PUBLIC', () => [RankComponent], '得分构成. The parts of the score.', { always: true })
  components: RankComponent[];

  @Served('PUBLIC', moment, AS_OF, { always: true }) asOf: Date;
}
