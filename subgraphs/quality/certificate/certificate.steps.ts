import {
  checkDay,
  insertRows,
  lockRow,
  procedure,
  type ProcedureStep,
  type RequestContext,
  type Transaction,
} from '../../kernel';
import { CccCertificate, CccStatusInput, type CccStatus } from './certificate';
import { CccStatusEvent } from './certificate-event';
import { refusedIn, statusOn } from './certificate.rules';
import { AnswerRevocationOrderInput, CccValidityCheck, DisposeValidityCheckInput } from './validity-check';
import { checkDisposal, disposedAlready, notOrdered, orderState } from './validity-check.rules';

/** A decision of the regulator on a certificate (认证认可条例; 认证证书和认证标志管理办法). */
function decision(
  from: readonly CccStatus[],
  to: CccStatus,
  says: string,
): ProcedureStep<CccCertificate, CccStatus, InstanceType<typeof CccStatusInput>> {
  return {
    from,
    to,
    scope: 'decide',
    says,
    input: CccStatusInput,
    decide(certificate, { reason, on }, { today }) {
      checkDay('on', on, { from: certificate.statusSince, to: today });
      return { statusSince: on ?? today, statusReason: reason };
    },
  };
}

export const certificateSteps = procedure(
  CccCertificate,
  {
    scope: 'quality',
    key: 'number',
    stateOf: (certificate, { today }) => statusOn(certificate, today),
    refuse: refusedIn,
    async remember(
      tx,
      context,
      { number, regionCode },
      { to },
      _,
      { statusSince = context.today, statusReason },
    ) {
      const { caller } = context;
      const decidedBy = caller.departmentCode ?? String(caller.department);
      const event = {
        certificateNumber: number,
        status: to,
        since: statusSince,
        reason: statusReason,
        decidedBy,
        regionCode,
      };
      await insertRows(tx, context, CccStatusEvent, [event]);
    },
  },
  {
    suspendCccCertificate: decision(['VALID'], 'SUSPENDED', '暂停认证证书. Suspends a valid certificate.'),
    resumeCccCertificate: decision(
      ['SUSPENDED'],
      'VALID',
      '恢复认证证书. Makes a suspended certificate valid again.',
    ),
    revokeCccCertificate: decision(
      ['VALID', 'SUSPENDED'],
      'REVOKED',
      '撤销认证证书. Revokes a certificate for a fault.',
    ),
    cancelCccCertificate: decision(
      ['VALID', 'SUSPENDED'],
      'CANCELLED',
      '注销认证证书. Cancels a certificate at the request of its holder.',
    ),
  },
);

/** Only what may still be revoked is ordered to be. */
async function checkRevocable(
  tx: Transaction,
  context: RequestContext,
  { certificateNumber }: CccValidityCheck,
): Promise<void> {
  const certificate = await lockRow(tx, context.db, CccCertificate, 'number', certificateNumber);
  if (certificate) certificateSteps.stateAfter('revokeCccCertificate', certificate, context);
}

/** What is done about a product that does not conform. Suspending is a step of its certificate, too; revoking is its issuing body's. */
export const validityCheckSteps = procedure(
  CccValidityCheck,
  {
    scope: 'quality',
    key: 'id',
    stateOf(check) {
      if (check.disposal === null) return 'OPEN';
      return orderState(check) === 'AWAITED' ? 'ORDERED' : 'DISPOSED';
    },
    refuse: disposedAlready,
  },
  {
    disposeValidityCheck: {
      from: ['OPEN'],
      to: null,
      scope: 'decide',
      says: '处理有效性抽查不符合. Disposes of a check that has found a fault.',
      input: DisposeValidityCheckInput,
      async decide(check, { disposal, reason }, context, tx) {
        checkDisposal(check);
        const { today } = context;
        const disposed = { disposal, disposedOn: today };
        if (disposal === 'REVOKE') {
          await checkRevocable(tx, context, check);
          return { ...disposed, orderedOn: today };
        }
        if (disposal === 'SUSPEND') {
          const input = { number: check.certificateNumber, reason, on: null };
          // the certificate is its holder's authority's: another hands the case over
          await certificateSteps.takeWithin(tx, context, 'suspendCccCertificate', input, 'certificateNumber');
        }
        return disposed;
      },
    },
    answerRevocationOrder: {
      from: ['ORDERED'],
      to: null,
      scope: 'decide',
      place: 'holderRegionCode',
      says: '登记发证机构对责令撤销的处理. Records what the issuing body has decided on an order to revoke; its revocation takes effect on the certificate.',
      input: AnswerRevocationOrderInput,
      refuse: notOrdered,
      async decide({ certificateNumber, orderedOn }, { answer, document, reason, on }, context, tx) {
        const day = checkDay('on', on, { from: orderedOn, to: context.today }) ?? context.today;
        if (answer === 'REVOKED') {
          const input = { number: certificateNumber, reason: `${document}：${reason}`, on: day };
          await certificateSteps.takeWithin(tx, context, 'revokeCccCertificate', input, 'certificateNumber');
        }
        return { answer, answerDocument: document, answeredOn: day };
      },
    },
  },
);
