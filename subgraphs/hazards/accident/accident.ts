import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { CodeColumn, DateOnly, DateTime, Shared, Submitted, Yuan, connectionOf, type List } from '../../kernel';
import type { InvestigationLevel } from './vocabulary';
import { AccidentCircumstance, AccidentGrade, AccidentKind, AccidentStep } from './vocabulary';

/** An accident: its figures are for anyone, who was involved is for agencies. Never deleted; what is corrected stays in its events. */
@Entity()
@Index('accident_by_region', ['regionCode', 'number'])
@Index('accident_by_day', ['occurredAt', 'regionCode'])
@Index('accident_by_source', ['source', 'sourceId'], { unique: true })
@ObjectType({ description: '事故. An accident: its figures, and whom it concerns.', simpleResolvers: true })
@Directive('@key(fields: "number")')
export class Accident extends Submitted {
  @CodeColumn(64, { primary: true })
  @Shared('PUBLIC')
  @Field(() => ID, { description: '事故编号. Its number.' })
  number: string;

  @CodeColumn(20)
  @Shared('PUBLIC')
  @Field(() => AccidentKind, { nullable: true, description: '事故类别. Its field.' })
  kind: AccidentKind;

  /** From its figures by law; stored so that lists and figures can be read by it. */
  @CodeColumn(16)
  @Shared('PUBLIC')
  @Field(() => AccidentGrade, { description: '事故等级. Its grade, from its figures.' })
  grade: AccidentGrade;

  @Column('timestamptz')
  @Shared('PUBLIC')
  @Field(() => DateTime, { description: '发生时间. When it happened.' })
  occurredAt: Date;

  @Column('timestamptz', { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => DateTime, { nullable: true, description: '单位负责人接报时间. When the head of the unit learned of it; null if at once.' })
  learnedAt: Date | null;

  @Column('timestamptz')
  @Shared('PUBLIC')
  @Field(() => DateTime, { description: '单位报告时间. When the unit reported it.' })
  reportedAt: Date;

  @Column('timestamptz', { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => DateTime, { nullable: true, description: '部门上报时间. When the department told the level above.' })
  reportedUpAt: Date | null;

  @CodeColumn(18, { nullable: true })
  uscc: string | null;

  @CodeColumn(20, { nullable: true })
  equipmentCode: string | null;

  @CodeColumn(12)
  regionCode: string;

  @CodeColumn(4, { nullable: true })
  @Shared('PUBLIC')
  @Field(() => String, { nullable: true, description: '行业代码 (GB/T 4754-2017). The industry, two to four digits.' })
  industryCode: string | null;

  @Column('int')
  @Shared('PUBLIC')
  @Field(() => Int, { description: '死亡人数. Deaths.' })
  deaths: number;

  @Column('int')
  @Shared('PUBLIC')
  @Field(() => Int, { description: '重伤人数（含急性工业中毒）. Serious injuries.' })
  seriousInjuries: number;

  @Column('numeric', { precision: 15, scale: 2 })
  @Shared('PUBLIC')
  @Field(() => Yuan, { nullable: true, description: '直接经济损失. The direct loss.' })
  directLoss: string;

  @Column('int')
  @Shared('PUBLIC')
  @Field(() => Int, { nullable: true, description: '转移人数. How many people were moved away.' })
  evacuated: number;

  @Column('int')
  @Shared('PUBLIC')
  @Field(() => Int, { nullable: true, description: '高空滞留人数. How many people were stranded high up.' })
  strandedPeople: number;

  @Column('int')
  @Shared('PUBLIC')
  @Field(() => Int, { nullable: true, description: '高空滞留分钟数. For how many minutes.' })
  strandedMinutes: number;

  @Column('varchar', { array: true, default: '{}' })
  @Shared('PUBLIC')
  @Field(() => [AccidentCircumstance], { nullable: true, description: '特种设备事故情形. What else grades it.' })
  circumstances: AccidentCircumstance[];

  @Column('varchar', { length: 2000 })
  @Shared('UNCONDITIONAL')
  @Field(() => String, { nullable: true, description: '事故简况. What happened; names no person.' })
  description: string;

  @CodeColumn(20, { nullable: true })
  raisedTo: InvestigationLevel | null;

  @Column('date', { nullable: true })
  @Shared('PUBLIC')
  @Field(() => DateOnly, { nullable: true, description: '挂牌督办日期. When it came under listed supervision.' })
  supervisedOn: string | null;

  @Column('date', { nullable: true })
  @Shared('PUBLIC')
  @Field(() => DateOnly, { nullable: true, description: '结案日期. When the case was closed.' })
  closedOn: string | null;

  @Column('varchar', { length: 300, nullable: true })
  @Shared('PUBLIC')
  @Field(() => String, { nullable: true, description: '调查报告公布地址或文号. Where the report of the investigation was made public.' })
  investigationReport: string | null;

  @Column('date', { nullable: true })
  @Shared('PUBLIC')
  @Field(() => DateOnly, { nullable: true, description: '整改评估日期. When what it led to was evaluated.' })
  evaluatedOn: string | null;

  @Column('varchar', { length: 300, nullable: true })
  @Shared('PUBLIC')
  @Field(() => String, { nullable: true, description: '评估报告公布地址或文号. Where the evaluation was made public.' })
  evaluationReport: string | null;

  @Column('boolean')
  @Shared('PUBLIC')
  @Field(() => Boolean, { nullable: true, description: '是否合成数据. Whether it is made up for demonstration.' })
  synthetic: boolean;
}

@Entity()
@Index('accident_event_by_accident', ['accidentNumber', 'id'])
@ObjectType({ description: '事故办理记录. One step that was taken about an accident.', simpleResolvers: true })
export class AccidentEvent {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id: string;

  @CodeColumn(64)
  accidentNumber: string;

  @CodeColumn(16)
  @Shared('UNCONDITIONAL')
  @Field(() => AccidentStep, { nullable: true, description: '步骤. The step.' })
  step: AccidentStep;

  @Column('timestamptz')
  @Shared('UNCONDITIONAL')
  @Field(() => DateTime, { nullable: true, description: '时间. When.' })
  at: Date;

  @CodeColumn(40, { nullable: true })
  departmentCode: string | null;

  @Column('varchar', { length: 500 })
  @Shared('UNCONDITIONAL')
  @Field(() => String, { nullable: true, description: '理由或依据. Why, or on what basis.' })
  reason: string;

  /** The figures before a correction, as `deaths 1, seriousInjuries 2, …`. */
  @Column('varchar', { length: 500, nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => String, { nullable: true, description: '补报前的数据. The figures before a correction.' })
  before: string | null;
}

export const AccidentConnection = connectionOf('Accident', '事故', () => Accident);
export const ACCIDENTS: List<Accident> = { name: 'accidents', entity: Accident, order: ['regionCode', 'number'] };
