import { OutsideRegion, ReferenceUnknown, coversRegion, type Caller, type Submission, checkDay } from '../../kernel';
import { EnforcementCase } from '../case/case';
import { checkHandler } from '../case/case.rules';
import { PenaltyDecision } from './penalty-decision';
import { PenaltyInput } from './penalty.inputs';
import { checkFine, exclusionOf, publicUntil } from './penalty.rules';
import { ofCase } from './penalty.service';

interface Prepared {
  caller: Caller;
  today: string;
  cases: ReadonlyMap<string, EnforcementCase>;
}

/** Decisions of other case systems, with what became of their publication there. */
export const penaltySubmission: Submission<PenaltyInput, PenaltyDecision, Prepared> = {
  kind: 'penalties',
  term: { zh: '行政处罚决定', en: 'penalty' },
  mutation: 'submitPenalties',
  subgraph: 'enforcement',
  input: PenaltyInput,
  entity: PenaltyDecision,
  key: 'documentNumber',
  async prepare({ db, caller, today }, _, records) {
    const rows = await db.read<EnforcementCase>(
      `SELECT ${db.columns(EnforcementCase)} FROM enforcement_case WHERE number = ANY($1::varchar[])`,
      [records.map(({ caseNumber }) => caseNumber)],
    );
    return { caller, today, cases: new Map(rows.map((row) => [row.number, row])) };
  },
  toRow(record, { caller, today, cases }) {
    const { sourceId: _, revision: __, caseNumber, ...stated } = record;
    const one = cases.get(caseNumber);
    if (!one) throw ReferenceUnknown({ field: 'caseNumber', target: { zh: '案件', en: 'case' }, got: caseNumber });
    if (!coversRegion(caller, one.regionCode)) throw OutsideRegion({ field: 'caseNumber', region: caller.region, got: caseNumber });
    checkHandler(one, caller);
    checkFine(record.kinds, record.fine);
    checkDay('decidedOn', record.decidedOn, { to: today });
    for (const field of SINCE_DECISION) checkDay(field, record[field], { from: record.decidedOn, to: today });
    const known = { ...ofCase(one), ...stated };
    const exclusion = exclusionOf(known, record.exclusion);
    return {
      ...known,
      exclusion,
      printedNumber: record.documentNumber,
      publishedOn: exclusion === null ? record.publishedOn : null,
      publicUntil: exclusion === null && record.publishedOn !== null ? publicUntil(known, record.publishedOn) : null,
    };
  },
};

/** All of it happened since the decision, and none in the future. */
const SINCE_DECISION = ['pushedOn', 'publishedOn', 'stoppedOn', 'annulledOn', 'withdrawnOn'] as const;
