import { deadlineOf, ruleOn, isIndustry, type LegalDeadline } from '../../kernel';
import { legalNumbers } from '../legal-numbers';
import type { GateReason, GateReasonCode, LicenceRequirement, RegistrationGate } from './gate';
import type { IndustryRestriction } from './industry-restriction';

/** A licence as it is known or shown. */
export interface Licence {
  name: string;
  grantedOn: string | null;
  validUntil: string | null;
  endedOn: string | null;
  suspendedOn: string | null;
  suspendedUntil: string | null;
}

const SENTENCES: Record<GateReasonCode, (of: string) => string> = {
  INDUSTRY_UNKNOWN: (of) =>
    `行业代码 ${of} 不属于 GB/T 4754-2017。The industry ${of} is not a code of GB/T 4754-2017.`,
  PROHIBITED_INDUSTRY: (of) => `${of} 列为禁止类产业。${of} forbids the industry.`,
  RESTRICTED_INDUSTRY: (of) =>
    `限制类产业，条件：${of}。The industry is restricted, on the condition: ${of}.`,
  LICENCE_MISSING: (of) => `缺少 ${of}。The licence ${of} is missing.`,
  LICENCE_EXPIRED: (of) => `${of} 已过有效期。The licence ${of} has run out.`,
  LICENCE_ENDED: (of) => `${of} 已失效。The licence ${of} was withdrawn.`,
  LICENCE_SUSPENDED: (of) => `${of} 处于暂扣期内。The licence ${of} is suspended.`,
  LICENCE_TO_BE_CONFIRMED: (of) =>
    `${of} 须由审批机关确认。The licence ${of} must be confirmed by its authority.`,
  LICENCE_DEPENDS: (of) =>
    `是否须 ${of} 取决于具体经营项目，须核实。Whether ${of} is needed depends on what exactly is done; find out.`,
  PRIOR_LICENCE_UNKNOWN: (of) =>
    `前置审批目录不全，行业 ${of} 是否须前置许可未知。The list of prior licences is not complete: whether the industry ${of} needs one is not known.`,
  NO_PRIOR_LICENCE_NEEDED: (of) => `行业 ${of} 无需前置许可。The industry ${of} needs no prior licence.`,
  LICENCE_HELD: (of) => `已持有有效的 ${of}。The licence ${of} is held and valid.`,
  AREA_NOT_STATED: (of) =>
    `${of} 内禁止或限制该产业，须写明是否在其中。${of} forbids or restricts the industry: say whether it is there.`,
  PRINCIPAL_BARRED: (of) =>
    `主要负责人在 ${of} 处于任职限制期内（安全生产法 第九十四条、第一百一十三条）。Whoever heads it is barred on ${of} (articles 94 and 113 of the Work Safety Law).`,
  PRINCIPAL_UNCHECKED: () =>
    '主要负责人是否任职受限，由登记机关查询。Whether whoever heads it is barred is for the registrar to ask.',
  ON_DISHONESTY_LIST: (of) =>
    `列入失信名单，依据：${of}；本身不妨碍登记。It is on a dishonesty list by ${of}; that alone refuses nothing.`,
  LISTING_UNCHECKED: () => '失信名单暂时无法查询。Whether it is on a dishonesty list could not be asked now.',
};
/** What is said without standing in the way, and what has to be found out before there is a yes. */
const IN_FAVOUR: readonly GateReasonCode[] = [
  'RESTRICTED_INDUSTRY',
  'NO_PRIOR_LICENCE_NEEDED',
  'LICENCE_HELD',
  'ON_DISHONESTY_LIST',
  'LISTING_UNCHECKED',
];
const OPEN: readonly GateReasonCode[] = [
  'LICENCE_DEPENDS',
  'PRIOR_LICENCE_UNKNOWN',
  'AREA_NOT_STATED',
  'PRINCIPAL_UNCHECKED',
];

export function reason(code: GateReasonCode, of: string): GateReason {
  return { code, against: ![...IN_FAVOUR, ...OPEN].includes(code), message: SENTENCES[code](of) };
}

/** No, where one reason stands against it; not known, where one has to be found out first. */
function allowedBy(reasons: readonly GateReason[]): boolean | null {
  if (reasons.some(({ against }) => against)) return false;
  return reasons.some(({ code }) => OPEN.includes(code)) ? null : true;
}

/** 37 holds 3770, and whoever states only 37 may be any of it. */
const concerns = (prefix: string, industry: string) =>
  industry.startsWith(prefix) || prefix.startsWith(industry);

/** What is to be registered: where it is, what it does and on which day it is filed. */
export interface Filing {
  industry: string;
  on: string;
  /** The park that it is in; undefined where nobody has said. */
  area?: string | undefined;
}

/** The catalogue of prior licences as it is known here. */
export interface Requirements {
  complete: boolean;
  requirements: readonly LicenceRequirement[];
}

/** What the licences of an industry say on the day of filing. Where the catalogue is not complete, no match is no answer. */
export function licenceReasons(
  { industry, on }: Filing,
  { complete, requirements }: Requirements,
  licences: readonly Licence[],
): { needed: readonly LicenceRequirement[]; reasons: GateReason[] } {
  const needed = requirements.filter(
    ({ industries, until }) =>
      industries.some((prefix) => concerns(prefix, industry)) && (until === null || on <= until),
  );
  const unmatched = complete ? 'NO_PRIOR_LICENCE_NEEDED' : 'PRIOR_LICENCE_UNKNOWN';
  const reasons =
    needed.length === 0
      ? [reason(unmatched, industry)]
      : needed.map((requirement) =>
          reason(standingBy(requirement, industry, licences, on), requirement.licence),
        );
  return { needed, reasons };
}

/** A licence that only some of an industry need is no ground to refuse one that shows none. */
function standingBy(
  requirement: LicenceRequirement,
  industry: string,
  licences: readonly Licence[],
  on: string,
): GateReasonCode {
  const standing = bestOf([requirement.licence, requirement.item], licences, on);
  const all = requirement.everyone && requirement.industries.some((prefix) => industry.startsWith(prefix));
  return standing === 'LICENCE_MISSING' && !all ? 'LICENCE_DEPENDS' : standing;
}

/** The restrictions of a place that hold for a filing on its day: of a park only where it is in that park, or may be. */
function placeReasons(
  { industry, on, area }: Filing,
  restrictions: readonly IndustryRestriction[],
): { applying: IndustryRestriction[]; reasons: GateReason[] } {
  const applying = restrictions.filter(
    (each) =>
      industry.startsWith(each.industryCode) &&
      each.validFrom <= on &&
      (each.validTo === null || on <= each.validTo) &&
      (each.area === null || area === undefined || each.area === area),
  );
  const reasons = applying.map(({ area: park, kind, document, conditions }) => {
    if (park !== null && area === undefined) return reason('AREA_NOT_STATED', park);
    return kind === 'PROHIBITED'
      ? reason('PROHIBITED_INDUSTRY', document)
      : reason('RESTRICTED_INDUSTRY', conditions ?? document);
  });
  return { applying, reasons };
}

/** Whether what is filed is an industry, as a number of the standard. */
export const isFiled = (industry: string) => /^\d/.test(industry) && isIndustry(industry);

/**
 * 先证后照: says yes, no or not known on the day of filing, and why.
 * @param others what is known of the enterprise itself: who heads it, and its listings
 */
export function gateOf(
  filing: Filing,
  known: Requirements,
  restrictions: readonly IndustryRestriction[],
  licences: readonly Licence[],
  others: readonly GateReason[] = [],
): Omit<RegistrationGate, 'listings'> {
  const { industry } = filing;
  if (!isFiled(industry)) {
    const reasons = [reason('INDUSTRY_UNKNOWN', industry), ...others];
    return { allowed: false, reasons, licencesNeeded: [], restrictions: [] };
  }
  const place = placeReasons(filing, restrictions);
  const { needed, reasons: ofLicences } = licenceReasons(filing, known, licences);
  const reasons = [...place.reasons, ...ofLicences, ...others];
  return { allowed: allowedBy(reasons), reasons, licencesNeeded: needed, restrictions: place.applying };
}

/** Of several licences of a kind, named as the certificate or as the catalogue has it, the one that stands best counts. */
const ORDER: readonly GateReasonCode[] = [
  'LICENCE_HELD',
  'LICENCE_TO_BE_CONFIRMED',
  'LICENCE_SUSPENDED',
  'LICENCE_EXPIRED',
  'LICENCE_ENDED',
  'LICENCE_MISSING',
];

function bestOf(names: readonly string[], licences: readonly Licence[], on: string): GateReasonCode {
  const standings = licences
    .filter(({ name }) => names.includes(name))
    .map((licence) => standingOf(licence, on));
  return ORDER.find((code) => standings.includes(code)) ?? 'LICENCE_MISSING';
}

/**
 * 实施细则 第二十二条: valid at filing; without a stated end it must be confirmed once it is over ninety days old. What is
 * granted only later is none yet, and what is suspended (行政处罚法 第九条 第三项) permits nothing.
 */
export function standingOf(licence: Licence, on: string): GateReasonCode {
  const { grantedOn, validUntil, endedOn, suspendedOn, suspendedUntil } = licence;
  if (grantedOn !== null && on < grantedOn) return 'LICENCE_MISSING';
  if (endedOn !== null && endedOn <= on) return 'LICENCE_ENDED';
  if (validUntil !== null && validUntil < on) return 'LICENCE_EXPIRED';
  if (suspendedOn !== null && suspendedOn <= on && (suspendedUntil === null || on <= suspendedUntil))
    return 'LICENCE_SUSPENDED';
  if (validUntil !== null) return 'LICENCE_HELD';
  if (grantedOn === null) return 'LICENCE_TO_BE_CONFIRMED';
  return on > deadlineOf(ruleOn(legalNumbers, 'registry.licence.confirm', on, 'on'), grantedOn).date
    ? 'LICENCE_TO_BE_CONFIRMED'
    : 'LICENCE_HELD';
}

/** By when the registration must follow a licence that has changed or ended (实施细则 第二十二条). */
export function changeRegistrationBy({ endedOn }: Pick<Licence, 'endedOn'>): LegalDeadline | null {
  return endedOn === null
    ? null
    : deadlineOf(ruleOn(legalNumbers, 'registry.licence.change', endedOn, 'endedOn'), endedOn);
}
