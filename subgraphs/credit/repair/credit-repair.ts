import { Index } from 'typeorm';
import {
  Fact,
  Key,
  Kept,
  Noun,
  RefersTo,
  asId,
  asked,
  asking,
  code,
  date,
  departmentCode,
  documentNumber,
  flag,
  id,
  inputType,
  oneOf,
  regionCode,
  vocabulary,
} from '../../kernel';
import { DishonestyListing } from '../listing/listing';

export const RepairStatus = vocabulary(
  'RepairStatus',
  '修复状态. The states of an application for credit repair.',
  {
    APPLIED: '已申请. Received, not yet accepted.',
    ACCEPTED: '已受理. Accepted, to be decided.',
    NOT_ACCEPTED: '不予受理. Not accepted.',
    GRANTED: '准予修复. Granted: the listing is removed.',
    REFUSED: '不予修复. The application was refused.',
    FALSE: '弄虚作假. Found false: the listing is restored.',
  },
);
export type RepairStatus = keyof typeof RepairStatus;

export const RepairVerdict = vocabulary(
  'RepairVerdict',
  '修复办理. What is decided about an application for repair.',
  {
    ACCEPT: '受理. It is accepted.',
    NOT_ACCEPT: '不予受理. It is not accepted.',
    GRANT: '准予修复. The listing is removed.',
    REFUSE: '不予修复. The listing stays.',
    FALSE: '认定弄虚作假. It was false: the listing is restored and its term begins anew.',
  },
);
export type RepairVerdict = keyof typeof RepairVerdict;

@Noun('信用修复. An application to be removed from a list before its term.', {
  term: { zh: '信用修复', en: 'credit repair' },
})
@Index('credit_repair_by_listing', ['listingId', 'appliedOn'])
@Index('credit_repair_open', ['listingId'], { unique: true, where: `status IN ('APPLIED', 'ACCEPTED')` })
export class CreditRepair {
  @Key('UNCONDITIONAL', id(36), '修复申请编号. The id of the application.') id: string;

  @RefersTo(
    () => DishonestyListing,
    id(130),
    'UNCONDITIONAL',
    '列入记录. The listing that is to be removed.',
    {
      as: 'listing',
      back: {
        name: 'repairs',
        level: 'UNCONDITIONAL',
        says: '信用修复申请. The applications for its repair.',
        byHand: true,
      },
    },
  )
  listingId: string;

  @Fact('UNCONDITIONAL', oneOf(RepairStatus, 16), '修复状态. The state that the application is in.')
  status: RepairStatus;

  @Fact('UNCONDITIONAL', date, '申请日期. The day on which the application was received.')
  appliedOn: string;

  @Fact('UNCONDITIONAL', date, '受理日期. The day on which it was accepted.', { optional: true })
  acceptedOn: string | null;

  @Fact('UNCONDITIONAL', date, '决定日期. The day on which it was decided.', { optional: true })
  decidedOn: string | null;

  @Fact('UNCONDITIONAL', documentNumber(100), '决定书文号. The number of the document of the decision.', {
    optional: true,
  })
  document: string | null;

  @Fact('UNCONDITIONAL', departmentCode, '登记部门代码. The code of the department that received it.')
  departmentCode: string;

  /** Who has recorded it does not decide it. */
  @Kept(code(128), '登记人. The officer who recorded it.', { optional: true })
  recordedBy: string | null;

  @Kept(regionCode, '主体所在地区划代码. The division of the subject.')
  regionCode: string;
}

export const RepairInput = inputType(
  'RepairInput',
  '信用修复申请. An application for early removal, as a department records it.',
  {
    listingId: asked(id(130), '列入记录编号. The id of the listing.'),
    ...asking(CreditRepair, ['appliedOn']),
    obligationsDone: asked(flag, '已履行处罚决定规定的义务. Whether the duties of the penalty are done.'),
    harmRemoved: asked(flag, '已消除危害后果和不良影响. Whether the harm is removed.'),
    noFurtherPenalty: asked(flag, '未再受到较重行政处罚. Whether there was no further heavy penalty.'),
  },
);
export type RepairInput = InstanceType<typeof RepairInput>;

export const DecideRepairInput = inputType(
  'DecideRepairInput',
  '信用修复办理. A decision about an application for repair.',
  {
    repairId: asked(id(36), '修复申请编号. The id of the application.'),
    verdict: asked(
      oneOf(RepairVerdict),
      '办理意见. The decision: to accept the application, to grant it, or one of the others.',
    ),
    decidedOn: asked(date, '办理日期. The day of the decision.'),
    document: asked(asId(documentNumber(100)), '文书号. The number of the document of the decision.'),
  },
);
export type DecideRepairInput = InstanceType<typeof DecideRepairInput>;
