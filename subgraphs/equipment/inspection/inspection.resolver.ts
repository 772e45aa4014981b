import { empty } from 'sql-template-tag';
import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { PageArgs, Shared, SubmissionReceipt, pagesOf, submit, type RequestContext } from '../../kernel';
import { Equipment } from '../device/equipment';
import { Enterprise, enterpriseOf } from '../references';
import { EQUIPMENT_TESTS, EquipmentTest, EquipmentTestConnection } from './equipment-test';
import { INSPECTIONS, Inspection, InspectionConnection } from './inspection';
import { EquipmentTestInput, InspectionInput } from './inspection.inputs';
import { equipmentTestSubmission, inspectionSubmission } from './inspection.submission';

@Resolver(() => Equipment)
export class EquipmentInspectionsResolver {
  @Shared('UNCONDITIONAL')
  @FieldResolver(() => InspectionConnection, {
    nullable: true,
    description: '检验（法定），按日期排序. Its statutory inspections by date.',
  })
  inspections(@Root() { code }: Equipment, @Args(() => PageArgs) args: PageArgs, @Ctx() context: RequestContext) {
    return pagesOf(context, INSPECTIONS, 'equipmentCode', empty, args).load(code);
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => EquipmentTestConnection, { nullable: true, description: '检测（自行检测），按日期排序. Its tests by date.' })
  tests(@Root() { code }: Equipment, @Args(() => PageArgs) args: PageArgs, @Ctx() context: RequestContext) {
    return pagesOf(context, EQUIPMENT_TESTS, 'equipmentCode', empty, args).load(code);
  }
}

@Resolver(() => Inspection)
export class InspectionResolver {
  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Enterprise, { nullable: true, description: '检验机构. Who inspected the device.' })
  body(@Root() { bodyUscc }: Inspection) {
    return enterpriseOf(bodyUscc);
  }

  @Shared('UNCONDITIONAL')
  @Mutation(() => SubmissionReceipt, {
    nullable: true,
    description: '报送特种设备检验，一次至多 1000 条. Submits inspections, 1,000 at most.',
  })
  submitInspections(
    @Arg('source', () => String, { description: '来源系统. The source.' }) source: string,
    @Arg('records', () => [InspectionInput], { description: '记录. The records.' }) records: InspectionInput[],
    @Ctx() context: RequestContext,
  ) {
    return submit(context, inspectionSubmission, source, records);
  }
}

@Resolver(() => EquipmentTest)
export class EquipmentTestResolver {
  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Enterprise, { nullable: true, description: '检测单位. Who tested the device.' })
  body(@Root() { bodyUscc }: EquipmentTest) {
    return enterpriseOf(bodyUscc);
  }

  @Shared('UNCONDITIONAL')
  @Mutation(() => SubmissionReceipt, { nullable: true, description: '报送特种设备检测，一次至多 1000 条. Submits tests, 1,000 at most.' })
  submitTests(
    @Arg('source', () => String, { description: '来源系统. The source.' }) source: string,
    @Arg('records', () => [EquipmentTestInput], { description: '记录. The records.' }) records: EquipmentTestInput[],
    @Ctx() context: RequestContext,
  ) {
    return submit(context, equipmentTestSubmission, source, records);
  }
}
