import { checkDay, insertRows, seal, type RequestContext, type Transaction } from '../../kernel';
import type { Hazard } from './hazard';
import { HazardNotification, RectificationPlan } from './hazard-records';
import type { NotifyHazardInput, PlanRectificationInput } from './hazard.inputs';
import type { Recipient } from './hazard.terms';
import * as refuse from './refusals.rules';

export const sealed = ({ settings }: RequestContext, text: string) => seal(text, settings.dataKey);
const sealedOrNone = (context: RequestContext, text: string | null) =>
  text === null ? null : sealed(context, text);

/** The principal and the actual controller are told of a round, each with a receipt of their own to come. */
export async function notifyBoth(
  tx: Transaction,
  context: RequestContext,
  { number, round, regionCode }: Hazard,
  told: InstanceType<typeof NotifyHazardInput>,
): Promise<void> {
  const { principalName, principalPhone, controllerName, controllerPhone } = told;
  const to = (recipient: Recipient, name: string, phone: string | null) => ({
    id: `${number}/${round}/${recipient}`,
    hazardNumber: number,
    round,
    regionCode,
    recipient,
    notifiedAt: context.now,
    name: sealed(context, name),
    phone: sealedOrNone(context, phone),
  });
  await insertRows(tx, context, HazardNotification, [
    to('PRINCIPAL', principalName, principalPhone),
    to('ACTUAL_CONTROLLER', controllerName, controllerPhone),
  ]);
}

/** @throws that this recipient has acknowledged it before, or was not notified */
export async function acknowledge(
  tx: Transaction,
  { number, round }: Hazard,
  recipient: Recipient,
  now: Date,
): Promise<void> {
  const written = await tx.query(
    'UPDATE hazard_notification SET acknowledged_at = $1 WHERE id = $2 AND acknowledged_at IS NULL RETURNING id',
    [now, `${number}/${round}/${recipient}`],
  );
  if (written.length === 0) throw refuse.AlreadyAcknowledged({ field: 'recipient', number, recipient });
}

/** @throws who of those that were notified in this round has not acknowledged it */
export async function requireReceipts(tx: Transaction, { number, round }: Hazard): Promise<void> {
  const waiting = await tx.query<{ recipient: string }>(
    'SELECT recipient FROM hazard_notification WHERE hazard_number = $1 AND round = $2 AND acknowledged_at IS NULL',
    [number, round],
  );
  const recipients = waiting.map(({ recipient }) => recipient).join(', ');
  if (waiting.length > 0) throw refuse.ReceiptMissing({ number, recipients });
}

/** The plan of rectification, by the step that sets it; who answers for it is sealed. */
export async function setPlan(
  tx: Transaction,
  context: RequestContext,
  hazard: Hazard,
  planned: InstanceType<typeof PlanRectificationInput>,
): Promise<void> {
  const { measures, funds, contingency, dueOn, responsibleName, responsiblePhone } = planned;
  const { number, regionCode, steps } = hazard;
  checkDay('dueOn', dueOn, { to: hazard.dueOn });
  const sequence = steps + 1;
  const responsible = {
    responsibleName: sealed(context, responsibleName),
    responsiblePhone: sealedOrNone(context, responsiblePhone),
  };
  const of = { id: `${number}/${sequence}`, hazardNumber: number, regionCode, sequence };
  await insertRows(tx, context, RectificationPlan, [
    { ...of, measures, funds, contingency, dueOn, ...responsible },
  ]);
}
