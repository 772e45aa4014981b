import sql, { raw } from 'sql-template-tag';
import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import {
  PageArgs,
  RegionCode,
  Shared,
  connectionFor,
  count,
  date,
  fields,
  flag,
  manyBy,
  page,
  within,
  workedOut,
  rulesBeside,
  type RequestContext,
} from '../../kernel';
import { Department, LegalRule } from '../others';
import { SpotCheck } from '../sampling/spot-check';
import { TraceStep, UNANSWERED_TRACES } from './trace-step';
import { answerDue, authorityOf, inTree, isOverdue } from './trace.rules';

/** A step at its place in the tree. */
type PlacedStep = TraceStep & { depth?: number };

const TraceStepConnection = connectionFor(TraceStep);
const stepsOfSpotCheck = manyBy(TraceStep, 'spotCheckId', sql`notified_on, id`);

export const traceStepFields = fields(TraceStep, {
  depth: workedOut(
    'UNCONDITIONAL',
    count,
    '在追查树中的层次，从 0 起. The depth of the step in the tree, from 0; null in a list.',
    ({ depth }: PlacedStep) => depth,
  ),
  authority: workedOut(
    'UNCONDITIONAL',
    () => Department,
    '被通报部门. The authority that is asked.',
    (step: TraceStep) => ({ code: authorityOf(step) }),
  ),
  answerDue: workedOut(
    'UNCONDITIONAL',
    date,
    '答复期限. The last day for an answer.',
    (step: TraceStep) => answerDue(step).date,
  ),
  ...rulesBeside<TraceStep>(() => LegalRule, 'UNCONDITIONAL', {
    answerDue: (step) => answerDue(step).rule,
  }),
  answerDueProvisional: workedOut(
    'UNCONDITIONAL',
    flag,
    '期限是否为暂定. Whether that day rests on a calendar that is not published yet.',
    (step: TraceStep) => answerDue(step).provisional,
  ),
  overdue: workedOut(
    'UNCONDITIONAL',
    flag,
    '是否逾期未答复. Whether it is unanswered though its last day is past.',
    (step: TraceStep, { today }) => isOverdue(step, today),
  ),
});

export const traceOfSpotCheck = fields(SpotCheck, {
  // The list is there for anyone, what it says is for agencies: each field of a step has its own level.
  trace: workedOut(
    'PUBLIC',
    () => [TraceStep],
    '双向追查，按追查树排列. Its trace, up and down, in the order of the tree.',
    async ({ id }, context) =>
      inTree(await stepsOfSpotCheck(context)(id)).map(({ step, depth }): PlacedStep => ({ ...step, depth })),
    { always: true },
  ),
});

@Resolver()
export class TraceLists {
  @Shared('UNCONDITIONAL')
  @Query(() => TraceStepConnection, {
    nullable: true,
    description:
      '尚未答复的协查，久者在前. The requests that are still unanswered, the longest waiting first.',
  })
  unansweredTraces(
    @Arg('region', () => RegionCode, {
      nullable: true,
      description: '被通报部门所在区划及其下级. Of authorities in this subtree.',
    })
    region: string | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return page(
      context,
      UNANSWERED_TRACES,
      sql`AND answered_on IS NULL ${within(raw('region_code'), region)}`,
      args,
    );
  }
}
