import {
  RegionUnknown,
  SubgraphUnavailable,
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

const HeadBarredFromIndustry = declareError(
  'INDUSTRY_PRINCIPAL_BARRED',
  '{uscc} 的主要负责人在 {on} 处于对行业 {got} 的任职限制期内（安全生产法 第九十四条、第一百一十三条），不予变更登记。',
  'Whoever heads {uscc} is barred on {on} from heading an enterprise of industry {got} (articles 94 and 113 of the Work Safety Law): the change is refused.',
);

/**
 * What is judged by prior licences and bans: a registration, a change of industry, and a return to business. What the
 * register has already is shown by its reasons, never lost.
 */
export function isRegistration(
  { industryCode, status }: Registered,
  stored: Registered | undefined,
): boolean {
  if (industryCode === null || status !== 'OPERATING') return false;
  return stored?.industryCode !== industryCode || stored.status !== 'OPERATING';
}

/**
 * A ban of the person in force on the day refuses a change into an industry that it bars from, as it refuses the appointment.
 * @throws SUBGRAPH_UNAVAILABLE where credit could not be asked: a change is not registered unjudged
 */
export function checkHeadOf(
  { uscc, industryCode }: Pick<Enterprise, 'uscc' | 'industryCode'>,
  isBarred: boolean | null | undefined,
  on: string,
): void {
  if (isBarred === null) throw SubgraphUnavailable({ subgraph: 'credit' });
  if (isBarred) throw HeadBarredFromIndustry({ field: 'industryCode', uscc, on, got: industryCode });
}

type Registered = Pick<Enterprise, 'industryCode' | 'status'>;

/**
 * 先证后照 (登记前置审批): a registration, or a change to an industry all of which needs a prior licence, is refused on its day
 * where that licence is missing or does not hold.
 * @param stored as the register has it; undefined if it is new
 */
export function checkPriorLicences(
  record: Registered & Pick<Enterprise, 'registeredOn'>,
  {
    stored,
    licences,
    today,
  }: { stored: Registered | undefined; licences: readonly Licence[]; today: string },
): void {
  const { industryCode, registeredOn } = record;
  if (industryCode === null || !isRegistration(record, stored)) return;
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
