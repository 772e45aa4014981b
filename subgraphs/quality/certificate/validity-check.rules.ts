import {
  FieldInvalid,
  FieldMissing,
  alike,
  checkDay,
  deadlineOf,
  declareError,
  ruleOn,
  type CatalogueError,
  type LegalDeadline,
} from '../../kernel';
import { legalNumbers } from '../legal-numbers';
import type { CccValidityCheck, CertificateOrderState } from './validity-check';

export const ValidityCheckConforms = declareError(
  'VALIDITY_CHECK_CONFORMS',
  '抽查 {id} 的结果为符合，无需处理。',
  'The check {id} has found that the product conforms: there is nothing to dispose of.',
);
export const ValidityCheckDisposed = declareError(
  'VALIDITY_CHECK_DISPOSED',
  '抽查 {id} 已于 {on} 作出处理 {disposal:ValidityDisposal}。',
  'The check {id} was disposed of on {on}: {disposal:ValidityDisposal}.',
);

export const CertificateNotOrdered = declareError(
  'CERTIFICATE_NOT_ORDERED',
  '抽查 {id} 未责令暂停或者撤销证书，或发证机构已于 {on} 处理。',
  'By the check {id} neither suspension nor revocation was ordered, or the issuing body has decided on {on}.',
);

/** `issuerDecides` of certificate.rules.ts: the regulator orders, and the body that has issued the certificate decides. */
export function orderState({
  orderedOn,
  answer,
}: Pick<CccValidityCheck, 'orderedOn' | 'answer'>): CertificateOrderState | null {
  return orderedOn === null ? null : (answer ?? 'AWAITED');
}

/** By when the issuing body must have decided. */
export function orderDue({ orderedOn }: Pick<CccValidityCheck, 'orderedOn'>): LegalDeadline | null {
  if (orderedOn === null) return null;
  return deadlineOf(ruleOn(legalNumbers, 'quality.ccc.certificate-order', orderedOn), orderedOn);
}

/** The due day itself is in time. */
export function isOrderOverdue(check: CccValidityCheck, today: string): boolean {
  const due = orderDue(check);
  return orderState(check) === 'AWAITED' && due !== null && due.date < today;
}

/** What the body answers to an order is what it was ordered to do, or that it declines. */
export function checkAnswer({ disposal }: CccValidityCheck, answer: CertificateOrderState): void {
  const ordered = disposal === 'SUSPEND' ? 'SUSPENDED' : 'REVOKED';
  if (answer !== 'DECLINED' && answer !== ordered)
    throw FieldInvalid({ field: 'answer', shape: alike(`${ordered}, DECLINED`), got: answer });
}

export function notOrdered({ id, answeredOn }: CccValidityCheck): CatalogueError {
  return CertificateNotOrdered({ field: 'id', id, on: answeredOn, got: id });
}

/** Only what does not conform is disposed of. */
export function checkDisposal({ id, result }: CccValidityCheck): void {
  if (result === 'CONFORMING') throw ValidityCheckConforms({ field: 'id', id, got: id });
}

/** And once. */
export function disposedAlready({ id, disposal, disposedOn }: CccValidityCheck): CatalogueError {
  return ValidityCheckDisposed({ field: 'id', id, on: disposedOn, disposal, got: id });
}

export function checkFinding(
  record: Pick<CccValidityCheck, 'checkedOn' | 'result' | 'finding' | 'disposal' | 'disposedOn'>,
  today: string,
): void {
  const { checkedOn, result, finding, disposal, disposedOn } = record;
  checkDay('checkedOn', checkedOn, { to: today });
  if (result === 'NONCONFORMING' && finding === null) throw FieldMissing({ field: 'finding' });
  if (result === 'CONFORMING' && disposal !== null)
    throw FieldInvalid({
      field: 'disposal',
      shape: { zh: '空（产品符合）', en: 'nothing, where the product conforms' },
      got: disposal,
    });
  if ((disposal === null) !== (disposedOn === null))
    throw FieldMissing({ field: disposal === null ? 'disposal' : 'disposedOn' });
  checkDay('disposedOn', disposedOn, { from: checkedOn, to: today });
}

/** 对消费者安全影响大、关注度高、反映强烈的产品提高抽查比例: the percentage of valid certificates to be checked in a year. */
export function ratioOf(highConcern: boolean, on: string): number {
  return ruleOn(
    legalNumbers,
    highConcern ? 'quality.ccc.validity-ratio-high-concern' : 'quality.ccc.validity-ratio',
    on,
  ).value;
}

/** How many of the valid certificates are to be checked: one at least, where there is any. */
export function checksDue(certificates: number, ratioPercent: number): number {
  return Math.ceil((certificates * ratioPercent) / 100);
}
