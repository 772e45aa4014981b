import { deadlineOf, ruleOn, type LegalDeadline } from '../../kernel';
import { legalNumbers } from '../legal-numbers';
import type { CaseMaterial } from './material';

/** 签收: the office takes in what it was sent within this; the periods of the law begin when it does. */
export function receiptDue(sentOn: string): LegalDeadline {
  return deadlineOf(ruleOn(legalNumbers, 'enforcement.material-receipt', sentOn, 'sentAt'), sentOn);
}

/** What was decided on it stands when its ground is gone; what nobody has decided on yet is withdrawn. */
export const UNDECIDED: readonly CaseMaterial['status'][] = ['SENT', 'RECEIVED', 'RETURNED'];

export interface SampleToday {
  result: string;
  objectedOn: string | null;
  objectionDue: string | null;
  resultReceivedOn: string | null;
  correctionOrderedOn: string | null;
  seller: { uscc: string } | null;
  producer: { uscc: string } | null;
  region: { code: string };
  synthetic: boolean;
}

/** 产品质量法 第十五条: an unqualified sample is final once its second test has said so, or nobody may object any more. */
export function isFinal(sample: SampleToday | null, today: string): sample is SampleToday {
  if (sample?.result !== 'UNQUALIFIED') return false;
  const { objectedOn, objectionDue, correctionOrderedOn } = sample;
  return (
    correctionOrderedOn !== null || objectedOn !== null || (objectionDue !== null && objectionDue < today)
  );
}
