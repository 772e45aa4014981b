import { NotFound, insertRows, lockRow, readRecord, requireRegion, takeStep, type RequestContext, type Transaction } from '../../kernel';
import { CccCertificate, type CccStatus } from './certificate';
import { CccStatusEvent } from './certificate-event';
import { CccStatusInput } from './certificate.inputs';
import { decided, type Decision } from './certificate.rules';
import { DisposeValidityCheckInput } from './validity-check.inputs';
import { checkDisposal } from './validity-check.rules';
import { CccValidityCheck } from './validity-check';

type Change = Pick<CccCertificate, 'status' | 'statusSince' | 'statusReason'>;

/** Suspends, resumes, revokes or cancels a certificate, and adds the change to its history. */
export function decideCertificate(context: RequestContext, operation: string, decision: Decision, input: CccStatusInput) {
  const { number, reason, on } = readRecord(CccStatusInput, input);
  return takeStep(
    context,
    {
      operation,
      scope: 'decide:quality',
      term: { zh: '认证证书', en: 'certificate' },
      entity: CccCertificate,
      key: 'number',
      value: number,
    },
    (certificate, tx) => changed(tx, context, certificate, decision, on ?? context.today, reason),
  );
}

/** What is done about a product that does not conform; suspending or revoking is its certificate's step, too. */
export function disposeValidityCheck(context: RequestContext, input: DisposeValidityCheckInput) {
  const { id, disposal, reason } = readRecord(DisposeValidityCheckInput, input);
  const step = {
    operation: 'disposeValidityCheck',
    scope: 'decide:quality',
    term: { zh: '认证有效性抽查', en: 'validity check' },
    value: id,
  } as const;
  return takeStep(context, { ...step, entity: CccValidityCheck, key: 'id' }, async (check, tx) => {
    checkDisposal(check);
    if (disposal !== 'HAND_OVER') await decideChecked(tx, context, check, disposal, reason);
    return { disposal, disposedOn: context.today };
  });
}

async function decideChecked(
  tx: Transaction,
  context: RequestContext,
  { certificateNumber: number }: CccValidityCheck,
  decision: Decision,
  reason: string,
): Promise<void> {
  const certificate = await lockRow(tx, context.db, CccCertificate, 'number', number);
  if (!certificate) throw NotFound({ field: 'certificateNumber', term: { zh: '认证证书', en: 'certificate' }, got: number });
  // the certificate is its holder's authority's: another hands the case over
  requireRegion(context.caller, certificate.regionCode, 'certificateNumber');
  const { status, statusSince, statusReason } = await changed(tx, context, certificate, decision, context.today, reason);
  await tx.query('UPDATE ccc_certificate SET status = $2, status_since = $3, status_reason = $4 WHERE number = $1', [
    number,
    status,
    statusSince,
    statusReason,
  ]);
}

async function changed(
  tx: Transaction,
  { caller, today }: RequestContext,
  certificate: CccCertificate,
  decision: Decision,
  on: string,
  reason: string,
): Promise<Change> {
  const { number, regionCode } = certificate;
  const status: CccStatus = decided(certificate, decision, on, today);
  const decidedBy = caller.departmentCode ?? String(caller.department);
  await insertRows(tx, CccStatusEvent, [{ certificateNumber: number, status, since: on, reason, decidedBy, regionCode }]);
  return { status, statusSince: on, statusReason: reason };
}
