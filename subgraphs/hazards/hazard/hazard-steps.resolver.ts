import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Shared, readRecord, type RequestContext } from '../../kernel';
import { Hazard } from './hazard';
import * as service from './hazard.service';
import {
  AcknowledgeHazardInput,
  AssignHazardInput,
  CloseHazardInput,
  EscalateHazardInput,
  ExtendHazardInput,
  HazardStepInput,
  NotifyHazardInput,
  PlanRectificationInput,
  ReasonedStepInput,
  ReopenHazardInput,
  ReportHazardInput,
  SubmitRectificationInput,
  VerifyHazardInput,
} from './step.inputs';

const TOLD = '办理内容. What is told.';

@Resolver()
export class HazardStepsResolver {
  @Shared('UNCONDITIONAL')
  @Mutation(() => Hazard, { nullable: true, description: '上报隐患，待核实. Reports a hazard, to be verified by another officer.' })
  reportHazard(@Arg('input', () => ReportHazardInput, { description: TOLD }) input: ReportHazardInput, @Ctx() context: RequestContext) {
    return service.reportHazard(context, readRecord(ReportHazardInput, input));
  }

  @Shared('UNCONDITIONAL')
  @Mutation(() => Hazard, { nullable: true, description: '核实隐患并入库. Verifies a reported hazard.' })
  verifyHazard(@Arg('input', () => VerifyHazardInput, { description: TOLD }) input: VerifyHazardInput, @Ctx() context: RequestContext) {
    return service.verifyHazard(context, readRecord(VerifyHazardInput, input));
  }

  @Shared('UNCONDITIONAL')
  @Mutation(() => Hazard, { nullable: true, description: '核实不属实，写明理由. Dismisses a report, with the reason.' })
  dismissHazard(@Arg('input', () => ReasonedStepInput, { description: TOLD }) input: ReasonedStepInput, @Ctx() context: RequestContext) {
    return service.dismissHazard(context, readRecord(ReasonedStepInput, input));
  }

  @Shared('UNCONDITIONAL')
  @Mutation(() => Hazard, { nullable: true, description: '交办：牵头部门与双督办. Names the lead and the supervising departments.' })
  assignHazard(@Arg('input', () => AssignHazardInput, { description: TOLD }) input: AssignHazardInput, @Ctx() context: RequestContext) {
    return service.assignHazard(context, readRecord(AssignHazardInput, input));
  }

  @Shared('UNCONDITIONAL')
  @Mutation(() => Hazard, { nullable: true, description: '通知主要负责人和实际控制人. Notifies the principal and the actual controller.' })
  notifyHazard(@Arg('input', () => NotifyHazardInput, { description: TOLD }) input: NotifyHazardInput, @Ctx() context: RequestContext) {
    return service.notifyHazard(context, readRecord(NotifyHazardInput, input));
  }

  @Shared('UNCONDITIONAL')
  @Mutation(() => Hazard, { nullable: true, description: '签收通知. Records the receipt of a notification.' })
  acknowledgeHazard(
    @Arg('input', () => AcknowledgeHazardInput, { description: TOLD }) input: AcknowledgeHazardInput,
    @Ctx() context: RequestContext,
  ) {
    return service.acknowledgeHazard(context, readRecord(AcknowledgeHazardInput, input));
  }

  @Shared('UNCONDITIONAL')
  @Mutation(() => Hazard, { nullable: true, description: '制定整改方案（五落实）. Sets the plan of rectification.' })
  planRectification(
    @Arg('input', () => PlanRectificationInput, { description: TOLD }) input: PlanRectificationInput,
    @Ctx() context: RequestContext,
  ) {
    return service.planRectification(context, readRecord(PlanRectificationInput, input));
  }

  @Shared('UNCONDITIONAL')
  @Mutation(() => Hazard, { nullable: true, description: '延长整改期限. Extends the deadline.' })
  extendHazard(@Arg('input', () => ExtendHazardInput, { description: TOLD }) input: ExtendHazardInput, @Ctx() context: RequestContext) {
    return service.extendHazard(context, readRecord(ExtendHazardInput, input));
  }

  @Shared('UNCONDITIONAL')
  @Mutation(() => Hazard, { nullable: true, description: '升级督办：函告、通报、约谈、曝光. Takes supervision one step further.' })
  escalateHazard(
    @Arg('input', () => EscalateHazardInput, { description: TOLD }) input: EscalateHazardInput,
    @Ctx() context: RequestContext,
  ) {
    return service.escalateHazard(context, readRecord(EscalateHazardInput, input));
  }

  @Shared('UNCONDITIONAL')
  @Mutation(() => Hazard, { nullable: true, description: '挂牌督办. Puts a major hazard under listed supervision.' })
  listHazard(@Arg('input', () => ReasonedStepInput, { description: TOLD }) input: ReasonedStepInput, @Ctx() context: RequestContext) {
    return service.listHazard(context, readRecord(ReasonedStepInput, input));
  }

  @Shared('UNCONDITIONAL')
  @Mutation(() => Hazard, { nullable: true, description: '责令停产停用（安全生产法第六十五条）. Stops production or use.' })
  haltProduction(@Arg('input', () => ReasonedStepInput, { description: TOLD }) input: ReasonedStepInput, @Ctx() context: RequestContext) {
    return service.haltProduction(context, readRecord(ReasonedStepInput, input));
  }

  @Shared('UNCONDITIONAL')
  @Mutation(() => Hazard, { nullable: true, description: '申请验收. Submits the rectification for review.' })
  submitRectification(
    @Arg('input', () => SubmitRectificationInput, { description: TOLD }) input: SubmitRectificationInput,
    @Ctx() context: RequestContext,
  ) {
    return service.submitRectification(context, readRecord(SubmitRectificationInput, input));
  }

  @Shared('UNCONDITIONAL')
  @Mutation(() => Hazard, { nullable: true, description: '验收不通过，写明理由. Refuses the rectification, with the reason.' })
  refuseRectification(
    @Arg('input', () => ReasonedStepInput, { description: TOLD }) input: ReasonedStepInput,
    @Ctx() context: RequestContext,
  ) {
    return service.refuseRectification(context, readRecord(ReasonedStepInput, input));
  }

  @Shared('UNCONDITIONAL')
  @Mutation(() => Hazard, { nullable: true, description: '审核把关销号. Reviews and closes it, by the competent department.' })
  closeHazard(@Arg('input', () => CloseHazardInput, { description: TOLD }) input: CloseHazardInput, @Ctx() context: RequestContext) {
    return service.closeHazard(context, readRecord(CloseHazardInput, input));
  }

  @Shared('UNCONDITIONAL')
  @Mutation(() => Hazard, { nullable: true, description: '经审查恢复生产经营或使用. Lets production resume after review.' })
  resumeProduction(@Arg('input', () => HazardStepInput, { description: TOLD }) input: HazardStepInput, @Ctx() context: RequestContext) {
    return service.resumeProduction(context, readRecord(HazardStepInput, input));
  }

  @Shared('UNCONDITIONAL')
  @Mutation(() => Hazard, { nullable: true, description: '回头看：确认销号. Confirms the closing by a look-back.' })
  lookBackHazard(@Arg('input', () => HazardStepInput, { description: TOLD }) input: HazardStepInput, @Ctx() context: RequestContext) {
    return service.lookBackHazard(context, readRecord(HazardStepInput, input));
  }

  @Shared('UNCONDITIONAL')
  @Mutation(() => Hazard, { nullable: true, description: '回头看：重新整改. Reopens it after a look-back.' })
  reopenHazard(@Arg('input', () => ReopenHazardInput, { description: TOLD }) input: ReopenHazardInput, @Ctx() context: RequestContext) {
    return service.reopenHazard(context, readRecord(ReopenHazardInput, input));
  }
}
