import { randomUUID } from 'node:crypto';
import {
  audit,
  insertRows,
  readRecord,
  requireRegion,
  requireScope,
  takeStep,
  type RequestContext,
  type Transaction,
  checkDay,
} from '../../kernel';
import { checkCampaign } from '../campaign/campaign';
import { insertNew, ownRow } from '../own-rows';
import { EnforcementCase } from './case';
import { causeOf } from './case-cause';
import { CaseEvent } from './case-event';
import type { CaseStepInput } from './case-steps.inputs';
import { RegisterLeadInput } from './case-steps.inputs';
import { checkParty, unbegun } from './case-submission.rules';
import type { CaseStatus, CaseStep } from './case.terms';
import { checkHandler, handlerOf, officerOf, statusAfter } from './case.rules';
import { caseByNumber } from './case.lists';

export type CaseChanges = Partial<EnforcementCase>;
/** What a step decides: what changes in the case. May write other rows. */
export type Decide<Input> = (one: EnforcementCase, input: Input, officer: string, tx: Transaction) => CaseChanges | Promise<CaseChanges>;

export interface CaseVerb<Input extends CaseStepInput> {
  operation: string;
  step: CaseStep;
  scope: 'write:enforcement' | 'decide:enforcement';
  input: new () => Input;
  decide: Decide<Input>;
}

/** Takes one step of a case, with its history; of two officers who act at once the second sees what the first has done. */
export function advance<Input extends CaseStepInput>(
  context: RequestContext,
  { operation, step, scope, input, decide }: CaseVerb<Input>,
  sent: Input,
): Promise<EnforcementCase> {
  const read = readRecord(input, sent);
  const on = { operation, scope, term: { zh: '案件', en: 'case' }, entity: EnforcementCase, key: 'number' as const, value: read.number };
  return takeStep(context, on, async (one, tx) => {
    checkHandler(one, context.caller);
    const officer = officerOf(context.caller);
    const status = statusAfter(one, step);
    const changes = await decide(one, read, officer, tx);
    await remember(tx, context, { caseNumber: one.number, step, status, officer, reason: read.reason });
    return { ...changes, status };
  });
}

async function remember(tx: Transaction, { now }: RequestContext, event: Omit<CaseEvent, 'id' | 'at'>): Promise<void> {
  await insertRows(tx, CaseEvent, [{ id: randomUUID(), at: now, ...event }]);
}

/** A lead is a case that is not filed yet: it has its number for good. */
export async function registerLead(context: RequestContext, sent: RegisterLeadInput): Promise<EnforcementCase | null> {
  const { caller, today } = context;
  requireScope(caller, 'write:enforcement');
  const { reason, receivedOn, campaign, partyName, ...stated } = readRecord(RegisterLeadInput, sent);
  const handler = handlerOf(stated.departmentCode, caller.department);
  requireRegion(caller, handler.regionCode, 'departmentCode');
  causeOf(stated.causeCode);
  checkParty(stated);
  checkDay('receivedOn', receivedOn, { to: today });
  const officer = officerOf(caller);
  const status: CaseStatus = 'LEAD';
  await context.db.transaction(async (tx) => {
    const row = {
      ...ownRow(stated.number),
      ...stated,
      ...handler,
      status,
      storedPartyName: partyName,
      campaignCode: checkCampaign(campaign),
      leadReceivedOn: receivedOn,
      ...unbegun(),
      procedure: 'ORDINARY' as const,
      relatedNumbers: stated.relatedNumbers ?? [],
      matterCodes: stated.matterCodes ?? [],
      synthetic: false,
    };
    await insertNew(tx, EnforcementCase, row, 'number');
    await remember(tx, context, { caseNumber: stated.number, step: 'REGISTER', status, officer, reason });
    await audit(tx, context, { operation: 'registerLead', subjects: [stated.number], outcome: 'done' });
  });
  return caseByNumber(context, stated.number);
}
