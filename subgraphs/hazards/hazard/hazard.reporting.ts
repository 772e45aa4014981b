import { randomUUID } from 'node:crypto';
import {
  audit,
  checkDay,
  defineVerb,
  insertRows,
  journalSubject,
  lockRow,
  requireRegion,
  requireScope,
  type HazardDomain,
  type RequestContext,
  type Transaction,
} from '../../kernel';
import { checkCriterion } from '../criterion/criterion.rules';
import { Hazard } from './hazard';
import { HazardEvent } from './hazard-records';
import { eventOf } from './hazard.history';
import { ReportHazardInput } from './hazard.inputs';
import { COMPETENT, OURS, reporterOf } from './hazard.rules';
import type { HazardStep } from './hazard.terms';

/** Whoever reports a hazard is on record with it, since they must not verify it. */
export const reportHazard = defineVerb({
  name: 'reportHazard',
  says: '上报隐患，待核实. Reports a hazard, to be verified by another officer.',
  input: ReportHazardInput,
  returns: () => Hazard,
  async run(context, { evidence, ...stated }) {
    const { caller, today } = context;
    const { domain, regionCode } = stated;
    requireScope(caller, 'write:hazards');
    requireRegion(caller, regionCode, 'regionCode');
    const grade = stated.grade ?? 'MAJOR';
    const foundOn = stated.foundOn ?? today;
    checkDay('foundOn', foundOn, { to: today });
    checkCriterion(grade, domain, stated.criterionCode, foundOn);
    const hazard: Partial<Hazard> = {
      ...begun(regionCode, today, domain),
      ...stated,
      grade,
      firstGrade: grade,
      foundOn,
      matterCodes: stated.matterCodes ?? [],
      status: 'REPORTED',
      ...reporterOf(caller),
    };
    return context.db.transaction(async (tx) => {
      const number = await putDown(tx, context, hazard, {
        step: 'REPORT',
        operation: 'reportHazard',
        evidence,
      });
      return lockRow(tx, context.db, Hazard, 'number', number);
    });
  },
});

/** What an officer has found on the spot, on a clue: verified at once, since somebody else had reported it. Returns its number. */
export function verifiedAtOnce(
  tx: Transaction,
  context: RequestContext,
  { evidence, ...found }: FoundOnClue,
): Promise<string> {
  const { reporterKind, reporterDepartmentCode } = reporterOf(context.caller);
  const hazard: Partial<Hazard> = {
    ...begun(found.regionCode, context.today, found.domain),
    ...found,
    channel: 'INSPECTION',
    origin: 'INSPECTION',
    status: 'VERIFIED',
    reportedBy: null,
    reporterKind,
    reporterDepartmentCode,
  };
  return putDown(tx, context, hazard, { step: 'VERIFY', operation: 'verifyHazard', evidence });
}

type FoundOnClue = Pick<
  Hazard,
  | 'grade'
  | 'criterionCode'
  | 'domain'
  | 'regionCode'
  | 'uscc'
  | 'equipmentCode'
  | 'description'
  | 'foundOn'
  | 'originReference'
  | 'synthetic'
> & { evidence: string };

/** Where every hazard begins that comes to be known here. */
function begun(regionCode: string, today: string, domain: HazardDomain): Partial<Hazard> {
  const number = `YH${regionCode.slice(0, 6)}-${today.replaceAll('-', '')}-${randomUUID().slice(0, 8)}`;
  return {
    number,
    matterCodes: [],
    supervisorCodes: [],
    competentKind: COMPETENT[domain],
    escalation: 'NONE',
    planned: false,
    round: 1,
    steps: 1,
    synthetic: false,
    source: OURS,
    sourceId: number,
    revision: 1,
    contentDigest: '',
  };
}

async function putDown(
  tx: Transaction,
  context: RequestContext,
  hazard: Partial<Hazard>,
  { step, operation, evidence }: { step: HazardStep; operation: string; evidence: string | null },
): Promise<string> {
  const { number = '', status } = hazard;
  const event = { hazardNumber: number, sequence: 1, step, fromStatus: null, toStatus: status };
  await insertRows(tx, context, Hazard, [hazard]);
  await insertRows(tx, context, HazardEvent, [eventOf(context, { ...event, reason: null, evidence })]);
  await audit(tx, context, { operation, subjects: [journalSubject(Hazard, hazard)], outcome: 'done' });
  return number;
}
