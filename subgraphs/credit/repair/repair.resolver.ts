import sql from 'sql-template-tag';
import { date, fields, flag, manyBy, rulesBeside, workedOut } from '../../kernel';
import { DishonestyListing } from '../listing/listing';
import { LegalRule } from '../others';
import { CreditRepair } from './credit-repair';
import { acceptBy, decideBy, isLate } from './repair.rules';

/** Every agency may know of every application: its fields are UNCONDITIONAL, and no listing under notice has one. */
const repairsOfListing = manyBy(CreditRepair, 'listingId', sql`applied_on, id`);

export const repairFields = fields(CreditRepair, {
  acceptBy: workedOut(
    'UNCONDITIONAL',
    date,
    '受理期限. The last day for accepting it.',
    (repair) => acceptBy(repair).date,
  ),
  decideBy: workedOut(
    'UNCONDITIONAL',
    date,
    '决定期限；受理后起算. The last day for deciding it, once it is accepted.',
    (repair) => decideBy(repair)?.date,
  ),
  ...rulesBeside<CreditRepair>(() => LegalRule, 'UNCONDITIONAL', {
    acceptBy: (repair) => acceptBy(repair).rule,
    decideBy: (repair) => decideBy(repair)?.rule,
  }),
  late: workedOut(
    'UNCONDITIONAL',
    flag,
    '办理是否逾期. Whether its next step is late.',
    (repair, { today }) => isLate(repair, today),
  ),
});

export const listingRepairs = fields(DishonestyListing, {
  repairs: workedOut(
    'UNCONDITIONAL',
    () => [CreditRepair],
    '信用修复申请，按先后. The applications for its early removal, the earliest first.',
    ({ id }, context) => repairsOfListing(context)(id),
  ),
});
