import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import { PageArgs, Shared, connectionFor, fields, flag, workedOut, type RequestContext } from '../../kernel';
import { AssignedItem, AssignedItemFilter } from './assigned-item';
import { NewRisk, NewRiskFilter } from './new-risk';
import { WorkStep } from './work-step';
import { assignedItemPage, newRiskPage, stepsOfSubject } from './work.lists';
import { isOverdue } from './work.rules';

const history = workedOut(
  'UNCONDITIONAL',
  () => [WorkStep],
  '办理记录. The steps that were taken, in their order.',
  ({ id }: NewRisk | AssignedItem, context) => stepsOfSubject(context)(id),
);

export const newRiskFields = fields(NewRisk, { history });

export const assignedItemFields = fields(AssignedItem, {
  overdue: workedOut(
    'UNCONDITIONAL',
    flag,
    '是否逾期（当日）. Whether it is overdue today.',
    (item, { today }) => isOverdue(item, today),
  ),
  history,
});

const NewRiskConnection = connectionFor(NewRisk);
const AssignedItemConnection = connectionFor(AssignedItem);
const FILTER = { nullable: true, description: '筛选. Returns only what meets these conditions.' } as const;

@Resolver()
export class WorkQueries {
  @Shared('UNCONDITIONAL')
  @Query(() => NewRiskConnection, {
    nullable: true,
    description:
      '新风险登记册，按区划、编号排序. The new risks that were registered, with their lead departments.',
  })
  newRisks(
    @Arg('filter', () => NewRiskFilter, FILTER) filter: NewRiskFilter | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return newRiskPage(context, filter ?? {}, args);
  }

  @Shared('UNCONDITIONAL')
  @Query(() => AssignedItemConnection, {
    nullable: true,
    description: '督办交办事项，按区划、编号排序. The items that were given to departments.',
  })
  assignedItems(
    @Arg('filter', () => AssignedItemFilter, FILTER) filter: AssignedItemFilter | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return assignedItemPage(context, filter ?? {}, args);
  }
}
