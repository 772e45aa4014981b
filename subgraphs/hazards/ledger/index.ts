import { defineNoun } from '../../kernel';
import { LedgerRow, LedgerSummary } from './ledger';
import { LedgerResolver, ledgerCountFields, ledgerFields } from './ledger.resolver';

/** 台账: what a leader reads of a matter, made of the hazards as they stand: no table of its own. */
export const ledger = defineNoun({
  resolvers: [LedgerResolver, ledgerFields, ledgerCountFields],
  types: [LedgerRow, LedgerSummary],
});
