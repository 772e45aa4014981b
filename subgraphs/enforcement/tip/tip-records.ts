import { ObjectType } from 'type-graphql';
import { Index, PrimaryGeneratedColumn } from 'typeorm';
import {
  DepartmentKind,
  Fact,
  Kept,
  Served,
  Table,
  asId,
  date,
  flag,
  id,
  moment,
  oneOf,
  prose,
  sealed,
  text,
  yuan,
  printedCode,
} from '../../kernel';
import { Department } from '../others';
import type { Handled } from './tip.rules';
import { TipMove } from './tip-transfer';
import { TipRefusalGround, TipStatus, TipStep } from './tip.terms';

/** Who gave a tip, sealed. Written once; no statement of this service reads it. */
@Table()
export class TipReporter {
  @Kept(printedCode(24), '举报编号. The number of the tip.', { column: { primary: true } })
  tipNumber: string;

  @Kept(sealed(text(200)), '密封的姓名和电话. Name and phone, sealed.')
  sealed: string;
}

/** One step that was taken. The table takes new rows only: a trigger refuses to change or remove one. */
@Table()
@Index('tip_event_by_tip', ['tipNumber', 'sequence'])
@ObjectType({ description: '举报办理记录. A step in the handling of a tip.', simpleResolvers: true })
export class TipEvent {
  /** In the order of writing, also of steps at the same moment. */
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  sequence: string;

  @Kept(printedCode(24), '举报编号. The number of the tip.')
  tipNumber: string;

  @Fact('UNCONDITIONAL', oneOf(TipStep, 8), '步骤. The step that was taken.')
  step: TipStep;

  @Fact('UNCONDITIONAL', moment, '时间. The moment at which it was taken.')
  at: Date;

  @Fact(
    'UNCONDITIONAL',
    asId(text(128)),
    '经办人账号；收到时为空. The account of the officer; null when the tip was received.',
    {
      optional: true,
    },
  )
  officer: string | null;

  @Fact('UNCONDITIONAL', prose(1000), '说明. The reason or the finding, in the officer’s words.', {
    optional: true,
  })
  note: string | null;
}

@ObjectType({
  description: '举报回执. What the reporter is handed; the code is told this once only.',
  simpleResolvers: true,
})
export class TipReceipt {
  @Served(
    'PUBLIC',
    id(20),
    '回执码，用以查询办理情况、领取奖励. With it the reporter follows the tip, and claims a reward without a name.',
    {
      always: true,
    },
  )
  receiptCode: string;

  @Served('PUBLIC', date, '收到日期. The day on which it was received.', { always: true })
  receivedOn: string;

  @Served(
    'PUBLIC',
    date,
    '受理期限；该部门没有已知规定的为空. The last day for accepting it; null where no rule of its department is known.',
    { optional: true },
  )
  acceptBy: string | null;

  @Served(
    'PUBLIC',
    date,
    '核查期限；该部门没有已知规定的为空. The last day for checking it; null where no rule of its department is known.',
    { optional: true },
  )
  checkBy: string | null;

  @Served('PUBLIC', oneOf(DepartmentKind), '处理部门类别. The kind of department that handles it.', {
    always: true,
  })
  handledBy: DepartmentKind;

  tip: Handled;
}

@ObjectType({
  description: '举报办理进度. The progress of a tip, for whoever holds its receipt code.',
  simpleResolvers: true,
})
export class TipProgress {
  @Served('PUBLIC', oneOf(TipStatus), '办理状态. The state that it is in.', { always: true })
  status: TipStatus;

  @Served('PUBLIC', date, '收到日期. The day on which it was received.', { always: true })
  receivedOn: string;

  @Served(
    'PUBLIC',
    date,
    '受理期限；该部门没有已知规定的为空. The last day for accepting it; null where no rule of its department is known.',
    { optional: true },
  )
  acceptBy: string | null;

  @Served(
    'PUBLIC',
    date,
    '核查期限；该部门没有已知规定的为空. The last day for checking it; null where no rule of its department is known.',
    { optional: true },
  )
  checkBy: string | null;

  @Served(
    'PUBLIC',
    flag,
    '是否超期（当日）；期限不详的为空. Whether a period is over today; null where it is not known.',
    { optional: true },
  )
  overdue: boolean | null;

  @Served('PUBLIC', oneOf(TipRefusalGround), '不予受理的理由. The ground on which it was not accepted.', {
    optional: true,
  })
  refusalGround: TipRefusalGround | null;

  @Served(
    'PUBLIC',
    () => Department,
    '现负责部门：移送被接收之前为首办部门. The department that answers for it: while it is offered to another, the one that has it.',
    { optional: true },
  )
  heldBy: { code: string };

  @Served('PUBLIC', () => [TipMove], '移送情况，早者在前. Where it was passed on to, the first one first.', {
    always: true,
  })
  transfers: TipMove[];

  @Served('PUBLIC', text(500), '答复或者不予受理告知. The answer for the reporter.', { optional: true })
  reply: string | null;

  @Served('PUBLIC', yuan, '奖励金额，凭回执码领取. The reward, paid to whoever holds the code.', {
    optional: true,
  })
  reward: string | null;

  tip: Handled;
}

/** What a tip says: its fields are in tip.resolver.ts. Only reached through the RESTRICTED field of its handler. */
@ObjectType({ description: '举报内容. What a tip says, and what was found.', simpleResolvers: true })
export class TipContent {
  number: string;
  uscc: string | null;
  caseNumber: string | null;
  hazardNumber: string | null;

  subject: string;
  description: string;
  finding: string | null;
  reward: string | null;
}
