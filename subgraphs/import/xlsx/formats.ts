import { format, getFormatDateInfo, getFormatInfo, tokenize } from 'numfmt';

/** How a style shows what its cells hold, as far as it decides what is read. */
export interface NumberFormat {
  /** `date` shows no time of day, `clock` nothing else; `elapsed` counts hours beyond a day. */
  kind: 'plain' | 'percent' | 'date' | 'moment' | 'clock' | 'elapsed';
  /** Of a date: the smallest part that is shown. */
  smallest: 'day' | 'month' | 'year';
  /** A number as it is shown, if that says more than the number itself. */
  shown: (value: number, plain: string) => string | null;
  /** A text as it is shown. */
  shownText: (text: string) => string;
}

/**
 * The formats that a workbook need not declare, in their Chinese edition (ECMA-376 Part 1, 18.8.30). Those from 0 to 48
 * that are not listed show a number and no more.
 */
const BUILT_IN: Record<number, string> = {
  9: '0%',
  10: '0.00%',
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy/m/d h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  34: 'h"时"mm"分"',
  35: 'h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  49: '@',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  55: 'h"时"mm"分"',
  56: 'h"时"mm"分"ss"秒"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};
const isPlainBuiltIn = (id: number) => id < 14 || (id >= 37 && id <= 48);

const CHINESE = { locale: 'zh-CN' };
/** Digits, signs, separators and the yuan: what else is shown is no mere dress of a number. */
const MORE_THAN_A_NUMBER = /[^\d.,\s()+\-¥￥'"]/;

export const GENERAL = understood('General');

/** The format of this number; null if the workbook does not have it, or nobody can tell what it shows. */
export function numberFormat(id: number, declared: ReadonlyMap<number, string>): NumberFormat | null {
  const code = declared.get(id) ?? BUILT_IN[id] ?? (isPlainBuiltIn(id) ? 'General' : null);
  return code === null ? null : understood(code.replaceAll('G/通用格式', 'General'));
}

function understood(code: string): NumberFormat | null {
  const kind = kindOf(code);
  if (kind === null) return null;
  return {
    kind,
    smallest: smallestOf(code),
    shown: kind === 'elapsed' ? (value) => format(code, value, CHINESE) : shownBy(code),
    shownText: code.includes('@') && code !== '@' ? (text) => textBy(code, text) : (text) => text,
  };
}

function kindOf(code: string): NumberFormat['kind'] | null {
  const { type, isDate, isPercent } = getFormatInfo(code);
  if (type === 'error') return null;
  if (isPercent) return 'percent';
  if (!isDate) return 'plain';
  if (type === 'date') return 'date';
  if (type === 'datetime') return 'moment';
  return tokenize(code).some((token) => token.type === 'duration') ? 'elapsed' : 'clock';
}

function smallestOf(code: string): NumberFormat['smallest'] {
  const { day, month } = getFormatDateInfo(code);
  if (day) return 'day';
  return month ? 'month' : 'year';
}

/**
 * 0730-1234567 is stored as 7301234567, industry 061 as 61, 5.00万元 as 5: zeros in front, and words or digits that the
 * format adds, are part of what is said. Separators, rounding and the sign of the yuan are not.
 */
function shownBy(code: string): NumberFormat['shown'] {
  if (code === 'General' || ['scientific', 'fraction'].includes(getFormatInfo(code).type)) return () => null;
  const addsDigits = tokenize(code).some(
    ({ type, value }) => ['string', 'escaped'].includes(type) && /\d/.test(String(value)),
  );
  return (value, plain) => {
    const shown = format(code, value, CHINESE).trim();
    const digits = shown.replace(/[^\d.]/g, '');
    const isCode = /^0\d/.test(digits) && Number(digits) === Math.abs(Number(plain));
    return isCode || (addsDigits && digits !== '') || MORE_THAN_A_NUMBER.test(shown) ? shown : null;
  };
}

function textBy(code: string, text: string): string {
  const shown = format(code, text, CHINESE);
  return shown.trim() === '' || shown.trim() === text.trim() ? text : shown;
}
