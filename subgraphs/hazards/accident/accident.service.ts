import { audit, insertRows, requireRegion, requireScope, takeStep, type RequestContext, type Transaction } from '../../kernel';
import { Accident, AccidentEvent } from './accident';
import type { AccidentStepInput, CorrectAccidentInput, RaiseInvestigationInput, ReportAccidentInput } from './accident.inputs';
import {
  AccidentNotClosed,
  AccidentStepTaken,
  checkCorrection,
  checkRaised,
  checkTimes,
  dayOf,
  gradeOf,
  investigationLevel,
} from './accident.rules';
import type { AccidentStep } from './vocabulary';

/** Reports an accident: graded at once, with a number of its own. */
export async function reportAccident(context: RequestContext, input: ReportAccidentInput): Promise<Accident> {
  requireScope(context.caller, 'write:hazards');
  requireRegion(context.caller, input.regionCode, 'regionCode');
  const reportedAt = input.reportedAt ?? context.now.toISOString();
  const times = { ...input, reportedAt, reportedUpAt: null };
  checkTimes(times, context.now);
  const { evacuated, strandedPeople, strandedMinutes, directLoss, circumstances } = input;
  const facts = {
    ...times,
    ...{ evacuated: evacuated ?? 0, strandedPeople: strandedPeople ?? 0, strandedMinutes: strandedMinutes ?? 0 },
    ...{ directLoss: directLoss ?? '0', circumstances: circumstances ?? [] },
  };
  const grade = gradeOf(facts);
  return context.db.transaction(async (tx) => {
    const [next] = await tx.query<{ nth: string }>("SELECT nextval('accident_nth') AS nth");
    const number = `SG-${input.regionCode}-${dayOf(input.occurredAt).replaceAll('-', '')}-${next?.nth}`;
    const origin = { source: 'onematter', sourceId: number, revision: 1, contentDigest: '' };
    await insertRows(tx, Accident, [{ ...facts, ...origin, number, grade, synthetic: false } as unknown as Accident]);
    await record(tx, context, number, 'REPORT', '事故报告');
    await audit(tx, context, { operation: 'reportAccident', subjects: [number], outcome: grade });
    const [stored] = await tx.query<Accident>(`SELECT ${context.db.columns(Accident)} FROM accident WHERE number = $1`, [number]);
    return stored as Accident;
  });
}

/** 逐级上报: the department has told the level above. */
export function reportUpward(context: RequestContext, { number, reason }: AccidentStepInput): Promise<Accident> {
  return step(context, 'reportAccidentUpward', 'write:hazards', number, async (accident, tx) => {
    if (accident.reportedUpAt !== null) throw AccidentStepTaken({ number, step: 'REPORT_UPWARD' });
    await record(tx, context, number, 'REPORT_UPWARD', reason);
    return { reportedUpAt: context.now };
  });
}

/** 补报: the figures change and the grade with them; what was reported before stays in the events. */
export function correctAccident(context: RequestContext, input: CorrectAccidentInput): Promise<Accident> {
  const { number, reason } = input;
  return step(context, 'correctAccident', 'write:hazards', number, async (accident, tx) => {
    checkCorrection(accident, context.today);
    const figures = {
      deaths: input.deaths ?? accident.deaths,
      seriousInjuries: input.seriousInjuries ?? accident.seriousInjuries,
      directLoss: input.directLoss ?? accident.directLoss,
    };
    const grade = gradeOf({ ...accident, ...figures, occurredAt: accident.occurredAt.toISOString() });
    const { deaths, seriousInjuries, directLoss } = accident;
    await record(
      tx,
      context,
      number,
      'CORRECT',
      reason,
      `deaths ${deaths}, seriousInjuries ${seriousInjuries}, directLoss ${directLoss}, ${accident.grade}`,
    );
    return { ...figures, grade };
  });
}

/** 挂牌督办 of larger and general accidents by the committee above. */
export function superviseAccident(context: RequestContext, { number, reason }: AccidentStepInput): Promise<Accident> {
  return step(context, 'superviseAccident', 'decide:hazards', number, async (accident, tx) => {
    if (accident.supervisedOn !== null) throw AccidentStepTaken({ number, step: 'SUPERVISE' });
    await record(tx, context, number, 'SUPERVISE', reason);
    return { supervisedOn: context.today };
  });
}

export function raiseInvestigation(context: RequestContext, { number, reason, level }: RaiseInvestigationInput): Promise<Accident> {
  return step(context, 'raiseInvestigation', 'decide:hazards', number, async (accident, tx) => {
    checkRaised(number, accident.raisedTo ?? investigationLevel(accident.kind, accident.grade), level);
    await record(tx, context, number, 'RAISE', reason);
    return { raisedTo: level };
  });
}

/** 结案, with the report of the investigation made public: from here the year for the evaluation runs. */
export function closeAccident(context: RequestContext, { number, reason }: AccidentStepInput): Promise<Accident> {
  return step(context, 'closeAccident', 'decide:hazards', number, async (accident, tx) => {
    if (accident.closedOn !== null) throw AccidentStepTaken({ number, step: 'CLOSE' });
    await record(tx, context, number, 'CLOSE', reason);
    return { closedOn: context.today, investigationReport: reason };
  });
}

export function evaluateAccident(context: RequestContext, { number, reason }: AccidentStepInput): Promise<Accident> {
  return step(context, 'evaluateAccident', 'decide:hazards', number, async (accident, tx) => {
    if (accident.closedOn === null) throw AccidentNotClosed({ number });
    if (accident.evaluatedOn !== null) throw AccidentStepTaken({ number, step: 'EVALUATE' });
    await record(tx, context, number, 'EVALUATE', reason);
    return { evaluatedOn: context.today, evaluationReport: reason };
  });
}

function step(
  context: RequestContext,
  operation: string,
  scope: string,
  number: string,
  decide: (accident: Accident, tx: Transaction) => Promise<Partial<Accident>>,
): Promise<Accident> {
  return takeStep(
    context,
    { operation, scope, term: { zh: '事故', en: 'accident' }, entity: Accident, key: 'number', value: number },
    decide,
  );
}

function record(
  tx: Transaction,
  context: RequestContext,
  accidentNumber: string,
  step: AccidentStep,
  reason: string,
  before: string | null = null,
) {
  const { departmentCode } = context.caller;
  return insertRows(tx, AccidentEvent, [{ accidentNumber, step, at: context.now, departmentCode, reason, before }]);
}
