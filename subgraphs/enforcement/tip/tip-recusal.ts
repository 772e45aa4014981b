import { Index } from 'typeorm';
import {
  DepartmentKind,
  Fact,
  Kept,
  Key,
  Noun,
  RefersTo,
  asId,
  asked,
  asking,
  date,
  flag,
  inputType,
  oneOf,
  printedCode,
  proseOnTips,
  regionCode,
  text,
  uscc,
} from '../../kernel';
import { Tip } from './tip';
import { RecusalGround, RecusalStatus } from './tip.terms';

const optional = { optional: true } as const;

/**
 * 回避: an officer who must not see, handle or decide a tip, or any tip about an enterprise. It holds from the moment it is
 * asked until the head refuses it; the handling goes on by others. An officer named by another is not told.
 */
@Noun('回避. An officer who keeps away from tips.', { term: { zh: '回避', en: 'recusal' } })
@Index('tip_recusal_by_region', ['regionCode', 'number'])
@Index('tip_recusal_by_officer', ['officer', 'tipNumber'])
export class TipRecusal {
  @Key('UNCONDITIONAL', asId(printedCode(24)), '回避编号，随机产生. The number of the recusal; by chance.')
  number: string;

  @RefersTo(
    () => Tip,
    asId(printedCode(24)),
    'UNCONDITIONAL',
    '举报；申报利害关系的为空. The tip; null where an interest in an enterprise is declared.',
    { as: 'tip', index: true, optional: true },
  )
  tipNumber: string | null;

  @Kept(uscc, '申报利害关系的单位. The enterprise that the officer has declared an interest in.', optional)
  uscc: string | null;

  @Fact('UNCONDITIONAL', asId(text(128)), '应回避人员的账号. The account of the officer who keeps away.')
  officer: string;

  @Fact('UNCONDITIONAL', oneOf(RecusalGround, 12), '回避理由. The ground on which the officer keeps away.', {
    always: true,
  })
  ground: RecusalGround;

  @Fact('UNCONDITIONAL', proseOnTips(500), '说明. What there is to say of it.')
  reason: string;

  @Fact('UNCONDITIONAL', asId(text(128)), '提出人的账号. The account of whoever asked for it.')
  askedBy: string;

  @Fact('UNCONDITIONAL', date, '提出日期. The day on which it was asked.')
  askedOn: string;

  @Kept(oneOf(DepartmentKind, 24), '部门类别. The kind of department of the officer.')
  departmentKind: DepartmentKind;

  @Kept(regionCode, '部门所在地. The division of the officer’s department.')
  regionCode: string;

  @Fact('UNCONDITIONAL', oneOf(RecusalStatus, 8), '回避状态. The state that the recusal is in.', {
    always: true,
  })
  status: RecusalStatus;

  @Fact(
    'UNCONDITIONAL',
    asId(text(128)),
    '作出决定的负责人的账号. The account of the head who decided.',
    optional,
  )
  decidedBy: string | null;

  @Fact('UNCONDITIONAL', date, '决定日期. The day on which the head decided.', optional)
  decidedOn: string | null;

  @Fact('UNCONDITIONAL', proseOnTips(500), '决定理由. The reason of the decision.', optional)
  decision: string | null;
}

export const AskTipRecusalInput = inputType(
  'AskTipRecusalInput',
  '提出回避. Asks that an officer keep away: from one tip, or, as a declaration of one’s own interest, from all about an enterprise.',
  {
    ...asking(TipRecusal, ['tipNumber', 'uscc']),
    officer: asked(
      asId(text(128)),
      '应回避人员的账号，默认本人. The account of the officer; one’s own, if left out.',
      optional,
    ),
    ...asking(TipRecusal, ['ground', 'reason']),
  },
);
export type AskTipRecusalInput = InstanceType<typeof AskTipRecusalInput>;

export const DecideTipRecusalInput = inputType(
  'DecideTipRecusalInput',
  '决定回避. What the head decides on a recusal.',
  {
    number: asked(asId(printedCode(24)), '回避编号. The number of the recusal.'),
    granted: asked(flag, '是否回避. Whether the officer keeps away.'),
    ...asking(TipRecusal, ['decision!']),
  },
);
