import { Arg, Args, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { DateOnly, PageArgs, RegionCode, Shared, type RequestContext, byKey } from '../../kernel';
import { CccCertificate } from '../certificate/certificate';
import { Department, Enterprise, Region } from '../others';
import { SpotCheck } from '../sampling/spot-check';
import { AddTraceStepInput, AnswerTraceInput, OpenTraceInput } from './trace.inputs';
import { traceOfSpotCheck, unansweredTraces, type PlacedStep } from './trace.loaders';
import { answerDue, authorityOf, isOverdue } from './trace.rules';
import { addTraceStep, answerTrace, openTrace } from './trace.service';
import { TraceStep, TraceStepConnection } from './trace-step';

@Resolver(() => TraceStep)
export class TraceStepResolver {
  @Shared('UNCONDITIONAL')
  @Query(() => TraceStepConnection, {
    nullable: true,
    description: '尚未答复的协查，久者在前. What is still unanswered, the longest waiting first.',
  })
  unansweredTraces(
    @Arg('region', () => RegionCode, { nullable: true, description: '被通报部门所在区划及其下级. Of authorities in this subtree.' })
    region: string | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return unansweredTraces(context, region, args);
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => SpotCheck, { nullable: true, description: '所属抽查. The spot check that it follows from.' })
  spotCheck(@Root() { spotCheckId }: TraceStep, @Ctx() context: RequestContext) {
    return byKey(SpotCheck)(context).load(spotCheckId);
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Int, {
    nullable: true,
    description: '在追查树中的层次，从 0 起. How deep it stands in the tree, from 0; null in a list.',
  })
  depth(@Root() { depth }: PlacedStep) {
    return depth ?? null;
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Enterprise, { nullable: true, description: '被追查单位. The enterprise that it leads to.' })
  enterprise(@Root() { enterpriseUscc }: TraceStep) {
    return enterpriseUscc === null ? null : { uscc: enterpriseUscc };
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Region, { nullable: true, description: '被追查单位所在地. Where it is.' })
  region(@Root() { regionCode }: TraceStep) {
    return { code: regionCode };
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Department, { nullable: true, description: '被通报部门. The authority that is asked.' })
  authority(@Root() step: TraceStep) {
    return { code: authorityOf(step) };
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => CccCertificate, { nullable: true, description: '产品认证证书. The certificate of its product.' })
  certificate(@Root() { certificateNumber }: TraceStep, @Ctx() context: RequestContext) {
    return certificateNumber === null ? null : byKey(CccCertificate)(context).load(certificateNumber);
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => DateOnly, { nullable: true, description: '答复期限. The last day for an answer.' })
  answerDue(@Root() step: TraceStep) {
    return answerDue(step).date;
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Boolean, {
    nullable: true,
    description: '期限是否为暂定. Whether that day rests on a calendar that is not published yet.',
  })
  answerDueProvisional(@Root() step: TraceStep) {
    return answerDue(step).provisional;
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Boolean, { nullable: true, description: '是否逾期未答复. Whether it is unanswered though its last day is past.' })
  overdue(@Root() step: TraceStep, @Ctx() { today }: RequestContext) {
    return isOverdue(step, today);
  }
}

@Resolver(() => SpotCheck)
export class TraceResolver {
  // The list is there for anyone, what it says is for agencies: each field of a step has its own level.
  @Shared('PUBLIC')
  @FieldResolver(() => [TraceStep], { description: '双向追查，按追查树排列. Its trace, up and down, in the order of the tree.' })
  async trace(@Root() { id }: SpotCheck, @Ctx() context: RequestContext) {
    return (await traceOfSpotCheck(context).load(id))?.steps ?? [];
  }

  @Shared('UNCONDITIONAL')
  @Mutation(() => SpotCheck, {
    nullable: true,
    description: '开展追查：通报生产者所在地. Opens a trace: its producer’s authority is notified.',
  })
  openTrace(
    @Arg('input', () => OpenTraceInput, { description: '追查. What is traced.' }) input: OpenTraceInput,
    @Ctx() context: RequestContext,
  ) {
    return openTrace(context, input);
  }

  @Shared('UNCONDITIONAL')
  @Mutation(() => SpotCheck, { nullable: true, description: '增加追查环节. Adds an enterprise that the trace leads to.' })
  async addTraceStep(
    @Arg('input', () => AddTraceStepInput, { description: '环节. What is added.' }) input: AddTraceStepInput,
    @Ctx() context: RequestContext,
  ) {
    await addTraceStep(context, input);
    return byKey(SpotCheck)(context).load(input.spotCheckId);
  }

  @Shared('UNCONDITIONAL')
  @Mutation(() => TraceStep, { nullable: true, description: '答复协查. Answers what an authority was asked.' })
  answerTrace(
    @Arg('input', () => AnswerTraceInput, { description: '答复. The answer.' }) input: AnswerTraceInput,
    @Ctx() context: RequestContext,
  ) {
    return answerTrace(context, input);
  }
}
