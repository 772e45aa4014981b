import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { CodeColumn, DateTime, Shared } from '../../kernel';
import { CaseStatus, CaseStep } from './case-terms';

/** One step that was taken. The table takes new rows only: a trigger refuses to change or remove one. */
@Entity()
@Index('case_event_by_case', ['caseNumber', 'at'])
@ObjectType({ description: '办案记录. A step of a case that was taken.', simpleResolvers: true })
export class CaseEvent {
  @PrimaryColumn('uuid')
  id: string;

  @CodeColumn(64)
  caseNumber: string;

  @CodeColumn(20)
  @Shared('UNCONDITIONAL')
  @Field(() => CaseStep, { description: '步骤. The step.' })
  step: CaseStep;

  @CodeColumn(16)
  @Shared('UNCONDITIONAL')
  @Field(() => CaseStatus, { description: '办理后状态. Where the case stood afterwards.' })
  status: CaseStatus;

  @Column('timestamptz')
  @Shared('UNCONDITIONAL')
  @Field(() => DateTime, { description: '时间. When.' })
  at: Date;

  @Column('varchar', { length: 128 })
  @Shared('UNCONDITIONAL')
  @Field(() => ID, { description: '经办人账号. The account of the officer.' })
  officer: string;

  @Column('varchar', { length: 500 })
  @Shared('UNCONDITIONAL')
  @Field(() => String, { description: '事由. Why, in the officer’s words.' })
  reason: string;
}
