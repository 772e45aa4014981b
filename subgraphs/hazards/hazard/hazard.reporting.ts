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
} from '../../kernel';
import { checkCriterion } from '../criterion/criterion.rules';
import { Hazard } from './hazard';
import { HazardEvent } from './hazard-records';
import { eventOf } from './hazard.history';
import { ReportHazardInput } from './hazard.inputs';
import { COMPETENT, OURS, reporterOf } from './hazard.rules';

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
    const number = `YH${regionCode.slice(0, 6)}-${today.replaceAll('-', '')}-${randomUUID().slice(0, 8)}`;
    const hazard: Partial<Hazard> = {
      ...stated,
      number,
      grade,
      foundOn,
      matterCodes: stated.matterCodes ?? [],
      supervisorCodes: [],
      competentKind: COMPETENT[domain],
      status: 'REPORTED',
      escalation: 'NONE',
      ...reporterOf(caller),
      planned: false,
      round: 1,
      steps: 1,
      synthetic: false,
      source: OURS,
      sourceId: number,
      revision: 1,
      contentDigest: '',
    };
    const reported = {
      step: 'REPORT',
      fromStatus: null,
      toStatus: 'REPORTED',
      reason: null,
      evidence,
    } as const;
    return context.db.transaction(async (tx) => {
      await insertRows(tx, context, Hazard, [hazard]);
      await insertRows(tx, context, HazardEvent, [
        eventOf(context, { hazardNumber: number, sequence: 1, ...reported }),
      ]);
      await audit(tx, context, {
        operation: 'reportHazard',
        subjects: [journalSubject(Hazard, hazard)],
        outcome: 'done',
      });
      return lockRow(tx, context.db, Hazard, 'number', number);
    });
  },
});
