import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { PageArgs, Shared, pagesOf, type RequestContext } from '../../kernel';
import { Equipment } from '../device/equipment';
import { Enterprise, enterpriseOf } from '../references';
import { EQUIPMENT_TESTS, EquipmentTest, EquipmentTestConnection } from './equipment-test';
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
  @FieldResolver(() => EquipmentTestConnection, { nullable: true, description: '检测（自行检测），按日期排序. Its tests by date.' })
  tests(@Root() { code }: Equipment, @Args(() => PageArgs) args: PageArgs, @Ctx() context: RequestContext) {
    return pagesOf(context, EQUIPMENT_TESTS, 'equipmentCode', args).load(code);
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
