import { Arg, ID, Query, Resolver } from 'type-graphql';
import { Bounded, Shared, date, fields, workedOut } from '../../kernel';
import { Equipment } from '../device/equipment';
import { Inspection } from './inspection';
import { InspectionCycleRule } from './inspection-cycle';
import { cycleOf, inspectionCycles } from './inspection-cycles';
import { lastInspectionByDevice, testDueOf } from './inspection.lists';

export const inspectionsOfEquipment = fields(Equipment, {
  lastInspection: workedOut(
    'UNCONDITIONAL',
    () => Inspection,
    '最近一次检验. Its last statutory inspection.',
    ({ code }, context) => lastInspectionByDevice(context).load(code),
  ),
  nextTestDue: workedOut(
    'UNCONDITIONAL',
    date,
    '下次自行检测日期（电梯，TSG T7008-2023）. The day by which a lift must next be tested, between its inspections.',
    (device, context) => testDueOf(context, device),
  ),
  inspectionCycle: workedOut(
    'PUBLIC',
    () => InspectionCycleRule,
    '现行检验周期. The rule by which its next inspection is due, unless its report states a day.',
    ({ kindCode, lastInspectedOn }, { today }) => cycleOf(kindCode, lastInspectedOn ?? today),
  ),
});

@Resolver()
export class InspectionCyclesResolver {
  @Bounded(300)
  @Shared('PUBLIC')
  @Query(() => [InspectionCycleRule], {
    nullable: true,
    description: '检验周期规则. The rules of inspection cycles, those of a kind or all.',
  })
  inspectionCycles(
    @Arg('kindCode', () => ID, { nullable: true, description: '目录代码. Returns only those of this kind.' })
    kindCode: string | null,
  ) {
    return inspectionCycles.filter(({ kinds }) => !kindCode || kindCode.startsWith(kinds));
  }
}
