import {
  divisionCode,
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

/** Divisions are abolished every year while old records keep their codes: the successor stands for them. */
export function currentRegion(code: string, regions: ReadonlyMap<string, Region>): string {
  const region = regions.get(divisionCode(code));
  if (!region) throw RegionUnknown({ field: 'regionCode', got: code });
  return region.successorCode ?? region.code;
}
