import { number } from './setting-kinds';
import type { Setting } from './settings';

/** What one operation, one answer and one caller may take. */
export const limitSettings: readonly Setting[] = [
  {
    name: 'COST_LIMIT',
    fallback: '10000',
    zh: '一次操作可耗的点数：对象为一点，值为十分之一点，统计数更多。',
    en: 'Points that one operation may cost: an object is one, a value a tenth, figures more.',
    ...number(100, 9_999_999_999, /^[1-9]\d{2,9}$/),
  },
  {
    name: 'ANSWER_ROWS',
    fallback: '50000',
    zh: '一次答复（含为其所取而不答出的）最多的对象数，超过即中止。',
    en: 'Objects of one answer, with what is fetched for it and not told: what grows beyond that is given up.',
    ...number(100, 9_999_999, /^[1-9]\d{2,6}$/),
  },
  {
    name: 'ANSWER_BYTES',
    fallback: '8388608',
    zh: '一次答复最多的文本字节数，超过即中止。',
    en: 'Bytes of text of one answer: what grows beyond that is given up.',
    ...number(10_000, 999_999_999, /^[1-9]\d{4,8}$/),
  },
  {
    name: 'PUBLIC_POINTS',
    fallback: '200000',
    zh: '无令牌的调用方每分钟可耗的点数，按地址计。',
    en: 'Points that a caller without a token may spend in a minute, by address.',
    ...number(100, 9_999_999_999, /^[1-9]\d{2,9}$/),
  },
  {
    name: 'AGENCY_POINTS',
    fallback: '5000000',
    zh: '部门每分钟可耗的点数，按令牌主体计。',
    en: 'Points that an agency may spend in a minute, by the subject of its token.',
    ...number(100, 9_999_999_999, /^[1-9]\d{2,9}$/),
  },
];
