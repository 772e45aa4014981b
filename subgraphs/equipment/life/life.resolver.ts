import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { PageArgs, Shared, pagesOf, type RequestContext } from '../../kernel';
import { Equipment } from '../device/equipment';
import { EQUIPMENT_CHANGES, EquipmentChangeConnection } from './equipment-change';
import { ChangeEquipmentInput, EquipmentStepInput, RegisterEquipmentInput } from './life.inputs';
import { changeEquipment, endUse, registerEquipment, resumeEquipment } from './life.service';

const INPUT = '办理内容. What is asked for.';

@Resolver(() => Equipment)
export class EquipmentLifeResolver {
  @Shared('UNCONDITIONAL')
  @FieldResolver(() => EquipmentChangeConnection, {
    nullable: true,
    description: '变更历史，新的在前. The steps of its life, the latest first.',
  })
  history(@Root() { code }: Equipment, @Args(() => PageArgs) args: PageArgs, @Ctx() context: RequestContext) {
    return pagesOf(context, EQUIPMENT_CHANGES, 'equipmentCode', args).load(code);
  }

  @Shared('UNCONDITIONAL')
  @Mutation(() => Equipment, { nullable: true, description: '办理使用登记. Registers a device for use.' })
  registerEquipment(
    @Arg('input', () => RegisterEquipmentInput, { description: INPUT }) input: RegisterEquipmentInput,
    @Ctx() context: RequestContext,
  ) {
    return registerEquipment(context, input);
  }

  @Shared('UNCONDITIONAL')
  @Mutation(() => Equipment, { nullable: true, description: '办理变更登记. Changes the registration of a device.' })
  changeEquipment(
    @Arg('input', () => ChangeEquipmentInput, { description: INPUT }) input: ChangeEquipmentInput,
    @Ctx() context: RequestContext,
  ) {
    return changeEquipment(context, input);
  }

  @Shared('UNCONDITIONAL')
  @Mutation(() => Equipment, { nullable: true, description: '办理停用. Puts a device out of use for a time.' })
  suspendEquipment(
    @Arg('input', () => EquipmentStepInput, { description: INPUT }) input: EquipmentStepInput,
    @Ctx() context: RequestContext,
  ) {
    return endUse(context, 'suspendEquipment', 'SUSPENDED', input);
  }

  @Shared('UNCONDITIONAL')
  @Mutation(() => Equipment, { nullable: true, description: '办理重新启用. Puts a suspended device in use again.' })
  resumeEquipment(
    @Arg('input', () => EquipmentStepInput, { description: INPUT }) input: EquipmentStepInput,
    @Ctx() context: RequestContext,
  ) {
    return resumeEquipment(context, input);
  }

  @Shared('UNCONDITIONAL')
  @Mutation(() => Equipment, { nullable: true, description: '办理报废. Records that a device is scrapped.' })
  scrapEquipment(
    @Arg('input', () => EquipmentStepInput, { description: INPUT }) input: EquipmentStepInput,
    @Ctx() context: RequestContext,
  ) {
    return endUse(context, 'scrapEquipment', 'SCRAPPED', input);
  }

  @Shared('UNCONDITIONAL')
  @Mutation(() => Equipment, { nullable: true, description: '办理注销. Cancels the registration of a device.' })
  cancelEquipment(
    @Arg('input', () => EquipmentStepInput, { description: INPUT }) input: EquipmentStepInput,
    @Ctx() context: RequestContext,
  ) {
    return endUse(context, 'cancelEquipment', 'CANCELLED', input);
  }
}
