import { FieldMissing, declareError, deadlineOf, ruleOn, type Caller, checkDay } from '../../kernel';
import { legalNumbers } from '../legal-numbers';
import type { PrincipalBan, PrincipalBanInput } from './ban';

export const PrincipalsNotYours = declareError(
  'PRINCIPALS_NOT_YOURS',
  '主要负责人由市场监管部门登记，{department:DepartmentKind} 不得报送。',
  'Principals are registered by market supervision; {department:DepartmentKind} may not submit them.',
);

/** The last day of a ban: none for life, else five years (安全生产法 第九十四条、第一百一十三条). */
export function banEnd({ kind, decidedOn, industryCode }: PrincipalBanInput, today: string): string | null {
  checkDay('decidedOn', decidedOn, { to: today });
  if (kind === 'FIVE_YEARS_ANYWHERE')
    return deadlineOf(ruleOn(legalNumbers, 'credit.ban', decidedOn, 'decidedOn'), decidedOn).date;
  if (industryCode === null) throw FieldMissing({ field: 'industryCode' });
  return null;
}

/** Digits of a 大类 of GB/T 4754: what counts as the same industry. */
export const INDUSTRY_DIGITS = 2;

/** Whether a ban bars its person from heading an enterprise of an industry on a day. The same rule stands in SQL in ban.lists.ts. */
export function bars(
  ban: Pick<PrincipalBan, 'kind' | 'industryCode' | 'decidedOn' | 'endsOn'>,
  industryCode: string,
  day: string,
): boolean {
  if (day < ban.decidedOn || (ban.endsOn !== null && day > ban.endsOn)) return false;
  return (
    ban.kind === 'FIVE_YEARS_ANYWHERE' ||
    ban.industryCode?.slice(0, INDUSTRY_DIGITS) === industryCode.slice(0, INDUSTRY_DIGITS)
  );
}

/** Only the registration authority says who heads an enterprise. */
export function checkRegistrar({ department }: Caller): void {
  if (department !== 'MARKET_SUPERVISION') throw PrincipalsNotYours({ department });
}
