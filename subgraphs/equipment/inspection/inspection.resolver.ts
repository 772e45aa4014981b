import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import {
  Argument,
  Bounded,
  PageArgs,
  Shared,
  asId,
  connectionFor,
  date,
  fields,
  oneOf,
  rulesBeside,
  workedOut,
  type RequestContext,
} from '../../kernel';
import { Equipment } from '../device/equipment';
import { LegalRule } from '../others';
import { kindCode } from '../kind/equipment-kind';
import { Inspection, InspectionFilter } from './inspection';
import { InspectionCycleRule } from './inspection-cycle';
import { cycleOf, inspectionCycles, ruleOfDue } from './inspection-cycles';
import {
  bodyApprovalOf,
  inspectionPage,
  lastInspectionByDevice,
  testDueOf,
  testRuleOf,
} from './inspection.lists';
import { BodyApproval } from './inspection.terms';

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
  ...rulesBeside<Equipment>(() => LegalRule, 'UNCONDITIONAL', {
    nextTestDue: (device, context) => testRuleOf(context, device),
  }),
  ...rulesBeside<Equipment>(() => LegalRule, 'PUBLIC', {
    nextInspectionDue: ({ kindCode: kind, lastInspectedOn, nextInspectionDue, installedOn }) =>
      ruleOfDue(kind, lastInspectedOn, nextInspectionDue, installedOn),
  }),
  inspectionCycle: workedOut(
    'PUBLIC',
    () => InspectionCycleRule,
    '现行检验周期. The rule by which its next inspection is due, unless its report states a day.',
    ({ kindCode, lastInspectedOn }, { today }) => cycleOf(kindCode, lastInspectedOn ?? today),
  ),
});

export const inspectionFields = fields(Inspection, {
  bodyApproval: workedOut(
    'UNCONDITIONAL',
    oneOf(BodyApproval),
    '检验机构在检验当日对该设备种类的核准情况. Whether its body was approved for devices of this category on the day of the inspection, as far as is on record.',
    (inspection, context) => bodyApprovalOf(context, inspection),
  ),
});

const InspectionConnection = connectionFor(Inspection);

@Resolver()
export class InspectionListResolver {
  @Shared('UNCONDITIONAL')
  @Query(() => InspectionConnection, {
    nullable: true,
    description: '法定检验，最近的在前. Statutory inspections, the latest first.',
  })
  inspections(
    @Arg('filter', () => InspectionFilter, {
      nullable: true,
      description: '筛选条件. Only inspections that meet all that is given here.',
    })
    filter: InspectionFilter | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return inspectionPage(context, filter, args);
  }
}

@Resolver()
export class InspectionCyclesResolver {
  @Bounded(300)
  @Shared('PUBLIC')
  @Query(() => [InspectionCycleRule], {
    nullable: true,
    description: '检验周期规则. The rules of inspection cycles, those of a kind or all.',
  })
  inspectionCycles(
    @Argument('kindCode', asId(kindCode), '目录代码. Returns only those of this kind.', { optional: true })
    kindCode: string | null,
  ) {
    return inspectionCycles().filter(({ kinds }) => !kindCode || kindCode.startsWith(kinds));
  }
}
