import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { DateOnly, PageArgs, RegionCode, Shared, readRecord, type RequestContext } from '../../kernel';
import { Department, Enterprise, Equipment, Region, departmentOf, enterpriseOf, equipmentOf } from '../references';
import { Accident, AccidentConnection, AccidentEvent } from './accident';
import { AccidentStatistic, accidentStatistics } from './accident-statistics';
import { AccidentFilter, AccidentStepInput, CorrectAccidentInput, RaiseInvestigationInput, ReportAccidentInput } from './accident.inputs';
import { accidentByNumber, accidentPage, eventsByAccident } from './accident.loaders';
import { evaluationDue, investigationLevel, isEvaluationOverdueOn, isReportedInTime, isReportedUpwardInTime } from './accident.rules';
import * as service from './accident.service';
import { InvestigationLevel } from './vocabulary';

@Resolver(() => Accident)
export class AccidentResolver {
  @Shared('UNCONDITIONAL')
  @Query(() => Accident, { nullable: true, description: '按编号查事故. The accident with this number.' })
  accident(@Arg('number', () => ID, { description: '事故编号. Its number.' }) number: string, @Ctx() context: RequestContext) {
    return accidentByNumber(context).load(number);
  }

  @Shared('UNCONDITIONAL')
  @Query(() => AccidentConnection, { nullable: true, description: '事故列表，按区划、编号排序. Accidents by division and number.' })
  accidents(
    @Arg('filter', () => AccidentFilter, { nullable: true, description: '筛选. Which.' }) filter: AccidentFilter | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return accidentPage(context, filter, args);
  }

  @Shared('PUBLIC')
  @Query(() => [AccidentStatistic], {
    nullable: true,
    description: '事故统计，含上年对比. Accidents of a year by grade, beside the year before.',
  })
  accidentStatistics(
    @Arg('region', () => RegionCode, { description: '区划，含全部下级. The division, with its subtree.' }) region: string,
    @Arg('year', () => Int, { description: '年份. The year.' }) year: number,
    @Ctx() context: RequestContext,
  ) {
    return accidentStatistics(context, region, year);
  }

  @Shared('PUBLIC')
  @FieldResolver(() => Boolean, { description: '单位是否在1小时内报告. Whether the unit reported within the hour.' })
  reportedInTime(@Root() accident: Accident) {
    return isReportedInTime(accident);
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Boolean, {
    nullable: true,
    description: '部门是否按时上报；未到期为空. Whether the level above was told in time; null while there is time.',
  })
  reportedUpwardInTime(@Root() accident: Accident, @Ctx() { now }: RequestContext) {
    return isReportedUpwardInTime(accident, accident.grade, now);
  }

  @Shared('PUBLIC')
  @FieldResolver(() => InvestigationLevel, { nullable: true, description: '事故调查层级. Who investigates, by law or as it was raised.' })
  investigationLevel(@Root() { raisedTo, kind, grade }: Accident) {
    return raisedTo ?? investigationLevel(kind, grade);
  }

  @Shared('PUBLIC')
  @FieldResolver(() => DateOnly, { nullable: true, description: '整改评估期限，结案后一年内. The last day for the evaluation.' })
  evaluationDue(@Root() { closedOn }: Accident) {
    return evaluationDue(closedOn);
  }

  @Shared('PUBLIC')
  @FieldResolver(() => Boolean, { nullable: true, description: '评估是否逾期. Whether the evaluation is overdue today.' })
  evaluationOverdue(@Root() { closedOn, evaluatedOn }: Accident, @Ctx() { today }: RequestContext) {
    return isEvaluationOverdueOn(closedOn, evaluatedOn, today);
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => [AccidentEvent], { nullable: true, description: '办理记录. What was done about it, the first step first.' })
  async history(@Root() { number }: Accident, @Ctx() context: RequestContext) {
    return (await eventsByAccident(context).load(number))?.events ?? [];
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Enterprise, { nullable: true, description: '事故单位. The enterprise.' })
  enterprise(@Root() { uscc }: Accident) {
    return enterpriseOf(uscc);
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Equipment, { nullable: true, description: '涉及的特种设备. The device.' })
  equipment(@Root() { equipmentCode }: Accident) {
    return equipmentOf(equipmentCode);
  }

  @Shared('PUBLIC')
  @FieldResolver(() => Region, { nullable: true, description: '发生地. The division where it happened.' })
  region(@Root() { regionCode }: Accident) {
    return { code: regionCode };
  }
}

@Resolver(() => AccidentEvent)
export class AccidentEventResolver {
  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Department, { nullable: true, description: '办理部门. The department that took the step.' })
  department(@Root() { departmentCode }: AccidentEvent) {
    return departmentOf(departmentCode);
  }
}

const INPUT = { description: '办理内容. What is done.' };

@Resolver()
export class AccidentStepResolver {
  @Shared('UNCONDITIONAL')
  @Mutation(() => Accident, { nullable: true, description: '报告事故. Reports an accident.' })
  reportAccident(@Arg('input', () => ReportAccidentInput, INPUT) input: ReportAccidentInput, @Ctx() context: RequestContext) {
    return service.reportAccident(context, readRecord(ReportAccidentInput, input));
  }

  @Shared('UNCONDITIONAL')
  @Mutation(() => Accident, { nullable: true, description: '逐级上报. Records that the level above was told, now.' })
  reportAccidentUpward(@Arg('input', () => AccidentStepInput, INPUT) input: AccidentStepInput, @Ctx() context: RequestContext) {
    return service.reportUpward(context, readRecord(AccidentStepInput, input));
  }

  @Shared('UNCONDITIONAL')
  @Mutation(() => Accident, { nullable: true, description: '补报事故伤亡和损失. Corrects the figures of an accident.' })
  correctAccident(@Arg('input', () => CorrectAccidentInput, INPUT) input: CorrectAccidentInput, @Ctx() context: RequestContext) {
    return service.correctAccident(context, readRecord(CorrectAccidentInput, input));
  }

  @Shared('UNCONDITIONAL')
  @Mutation(() => Accident, { nullable: true, description: '事故挂牌督办. Puts an accident under listed supervision.' })
  superviseAccident(@Arg('input', () => AccidentStepInput, INPUT) input: AccidentStepInput, @Ctx() context: RequestContext) {
    return service.superviseAccident(context, readRecord(AccidentStepInput, input));
  }

  @Shared('UNCONDITIONAL')
  @Mutation(() => Accident, { nullable: true, description: '提级调查. Raises the investigation to a higher level.' })
  raiseInvestigation(@Arg('input', () => RaiseInvestigationInput, INPUT) input: RaiseInvestigationInput, @Ctx() context: RequestContext) {
    return service.raiseInvestigation(context, readRecord(RaiseInvestigationInput, input));
  }

  @Shared('UNCONDITIONAL')
  @Mutation(() => Accident, { nullable: true, description: '事故结案并公布调查报告. Closes an accident, its report made public.' })
  closeAccident(@Arg('input', () => AccidentStepInput, INPUT) input: AccidentStepInput, @Ctx() context: RequestContext) {
    return service.closeAccident(context, readRecord(AccidentStepInput, input));
  }

  @Shared('UNCONDITIONAL')
  @Mutation(() => Accident, { nullable: true, description: '评估事故整改落实情况. Records the evaluation of what it led to.' })
  evaluateAccident(@Arg('input', () => AccidentStepInput, INPUT) input: AccidentStepInput, @Ctx() context: RequestContext) {
    return service.evaluateAccident(context, readRecord(AccidentStepInput, input));
  }
}
