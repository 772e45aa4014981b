import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateOnly, Shared, vocabulary } from '../../kernel';

export const CycleUnit = vocabulary('CycleUnit', '周期单位. What the numbers of an inspection cycle count.', {
  MONTH: '月. So many months later.',
  YEAR_OF_USE: '使用年份. In these years after the installation, and yearly after the last of them.',
});

/** One of the rows of inspection-cycles.ts, so that anyone can see why a device is due. */
@ObjectType({ description: '检验周期规则. How long after an inspection the next one is due.', simpleResolvers: true })
export class InspectionCycleRule {
  @Shared('PUBLIC')
  @Field(() => ID, { description: '规则编号. Its id.' })
  id: string;

  @Shared('PUBLIC')
  @Field(() => String, { description: '目录代码前缀. The part of the catalogue that it is for, as the beginning of a kind code.' })
  kinds: string;

  @Shared('PUBLIC')
  @Field(() => DateOnly, { description: '有效期起. The first day on which it holds.' })
  effectiveFrom: string;

  @Shared('PUBLIC')
  @Field(() => DateOnly, { nullable: true, description: '有效期止. The last day on which it holds; null while it is in force.' })
  effectiveTo: string | null;

  @Shared('PUBLIC')
  @Field(() => CycleUnit, { description: '单位. What its numbers count.' })
  unit: keyof typeof CycleUnit;

  @Shared('PUBLIC')
  @Field(() => [Int], { description: '数值. Its numbers.' })
  value: readonly number[];

  @Shared('PUBLIC')
  @Field(() => String, { description: '依据. Where it was found.' })
  source: string;

  @Shared('PUBLIC')
  @Field(() => Boolean, { description: '是否核实. Whether its text was seen.' })
  verified: boolean;
}
