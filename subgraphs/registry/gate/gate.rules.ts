import { deadlineOf, ruleOn, isIndustry } from '../../kernel';
import { legalNumbers } from '../legal-numbers';
import type { GateReason, GateReasonCode, LicenceRequirement, RegistrationGate } from './gate';
import type { IndustryRestriction } from './industry-restriction';

/** A licence as it is known or shown. */
export interface Licence {
  name: string;
  grantedOn: string | null;
  validUntil: string | null;
  endedOn: string | null;
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
  LICENCE_TO_BE_CONFIRMED: (of) =>
    `${of} 须由审批机关确认。The licence ${of} must be confirmed by its authority.`,
  NO_PRIOR_LICENCE_NEEDED: (of) => `行业 ${of} 无需前置许可。The industry ${of} needs no prior licence.`,
  LICENCE_HELD: (of) => `已持有有效的 ${of}。The licence ${of} is held and valid.`,
};
/** What is said without standing in the way. */
const IN_FAVOUR: readonly GateReasonCode[] = [
  'RESTRICTED_INDUSTRY',
  'NO_PRIOR_LICENCE_NEEDED',
  'LICENCE_HELD',
];

function reason(code: GateReasonCode, of: string): GateReason {
  return { code, against: !IN_FAVOUR.includes(code), message: SENTENCES[code](of) };
}

/** 37 holds 3770, and whoever states only 37 may be any of it. */
const concerns = (prefix: string, industry: string) =>
  industry.startsWith(prefix) || prefix.startsWith(industry);

/** 先证后照: says yes or no on the day of filing, and why. */
export function gateOf(
  industry: string,
  on: string,
  requirements: readonly LicenceRequirement[],
  restrictions: readonly IndustryRestriction[],
  licences: readonly Licence[],
): RegistrationGate {
  if (!/^\d/.test(industry) || !isIndustry(industry))
    return {
      allowed: false,
      reasons: [reason('INDUSTRY_UNKNOWN', industry)],
      licencesNeeded: [],
      restrictions: [],
    };
  const licencesNeeded = requirements.filter(({ industries }) =>
    industries.some((prefix) => concerns(prefix, industry)),
  );
  const applying = restrictions.filter(
    ({ industryCode, validFrom, validTo }) =>
      industry.startsWith(industryCode) && validFrom <= on && (validTo === null || on <= validTo),
  );
  const reasons = [
    ...applying.map(({ kind, document, conditions }) =>
      kind === 'PROHIBITED'
        ? reason('PROHIBITED_INDUSTRY', document)
        : reason('RESTRICTED_INDUSTRY', conditions ?? document),
    ),
    ...licencesNeeded.map(({ licence }) => reason(bestOf(licence, licences, on), licence)),
    ...(licencesNeeded.length === 0 ? [reason('NO_PRIOR_LICENCE_NEEDED', industry)] : []),
  ];
  return {
    allowed: reasons.every(({ against }) => !against),
    reasons,
    licencesNeeded,
    restrictions: applying,
  };
}

/** Of several licences of a name the one that stands best counts. */
const ORDER: readonly GateReasonCode[] = [
  'LICENCE_HELD',
  'LICENCE_TO_BE_CONFIRMED',
  'LICENCE_EXPIRED',
  'LICENCE_ENDED',
  'LICENCE_MISSING',
];

function bestOf(name: string, licences: readonly Licence[], on: string): GateReasonCode {
  const standings = licences
    .filter((licence) => licence.name === name)
    .map((licence) => standingOf(licence, on));
  return ORDER.find((code) => standings.includes(code)) ?? 'LICENCE_MISSING';
}

/** 实施细则 第十八条: valid at filing; without a stated end it must be confirmed once it is over ninety days old. */
export function standingOf({ grantedOn, validUntil, endedOn }: Licence, on: string): GateReasonCode {
  if (endedOn !== null && endedOn <= on) return 'LICENCE_ENDED';
  if (validUntil !== null) return validUntil < on ? 'LICENCE_EXPIRED' : 'LICENCE_HELD';
  if (grantedOn === null) return 'LICENCE_TO_BE_CONFIRMED';
  return on > deadlineOf(ruleOn(legalNumbers, 'registry.licence.confirm', on, 'on'), grantedOn).date
    ? 'LICENCE_TO_BE_CONFIRMED'
    : 'LICENCE_HELD';
}

/** By when the registration must follow a licence that has changed or ended (实施细则 第二十二条). */
export function changeRegistrationBy({ endedOn }: Pick<Licence, 'endedOn'>): string | null {
  return endedOn === null
    ? null
    : deadlineOf(ruleOn(legalNumbers, 'registry.licence.change', endedOn, 'endedOn'), endedOn).date;
}
