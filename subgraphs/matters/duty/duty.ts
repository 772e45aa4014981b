import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Column, Entity, Index } from 'typeorm';
import {
  CodeColumn,
  DateOnly,
  Sent,
  Shared,
  Submitted,
  SubmittedInput,
  connectionOf,
  date,
  oneOf,
  regionCode,
  text,
  vocabulary,
  type List,
} from '../../kernel';

export const DutyKind = vocabulary('DutyKind', '履职事项. What departments do again and again, or are counted by.', {
  BRIEFING: '听取汇报：提请政府分管领导每月至少一次. The leader in charge hears of the field, monthly.',
  CONSULTATION: '会商研判：行业领域主管部门每月至少一次. The department weighs the situation, monthly.',
  MEETING: '安全生产工作会议：成员单位每季度至少一次. A member of the committee meets, quarterly.',
  CIRCULAR: '通报. A circular; counted, without a period.',
  URGING_LETTER: '督促函. A letter that urges; counted, without a period.',
  COVERT_VISIT: '暗访. A visit without notice; counted, without a period.',
});
export type DutyKind = keyof typeof DutyKind;

@Entity()
@Index('duty_record_by_region', ['regionCode', 'heldOn', 'id'])
@Index('duty_record_by_source', ['source', 'sourceId'], { unique: true })
@ObjectType({ description: '履职记录. A meeting that was held, a circular or a letter that was sent.', simpleResolvers: true })
export class DutyRecord extends Submitted {
  @CodeColumn(130, { primary: true })
  @Shared('UNCONDITIONAL')
  @Field(() => ID, { nullable: true, description: '记录编号. Its id.' })
  id: string;

  @CodeColumn(16)
  @Shared('UNCONDITIONAL')
  @Field(() => DutyKind, { nullable: true, description: '履职事项. What was done.' })
  kind: DutyKind;

  @CodeColumn(12)
  regionCode: string;

  @CodeColumn(40)
  departmentCode: string;

  @Column('date')
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '日期. When.' })
  heldOn: string;

  @Column('varchar', { length: 500 })
  @Shared('UNCONDITIONAL')
  @Field(() => String, { nullable: true, description: '佐证：纪要或文号. The minutes or the document.' })
  evidence: string;

  @Column('boolean')
  @Shared('UNCONDITIONAL')
  @Field(() => Boolean, { nullable: true, description: '是否合成数据. Whether it is synthetic, made for demonstration.' })
  synthetic: boolean;
}

export const DutyRecordConnection = connectionOf('DutyRecord', '履职记录', () => DutyRecord);

export const DUTY_RECORDS: List<DutyRecord> = { name: 'dutyRecords', entity: DutyRecord, order: ['regionCode', 'heldOn', 'id'] };

@ObjectType({ description: '未履职. A period in which a department did not do what it has to do again and again.', simpleResolvers: true })
export class MissedDuty {
  @Shared('UNCONDITIONAL')
  @Field(() => DutyKind, { nullable: true, description: '履职事项. What was missed.' })
  kind: DutyKind;

  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '期间首日. The first day of the period.' })
  from: string;

  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '期间末日. Its last day.' })
  to: string;

  departmentCode: string;
}

@ObjectType({ description: '履职次数. How often something was done in a quarter.', simpleResolvers: true })
export class DutyCount {
  @Shared('UNCONDITIONAL')
  @Field(() => DutyKind, { nullable: true, description: '履职事项. What was done.' })
  kind: DutyKind;

  @Shared('UNCONDITIONAL')
  @Field(() => Int, { nullable: true, description: '次数. How often.' })
  count: number;
}

@InputType({ description: '履职记录报送. A duty as it was done, submitted by its department.' })
export class DutyRecordInput extends SubmittedInput {
  @Sent(oneOf(DutyKind), '履职事项，见 DutyKind. A value of DutyKind.')
  kind: DutyKind;

  @Sent(regionCode, '区划代码. The division.')
  regionCode: string;

  @Sent(text(40), '部门代码，如 430682-FIRE_RESCUE. The department of that division.')
  departmentCode: string;

  @Sent(date, '日期. When.')
  heldOn: string;

  @Sent(text(500), '佐证：纪要或文号. The minutes or the document.')
  evidence: string;
}
