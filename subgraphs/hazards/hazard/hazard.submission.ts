import { FieldMissing, SourceNotYours, checkDay, submissionOf, type Caller } from '../../kernel';
import { checkCriterion } from '../criterion/criterion.rules';
import { Hazard } from './hazard';
import { HazardEvent } from './hazard-records';
import { HazardInput } from './hazard.inputs';
import { COMPETENT, OURS, checkDepartment, reporterOf } from './hazard.rules';
import { NotCompetent } from './refusals.rules';

export const hazardSubmission = submissionOf(Hazard, HazardInput, {
  kind: 'hazards',
  // whoever verifies decides: all that follows it rests on that
  decided: {
    status: {
      REPORTED: false,
      VERIFIED: true,
      NOTIFIED: true,
      RECTIFYING: true,
      SUBMITTED: true,
      CLOSED: true,
      REOPENED: true,
      DISMISSED: true,
    },
    escalation: { NONE: false, LETTER: true, CIRCULAR: true, INTERVIEW: true, EXPOSURE: true },
  },
  checkSource(_, source) {
    if (source === OURS) throw SourceNotYours({ field: 'source', owner: OURS, got: source });
  },
  row(record, { caller, today }) {
    const { leadDepartmentCode, regionCode, domain } = record;
    const competentKind = leadDepartmentCode
      ? checkDepartment('leadDepartmentCode', leadDepartmentCode, regionCode)
      : COMPETENT[domain];
    checkCourse(record, today);
    checkCriterion(record.grade, domain, record.criterionCode, record.foundOn);
    checkWriter(record, competentKind, caller);
    const originalDueOn = record.originalDueOn ?? record.dueOn;
    return {
      originalDueOn,
      dueOn: record.dueOn ?? originalDueOn,
      competentKind,
      matterCodes: record.matterCodes ?? [],
      supervisorCodes: [],
      planned: false,
      round: 1,
      steps: 1,
      ...reporterOf(caller),
    };
  },
  /** The first entry of its history and its first grade; a correction of the record leaves them as they were. */
  async afterStore(tx, rows) {
    await tx.query(
      'UPDATE hazard SET first_grade = grade WHERE number = ANY($1::varchar[]) AND first_grade IS NULL',
      [rows.map(({ number }) => number)],
    );
    await tx.query(
      `INSERT INTO hazard_event (hazard_number, sequence, step, to_status, officer, department_kind, department_code, at, due_on, escalation)
       SELECT number, 1, 'RECORD', status, reported_by, reporter_kind, reporter_department_code, now(), due_on, escalation FROM hazard
       WHERE number = ANY($1::varchar[]) ON CONFLICT DO NOTHING`,
      [rows.map(({ number }) => number)],
    );
  },
  history: { entity: HazardEvent, of: 'hazardNumber', order: 'sequence' },
});

/** Whoever is not competent may only report: a state beyond that is for the competent department, or 安委会 that keeps the database. */
function checkWriter({ number, status }: HazardInput, competent: string, { department }: Caller): void {
  if (status === 'REPORTED' || department === competent || department === 'SAFETY_COMMITTEE') return;
  throw NotCompetent({ field: 'status', number, competent, department });
}

/** What happened follows in order, lies in no future, and is what the status says. */
function checkCourse({ status, foundOn, originalDueOn, dueOn, closedOn }: HazardInput, today: string): void {
  checkDay('foundOn', foundOn, { to: today });
  const needsDeadline = !['REPORTED', 'VERIFIED', 'DISMISSED'].includes(status);
  if (needsDeadline && !originalDueOn && !dueOn) throw FieldMissing({ field: 'originalDueOn' });
  checkDay('originalDueOn', originalDueOn, { from: foundOn });
  checkDay('dueOn', dueOn, { from: originalDueOn ?? foundOn });
  checkDay('closedOn', closedOn, { from: foundOn, to: today });
  if ((status === 'CLOSED') !== (closedOn !== null))
    throw FieldMissing({ field: status === 'CLOSED' ? 'closedOn' : 'status' });
}
