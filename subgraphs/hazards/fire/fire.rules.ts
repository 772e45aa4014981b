import { FieldInvalid, declareError, seal } from '../../kernel';
import type { StoredGuarantor } from './fire-key-unit';
import type { FireKeyUnitInput } from './fire.inputs';
import type { GuarantorRole } from './vocabulary';

export const FireUnitsNotYours = declareError(
  'FIRE_UNITS_NOT_YOURS',
  '消防安全重点单位由消防救援机构确定，{department} 不得报送。',
  'Key fire units are kept by fire and rescue; {department} may not submit them.',
);

const FIELD_OF: Record<GuarantorRole, keyof FireKeyUnitInput> = {
  INDUSTRY_OFFICER: 'industryOfficer',
  TOWN_OFFICER: 'townOfficer',
  COMMUNITY_WORKER: 'communityWorker',
  FIRE_OFFICER: 'fireOfficer',
  SPECIALIST: 'specialist',
};
/** The five of 五包一. */
export const ROLES = Object.keys(FIELD_OF) as GuarantorRole[];

/** Those of the five who are named, their names and phones sealed. A refusal does not repeat what was sent: it holds names. */
export function guarantorsOf(record: FireKeyUnitInput, dataKey: Uint8Array): StoredGuarantor[] {
  return ROLES.flatMap((role) => {
    const field = FIELD_OF[role];
    const sent = record[field];
    if (typeof sent !== 'string') return [];
    const [name = '', organisation = '', phone = '', ...rest] = sent.split('|').map((part) => part.trim());
    if (name === '' || organisation === '' || rest.length > 0) {
      throw FieldInvalid({ field, shape: '姓名|单位|电话', got: `${sent.split('|').length} parts` });
    }
    return { role, organisation, name: seal(name, dataKey), phone: phone === '' ? null : seal(phone, dataKey) };
  });
}

/** What was recorded has happened. */
export function checkNotAhead(field: string, date: string | null, today: string): void {
  if (date !== null && date > today) throw FieldInvalid({ field, shape: `a date until ${today}`, got: date });
}
