import { checkDay, insertRows, procedure, type ProcedureStep } from '../../kernel';
import { CccCertificate, CccStatusInput, type CccStatus } from './certificate';
import { CccStatusEvent } from './certificate-event';
import { refusedIn, statusOn } from './certificate.rules';
import { CccValidityCheck, DisposeValidityCheckInput } from './validity-check';
import { checkDisposal, disposedAlready } from './validity-check.rules';

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

const DECISION = { SUSPEND: 'suspendCccCertificate', REVOKE: 'revokeCccCertificate' } as const;

/** What is done about a product that does not conform. Suspending or revoking is a step of its certificate, too. */
export const validityCheckSteps = procedure(
  CccValidityCheck,
  {
    scope: 'quality',
    key: 'id',
    stateOf: ({ disposal }) => (disposal === null ? 'OPEN' : 'DISPOSED'),
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
        if (disposal !== 'HAND_OVER') {
          const input = { number: check.certificateNumber, reason, on: null };
          // the certificate is its holder's authority's: another hands the case over
          await certificateSteps.takeWithin(tx, context, DECISION[disposal], input, 'certificateNumber');
        }
        return { disposal, disposedOn: context.today };
      },
    },
  },
);
