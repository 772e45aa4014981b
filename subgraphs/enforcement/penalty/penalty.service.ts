import { lockRow, readRecord, takeStep, type Database, type RequestContext, type Transaction, checkDay } from '../../kernel';
import type { EnforcementCase } from '../case/case';
import { StepIncomplete, checkHandler } from '../case/case.rules';
import { normalNumber } from '../document-number';
import { insertNew, ownRow } from '../own-rows';
import { PenaltyDecision } from './penalty-decision';
import { PublicationInput, StopPublicityInput, WithdrawDecisionInput } from './penalty.inputs';
import {
  NotForPublication,
  NotInAnotherProvince,
  PublishedAlready,
  checkFine,
  checkStop,
  exclusionOf,
  isInAnotherProvince,
  publicUntil,
} from './penalty.rules';

/** What a decision has of its case: so that figures and publicity need no join. */
export function ofCase(one: EnforcementCase) {
  return {
    caseNumber: one.number,
    causeCode: one.causeCode,
    procedure: one.procedure,
    departmentCode: one.departmentCode,
    departmentKind: one.departmentKind,
    regionCode: one.regionCode,
    partyKind: one.partyKind,
    partyUscc: one.partyUscc,
    storedPartyName: one.storedPartyName,
    partyRegionCode: one.partyRegionCode,
    industryCode: one.industryCode,
    matterCodes: one.matterCodes,
    synthetic: one.synthetic,
  };
}

/** What an officer decides, besides what follows from the case. */
type Decision = Pick<PenaltyDecision, 'printedNumber' | 'kinds' | 'fine' | 'exclusion' | 'restrictedUntil'>;

/** Puts down the decision of a case. */
export async function decidePenalty(tx: Transaction, one: EnforcementCase, decision: Decision, today: string): Promise<void> {
  const { printedNumber, kinds, fine, exclusion } = decision;
  checkFine(kinds, fine);
  const documentNumber = normalNumber(printedNumber);
  const row = {
    ...ownRow(documentNumber),
    ...ofCase(one),
    ...decision,
    documentNumber,
    decidedOn: today,
    exclusion: exclusionOf({ kinds, procedure: one.procedure }, exclusion),
  };
  await insertNew(tx, PenaltyDecision, row, 'documentNumber');
}

export function penaltyOfCase(tx: Transaction, db: Database, number: string): Promise<PenaltyDecision | null> {
  return lockRow(tx, db, PenaltyDecision, 'caseNumber', number);
}

/** One step of a decision's publication: 谁办案、谁录入、谁负责 (令45号 第十六条), by the officers of `place`. */
function publicise<Input extends PublicationInput>(
  context: RequestContext,
  operation: string,
  input: new () => Input,
  sent: Input,
  decide: (one: PenaltyDecision, input: Input, tx: Transaction) => Partial<PenaltyDecision> | Promise<Partial<PenaltyDecision>>,
  place: 'regionCode' | 'partyRegionCode' = 'regionCode',
): Promise<PenaltyDecision> {
  const read = readRecord(input, sent);
  const on = {
    operation,
    scope: 'decide:enforcement',
    term: { zh: '处罚决定', en: 'penalty' },
    entity: PenaltyDecision,
    key: 'documentNumber' as const,
  };
  return takeStep(context, { ...on, value: read.documentNumber, place }, (one, tx) => {
    checkHandler({ number: one.documentNumber, departmentKind: one.departmentKind }, context.caller);
    return decide(one, read, tx);
  });
}

export function publishDecision(context: RequestContext, sent: PublicationInput): Promise<PenaltyDecision> {
  return publicise(context, 'publishDecision', PublicationInput, sent, (one) => published(one, context.today));
}

/** 接收地公示: by the same kind of department of the party’s province, once it was pushed there. */
export function publishPushedDecision(context: RequestContext, sent: PublicationInput): Promise<PenaltyDecision> {
  const decide = (one: PenaltyDecision) => {
    if (one.pushedOn === null) throw StepIncomplete({ key: one.documentNumber, missing: 'pushDecision' });
    return published(one, context.today);
  };
  return publicise(context, 'publishPushedDecision', PublicationInput, sent, decide, 'partyRegionCode');
}

function published(one: PenaltyDecision, today: string): Partial<PenaltyDecision> {
  const { documentNumber: key, exclusion, publishedOn } = one;
  if (exclusion !== null) throw NotForPublication({ key, exclusion });
  if (publishedOn !== null) throw PublishedAlready({ key, on: publishedOn });
  return { publishedOn: today, publicUntil: publicUntil(one, today) };
}

export function pushDecision(context: RequestContext, sent: PublicationInput): Promise<PenaltyDecision> {
  return publicise(context, 'pushDecision', PublicationInput, sent, (one) => {
    if (!isInAnotherProvince(one)) throw NotInAnotherProvince({ key: one.documentNumber });
    return { pushedOn: context.today };
  });
}

/**
 * 提前停止公示 (令45号 第十四条). What we hold ourselves is checked here: the fine is paid, nothing of the same kind was
 * decided since, no kind that stays to the end. That the harm is removed and the party on no list, the officer states.
 */
export function stopPublicity(context: RequestContext, sent: StopPublicityInput): Promise<PenaltyDecision> {
  return publicise(context, 'stopPublicity', StopPublicityInput, sent, async (one, { harmRemoved, notListed }, tx) => {
    checkStop(one, context.today);
    const missing = await missingForStop(tx, one, { harmRemoved, notListed });
    if (missing.length > 0) throw StepIncomplete({ key: one.documentNumber, missing: missing.join(', ') });
    return { stoppedOn: context.today };
  });
}

async function missingForStop(tx: Transaction, one: PenaltyDecision, stated: Record<string, boolean>): Promise<string[]> {
  const [row] = await tx.query<{ paid: boolean; repeated: boolean }>(
    `SELECT EXISTS (SELECT 1 FROM enforcement_case WHERE number = $1 AND (executed_on IS NOT NULL OR paid_on IS NOT NULL)) AS paid,
       EXISTS (SELECT 1 FROM penalty_decision WHERE party_uscc = $2 AND cause_code = $3 AND decided_on > $4 AND withdrawn_on IS NULL) AS repeated`,
    [one.caseNumber, one.partyUscc, one.causeCode, one.decidedOn],
  );
  const holds = { ...stated, obligationsDone: row?.paid === true, notRepeated: row?.repeated === false };
  return Object.entries(holds).flatMap(([name, value]) => (value ? [] : name));
}

/** From this moment nobody but agencies sees it. */
export function withdrawDecision(context: RequestContext, sent: WithdrawDecisionInput): Promise<PenaltyDecision> {
  return publicise(context, 'withdrawDecision', WithdrawDecisionInput, sent, (one, { annulledOn, ground }) => {
    checkDay('annulledOn', annulledOn, { from: one.decidedOn, to: context.today });
    return { annulledOn, withdrawalGround: ground, withdrawnOn: context.today };
  });
}
