import { FieldMissing, declareError, termEnd, ruleOn, type Caller, checkDay } from '../../kernel';
import { legalNumbers } from '../legal-numbers';
import type { PrincipalBan, PrincipalBanInput } from './ban';

export const PrincipalsNotYours = declareError(
  'PRINCIPALS_NOT_YOURS',
  '主要负责人由市场监管部门登记，{department:DepartmentKind} 不得报送。',
  'Principals are registered by market supervision; {department:DepartmentKind} may not submit them.',
);

export const PrincipalIsBarred = declareError(
  'PRINCIPAL_BARRED',
  '该人自 {decidedOn} 起受主要负责人任职限制（{basis}，至{until:words}），任职日为 {appointedOn}，不予登记。',
  'The person is barred from heading the enterprise since {decidedOn} by {basis} ({until:words}); appointed on {appointedOn}, so refused.',
);

export const IndustryDiffers = declareError(
  'INDUSTRY_DIFFERS',
  '{field} 为 {got}，与登记的行业 {registered} 不同；行业以登记为准，可不填。',
  '{field} is {got}, but the register has {registered}; the register is what holds, and the field may be left out.',
);

/**
 * When the term of a ban runs: for life, or for five years from the day on which the penalty was served or the sanction
 * imposed (安全生产法 第九十四条、第一百一十三条). Whoever still serves a penalty is barred, with no last day yet.
 */
export function banTerm(ban: PrincipalBanInput, today: string): Pick<PrincipalBan, 'startsOn' | 'endsOn'> {
  const { kind, decidedOn, industryCode, ground } = ban;
  checkDay('decidedOn', decidedOn, { to: today });
  checkDay('startsOn', ban.startsOn, { from: decidedOn, to: today });
  const startsOn = ban.startsOn ?? (ground === 'CRIME' ? null : decidedOn);
  if (kind === 'FIVE_YEARS_ANYWHERE') {
    const rule = banRule({ kind, startsOn });
    return { startsOn, endsOn: rule && startsOn && termEnd(rule, startsOn) };
  }
  if (industryCode === null) throw FieldMissing({ field: 'industryCode' });
  return { startsOn, endsOn: null };
}

/** How long a ban from all enterprises lasts; null for life, and until its penalty is served. */
export function banRule({ kind, startsOn }: Pick<PrincipalBan, 'kind' | 'startsOn'>) {
  if (kind === 'LIFETIME_IN_INDUSTRY' || startsOn === null) return null;
  return ruleOn(legalNumbers, 'credit.ban', startsOn, 'startsOn');
}

/** Digits of a 大类 of GB/T 4754: what counts as the same industry. */
export const INDUSTRY_DIGITS = 2;

/**
 * Whether a ban bars its person from heading an enterprise of an industry on a day. Where the industry is not known, no ban for
 * an industry can be ruled out: it bars as well. The same rule stands in SQL in ban.lists.ts.
 */
export function bars(
  ban: Pick<PrincipalBan, 'kind' | 'industryCode' | 'decidedOn' | 'endsOn'>,
  industryCode: string | null,
  day: string,
): boolean {
  if (day < ban.decidedOn || (ban.endsOn !== null && day > ban.endsOn)) return false;
  return (
    ban.kind === 'FIVE_YEARS_ANYWHERE' ||
    industryCode === null ||
    ban.industryCode?.slice(0, INDUSTRY_DIGITS) === industryCode.slice(0, INDUSTRY_DIGITS)
  );
}

/** A ban that is in force on the day of taking office refuses the appointment (安全生产法 第九十四条、第一百一十三条). */
export function checkFree(
  bans: readonly Pick<PrincipalBan, 'kind' | 'industryCode' | 'decidedOn' | 'endsOn' | 'basisDocument'>[],
  industryCode: string | null,
  appointedOn: string,
): void {
  const ban = bans.find((each) => bars(each, industryCode, appointedOn));
  if (ban)
    throw PrincipalIsBarred({
      field: 'idNumber',
      decidedOn: ban.decidedOn,
      basis: ban.basisDocument,
      until: ban.endsOn === null ? untilWithoutEnd(ban.kind) : { zh: ban.endsOn, en: `to ${ban.endsOn}` },
      appointedOn,
    });
}

function untilWithoutEnd(kind: PrincipalBan['kind']) {
  return kind === 'FIVE_YEARS_ANYWHERE'
    ? { zh: '刑罚执行完毕后五年', en: 'until five years after the penalty is served' }
    : { zh: '终身', en: 'for life' };
}

export function checkIndustry(stated: string | null, registered: string | null): void {
  if (stated !== null && registered !== null && stated !== registered)
    throw IndustryDiffers({ field: 'industryCode', got: stated, registered });
}

/** Only the registration authority says who heads an enterprise. */
export function checkRegistrar({ department }: Caller): void {
  if (department !== 'MARKET_SUPERVISION') throw PrincipalsNotYours({ department });
}
