import { subgraphs } from '../../../subgraphs';
import { articleOf, legalRules, versionOf, type LegalRule } from '../../../subgraphs/kernel';
import second from './legal-facts.json';

/** `stated` only where the words give no number, or one that is a limit from above. */
type Fact = [version: string, law: string, article: string | null, says: string, stated?: number];
interface Text {
  text: string;
  read?: string;
  /** The days that a law says are working days wherever it speaks of so many. */
  workingDays?: { of: number[] };
}

const facts = second.facts as Fact[];
const texts = second.texts as Record<string, Text>;
const DIGITS = '零一二三四五六七八九';
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const NUMBER = `(?:[0-9０-９.]+|[两${DIGITS}十百千]+)[万亿]*`;
/** What is counted, as the texts write it; the first that fits counts. */
const COUNTED: readonly [RegExp, string][] = [
  [new RegExp(`(${NUMBER})个工作日`), 'working days'],
  [new RegExp(`(${NUMBER})个月`), 'months'],
  [new RegExp(`(${NUMBER})小时`), 'hours'],
  [new RegExp(`(${NUMBER})元`), 'yuan'],
  [new RegExp(`(${NUMBER})[日天]`), 'days'],
  [new RegExp(`(${NUMBER})年`), 'years'],
  [new RegExp(`(${NUMBER})人`), 'people'],
  [new RegExp(`(${NUMBER})%`), 'percent'],
];
/** Periods and shares that are written without a number. */
const WORDS: readonly [string, number, string][] = [
  ['每季度', 3, 'months'],
  ['每半年', 6, 'months'],
  ['每月', 1, 'months'],
  ['一月一', 1, 'months'],
  ['每年', 12, 'months'],
  ['全覆盖', 100, 'percent'],
];

/** 一百八十 is 180, 两 is 2, 5000万 is 50,000,000, ２４ is 24. */
function numberIn(words: string): number {
  const text = words.normalize('NFKC').replaceAll('两', '二');
  const scale = (text.includes('亿') ? 1e8 : 1) * (text.includes('万') ? 1e4 : 1);
  const plain = text.replace(/[万亿]/g, '');
  if (/^[0-9.]+$/.test(plain)) return Number(plain) * scale;
  let [sum, last] = [0, 0];
  for (const sign of plain) {
    const unit = UNITS[sign];
    if (unit === undefined) last = DIGITS.indexOf(sign);
    else [sum, last] = [sum + (last || 1) * unit, 0];
  }
  return (sum + last) * scale;
}

/** The number that the words of a text give, and in what. */
function read([, law, , says, stated]: Fact, unit: string): { value: number; unit: string } | null {
  if (stated !== undefined) return { value: stated, unit };
  if (unit === 'times') {
    const [, times = ''] = new RegExp(`(${NUMBER})次`).exec(says) ?? [];
    return { value: numberIn(times), unit };
  }
  for (const [shape, counted] of COUNTED) {
    const [, words] = shape.exec(says) ?? [];
    if (words === undefined) continue;
    const value = numberIn(words);
    const isWorking = counted === 'days' && texts[law]?.workingDays?.of.includes(value);
    return { value, unit: isWorking ? 'working days' : counted };
  }
  const word = WORDS.find(([each]) => says.includes(each));
  return word ? { value: word[1], unit: word[2] } : null;
}

describe('numbers of the law that are marked verified', () => {
  const verified = legalRules().filter((rule) => rule.verified);
  const ruleOf = new Map<string, LegalRule>(verified.map((rule) => [versionOf(rule), rule]));

  it('are all of them, and no others, in the facts that were written from the texts', () => {
    expect(subgraphs.length).toBeGreaterThan(7);
    expect(facts.map(([version]) => version).sort()).toEqual([...ruleOf.keys()].sort());
  });

  it.each(facts)('%s is what %s says', (...fact) => {
    const [version, law, article] = fact;
    const rule = ruleOf.get(version);
    const { value, unit, source } = rule ?? { value: NaN, unit: '', source: '' };
    expect(texts[law]?.text).toBeTruthy();
    expect(read(fact, unit)).toEqual({ value, unit });
    expect(source).toContain(law.replace(/^市场监管部门|^安全生产治本攻坚三年行动方案$/, ''));
    if (article !== null && rule) expect(articleOf(rule) ?? source).toContain(article.replace(/第.款$/, ''));
  });

  it('are read by a reader that can be wrong', () => {
    const at = (says: string, law = '安全生产法') => read(['', law, null, says], '');
    expect(at('一百八十日内')).toEqual({ value: 180, unit: 'days' });
    expect(at('二十个工作日内')).toEqual({ value: 20, unit: 'working days' });
    expect(at('五日内', '行政处罚法')).toEqual({ value: 5, unit: 'working days' });
    expect(at('十五日内', '行政处罚法')).toEqual({ value: 15, unit: 'days' });
    expect(at('造成15万人以上转移')).toEqual({ value: 150_000, unit: 'people' });
    expect(at('1亿元以上')).toEqual({ value: 100_000_000, unit: 'yuan' });
    expect(at('3.5小时以上')).toEqual({ value: 3.5, unit: 'hours' });
    expect(at('无')).toBeNull();
  });
});
