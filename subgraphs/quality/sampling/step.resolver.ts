import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Shared, type RequestContext } from '../../kernel';
import { SamplingPlan } from './sampling-plan';
import { SpotCheck } from './spot-check';
import { CompleteSamplingPlanInput, RecordSamplingInput, SpotCheckResultInput, SpotCheckStepInput } from './spot-check.inputs';
import * as rules from './spot-check.rules';
import { completeSamplingPlan, concludeSpotCheck, recordSampling, stepSpotCheck } from './spot-check.service';

const INPUT = { description: '办理内容. What is done.' };

@Resolver()
export class SpotCheckStepResolver {
  @Shared('UNCONDITIONAL')
  @Mutation(() => SpotCheck, {
    nullable: true,
    description: '抽样；上级已抽查的同一批次不得重复. Records a sample; a batch that an upper level has sampled is refused.',
  })
  recordSampling(@Arg('input', () => RecordSamplingInput, INPUT) input: RecordSamplingInput, @Ctx() context: RequestContext) {
    return recordSampling(context, input);
  }

  @Shared('UNCONDITIONAL')
  @Mutation(() => SpotCheck, { nullable: true, description: '记录检验结果并告知. Records the result; the day is when the party was told.' })
  recordTestResult(@Arg('input', () => SpotCheckResultInput, INPUT) input: SpotCheckResultInput, @Ctx() context: RequestContext) {
    return concludeSpotCheck(context, { operation: 'recordTestResult', step: 'TEST', right: 'write' }, input, rules.tested);
  }

  @Shared('UNCONDITIONAL')
  @Mutation(() => SpotCheck, { nullable: true, description: '受理异议. Takes in an objection to the result, within fifteen days.' })
  objectToResult(@Arg('input', () => SpotCheckStepInput, INPUT) input: SpotCheckStepInput, @Ctx() context: RequestContext) {
    return stepSpotCheck(context, { operation: 'objectToResult', step: 'OBJECT', right: 'write' }, input, rules.objected);
  }

  @Shared('UNCONDITIONAL')
  @Mutation(() => SpotCheck, { nullable: true, description: '复检结论. The second test, which decides on an objection.' })
  decideRetest(@Arg('input', () => SpotCheckResultInput, INPUT) input: SpotCheckResultInput, @Ctx() context: RequestContext) {
    return concludeSpotCheck(context, { operation: 'decideRetest', step: 'RETEST', right: 'decide' }, input, rules.retested);
  }

  @Shared('UNCONDITIONAL')
  @Mutation(() => SpotCheck, { nullable: true, description: '责令停止生产销售. Stops the making and selling of the product.' })
  orderStopSale(@Arg('input', () => SpotCheckStepInput, INPUT) input: SpotCheckStepInput, @Ctx() context: RequestContext) {
    return stepSpotCheck(context, { operation: 'orderStopSale', step: 'STOP_SALE', right: 'decide' }, input, rules.saleStopped);
  }

  @Shared('UNCONDITIONAL')
  @Mutation(() => SpotCheck, { nullable: true, description: '责令改正. Orders correction within sixty days.' })
  orderCorrection(@Arg('input', () => SpotCheckStepInput, INPUT) input: SpotCheckStepInput, @Ctx() context: RequestContext) {
    return stepSpotCheck(
      context,
      { operation: 'orderCorrection', step: 'ORDER_CORRECTION', right: 'decide' },
      input,
      rules.correctionOrdered,
    );
  }

  @Shared('UNCONDITIONAL')
  @Mutation(() => SpotCheck, { nullable: true, description: '复查结果. Records a re-inspection; one that passes closes the spot check.' })
  recordReinspection(@Arg('input', () => SpotCheckResultInput, INPUT) input: SpotCheckResultInput, @Ctx() context: RequestContext) {
    return concludeSpotCheck(context, { operation: 'recordReinspection', step: 'REINSPECT', right: 'write' }, input, rules.reinspected);
  }

  @Shared('UNCONDITIONAL')
  @Mutation(() => SpotCheck, {
    nullable: true,
    description: '复查不合格公告（省级以上）. The province announces that re-inspection has failed.',
  })
  announceFailure(@Arg('input', () => SpotCheckStepInput, INPUT) input: SpotCheckStepInput, @Ctx() context: RequestContext) {
    return stepSpotCheck(context, { operation: 'announceFailure', step: 'ANNOUNCE', right: 'decide' }, input, rules.announced);
  }

  @Shared('UNCONDITIONAL')
  @Mutation(() => SpotCheck, { nullable: true, description: '建议吊销营业执照. Proposes to revoke the licence.' })
  proposeLicenceRevocation(@Arg('input', () => SpotCheckStepInput, INPUT) input: SpotCheckStepInput, @Ctx() context: RequestContext) {
    const verb = { operation: 'proposeLicenceRevocation', step: 'PROPOSE_REVOCATION', right: 'decide' } as const;
    return stepSpotCheck(context, verb, input, rules.revocationProposed);
  }

  @Shared('UNCONDITIONAL')
  @Mutation(() => SpotCheck, { nullable: true, description: '公布抽查结果. Publishes a final result; from that day anyone sees it.' })
  publishSpotCheck(@Arg('input', () => SpotCheckStepInput, INPUT) input: SpotCheckStepInput, @Ctx() context: RequestContext) {
    return stepSpotCheck(context, { operation: 'publishSpotCheck', step: 'PUBLISH', right: 'decide' }, input, rules.published);
  }

  @Shared('UNCONDITIONAL')
  @Mutation(() => SamplingPlan, { nullable: true, description: '抽查计划完成. A plan is carried out, and no secret from now on.' })
  completeSamplingPlan(
    @Arg('input', () => CompleteSamplingPlanInput, INPUT) input: CompleteSamplingPlanInput,
    @Ctx() context: RequestContext,
  ) {
    return completeSamplingPlan(context, input);
  }
}
