import { insertRows, type Acting, type RequestContext, type Taken, type Transaction } from '../../kernel';
import type { Hazard } from './hazard';
import { HazardEvent } from './hazard-records';
import { OURS } from './hazard.rules';
import type { HazardStatus, HazardStep } from './hazard.terms';

/** What is known of an event by who takes the step, and when. Each has the same columns. */
export function eventOf({ caller, now }: Acting, event: Partial<HazardEvent>): Partial<HazardEvent> {
  return {
    ...event,
    at: now,
    dueOn: event.dueOn ?? null,
    escalation: event.escalation ?? null,
    officer: caller.subject,
    departmentKind: caller.department ?? undefined,
    departmentCode: caller.departmentCode,
  };
}

/** Puts a step into the history of a hazard, and makes the record ours. */
export async function remember(
  tx: Transaction,
  context: RequestContext,
  { number, steps }: Hazard,
  { event, from, to }: Taken<string, HazardStatus, HazardStep>,
  { reason, evidence }: Pick<HazardEvent, 'reason' | 'evidence'>,
  { dueOn, escalation }: Partial<Hazard>,
): Promise<Partial<Hazard>> {
  const sequence = steps + 1;
  const taken = {
    hazardNumber: number,
    sequence,
    step: event,
    fromStatus: from,
    toStatus: to,
    reason,
    evidence,
    dueOn,
    escalation,
  };
  await insertRows(tx, context, HazardEvent, [eventOf(context, taken)]);
  return { steps: sequence, source: OURS, sourceId: number };
}
