import { Field, ID, InputType } from 'type-graphql';
import { DateOnly, HazardDomain, RegionCode, Uscc } from '../../kernel';
import { Escalation, HazardChannel, HazardGrade, HazardStatus } from './hazard.terms';

@InputType({ description: '隐患筛选. Which hazards.' })
export class HazardFilter {
  @Field(() => RegionCode, { nullable: true, description: '区划及其下级. In the subtree of this division.' })
  region?: string | null;

  @Field(() => HazardGrade, { nullable: true, description: '隐患等级. Of this grade.' })
  grade?: HazardGrade | null;

  @Field(() => HazardDomain, { nullable: true, description: '隐患领域. Of this field.' })
  domain?: HazardDomain | null;

  @Field(() => HazardStatus, { nullable: true, description: '隐患状态. In this state.' })
  status?: HazardStatus | null;

  @Field(() => Boolean, { nullable: true, description: '是否逾期. Overdue today, or not.' })
  overdue?: boolean | null;

  @Field(() => Uscc, { nullable: true, description: '单位的统一社会信用代码. Of this enterprise.' })
  enterprise?: string | null;

  @Field(() => HazardChannel, { nullable: true, description: '发现渠道. That came to be known so.' })
  channel?: HazardChannel | null;

  @Field(() => DateOnly, { nullable: true, description: '发现日期不早于. Found on this day or later.' })
  foundFrom?: string | null;

  @Field(() => DateOnly, { nullable: true, description: '发现日期不晚于. Found on this day or earlier.' })
  foundTo?: string | null;

  @Field(() => Escalation, { nullable: true, description: '督办层级. Escalated so far.' })
  escalation?: Escalation | null;

  @Field(() => String, { nullable: true, description: '行业代码前缀 (GB/T 4754-2017). Of an industry that begins so.' })
  industryPrefix?: string | null;

  @Field(() => ID, { nullable: true, description: '一件事代码. Tagged with this matter.' })
  matter?: string | null;

  @Field(() => Boolean, { nullable: true, description: '仅挂牌督办的. Only those under listed supervision.' })
  listed?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      '仅符合关闭条件单位的（安全生产法第一百一十三条）. Only open major ones of units that meet the closing-down rule of Art. 113.',
  })
  closingDown?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: '仅主要负责人上一期未带队检查的. Only open major ones whose principal led no check in the last full period.',
  })
  principalCheckMissed?: boolean | null;
}
