import sql, { raw, type Sql } from 'sql-template-tag';
import {
  NotFound,
  again,
  audit,
  declareError,
  defineVerb,
  insertRows,
  isOfTown,
  journalSubject,
  lockRow,
  procedure,
  requireScope,
  termOf,
  within,
  type Caller,
  type RequestContext,
} from '../../kernel';
import { officerOf } from '../case/case.rules';
import { Tip } from './tip';
import { AskTipRecusalInput, DecideTipRecusalInput, TipRecusal } from './tip-recusal';
import { numbered } from './tip-number';
import { visible } from './tip.lists';
import { handlesHere } from './tip.rules';
import { RecusalStatus } from './tip.terms';

const RecusalUnclear = declareError(
  'RECUSAL_UNCLEAR',
  '回避应针对一件举报，或者申报本人在一个单位的利害关系，二者择一。',
  'A recusal is from one tip, or declares one’s own interest in one enterprise: one of the two.',
);
const RecusalDeciderMustDiffer = declareError(
  'RECUSAL_DECIDER_MUST_DIFFER',
  '回避 {key} 由 {officer} 提出或者涉及其本人，须由其他负责人决定。',
  'The recusal {key} was asked by {officer} or is about them: another head must decide it.',
);

/** The row rule: for the department of the officer, and not for an officer whom another has named. */
export function recusalVisible({ caller }: RequestContext): Sql {
  const { department, region, subject } = caller;
  if (!handlesHere(department) || region === null || isOfTown(caller)) return sql`AND false`;
  return sql`AND department_kind = ${department} ${within(raw('region_code'), region)}
    AND (officer <> ${subject} OR asked_by = ${subject})`;
}

/** Of the two ways, one: from a tip, or from an enterprise, where one speaks for oneself alone. */
function checkClear({ tipNumber, uscc, officer }: InstanceType<typeof AskTipRecusalInput>, caller: Caller) {
  const isOwn = officer === null || officer === officerOf(caller);
  if ((tipNumber === null) === (uscc === null) || (uscc !== null && !isOwn)) throw RecusalUnclear();
}

export const askTipRecusal = defineVerb({
  name: 'askTipRecusal',
  says: '提出回避，负责人决定前即不得接触. Asks that an officer keep away, who does so until the head has decided.',
  input: AskTipRecusalInput,
  returns: () => TipRecusal,
  async run(context, stated) {
    const { caller, today, db } = context;
    const { department, region } = caller;
    requireScope(caller, 'write:enforcement');
    checkClear(stated, caller);
    const field = 'tipNumber';
    const notFound = () => NotFound({ field, term: termOf(Tip), got: String(stated.tipNumber) });
    if (!handlesHere(department) || department === null || region === null || isOfTown(caller))
      throw notFound();
    const askedBy = officerOf(caller);
    const recusal: TipRecusal = {
      ...stated,
      number: numbered('HB'),
      officer: stated.officer ?? askedBy,
      askedBy,
      askedOn: today,
      departmentKind: department,
      regionCode: region,
      status: 'ASKED',
      decidedBy: null,
      decidedOn: null,
      decision: null,
    };
    return again(() =>
      db.transaction(async (tx) => {
        const { tipNumber } = stated;
        if (tipNumber !== null && !(await lockRow(tx, db, Tip, 'number', tipNumber, visible(context))))
          throw notFound();
        await insertRows(tx, context, TipRecusal, [recusal]);
        await audit(tx, context, {
          operation: 'askTipRecusal',
          subjects: [journalSubject(TipRecusal, recusal)],
          outcome: 'asked',
        });
        return recusal;
      }),
    );
  },
});

/** 行政处罚法 第四十三条: the head decides on a recusal, and until then the handling goes on by others. */
export const tipRecusalSteps = procedure(
  TipRecusal,
  { scope: 'enforcement', key: 'number', states: RecusalStatus },
  {
    decideTipRecusal: {
      from: ['ASKED', 'GRANTED'],
      to: ({ granted }) => (granted ? 'GRANTED' : 'REFUSED'),
      scope: 'decide',
      says: '决定回避或者驳回、解除. Decides on a recusal: it is granted, refused, or over.',
      input: DecideTipRecusalInput,
      check({ number, officer, askedBy }, { caller }) {
        const head = officerOf(caller);
        if (head === officer || head === askedBy)
          throw RecusalDeciderMustDiffer({ key: number, officer: head });
      },
      decide: (_, { decision }, { caller, today }) => ({
        decision,
        decidedBy: officerOf(caller),
        decidedOn: today,
      }),
    },
  },
);
