import { randomUUID } from 'node:crypto';
import {
  audit,
  byKey,
  checkDay,
  defineVerb,
  insertRows,
  journalSubject,
  requireRegion,
  requireScope,
} from '../../kernel';
import { checkCampaign } from '../campaign/campaign';
import { EnforcementCase } from '../case/case';
import { checkCause } from '../case/case-cause';
import { CaseEvent } from '../case/case-event';
import { checkParty, unbegun } from '../case/case-submission.rules';
import { handlerOf, officerOf, partyOf } from '../case/case.rules';
import { insertNew, ownRow } from '../own-rows';
import { RegisterLeadInput } from './procedure.inputs';

/** A lead is a case that is not filed yet: it has its number for good. */
export const registerLead = defineVerb({
  name: 'registerLead',
  says: '登记线索. Registers a lead, from what it began with.',
  input: RegisterLeadInput,
  returns: () => EnforcementCase,
  async run(context, { reason, receivedOn, campaign, partyName, relatedNumbers, matterCodes, ...stated }) {
    const { caller, today, now, settings } = context;
    const { number } = stated;
    requireScope(caller, 'write:enforcement');
    const handler = handlerOf(stated.departmentCode, caller.department);
    requireRegion(caller, handler.regionCode, 'departmentCode');
    checkCause(stated.causeCode, handler.departmentKind);
    checkParty(stated);
    checkDay('receivedOn', receivedOn, { to: today });
    const row = {
      ...ownRow(number),
      ...unbegun(),
      ...stated,
      ...handler,
      status: 'LEAD' as const,
      procedure: 'ORDINARY' as const,
      ...partyOf({ partyKind: stated.partyKind, partyName }, settings.dataKey),
      campaignCode: checkCampaign(campaign),
      leadReceivedOn: receivedOn,
      relatedNumbers: relatedNumbers ?? [],
      matterCodes: matterCodes ?? [],
      synthetic: false,
    };
    const begun = {
      id: randomUUID(),
      caseNumber: number,
      step: 'REGISTER' as const,
      status: row.status,
      at: now,
    };
    await context.db.transaction(async (tx) => {
      await insertNew(tx, context, EnforcementCase, row, 'number');
      await insertRows(tx, context, CaseEvent, [{ ...begun, officer: officerOf(caller), reason }]);
      await audit(tx, context, {
        operation: 'registerLead',
        subjects: [journalSubject(EnforcementCase, row)],
        outcome: 'done',
      });
    });
    return byKey(EnforcementCase)(context).load(number);
  },
});
