import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, Index } from 'typeorm';
import { CodeColumn, DateOnly, Shared, Submitted, connectionOf, vocabulary, type List } from '../../kernel';
import { EquipmentCategory } from '../kind/equipment-kind';

export const SafetyCheckPeriod = vocabulary(
  'SafetyCheckPeriod',
  '日管控、周排查、月调度 (令74号). How often a user checks its equipment.',
  {
    DAILY: '日管控. The daily check by a safety officer.',
    WEEKLY: '周排查. The weekly review by the safety director.',
    MONTHLY: '月调度. The monthly meeting of the principal.',
  },
);
export type SafetyCheckPeriod = keyof typeof SafetyCheckPeriod;

@Entity()
@Index('safety_check_by_enterprise', ['uscc', 'checkedOn', 'id', 'period'])
@Index('safety_check_by_source', ['source', 'sourceId'], { unique: true })
@ObjectType({
  description: '日管控、周排查、月调度记录. What a user of equipment has recorded of one of its own checks.',
  simpleResolvers: true,
})
export class SafetyCheck extends Submitted {
  /** Source and its id of the record. */
  @CodeColumn(130, { primary: true })
  id: string;

  @CodeColumn(18)
  uscc: string;

  @CodeColumn(12)
  regionCode: string;

  @CodeColumn(8)
  @Shared('UNCONDITIONAL')
  @Field(() => SafetyCheckPeriod, { nullable: true, description: '类别. Daily, weekly or monthly.' })
  period: SafetyCheckPeriod;

  @Column('date')
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '日期. The day of the check or the meeting.' })
  checkedOn: string;

  @CodeColumn(20, { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => EquipmentCategory, { nullable: true, description: '特种设备种类. The category of equipment; null for all.' })
  category: EquipmentCategory | null;

  @Column('int')
  @Shared('UNCONDITIONAL')
  @Field(() => Int, {
    nullable: true,
    description: '发现隐患数；0 为零风险报告. How many hazards it found; a report of none is due all the same.',
  })
  hazardsFound: number;

  @Column('varchar', { length: 1000, nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => String, { nullable: true, description: '记录摘要. What the record says in short.' })
  summary: string | null;
}

export const SafetyCheckConnection = connectionOf('SafetyCheck', '日管控、周排查、月调度记录', () => SafetyCheck);

export const SAFETY_CHECKS: List<SafetyCheck> = { name: 'safetyChecks', entity: SafetyCheck, order: ['checkedOn', 'id'] };
