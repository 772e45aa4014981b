import type { ClassType } from 'type-graphql';
import {
  audit,
  insertRows,
  journalSubject,
  lockRow,
  type EntityClass,
  type RequestContext,
  type Transaction,
} from '../../kernel';
import { WorkStep, type WorkStepKind } from './work-step';

/** What steps are taken with. */
export interface Subject {
  id: string;
  regionCode: string;
  steps: number;
}

/** Puts a step into the history of what it was taken with, and counts it there. */
export async function recordStep(
  tx: Transaction,
  context: RequestContext,
  { id, regionCode, steps }: Subject,
  step: WorkStepKind | undefined,
  reason: string,
): Promise<{ steps: number }> {
  const { caller, now } = context;
  const nth = steps + 1;
  const officer = { officer: caller.subject ?? '', departmentCode: caller.departmentCode };
  await insertRows(tx, context, WorkStep, [
    { id: `${id}/${nth}`, subjectId: id, nth, step, reason, regionCode, at: now, ...officer },
  ]);
  return { steps: nth };
}

/** Adds what begins with this step, with the step itself and the audit record. */
export function begin<Row extends Subject>(
  context: RequestContext,
  operation: string,
  entity: EntityClass<Row>,
  row: Row,
  step: Pick<WorkStep, 'step' | 'reason'>,
) {
  return context.db.transaction(async (tx) => {
    const { steps } = await recordStep(tx, context, row, step.step, step.reason);
    await insertRows<Row>(tx, context, entity, [{ ...row, steps }]);
    await audit(tx, context, {
      operation,
      subjects: [journalSubject(entity as ClassType, row)],
      outcome: 'done',
    });
    return lockRow(tx, context.db, entity, 'id', row.id);
  });
}
