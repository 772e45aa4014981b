import { randomUUID } from 'node:crypto';
import { insertRows, type RequestContext, type Taken, type Transaction } from '../../kernel';
import type { EnforcementCase } from '../case/case';
import { CaseEvent } from '../case/case-event';
import { officerOf } from '../case/case.rules';
import type { CaseStatus, CaseStep } from '../case/case.terms';

/** Puts a step into the history of a case, with its officer, time and reason. */
export async function remember(
  tx: Transaction,
  context: RequestContext,
  { number }: EnforcementCase,
  { event, to }: Taken<string, CaseStatus, CaseStep>,
  { reason }: { reason: string },
): Promise<void> {
  const { now, caller } = context;
  const taken = {
    id: randomUUID(),
    caseNumber: number,
    step: event,
    status: to,
    at: now,
    officer: officerOf(caller),
    reason,
  };
  await insertRows(tx, context, CaseEvent, [taken]);
}
