import {
  RegionUnknown,
  UsccInvalid,
  hasUsccChecks,
  hasUsccShape,
  isInsider,
  type Caller,
} from '../../kernel';
import type { EnterpriseStatus } from './enterprise';
import type { Region } from '../place/region';

/**
 * Whom anyone may look up: those that exist as legal persons, which a suspended or revoked one still does
 * (民法典 第六十八条、第七十二条). What is struck off is for agencies.
 */
export const HIDDEN_FROM_THE_PUBLIC: EnterpriseStatus = 'CANCELLED';

export function maySeeStruckOff(caller: Caller): boolean {
  return isInsider(caller);
}

/**
 * GB 32100-2015: real codes with a wrong check digit exist in the register. From the registration authority such a code
 * is accepted and flagged, from anyone else it is a mistake and refused.
 * @returns whether both check digits are right
 */
export function checkUscc(uscc: string, fromAuthority: boolean): boolean {
  const valid = hasUsccChecks(uscc);
  if (!valid && !(fromAuthority && hasUsccShape(uscc))) throw UsccInvalid({ field: 'uscc', got: uscc });
  return valid;
}

/** The register names a division that its own table holds: of most provinces no town, and nowhere a village. */
export function registeredIn(code: string, regions: ReadonlyMap<string, Region>): string {
  if (!regions.has(code)) throw RegionUnknown({ field: 'regionCode', got: code });
  return code;
}
