import { Field, InputType, Int } from 'type-graphql';
import {
  Asked,
  DateOnly,
  DateTime,
  RegionCode,
  Sent,
  SubmittedInput,
  Uscc,
  Yuan,
  date,
  industry,
  listOf,
  moment,
  oneOf,
  regionCode,
  text,
  uscc,
  whole,
  yuan,
} from '../../kernel';
import { AccidentCircumstance, AccidentGrade, AccidentKind, InvestigationLevel } from './vocabulary';

const MOST_PEOPLE = 10_000_000;
const people = whole(0, MOST_PEOPLE);
const NUMBER = '事故编号. The number of the accident.';

@InputType({ description: '事故报送. An accident as an agency’s own system submits it; its grade follows from its figures.' })
export class AccidentInput extends SubmittedInput {
  @Sent(text(64), NUMBER)
  number: string;

  @Sent(oneOf(AccidentKind), '事故类别，见 AccidentKind. A value of AccidentKind.')
  kind: AccidentKind;

  @Sent(moment, '发生时间，带时区. When it happened, with its zone.')
  occurredAt: string;

  @Sent(moment, '单位负责人接报时间；默认为发生时间. When the head of the unit learned of it; by default at once.', { optional: true })
  learnedAt: string | null;

  @Sent(moment, '单位报告时间. When the unit reported it.')
  reportedAt: string;

  @Sent(moment, '部门上报时间. When the department told the level above.', { optional: true })
  reportedUpAt: string | null;

  @Sent(uscc, '事故单位. The enterprise.', { optional: true })
  uscc: string | null;

  @Sent(text(20), '涉及的设备代码. The device.', { optional: true })
  equipmentCode: string | null;

  @Sent(regionCode, '发生地区划代码. The division where it happened.')
  regionCode: string;

  @Sent(industry, '行业代码. The industry.', { optional: true })
  industryCode: string | null;

  @Sent(people, '死亡人数. Deaths.')
  deaths: number;

  @Sent(people, '重伤人数. Serious injuries.')
  seriousInjuries: number;

  @Sent(yuan, '直接经济损失（元）. The direct loss in yuan.', { default: '0' })
  directLoss: string;

  @Sent(people, '转移人数. How many were moved away.', { default: 0 })
  evacuated: number;

  @Sent(people, '高空滞留人数. How many were stranded high up.', { default: 0 })
  strandedPeople: number;

  @Sent(people, '高空滞留分钟数. For how many minutes.', { default: 0 })
  strandedMinutes: number;

  @Sent(listOf(oneOf(AccidentCircumstance)), '特种设备事故情形，见 AccidentCircumstance. Values of AccidentCircumstance.', {
    optional: true,
  })
  circumstances: AccidentCircumstance[] | null;

  @Sent(text(2000), '事故简况，不写个人姓名. What happened; no names of persons.')
  description: string;

  @Sent(date, '结案日期. When the case was closed.', { optional: true })
  closedOn: string | null;
}

@InputType({ description: '事故报告. An accident as it is reported at once; what is not known yet is corrected later.' })
export class ReportAccidentInput {
  @Asked(() => AccidentKind, oneOf(AccidentKind), '事故类别. Its field.')
  kind: AccidentKind;

  @Asked(() => DateTime, moment, '发生时间. When it happened.')
  occurredAt: string;

  @Asked(() => DateTime, moment, '单位负责人接报时间. When the head of the unit learned of it.', { optional: true })
  learnedAt: string | null;

  @Asked(() => DateTime, moment, '单位报告时间；默认为现在. When the unit reported it; by default now.', { optional: true })
  reportedAt: string | null;

  @Asked(() => Uscc, uscc, '事故单位. The enterprise.', { optional: true })
  uscc: string | null;

  @Asked(() => String, text(20), '涉及的设备代码. The device.', { optional: true })
  equipmentCode: string | null;

  @Asked(() => RegionCode, regionCode, '发生地区划代码. The division where it happened.')
  regionCode: string;

  @Asked(() => String, industry, '行业代码. The industry.', { optional: true })
  industryCode: string | null;

  @Asked(() => Int, people, '死亡人数. Deaths.')
  deaths: number;

  @Asked(() => Int, people, '重伤人数. Serious injuries.')
  seriousInjuries: number;

  @Asked(() => Yuan, yuan, '直接经济损失. The direct loss.', { optional: true })
  directLoss: string | null;

  @Asked(() => Int, people, '转移人数. How many were moved away.', { optional: true })
  evacuated: number | null;

  @Asked(() => Int, people, '高空滞留人数. How many were stranded high up.', { optional: true })
  strandedPeople: number | null;

  @Asked(() => Int, people, '高空滞留分钟数. For how many minutes.', { optional: true })
  strandedMinutes: number | null;

  @Asked(() => [AccidentCircumstance], listOf(oneOf(AccidentCircumstance)), '特种设备事故情形. What else grades it.', { optional: true })
  circumstances: AccidentCircumstance[] | null;

  @Asked(() => String, text(2000), '事故简况，不写个人姓名. What happened; no names of persons.')
  description: string;
}

@InputType({ description: '事故补报. The figures of an accident as they are known now; those left out stay.' })
export class CorrectAccidentInput {
  @Asked(() => String, text(64), NUMBER)
  number: string;

  @Asked(() => Int, people, '死亡人数. Deaths.', { optional: true })
  deaths: number | null;

  @Asked(() => Int, people, '重伤人数. Serious injuries.', { optional: true })
  seriousInjuries: number | null;

  @Asked(() => Yuan, yuan, '直接经济损失. The direct loss.', { optional: true })
  directLoss: string | null;

  @Asked(() => String, text(500), '补报理由. Why.')
  reason: string;
}

@InputType({ description: '事故办理. A step about an accident, with its reason or basis.' })
export class AccidentStepInput {
  @Asked(() => String, text(64), NUMBER)
  number: string;

  @Asked(() => String, text(300), '理由、文号或公布地址. The reason, the document or where it was made public.')
  reason: string;
}

@InputType({ description: '提级调查. Raises the investigation to a higher level.' })
export class RaiseInvestigationInput extends AccidentStepInput {
  @Asked(() => InvestigationLevel, oneOf(InvestigationLevel), '提级后的调查层级. The level that investigates from now on.')
  level: InvestigationLevel;
}

@InputType({ description: '事故筛选. Which accidents.' })
export class AccidentFilter {
  @Field(() => RegionCode, { nullable: true, description: '区划，含全部下级. In the subtree of this division.' })
  region?: string | null;

  @Field(() => AccidentGrade, { nullable: true, description: '事故等级. Of this grade.' })
  grade?: AccidentGrade | null;

  @Field(() => AccidentKind, { nullable: true, description: '事故类别. Of this field.' })
  kind?: AccidentKind | null;

  @Field(() => DateOnly, { nullable: true, description: '发生日期起. From this day on.' })
  occurredFrom?: string | null;

  @Field(() => DateOnly, { nullable: true, description: '发生日期止. Until this day, inclusive.' })
  occurredTo?: string | null;

  @Field(() => Boolean, { nullable: true, description: '评估是否逾期. Whether its evaluation is overdue.' })
  evaluationOverdue?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: '部门是否按时上报；未到期的均不计入. Whether the level above was told in time.' })
  reportedUpwardInTime?: boolean | null;
}
