import { ID, Int, ObjectType } from 'type-graphql';
import { DateOnly, Served, flag, vocabulary } from '../../kernel';
import type { InspectionCycle } from './inspection-cycles';

export const CycleUnit = vocabulary('CycleUnit', '周期单位. What the numbers of an inspection cycle count.', {
  MONTH: '月. So many months later.',
  YEAR_OF_USE: '使用年份. Due in these years after the installation, and yearly after the last of them.',
});

const always = true;

/** One of the rows of inspection-cycles.ts, so that anyone can see why a device is due. */
@ObjectType({
  description: '检验周期规则. How long after an inspection the next one is due.',
  simpleResolvers: true,
})
export class InspectionCycleRule implements InspectionCycle {
  @Served('PUBLIC', () => ID, '规则编号. The id of the rule.', { always })
  id: string;

  @Served(
    'PUBLIC',
    () => String,
    '目录代码前缀. The part of the catalogue that it is for, as the beginning of a kind code.',
    { always },
  )
  kinds: string;

  @Served('PUBLIC', () => DateOnly, '有效期起. The first day on which it holds.', { always })
  effectiveFrom: string;

  @Served('PUBLIC', () => DateOnly, '有效期止. The last day on which it holds; null while it is in force.')
  effectiveTo: string | null;

  @Served('PUBLIC', () => CycleUnit, '单位. The unit that the numbers of the rule count.', { always })
  unit: keyof typeof CycleUnit;

  @Served('PUBLIC', () => [Int], '数值. So many of its unit.', { always })
  value: readonly number[];

  @Served('PUBLIC', () => String, '依据. The regulation that says so.', { always })
  source: string;

  @Served('PUBLIC', flag, '是否核实. Whether its text was seen.', { always })
  verified: boolean;
}
