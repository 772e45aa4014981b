import type { Qualification } from '../qualification/qualification';
import { isInForce, statusOn } from '../qualification/qualification.rules';
import type { AuthorisationReason } from './operator';

export interface Verdict {
  allowed: boolean;
  reason: AuthorisationReason;
  /** The qualification that decided. */
  by: Qualification | null;
}

/** How near a reason is to being allowed: of several certificates, the one that lacks least is spoken of. */
const NEAREST: readonly AuthorisationReason[] = [
  'AUTHORISED',
  'NOT_EMPLOYED_BY_USER',
  'EXPIRED',
  'SUSPENDED',
  'REVOKED',
];

/**
 * Whether a person may operate a device today: with a certificate of an item that its kind asks for, in force, and in the
 * employ of who uses it (特种设备安全法 第十四条; TSG Z6001: 聘用). A kind that asks for no item may be operated without.
 */
export function mayOperate(
  qualifications: readonly Qualification[],
  items: readonly string[],
  userUscc: string | null,
  today: string,
): Verdict {
  if (items.length === 0) return { allowed: true, reason: 'NO_CERTIFICATE_NEEDED', by: null };
  const [nearest] = qualifications
    .filter(({ itemId }) => items.includes(itemId))
    .map((by) => ({ by, reason: reasonOf(by, userUscc, today) }))
    .sort((a, b) => NEAREST.indexOf(a.reason) - NEAREST.indexOf(b.reason));
  if (!nearest) return { allowed: false, reason: 'NO_CERTIFICATE', by: null };
  return { ...nearest, allowed: nearest.reason === 'AUTHORISED' };
}

function reasonOf(qualification: Qualification, userUscc: string | null, today: string): AuthorisationReason {
  const status = statusOn(qualification, today);
  if (isInForce(status))
    return qualification.employerUscc !== null && qualification.employerUscc === userUscc
      ? 'AUTHORISED'
      : 'NOT_EMPLOYED_BY_USER';
  return status === 'EXPIRED' || status === 'SUSPENDED' ? status : 'REVOKED';
}
