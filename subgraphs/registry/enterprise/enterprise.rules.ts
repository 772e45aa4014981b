import {
  RegionUnknown,
  UsccInvalid,
  declareError,
  hasUsccChecks,
  hasUsccShape,
  isInsider,
  type Caller,
} from '../../kernel';
import { priorLicences } from '../gate/catalogue';
import { licenceReasons, type Licence } from '../gate/gate.rules';
import type { Enterprise, EnterpriseStatus } from './enterprise';
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

export const PriorLicenceMissing = declareError(
  'PRIOR_LICENCE_MISSING',
  '行业 {industryCode} 须先取得{licence}方可登记（{basis}）：{ground:GateReasonCode}。',
  'Industry {industryCode} must hold {licence} before it is registered ({basis}): {ground:GateReasonCode}.',
);

type Registered = Pick<Enterprise, 'industryCode' | 'status'>;

/**
 * 先证后照 (登记前置审批): a registration, or a change to an industry all of which needs a prior licence, is refused on its day
 * where that licence is missing or does not hold. What is in the register already is shown by its reasons, never lost.
 * @param stored as the register has it; undefined if it is new
 */
export function checkPriorLicences(
  { industryCode, status, registeredOn }: Registered & Pick<Enterprise, 'registeredOn'>,
  {
    stored,
    licences,
    today,
  }: { stored: Registered | undefined; licences: readonly Licence[]; today: string },
): void {
  if (industryCode === null || status !== 'OPERATING') return;
  if (stored?.industryCode === industryCode && stored.status === 'OPERATING') return;
  const on = stored ? today : (registeredOn ?? today);
  const { needed, reasons } = licenceReasons({ industry: industryCode, on }, priorLicences, licences);
  const at = reasons.findIndex(({ against }) => against);
  const [missing, ground] = [needed[at], reasons[at]];
  if (missing && ground)
    throw PriorLicenceMissing({
      field: 'industryCode',
      got: industryCode,
      industryCode,
      licence: missing.licence,
      basis: missing.basis,
      ground: ground.code,
    });
}
