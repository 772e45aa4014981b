import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { DateOnly, PageArgs, Shared, pagesOf, type RequestContext } from '../../kernel';
import { Equipment } from '../device/equipment';
import { Enterprise, enterpriseOf } from '../others';
import { EQUIPMENT_TESTS, EquipmentTest, EquipmentTestConnection } from './equipment-test';
import { InspectionCycleRule } from './inspection-cycle';
import { cycleOf, inspectionCycles } from './inspection-cycles';
import { lastInspectionByDevice, testDueOf } from './inspection.loaders';
import { INSPECTIONS, Inspection, InspectionConnection } from './inspection';

@Resolver(() => Equipment)
export class EquipmentInspectionsResolver {
  @Shared('UNCONDITIONAL')
  @FieldResolver(() => InspectionConnection, {
    nullable: true,
    description: '检验（法定），按日期排序. Its statutory inspections by date.',
  })
  inspections(@Root() { code }: Equipment, @Args(() => PageArgs) args: PageArgs, @Ctx() context: RequestContext) {
    return pagesOf(context, INSPECTIONS, 'equipmentCode', args).load(code);
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Inspection, { nullable: true, description: '最近一次检验. Its last statutory inspection.' })
  lastInspection(@Root() { code }: Equipment, @Ctx() context: RequestContext) {
    return lastInspectionByDevice(context).load(code);
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => EquipmentTestConnection, { nullable: true, description: '检测（自行检测），按日期排序. Its tests by date.' })
  tests(@Root() { code }: Equipment, @Args(() => PageArgs) args: PageArgs, @Ctx() context: RequestContext) {
    return pagesOf(context, EQUIPMENT_TESTS, 'equipmentCode', args).load(code);
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => DateOnly, {
    nullable: true,
    description: '下次自行检测日期（电梯，TSG T7008-2023）. When a lift must next be tested, between its inspections.',
  })
  nextTestDue(@Root() device: Equipment, @Ctx() context: RequestContext) {
    return testDueOf(context, device);
  }

  @Shared('PUBLIC')
  @FieldResolver(() => InspectionCycleRule, {
    nullable: true,
    description: '现行检验周期. The rule by which its next inspection is due, unless its report states a day.',
  })
  inspectionCycle(@Root() { kindCode, lastInspectedOn }: Equipment, @Ctx() { today }: RequestContext) {
    return cycleOf(kindCode, lastInspectedOn ?? today);
  }

  @Shared('PUBLIC')
  @Query(() => [InspectionCycleRule], {
    nullable: true,
    description: '检验周期规则. The rules of inspection cycles, those of a kind or all.',
  })
  inspectionCycles(@Arg('kindCode', () => ID, { nullable: true, description: '目录代码. Of this kind.' }) kindCode: string | null) {
    return inspectionCycles.filter(({ kinds }) => !kindCode || kindCode.startsWith(kinds));
  }
}

@Resolver(() => Inspection)
export class InspectionResolver {
  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Enterprise, { nullable: true, description: '检验机构. Who inspected the device.' })
  body(@Root() { bodyUscc }: Inspection) {
    return enterpriseOf(bodyUscc);
  }
}

@Resolver(() => EquipmentTest)
export class EquipmentTestResolver {
  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Enterprise, { nullable: true, description: '检测单位. Who tested the device.' })
  body(@Root() { bodyUscc }: EquipmentTest) {
    return enterpriseOf(bodyUscc);
  }
}
