import { ID, InputType } from 'type-graphql';
import { Asked, DateOnly, date, oneOf, text, vocabulary } from '../../kernel';

export const RepairVerdict = vocabulary('RepairVerdict', '修复办理. What is decided about an application for repair.', {
  ACCEPT: '受理. It is accepted.',
  NOT_ACCEPT: '不予受理. It is not accepted.',
  GRANT: '准予修复. The listing is removed.',
  REFUSE: '不予修复. The listing stays.',
  FALSE: '认定弄虚作假. It was false: the listing is restored and its term begins anew.',
});
export type RepairVerdict = keyof typeof RepairVerdict;

const yes = { wire: 'text' as const, parse: (value: unknown) => value === true };

@InputType({ description: '信用修复申请. An application for early removal, as a department records it.' })
export class RepairInput {
  @Asked(() => ID, text(130), '列入记录编号. The listing.')
  listingId: string;

  @Asked(() => DateOnly, date, '申请日期. When it was received.')
  appliedOn: string;

  @Asked(() => Boolean, yes, '已履行处罚决定规定的义务. Whether the duties of the penalty are done.')
  obligationsDone: boolean;

  @Asked(() => Boolean, yes, '已消除危害后果和不良影响. Whether the harm is removed.')
  harmRemoved: boolean;

  @Asked(() => Boolean, yes, '未再受到较重行政处罚. Whether there was no further heavy penalty.')
  noFurtherPenalty: boolean;
}

@InputType({ description: '信用修复办理. A decision about an application for repair.' })
export class DecideRepairInput {
  @Asked(() => ID, text(36), '修复申请编号. The application.')
  repairId: string;

  @Asked(() => RepairVerdict, oneOf(RepairVerdict), '办理意见. What is decided.')
  verdict: RepairVerdict;

  @Asked(() => DateOnly, date, '办理日期. When.')
  decidedOn: string;

  @Asked(() => ID, text(100), '文书号. The document.')
  document: string;
}
