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
import { issuerDecides, refusedIn, statusOn } from './certificate.rules';
import { AnswerCertificateOrderInput, CccValidityCheck, DisposeValidityCheckInput } from './validity-check';
import { checkAnswer, checkDisposal, disposedAlready, notOrdered, orderState } from './validity-check.rules';

/** The unified social credit code of the body that issued it, where that is on record. */
async function issuerOf(tx: Transaction, { bodyCode }: CccCertificate): Promise<string | null> {
  const [body] = await tx.query<{ uscc: string | null }>(
    'SELECT uscc FROM certification_body WHERE code = $1',
    [bodyCode],
  );
  return body?.uscc ?? null;
}

/** A decision on a certificate, which is its issuing body's; `issuerDecides` says who else may take it. */
function decision(
  from: readonly CccStatus[],
  to: CccStatus,
  says: string,
): ProcedureStep<CccCertificate, CccStatus, InstanceType<typeof CccStatusInput>> {
  return {
    from,
    to,
    scope: 'decide',
    bodies: true,
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
    alone: async (certificate, context, tx) =>
      issuerDecides(certificate, context, await issuerOf(tx, certificate)),
    refuse: refusedIn,
    async remember(
      tx,
      context,
      { number, regionCode },
      { to },
      { document },
      { statusSince = context.today, statusReason },
    ) {
      const { body, departmentCode, department } = context.caller;
      const decidedBy = body ?? departmentCode ?? String(department);
      const event = {
        certificateNumber: number,
        status: to,
        since: statusSince,
        reason: statusReason,
        document,
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

/** What the issuing body does when it does as it was ordered. */
const ORDERED = { SUSPEND: 'suspendCccCertificate', REVOKE: 'revokeCccCertificate' } as const;

/** Only what may still be suspended or revoked is ordered to be. */
async function checkOrder(
  tx: Transaction,
  context: RequestContext,
  { certificateNumber }: CccValidityCheck,
  step: (typeof ORDERED)[keyof typeof ORDERED],
): Promise<void> {
  const certificate = await lockRow(tx, context.db, CccCertificate, 'number', certificateNumber);
  if (certificate) certificateSteps.stateAfter(step, certificate, context);
}

/** What is done about a product that does not conform: its certificate is for the body that issued it, which is ordered to act. */
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
      says: '处理有效性抽查不符合：责令发证机构暂停、撤销，或者移送执法. Disposes of a check that has found a fault: orders the issuing body to suspend or revoke, or hands it over to enforcement.',
      input: DisposeValidityCheckInput,
      async decide(check, { disposal, reason }, context, tx) {
        checkDisposal(check);
        const { today } = context;
        const disposed = { disposal, disposedOn: today, disposalReason: reason };
        if (disposal === 'HAND_OVER') return disposed;
        await checkOrder(tx, context, check, ORDERED[disposal]);
        return { ...disposed, orderedOn: today };
      },
    },
    answerCertificateOrder: {
      from: ['ORDERED'],
      to: null,
      scope: 'decide',
      place: 'holderRegionCode',
      says: '登记发证机构对责令的处理. Records what the issuing body has decided on an order to suspend or revoke; what it has done takes effect on the certificate.',
      input: AnswerCertificateOrderInput,
      refuse: notOrdered,
      async decide(check, { answer, document, reason, on }, context, tx) {
        const { certificateNumber, disposal, orderedOn } = check;
        checkAnswer(check, answer);
        const day = checkDay('on', on, { from: orderedOn, to: context.today }) ?? context.today;
        if (answer !== 'DECLINED') {
          const input = { number: certificateNumber, document, reason, on: day };
          const step = disposal === 'SUSPEND' ? ORDERED.SUSPEND : ORDERED.REVOKE;
          await certificateSteps.takeWithin(tx, context, step, input, 'certificateNumber');
        }
        return { answer, answerDocument: document, answeredOn: day };
      },
    },
  },
);
