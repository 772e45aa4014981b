import { fields, flag, unsealed, workedOut } from '../../kernel';
import { InspectionBody } from './inspection-body';
import { Inspector } from './inspector';

export const bodyFields = fields(InspectionBody, {
  valid: workedOut(
    'PUBLIC',
    flag,
    '核准是否有效（当日）. Whether its approval holds today.',
    ({ validUntil }, { today }) => validUntil >= today,
  ),
});

export const inspectorFields = fields(Inspector, {
  name: {
    ...unsealed<Inspector>('姓名. The full name of the person.', ({ sealedName }) => sealedName),
    owner: 'MARKET_SUPERVISION',
  },
  valid: workedOut(
    'UNCONDITIONAL',
    flag,
    '证件是否有效（当日）. Whether the certificate holds today.',
    ({ validUntil }, { today }) => validUntil >= today,
  ),
});
