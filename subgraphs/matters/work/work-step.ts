import { Index } from 'typeorm';
import {
  Fact,
  Kept,
  Key,
  Noun,
  RefersTo,
  code,
  departmentCode,
  id,
  moment,
  oneOf,
  prose,
  regionCode,
  text,
  vocabulary,
  whole,
} from '../../kernel';
import { Department } from '../others';

export const WorkStepKind = vocabulary(
  'WorkStepKind',
  '办理步骤. A step that was taken with a new risk, an assigned item or a version of a matter.',
  {
    REGISTERED: '登记. A new risk was registered.',
    ASSIGNED: '确定牵头部门. A new risk was given a lead department.',
    DISMISSED: '不予列管. A new risk was found to be none.',
    GIVEN: '交办. An item was given to a department.',
    REPORTED: '办结报告. The department has reported it done.',
    RETURNED: '退回重办. It was sent back.',
    CLOSED: '销号. It was closed.',
    DRAFTED: '起草. A matter, a change or an end of one was drafted.',
    STAGED: '拟定环节. A stage of a draft was written or taken out.',
    CIRCULATED: '征求意见. A draft was put before the departments.',
    SIGNED: '会签同意. A department has signed it.',
    OBJECTED: '提出异议. A department has objected to it.',
    REVISED: '退回修改. It was taken back to be revised.',
    DECIDED: '决定. It was decided as drafted.',
    REFUSED: '不予通过. It was decided against.',
    WITHDRAWN: '撤回. It was withdrawn.',
    HANDED_OVER: '移交. The former lead has signed the list of what is open.',
    TAKEN_OVER: '接收. The new lead has signed that list.',
  },
);
export type WorkStepKind = keyof typeof WorkStepKind;

/** A step with its officer and reason; never changed, never deleted. */
@Noun('办理记录. A step that was taken, by whom and why.', {
  key: false,
  term: { zh: '办理记录', en: 'work step' },
})
@Index('work_step_by_subject', ['subjectId', 'nth'], { unique: true })
export class WorkStep {
  @Key('UNCONDITIONAL', id(60), '记录编号. The id of the record.', { always: false }) id: string;

  @Kept(code(40), '新风险、事项或议定编号. The new risk, the item or the version that it was taken with.')
  subjectId: string;

  @Fact('UNCONDITIONAL', whole(1, 2_147_483_647), '次序，从 1 起. Its place among the steps, from 1.')
  nth: number;

  @Fact('UNCONDITIONAL', oneOf(WorkStepKind, 16), '办理步骤. The step that was taken.') step: WorkStepKind;

  @Fact('CONDITIONAL', text(200), '经办人. The officer who has taken it.') officer: string;

  @RefersTo(() => Department, departmentCode, 'UNCONDITIONAL', '经办部门. The department of the officer.', {
    as: 'department',
    optional: true,
  })
  departmentCode: string | null;

  @Kept(regionCode, '区划代码. The division of the new risk or the item.') regionCode: string;

  @Fact('UNCONDITIONAL', moment, '办理时间. The moment at which it was taken.') at: Date;

  @Fact('UNCONDITIONAL', prose(1000), '理由或说明. The reason that was stated, or the report.')
  reason: string;
}
