import { FieldInvalid, declareError, seal, type DataKeys } from '../../kernel';
import type { FireKeyUnitInput } from './fire-key-unit';

export const FireUnitsNotYours = declareError(
  'FIRE_UNITS_NOT_YOURS',
  '消防安全重点单位由消防救援机构确定，{department:DepartmentKind} 不得报送。',
  'Key fire units are kept by fire and rescue; {department:DepartmentKind} may not submit them.',
);

/** The five of 五包一. */
export const FIVE = [
  'industryOfficer',
  'townOfficer',
  'communityWorker',
  'fireOfficer',
  'specialist',
] as const;
export type Guarantor = (typeof FIVE)[number];
const SHAPE = { zh: '姓名|单位|电话', en: 'name|unit|telephone' };

/** Each of the five as one sealed text. A refusal does not repeat what was sent: it holds names. */
export function sealedGuarantors(
  record: Pick<FireKeyUnitInput, Guarantor>,
  dataKey: DataKeys,
): Record<Guarantor, string | null> {
  return Object.fromEntries(
    FIVE.map((field) => [field, sealedGuarantor(field, record[field], dataKey)]),
  ) as Record<Guarantor, string | null>;
}

function sealedGuarantor(field: Guarantor, sent: string | null, dataKey: DataKeys): string | null {
  if (sent === null) return null;
  const parts = sent.split('|').map((part) => part.trim());
  if (parts.length < 2 || parts.length > 3 || parts.includes(''))
    throw FieldInvalid({ field, shape: SHAPE, got: parts.length });
  return seal(parts.join('|'), dataKey);
}
