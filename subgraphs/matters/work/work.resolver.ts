import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { PageArgs, Shared, type RequestContext } from '../../kernel';
import { Department, Region } from '../references';
import {
  AssignItemInput,
  AssignedItem,
  AssignedItemConnection,
  AssignedItemFilter,
  DecideItemInput,
  ReportItemInput,
} from './assigned-item';
import { AssignNewRiskInput, DismissNewRiskInput, NewRisk, NewRiskConnection, NewRiskFilter, RegisterNewRiskInput } from './new-risk';
import { WorkStep } from './work-step';
import { assignedItemById, assignedItemPage, newRiskById, newRiskPage, stepsBySubject } from './work.loaders';
import { isOverdue } from './work.rules';
import { assignItem, assignNewRisk, decideItem, dismissNewRisk, registerNewRisk, reportItem } from './work.service';

const departmentIf = (code: string | null): Department | null => (code === null ? null : { code });
const INPUT = { description: '内容. What is told.' } as const;

@Resolver(() => NewRisk)
export class NewRiskResolver {
  @Shared('UNCONDITIONAL')
  @Query(() => NewRisk, { nullable: true, description: '按编号查新风险. The new risk with this id.' })
  newRisk(@Arg('id', () => ID, { description: '登记编号. Its id.' }) id: string, @Ctx() context: RequestContext) {
    return newRiskById(context).load(id);
  }

  @Shared('UNCONDITIONAL')
  @Query(() => NewRiskConnection, { nullable: true, description: '新风险登记册，按区划、编号排序. The register of new risks.' })
  newRisks(
    @Arg('filter', () => NewRiskFilter, { nullable: true, description: '筛选. Which.' }) filter: NewRiskFilter | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return newRiskPage(context, filter ?? {}, args);
  }

  @Shared('UNCONDITIONAL')
  @Mutation(() => NewRisk, { nullable: true, description: '登记新风险. Registers a new risk.' })
  async registerNewRisk(@Arg('input', () => RegisterNewRiskInput, INPUT) input: RegisterNewRiskInput, @Ctx() context: RequestContext) {
    return newRiskById(context).load(await registerNewRisk(context, input));
  }

  @Shared('UNCONDITIONAL')
  @Mutation(() => NewRisk, { nullable: true, description: '明确新风险的牵头部门（安委会）. Decides who leads; by the committee.' })
  assignNewRisk(@Arg('input', () => AssignNewRiskInput, INPUT) input: AssignNewRiskInput, @Ctx() context: RequestContext) {
    return assignNewRisk(context, input);
  }

  @Shared('UNCONDITIONAL')
  @Mutation(() => NewRisk, { nullable: true, description: '不予列管（安委会）. Decides that it is no new risk; by the committee.' })
  dismissNewRisk(@Arg('input', () => DismissNewRiskInput, INPUT) input: DismissNewRiskInput, @Ctx() context: RequestContext) {
    return dismissNewRisk(context, input);
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Region, { nullable: true, description: '区划. The division.' })
  region(@Root() { regionCode }: NewRisk): Region {
    return { code: regionCode };
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Department, { nullable: true, description: '登记部门. The department that has registered it.' })
  registeringDepartment(@Root() { registeringDepartmentCode }: NewRisk) {
    return departmentIf(registeringDepartmentCode);
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Department, { nullable: true, description: '牵头部门. The department that leads.' })
  leadDepartment(@Root() { leadDepartmentCode }: NewRisk) {
    return departmentIf(leadDepartmentCode);
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => [Department], { nullable: 'itemsAndList', description: '配合部门. Those that cooperate.' })
  cooperatingDepartments(@Root() { cooperatingDepartmentCodes }: NewRisk): Department[] {
    return cooperatingDepartmentCodes.map((code) => ({ code }));
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => [WorkStep], { nullable: true, description: '办理记录. What was done, in its order.' })
  async history(@Root() { id }: NewRisk, @Ctx() context: RequestContext) {
    return (await stepsBySubject(context).load(id))?.steps;
  }
}

@Resolver(() => AssignedItem)
export class AssignedItemResolver {
  @Shared('UNCONDITIONAL')
  @Query(() => AssignedItemConnection, { nullable: true, description: '督办交办事项，按区划、编号排序. What was given to departments.' })
  assignedItems(
    @Arg('filter', () => AssignedItemFilter, { nullable: true, description: '筛选. Which.' }) filter: AssignedItemFilter | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return assignedItemPage(context, filter ?? {}, args);
  }

  @Shared('UNCONDITIONAL')
  @Mutation(() => AssignedItem, {
    nullable: true,
    description: '交办事项（安委会）. Gives a department something to do; by the committee.',
  })
  async assignItem(@Arg('input', () => AssignItemInput, INPUT) input: AssignItemInput, @Ctx() context: RequestContext) {
    return assignedItemById(context).load(await assignItem(context, input));
  }

  @Shared('UNCONDITIONAL')
  @Mutation(() => AssignedItem, { nullable: true, description: '报告办结（承办部门）. Reports it done; by the department.' })
  reportItem(@Arg('input', () => ReportItemInput, INPUT) input: ReportItemInput, @Ctx() context: RequestContext) {
    return reportItem(context, input);
  }

  @Shared('UNCONDITIONAL')
  @Mutation(() => AssignedItem, { nullable: true, description: '退回重办（安委会）. Sends it back; by the committee.' })
  returnItem(@Arg('input', () => DecideItemInput, INPUT) input: DecideItemInput, @Ctx() context: RequestContext) {
    return decideItem(context, 'returnItem', input);
  }

  @Shared('UNCONDITIONAL')
  @Mutation(() => AssignedItem, { nullable: true, description: '销号（安委会）. Closes it; by the committee.' })
  closeItem(@Arg('input', () => DecideItemInput, INPUT) input: DecideItemInput, @Ctx() context: RequestContext) {
    return decideItem(context, 'closeItem', input);
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Boolean, { nullable: true, description: '是否逾期（当日）. Whether it is overdue today.' })
  overdue(@Root() item: AssignedItem, @Ctx() { today }: RequestContext) {
    return isOverdue(item, today);
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Region, { nullable: true, description: '区划. The division.' })
  region(@Root() { regionCode }: AssignedItem): Region {
    return { code: regionCode };
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Department, { nullable: true, description: '承办部门. The department that has to do it.' })
  department(@Root() { departmentCode }: AssignedItem): Department {
    return { code: departmentCode };
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Department, { nullable: true, description: '交办部门. The department that has given it.' })
  assigningDepartment(@Root() { assigningDepartmentCode }: AssignedItem) {
    return departmentIf(assigningDepartmentCode);
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => [WorkStep], { nullable: true, description: '办理记录. What was done, in its order.' })
  async history(@Root() { id }: AssignedItem, @Ctx() context: RequestContext) {
    return (await stepsBySubject(context).load(id))?.steps;
  }
}

@Resolver(() => WorkStep)
export class WorkStepResolver {
  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Department, { nullable: true, description: '经办部门. The department of the officer.' })
  department(@Root() { departmentCode }: WorkStep) {
    return departmentIf(departmentCode);
  }
}
