import {
  checkDay,
  lockRow,
  procedure,
  normalNumber,
  type Database,
  type ProcedureStep,
  type RequestContext,
  type Transaction,
} from '../../kernel';
import type { EnforcementCase } from '../case/case';
import { StepIncomplete, checkHandler } from '../case/case.rules';
import { insertNew, ownRow } from '../own-rows';
import { PenaltyDecision } from './penalty-decision';
import { PublicationInput, StopPublicityInput, WithdrawDecisionInput } from './penalty.inputs';
import {
  breachOf,
  checkElsewhere,
  checkFine,
  checkStop,
  checkSummary,
  exclusionOf,
  ofCase,
  publicUntil,
  publicityOn,
  refusedIn,
  type Publicity,
} from './penalty.rules';

/** What an officer decides, besides what follows from the case. */
type Decision = Pick<
  PenaltyDecision,
  'printedNumber' | 'kinds' | 'fine' | 'exclusion' | 'breachClass' | 'restrictedUntil'
>;

/** Puts down the decision of a case. */
export async function decidePenalty(
  tx: Transaction,
  context: RequestContext,
  decided: EnforcementCase,
  decision: Decision,
): Promise<void> {
  const { printedNumber, kinds, fine, exclusion } = decision;
  checkFine(kinds, fine);
  checkSummary(decided, { kinds, fine, decidedOn: context.today });
  const documentNumber = normalNumber(printedNumber);
  const row = {
    ...ownRow(documentNumber),
    ...ofCase(decided),
    ...decision,
    documentNumber,
    decidedOn: context.today,
  };
  const breachClass = breachOf(row);
  const known = { ...row, breachClass, exclusion: exclusionOf(row, exclusion) };
  await insertNew(tx, context, PenaltyDecision, known, 'documentNumber');
}

export function penaltyOfCase(
  tx: Transaction,
  db: Database,
  number: string,
): Promise<PenaltyDecision | null> {
  return lockRow(tx, db, PenaltyDecision, 'caseNumber', number);
}

type Publishing = ProcedureStep<PenaltyDecision, Publicity, InstanceType<typeof PublicationInput>>;

const publishing: Pick<Publishing, 'from' | 'to' | 'scope' | 'input' | 'decide'> = {
  from: ['UNPUBLISHED'],
  to: null,
  scope: 'decide',
  input: PublicationInput,
  decide: (decision, _, { today }) => ({ publishedOn: today, publicUntil: publicUntil(decision, today) }),
};

/** The publication of a decision: 谁办案、谁录入、谁负责 (令45号 第十六条). */
export const publication = procedure(
  PenaltyDecision,
  {
    scope: 'enforcement',
    key: 'documentNumber',
    stateOf: (decision, { today }) => publicityOn(decision, today),
    admit: ({ documentNumber: number, departmentKind }, { caller }) =>
      checkHandler({ number, departmentKind }, caller),
    refuse: refusedIn,
  },
  {
    publishDecision: { ...publishing, says: '公示处罚决定. Publishes a penalty decision.' },
    // 接收地公示: by the same kind of department of the party's province
    publishPushedDecision: {
      done: 'publishedElsewhere',
      ...publishing,
      place: 'partyRegionCode',
      says: '公示外省推送的决定. Publishes what another province has pushed.',
      check({ documentNumber, pushedOn }) {
        if (pushedOn === null) throw StepIncomplete({ key: documentNumber, missing: 'pushDecision' });
      },
    },
    pushDecision: {
      to: null,
      scope: 'decide',
      says: '向当事人所在省推送. Pushes a decision to the party’s province.',
      input: PublicationInput,
      check: checkElsewhere,
      decide: (_, __, { today }) => ({ pushedOn: today }),
    },
    // 令45号 第十四条: what we hold ourselves is checked; that the harm is removed and the party on no list, the officer states
    stopPublicity: {
      from: ['PUBLIC'],
      to: null,
      scope: 'decide',
      says: '提前停止公示. Ends a publication before its term.',
      input: StopPublicityInput,
      check: (decision, { today }) => checkStop(decision, today),
      async decide(decision, { harmRemoved, notListed }, { today }, tx) {
        const missing = await missingForStop(tx, decision, { harmRemoved, notListed });
        if (missing.length > 0)
          throw StepIncomplete({ key: decision.documentNumber, missing: missing.join(', ') });
        return { stoppedOn: today };
      },
    },
    // from this moment nobody but agencies sees it
    withdrawDecision: {
      to: null,
      scope: 'decide',
      says: '撤回公示. Withdraws a decision that was annulled.',
      input: WithdrawDecisionInput,
      decide({ decidedOn }, { annulledOn, ground }, { today }) {
        checkDay('annulledOn', annulledOn, { from: decidedOn, to: today });
        return { annulledOn, withdrawalGround: ground, withdrawnOn: today };
      },
    },
  },
);

/** The fine is paid, and nothing of the same kind was decided since. */
async function missingForStop(
  tx: Transaction,
  decision: PenaltyDecision,
  stated: Record<string, boolean>,
): Promise<string[]> {
  const [row] = await tx.query<{ paid: boolean; repeated: boolean }>(
    `SELECT EXISTS (SELECT 1 FROM enforcement_case WHERE number = $1 AND (executed_on IS NOT NULL OR paid_on IS NOT NULL)) AS paid,
       EXISTS (SELECT 1 FROM penalty_decision WHERE party_uscc = $2 AND cause_code = $3 AND decided_on > $4 AND withdrawn_on IS NULL) AS repeated`,
    [decision.caseNumber, decision.partyUscc, decision.causeCode, decision.decidedOn],
  );
  const holds = { ...stated, obligationsDone: row?.paid === true, notRepeated: row?.repeated === false };
  return Object.entries(holds).flatMap(([name, value]) => (value ? [] : name));
}
