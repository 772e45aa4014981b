import { ObjectType } from 'type-graphql';
import { Index } from 'typeorm';
import {
  DepartmentKind,
  Fact,
  Kept,
  Key,
  Noun,
  RefersTo,
  Served,
  asId,
  asked,
  asking,
  date,
  departmentCode,
  documentNumber,
  inputType,
  oneOf,
  printedCode,
  proseOnTips,
  regionCode,
  text,
} from '../../kernel';
import { Department } from '../others';
import { Tip } from './tip';
import { TipTransferStatus } from './tip.terms';

const optional = { optional: true } as const;

/**
 * 移送, 首办负责: a tip that is offered to the department that the law makes competent. It is known to the department that
 * offers it and to the one that is to answer, in their divisions; the first one answers for the tip until it is taken in.
 */
@Noun('举报移送. A tip that is offered to the competent department.', {
  term: { zh: '举报移送', en: 'transfer of a tip' },
})
@Index('tip_transfer_by_region', ['regionCode', 'number'])
export class TipTransfer {
  @Key('UNCONDITIONAL', asId(printedCode(24)), '移送编号，随机产生. The number of the transfer; by chance.')
  number: string;

  @RefersTo(
    () => Tip,
    asId(printedCode(24)),
    'UNCONDITIONAL',
    '举报，仅办理部门可见. The tip, for whoever handles it.',
    {
      as: 'tip',
      index: true,
    },
  )
  tipNumber: string;

  @RefersTo(
    () => Department,
    departmentCode,
    'UNCONDITIONAL',
    '首办部门. The department that offers it, and answers for it until it is taken in.',
    { as: 'from' },
  )
  fromDepartmentCode: string;

  @Kept(oneOf(DepartmentKind, 24), '首办部门类别. The kind of department that offers it.')
  fromKind: DepartmentKind;

  @Kept(regionCode, '首办部门所在地. The division of the department that offers it.')
  fromRegionCode: string;

  @RefersTo(
    () => Department,
    departmentCode,
    'UNCONDITIONAL',
    '接收部门. The department that it is offered to.',
    {
      as: 'to',
    },
  )
  toDepartmentCode: string;

  @Kept(
    oneOf(DepartmentKind, 24),
    '登记答复的部门类别. The kind of department that puts down the answer: the first one for a department that handles no tips here.',
  )
  answererKind: DepartmentKind;

  @Kept(regionCode, '登记答复的部门所在地. The division of the department that puts down the answer.')
  regionCode: string;

  @Fact('UNCONDITIONAL', oneOf(TipTransferStatus, 12), '移送状态. The state that the transfer is in.', {
    always: true,
  })
  status: TipTransferStatus;

  @Fact(
    'UNCONDITIONAL',
    proseOnTips(500),
    '移送理由，须写明管辖依据. The reason, with the law that makes that department competent.',
  )
  reason: string;

  @Kept(proseOnTips(500), '给举报人的告知，凭回执码可见. What the reporter is told of it.')
  note: string;

  @Fact('UNCONDITIONAL', date, '移送日期. The day on which it was offered.')
  offeredOn: string;

  @Fact(
    'UNCONDITIONAL',
    date,
    '接收、退回或者撤回日期. The day on which it was answered or taken back.',
    optional,
  )
  answeredOn: string | null;

  @Fact(
    'UNCONDITIONAL',
    proseOnTips(500),
    '退回或者撤回理由. The reason for which it was returned or taken back.',
    optional,
  )
  answer: string | null;

  @Fact(
    'UNCONDITIONAL',
    documentNumber(100),
    '本系统外的部门签收或者退回的文书. The paper with the answer of a department that handles no tips here.',
    optional,
  )
  document: string | null;
}

@ObjectType({
  description: '移送情况. Where a tip was passed on to, as its reporter is told.',
  simpleResolvers: true,
})
export class TipMove {
  @Served('PUBLIC', () => Department, '接收部门. The department that it is offered to.')
  to: { code: string };

  @Served('PUBLIC', oneOf(TipTransferStatus), '移送状态. The state that the transfer is in.', {
    always: true,
  })
  status: TipTransferStatus;

  @Served('PUBLIC', date, '移送日期. The day on which it was offered.', { always: true })
  offeredOn: string;

  @Served('PUBLIC', date, '接收、退回或者撤回日期. The day on which it was answered or taken back.', optional)
  answeredOn: string | null;

  @Served('PUBLIC', text(500), '告知. What the department that offers it tells the reporter.', {
    always: true,
  })
  note: string;
}

export const TransferTipInput = inputType(
  'TransferTipInput',
  '移送举报. The offer of a tip to the competent department.',
  {
    number: asked(asId(printedCode(24)), '举报编号. The number of the tip.'),
    ...asking(TipTransfer, ['toDepartmentCode', 'reason', 'note']),
  },
);
export type TransferTipInput = InstanceType<typeof TransferTipInput>;

const number = asked(asId(printedCode(24)), '移送编号. The number of the transfer.');

export const TakeInTipInput = inputType(
  'TakeInTipInput',
  '接收移送. The receipt of a tip that was offered.',
  {
    number,
    ...asking(TipTransfer, ['document']),
  },
);

export const ReturnTipInput = inputType(
  'ReturnTipInput',
  '退回移送. The return of a tip that was offered, with its reason.',
  { number, ...asking(TipTransfer, ['answer!', 'document']) },
);

export const WithdrawTipTransferInput = inputType(
  'WithdrawTipTransferInput',
  '撤回移送. The end of an offer by whoever has made it, with its reason.',
  { number, ...asking(TipTransfer, ['answer!']) },
);
