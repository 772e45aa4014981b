import { ObjectType } from 'type-graphql';
import { Entity, Index, PrimaryColumn } from 'typeorm';
import { Fact, Kept, asId, issueNumber, moment, oneOf, prose, text } from '../../kernel';
import { CaseStatus, CaseStep } from './case.terms';

/** One step that was taken. The table takes new rows only: a trigger refuses to change or remove one. */
@Entity()
@Index('case_event_by_case', ['caseNumber', 'at'])
@ObjectType({ description: '办案记录. A step of a case that was taken.', simpleResolvers: true })
export class CaseEvent {
  @PrimaryColumn('uuid')
  id: string;

  @Kept(issueNumber, '案号. The number of the case.')
  caseNumber: string;

  @Fact('UNCONDITIONAL', oneOf(CaseStep, 20), '步骤. The step that was taken.', { always: true })
  step: CaseStep;

  @Fact('UNCONDITIONAL', oneOf(CaseStatus, 16), '办理后状态. The state of the case afterwards.', {
    always: true,
  })
  status: CaseStatus;

  @Fact('UNCONDITIONAL', moment, '时间. The moment at which the step was taken.', { always: true })
  at: Date;

  @Fact('UNCONDITIONAL', asId(text(128)), '经办人账号. The account of the officer.', { always: true })
  officer: string;

  @Fact('UNCONDITIONAL', prose(500), '事由. The officer’s reason, in words.', { always: true })
  reason: string;
}
