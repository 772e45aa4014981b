import { ObjectType } from 'type-graphql';
import { Index } from 'typeorm';
import {
  DuplicateOf,
  Fact,
  Id,
  Kept,
  Noun,
  RefersTo,
  Served,
  Decided,
  Submitted,
  count,
  date,
  flag,
  inputOf,
  paperNumber,
  regionCode,
  uscc,
  whole,
} from '../../kernel';
import { Enterprise, PenaltyDecision } from '../others';

const ALWAYS = { always: true };

/** As it was submitted for the closing-down rule: enforcement's own penalties are what counts, these are shown beside. */
@Noun('安全生产处罚记录. A penalty under the work safety law, for the closing-down rule.', {
  key: false,
  term: { zh: '安全生产处罚记录', en: 'safety penalty' },
})
@Index('hazard_penalty_by_enterprise', ['uscc', 'decidedOn', 'id'])
export class HazardPenalty extends Decided {
  @Id('UNCONDITIONAL', '记录编号. The id of the record.') id: string;

  @Kept(uscc, '被处罚单位的统一社会信用代码. The enterprise that was penalised.') uscc: string;

  @Kept(regionCode, '单位所在地区划代码. The division of the enterprise.') regionCode: string;

  @Fact('UNCONDITIONAL', paperNumber(100), '处罚决定书文号. The number of the decision.')
  documentNumber: string;

  @Fact('UNCONDITIONAL', date, '决定日期. The day on which it was decided.') decidedOn: string;

  @DuplicateOf(null, ['uscc', 'documentNumber']) duplicateOf: string | null;
}

export const HazardPenaltyInput = inputOf(
  HazardPenalty,
  '安全生产处罚记录报送. A penalty as enforcement submits it.',
  ['uscc', 'regionCode', 'documentNumber', 'decidedOn'],
);

@Noun('主要负责人带队检查. A check for major hazards that an enterprise’s principal has led.', {
  key: false,
  term: { zh: '主要负责人带队检查', en: 'check led by a principal' },
})
@Index('principal_check_by_enterprise', ['uscc', 'checkedOn', 'id'])
export class PrincipalCheck extends Submitted {
  @Id('UNCONDITIONAL', '记录编号. The id of the record.') id: string;

  @RefersTo(
    () => Enterprise,
    uscc,
    'UNCONDITIONAL',
    '单位的统一社会信用代码. The enterprise that was checked.',
    {
      back: {
        name: 'principalChecks',
        level: 'UNCONDITIONAL',
        says: '主要负责人带队检查，新的在前. The checks that its principal has led, the latest first.',
        order: ['checkedOn', 'id'],
        descending: true,
        period: 'checkedOn',
      },
      unknown: 'flag',
    },
  )
  uscc: string;

  @Kept(regionCode, '单位所在地区划代码. The division of the enterprise.') regionCode: string;

  @Fact('UNCONDITIONAL', date, '检查日期. The day on which the principal led the check.') checkedOn: string;

  @Fact('UNCONDITIONAL', whole(0, 10_000), '发现重大事故隐患数. The number of major hazards that it found.')
  majorHazardsFound: number;
}

export const PrincipalCheckInput = inputOf(
  PrincipalCheck,
  '主要负责人带队检查报送. A check that a principal has led, as it is submitted.',
  ['uscc', 'regionCode', 'checkedOn', 'majorHazardsFound?'],
);

@ObjectType({
  description: '提请关闭信号（安全生产法第一百一十三条）. Whether an enterprise meets the closing-down rule.',
  simpleResolvers: true,
})
export class ClosingDownSignal {
  @Served(
    'UNCONDITIONAL',
    flag,
    '是否符合. Whether a major hazard is open and the penalties reach the number.',
    ALWAYS,
  )
  due: boolean;
  @Served(
    'UNCONDITIONAL',
    count,
    '未销号重大事故隐患数. The number of its major hazards that are open.',
    ALWAYS,
  )
  openMajorHazards: number;
  @Served(
    'UNCONDITIONAL',
    () => [PenaltyDecision],
    '据以计算的处罚决定：执法部门一年内依安全生产法作出的. The penalties that are counted: those of enforcement under the work safety law, of the last year.',
  )
  decisions: Pick<InstanceType<typeof PenaltyDecision>, 'documentNumber'>[];

  @Served(
    'UNCONDITIONAL',
    () => [HazardPenalty],
    '一年内另行报送的处罚记录，并列以供核对，不参与计算. The penalties of the last year that were submitted here: shown beside and not counted.',
    ALWAYS,
  )
  penalties: HazardPenalty[];

  @Served(
    'UNCONDITIONAL',
    whole(-2_147_483_648, 2_147_483_647),
    '另行报送数减处罚决定数. The penalties that were submitted here less those that are counted.',
  )
  penaltyDifference: number;
}
