import { defineNoun } from '../../kernel';
import { CriminalTransfer } from './criminal-transfer';
import { caseFields, transferFields } from './transfer.resolver';
import { proposeTransfer, transferSteps } from './transfer.steps';

export const criminalTransfer = defineNoun({
  entity: CriminalTransfer,
  find: false,
  procedure: transferSteps,
  verbs: [proposeTransfer],
  resolvers: [transferFields, caseFields],
});
