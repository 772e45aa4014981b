import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, Index } from 'typeorm';
import { CodeColumn, DateTime, Shared, vocabulary } from '../../kernel';

export const WorkStepKind = vocabulary('WorkStepKind', '办理步骤. A step that was taken with a new risk or an assigned item.', {
  REGISTERED: '登记. A new risk was registered.',
  ASSIGNED: '确定牵头部门. A new risk was given a lead department.',
  DISMISSED: '不予列管. A new risk was found to be none.',
  GIVEN: '交办. An item was given to a department.',
  REPORTED: '办结报告. The department has reported it done.',
  RETURNED: '退回重办. It was sent back.',
  CLOSED: '销号. It was closed.',
});
export type WorkStepKind = keyof typeof WorkStepKind;

/** A step with its officer and reason; never changed, never deleted. */
@Entity()
@Index('work_step_by_subject', ['subjectId', 'nth'], { unique: true })
@ObjectType({ description: '办理记录. A step that was taken, by whom and why.', simpleResolvers: true })
export class WorkStep {
  @CodeColumn(60, { primary: true })
  @Shared('UNCONDITIONAL')
  @Field(() => ID, { nullable: true, description: '记录编号. Its id.' })
  id: string;

  @CodeColumn(40)
  subjectId: string;

  @Column('int')
  @Shared('UNCONDITIONAL')
  @Field(() => Int, { nullable: true, description: '次序，从 1 起. Its place, from 1.' })
  nth: number;

  @CodeColumn(16)
  @Shared('UNCONDITIONAL')
  @Field(() => WorkStepKind, { nullable: true, description: '步骤. What was done.' })
  step: WorkStepKind;

  @Column('varchar', { length: 200 })
  @Shared('CONDITIONAL')
  @Field(() => String, { nullable: true, description: '经办人. The officer.' })
  officer: string;

  @CodeColumn(40, { nullable: true })
  departmentCode: string | null;

  @CodeColumn(12)
  regionCode: string;

  @Column('timestamptz')
  @Shared('UNCONDITIONAL')
  @Field(() => DateTime, { nullable: true, description: '时间. When.' })
  at: Date;

  @Column('varchar', { length: 1000 })
  @Shared('UNCONDITIONAL')
  @Field(() => String, { nullable: true, description: '理由或说明. Why, or what was said.' })
  reason: string;
}
