import { ObjectType } from 'type-graphql';
import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import {
  Fact,
  Kept,
  Key,
  Noun,
  RefersTo,
  Decided,
  Synthetic,
  asId,
  asText,
  date,
  departmentCode,
  documentNumber,
  industry,
  listOf,
  moment,
  oneOf,
  prose,
  regionCode,
  text,
  undashedCode,
  uscc,
  whole,
  yuan,
  type List,
} from '../../kernel';
import { Department, Enterprise, Equipment, Region } from '../others';
import {
  AccidentCircumstance,
  AccidentGrade,
  AccidentKind,
  AccidentStep,
  InvestigationLevel,
} from './accident.terms';

/** As a hazard’s: in small letters where its system gave it so. */
export const accidentNumber = documentNumber(64);
const people = whole(0, 10_000_000);

/** Once its report is published, its figures are for anyone; who was involved is for agencies. Never deleted; what is corrected stays in its events. */
@Noun('事故. An accident: its figures, and whom it concerns.', { term: { zh: '事故', en: 'accident' } })
@Index('accident_by_region', ['regionCode', 'number'])
@Index('accident_by_day', ['occurredAt', 'regionCode'])
export class Accident extends Decided {
  @Key('PUBLIC', asId(accidentNumber), '事故编号. The number of the accident.') number: string;

  @Fact(
    'PUBLIC',
    oneOf(AccidentKind, 20),
    '事故类别. The field of the accident: it decides which rules count.',
  )
  kind: AccidentKind;

  /** From its figures by law; stored so that lists and figures can be read by it. */
  @Fact('PUBLIC', oneOf(AccidentGrade, 16), '事故等级. The grade of the accident, from its figures.', {
    always: true,
  })
  grade: AccidentGrade;

  @Fact('PUBLIC', moment, '发生时间，带时区. The moment at which it happened, with its zone.', {
    always: true,
  })
  occurredAt: Date;

  @Fact(
    'UNCONDITIONAL',
    moment,
    '单位负责人接报时间；为空即发生时间. The moment at which the head of the unit learned of it; null if at once.',
    {
      optional: true,
    },
  )
  learnedAt: Date | null;

  @Fact('PUBLIC', moment, '单位报告时间. The moment at which the unit reported it.', { always: true })
  reportedAt: Date;

  @Fact('UNCONDITIONAL', moment, '部门上报时间. The moment at which the department told the level above.', {
    optional: true,
  })
  reportedUpAt: Date | null;

  @Fact(
    'UNCONDITIONAL',
    date,
    '查实漏报、瞒报的日期；按规定报告的为空. The day on which it was found that nobody had reported it as the law asks; null where it was reported.',
    { optional: true },
  )
  foundUnreportedOn: string | null;

  @RefersTo(() => Enterprise, uscc, 'UNCONDITIONAL', '事故单位. The enterprise where it happened.', {
    as: 'enterprise',
    index: true,
    optional: true,
    unknown: 'flag',
    back: {
      name: 'accidents',
      level: 'UNCONDITIONAL',
      says: '发生的事故，新的在前. The accidents that happened there, the latest first.',
      order: ['occurredAt', 'number'],
      descending: true,
      period: 'occurredAt',
      state: true,
    },
  })
  uscc: string | null;

  @RefersTo(
    () => Equipment,
    undashedCode(20),
    'UNCONDITIONAL',
    '涉及的特种设备. The device that was involved, by its code.',
    {
      as: 'equipment',
      index: true,
      stated: '涉及的设备代码. The code of the device.',
      optional: true,
      unknown: 'flag',
      back: {
        name: 'accidents',
        level: 'UNCONDITIONAL',
        says: '涉及的事故，新的在前. The accidents that it was involved in, the latest first.',
        order: ['occurredAt', 'number'],
        descending: true,
        period: 'occurredAt',
        state: true,
      },
    },
  )
  equipmentCode: string | null;

  @RefersTo(() => Region, regionCode, 'PUBLIC', '发生地区划. The division where it happened.', {
    as: 'region',
    stated: '发生地区划代码. The division where it happened.',
  })
  regionCode: string;

  @Fact(
    'PUBLIC',
    industry,
    '行业代码 (GB/T 4754-2017)，以登记部门为准. The industry, two to four digits, as the register has it.',
    {
      optional: true,
      of: 'uscc',
    },
  )
  industryCode: string | null;

  @Fact('PUBLIC', people, '死亡人数. The number of people who died.', { always: true })
  deaths: number;

  @Fact(
    'PUBLIC',
    people,
    '重伤人数（含急性工业中毒）. The number of people who were seriously injured, acute poisoning included.',
    {
      always: true,
    },
  )
  seriousInjuries: number;

  @Fact('PUBLIC', yuan, '直接经济损失（元）. The direct loss in yuan.')
  directLoss: string;

  @Fact('PUBLIC', people, '转移人数. The number of people who were moved away.')
  evacuated: number;

  @Fact('PUBLIC', people, '高空滞留人数. The number of people who were stranded high up.')
  strandedPeople: number;

  @Fact('PUBLIC', people, '高空滞留分钟数. For how many minutes people were stranded high up.')
  strandedMinutes: number;

  @Fact(
    'PUBLIC',
    listOf(oneOf(AccidentCircumstance)),
    '特种设备事故情形. What else grades an accident of special equipment.',
  )
  circumstances: AccidentCircumstance[];

  @Fact(
    'UNCONDITIONAL',
    prose(2000),
    '事故简况，不写个人姓名. A description of the accident that names no person.',
  )
  description: string;

  @Kept(oneOf(InvestigationLevel, 20), '提级后的调查层级. The level that the investigation was raised to.', {
    optional: true,
  })
  raisedTo: InvestigationLevel | null;

  @Fact('PUBLIC', date, '挂牌督办日期. The day on which it came under listed supervision.', {
    optional: true,
  })
  supervisedOn: string | null;

  @Fact('PUBLIC', date, '结案日期. The day on which the case was closed.', { optional: true })
  closedOn: string | null;

  @Fact(
    'PUBLIC',
    text(300),
    '调查报告文号或公布地址. The document of the investigation’s report, or the address where it was made public.',
    {
      optional: true,
    },
  )
  investigationReport: string | null;

  @Fact(
    'PUBLIC',
    date,
    '调查报告公布日期；自该日起任何人可见本事故的公开数据项. The day on which the report was made public: from then on anyone sees the public facts of the accident.',
    { optional: true },
  )
  reportPublishedOn: string | null;

  @Fact('PUBLIC', date, '整改评估日期. The day on which the measures that it led to were evaluated.', {
    optional: true,
  })
  evaluatedOn: string | null;

  @Fact(
    'PUBLIC',
    text(300),
    '评估报告公布地址或文号. The address or document in which the evaluation was made public.',
    { optional: true },
  )
  evaluationReport: string | null;

  @Synthetic() synthetic: boolean;
}

/** Only ever added to. */
@Entity()
@Index('accident_event_by_accident', ['accidentNumber', 'id'])
@ObjectType({
  description: '事故办理记录. One step that was taken about an accident.',
  simpleResolvers: true,
})
export class AccidentEvent {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id: string;

  @Kept(accidentNumber, '事故编号. The number of the accident.')
  accidentNumber: string;

  @Fact('UNCONDITIONAL', oneOf(AccidentStep, 16), '步骤. The step that was taken.')
  step: AccidentStep;

  @Fact('UNCONDITIONAL', moment, '办理时间. The moment at which the step was taken.')
  at: Date;

  @RefersTo(
    () => Department,
    asText(departmentCode),
    'UNCONDITIONAL',
    '办理部门. The department that took the step.',
    {
      as: 'department',
      optional: true,
    },
  )
  departmentCode: string | null;

  @Fact('UNCONDITIONAL', prose(500), '理由或依据. The reason that was stated, or the document.')
  reason: string;

  @Fact(
    'UNCONDITIONAL',
    prose(500),
    '补报前的数据. The figures before a correction, such as “deaths 1, seriousInjuries 2”.',
    {
      optional: true,
    },
  )
  before: string | null;
}

export const ACCIDENTS: List<Accident> = {
  name: 'accidents',
  entity: Accident,
  order: ['regionCode', 'number'],
};
