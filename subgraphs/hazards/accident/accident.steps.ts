import {
  audit,
  checkDay,
  defineVerb,
  insertRows,
  journalSubject,
  lockRow,
  procedure,
  requireRegion,
  requireScope,
  type Taken,
} from '../../kernel';
import { Accident, AccidentEvent } from './accident';
import {
  AccidentStepInput,
  CorrectAccidentInput,
  PublishAccidentReportInput,
  RaiseInvestigationInput,
  ReportAccidentInput,
} from './accident.inputs';
import {
  accidentState,
  checkCorrection,
  checkNotTaken,
  checkRaised,
  checkTimes,
  dayOf,
  figuresOf,
  gradeOf,
  investigationLevel,
  refusedIn,
} from './accident.rules';
import type { AccidentState, AccidentStep } from './accident.terms';

export const reportAccident = defineVerb({
  name: 'reportAccident',
  says: '报告事故. Reports an accident: it is graded at once and has a number of its own.',
  input: ReportAccidentInput,
  returns: () => Accident,
  async run(context, { directLoss, evacuated, strandedPeople, strandedMinutes, circumstances, ...stated }) {
    const { caller, now } = context;
    const { regionCode, learnedAt } = stated;
    requireScope(caller, 'write:hazards');
    requireRegion(caller, regionCode, 'regionCode');
    const facts = {
      ...stated,
      occurredAt: new Date(stated.occurredAt),
      learnedAt: learnedAt === null ? null : new Date(learnedAt),
      reportedAt: stated.reportedAt === null ? now : new Date(stated.reportedAt),
      reportedUpAt: null,
      directLoss: directLoss ?? '0',
      evacuated: evacuated ?? 0,
      strandedPeople: strandedPeople ?? 0,
      strandedMinutes: strandedMinutes ?? 0,
      circumstances: circumstances ?? [],
    };
    checkTimes(facts, now);
    const grade = gradeOf(facts);
    return context.db.transaction(async (tx) => {
      const [next] = await tx.query<{ nth: string }>("SELECT nextval('accident_nth') AS nth");
      const number = `SG-${regionCode}-${dayOf(facts.occurredAt).replaceAll('-', '')}-${next?.nth}`;
      const origin = { source: 'onematter', sourceId: number, revision: 1, contentDigest: '' };
      const event = { accidentNumber: number, at: now, departmentCode: caller.departmentCode };
      await insertRows(tx, context, Accident, [{ ...facts, ...origin, number, grade, synthetic: false }]);
      await insertRows(tx, context, AccidentEvent, [
        { ...event, step: 'REPORT', reason: '事故报告', before: null },
      ]);
      await audit(tx, context, {
        operation: 'reportAccident',
        subjects: [journalSubject(Accident, { ...facts, number })],
        outcome: grade,
      });
      return lockRow(tx, context.db, Accident, 'number', number);
    });
  },
});

/** What is done about an accident (令493; 特种设备安全监察条例), each step with its reason on record. */
export const accidentSteps = procedure(
  Accident,
  {
    scope: 'hazards',
    key: 'number',
    stateOf: accidentState,
    refuse: refusedIn,
    async remember(
      tx,
      context,
      accident,
      { event }: Taken<string, AccidentState, AccidentStep>,
      { number, reason },
    ) {
      const { caller, now } = context;
      const before = event === 'CORRECT' ? figuresOf(accident) : null;
      const taken = {
        accidentNumber: number,
        step: event,
        at: now,
        departmentCode: caller.departmentCode,
        reason,
        before,
      };
      await insertRows(tx, context, AccidentEvent, [taken]);
    },
  },
  {
    reportAccidentUpward: {
      to: null,
      event: 'REPORT_UPWARD',
      scope: 'write',
      says: '逐级上报. Records that the level above was told, now.',
      input: AccidentStepInput,
      check: ({ number, reportedUpAt }) => checkNotTaken(number, 'REPORT_UPWARD', reportedUpAt),
      decide: (_, __, { now }) => ({ reportedUpAt: now }),
    },
    correctAccident: {
      done: 'figuresCorrected',
      to: null,
      event: 'CORRECT',
      scope: 'write',
      says: '补报事故伤亡和损失. Corrects the figures of an accident, and its grade with them.',
      input: CorrectAccidentInput,
      check: (accident, { today }) => checkCorrection(accident, today),
      decide(accident, input) {
        const figures = {
          deaths: input.deaths ?? accident.deaths,
          seriousInjuries: input.seriousInjuries ?? accident.seriousInjuries,
          directLoss: input.directLoss ?? accident.directLoss,
        };
        return { ...figures, grade: gradeOf({ ...accident, ...figures }) };
      },
    },
    superviseAccident: {
      to: null,
      event: 'SUPERVISE',
      scope: 'decide',
      says: '事故挂牌督办. Puts an accident under the listed supervision of the committee above.',
      input: AccidentStepInput,
      check: ({ number, supervisedOn }) => checkNotTaken(number, 'SUPERVISE', supervisedOn),
      decide: (_, __, { today }) => ({ supervisedOn: today }),
    },
    raiseInvestigation: {
      to: null,
      event: 'RAISE',
      scope: 'decide',
      says: '提级调查. Raises the investigation to a higher level.',
      input: RaiseInvestigationInput,
      decide({ number, raisedTo, kind, grade }, { level }) {
        checkRaised(number, raisedTo ?? investigationLevel(kind, grade), level);
        return { raisedTo: level };
      },
    },
    // from here the year for the evaluation runs
    closeAccident: {
      from: ['OPEN'],
      to: null,
      event: 'CLOSE',
      scope: 'decide',
      says: '事故结案，附调查报告文号. Closes an accident on the report of its investigation, which publishAccidentReport makes public.',
      input: AccidentStepInput,
      decide: (_, { reason }, { today }) => ({ closedOn: today, investigationReport: reason }),
    },
    // 安全生产法 第八十六条; 令493 第三十四条
    publishAccidentReport: {
      from: ['CLOSED', 'EVALUATED'],
      to: null,
      event: 'PUBLISH_REPORT',
      scope: 'decide',
      says: '公布事故调查报告. Makes the report of an accident public, and with it what anyone may know of the accident.',
      input: PublishAccidentReportInput,
      check: ({ number, reportPublishedOn }) => checkNotTaken(number, 'PUBLISH_REPORT', reportPublishedOn),
      decide({ closedOn }, { reason, on }, { today }) {
        checkDay('on', on, { from: closedOn, to: today });
        return { investigationReport: reason, reportPublishedOn: on ?? today };
      },
    },
    evaluateAccident: {
      from: ['CLOSED'],
      to: null,
      event: 'EVALUATE',
      scope: 'decide',
      says: '评估事故整改落实情况. Records the evaluation of what an accident led to.',
      input: AccidentStepInput,
      decide: (_, { reason }, { today }) => ({ evaluatedOn: today, evaluationReport: reason }),
    },
  },
);
