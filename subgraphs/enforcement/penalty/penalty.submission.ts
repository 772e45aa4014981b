import { OutsideRegion, ReferenceUnknown, checkDay, coversRegion, submissionOf } from '../../kernel';
import { EnforcementCase } from '../case/case';
import { checkHandler } from '../case/case.rules';
import { PenaltyDecision, PenaltyInput } from './penalty-decision';
import { breachOf, checkFine, checkSummary, exclusionOf, ofCase, publicUntil } from './penalty.rules';

/** All of it happened since the decision, and none in the future. */
const SINCE_DECISION = ['pushedOn', 'publishedOn', 'stoppedOn', 'annulledOn', 'withdrawnOn'] as const;

/** Decisions of other case systems, with what became of their publication there. */
export const penaltySubmission = submissionOf(PenaltyDecision, PenaltyInput, {
  kind: 'penalties',
  decided: 'always',
  document: 'documentNumber',
  async prepare({ db, caller, today }, _, records) {
    const rows = await db.read<EnforcementCase>(
      `SELECT ${db.columns(EnforcementCase)} FROM enforcement_case WHERE number = ANY($1::varchar[])`,
      [records.map(({ caseNumber }) => caseNumber)],
    );
    return { caller, today, cases: new Map(rows.map((row) => [row.number, row])) };
  },
  row(record, { caller, today, cases }) {
    const { caseNumber, documentNumber, kinds, fine, decidedOn, publishedOn } = record;
    const decided = cases.get(caseNumber);
    if (!decided)
      throw ReferenceUnknown({ field: 'caseNumber', target: { zh: '案件', en: 'case' }, got: caseNumber });
    if (!coversRegion(caller, decided.regionCode))
      throw OutsideRegion({ field: 'caseNumber', region: caller.region, got: caseNumber });
    checkHandler(decided, caller);
    checkFine(kinds, fine);
    checkSummary(decided, record);
    checkDay('decidedOn', decidedOn, { to: today });
    for (const field of SINCE_DECISION) checkDay(field, record[field], { from: decidedOn, to: today });
    const known = { ...ofCase(decided), ...record };
    const exclusion = exclusionOf(known, record.exclusion);
    const breachClass = breachOf(known);
    const isPublished = exclusion === null && publishedOn !== null;
    return {
      ...ofCase(decided),
      exclusion,
      breachClass,
      printedNumber: documentNumber,
      publishedOn: isPublished ? publishedOn : null,
      publicUntil: isPublished ? publicUntil(known, publishedOn) : null,
    };
  },
});
