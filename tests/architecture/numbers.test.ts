import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Numbers of days, months and years stand in the tables of legal numbers, where an operator can put them right. One day or
 * one month to and fro is arithmetic; what else stands in code says here why it is no number of the law.
 */
const ALLOWED: Readonly<Record<string, string>> = {
  'quality/sampling/spot-check.rules.ts addDays(today, 366)': 'a slip of the year is refused',
  'enforcement/ranking/ranking.rules.ts addMonths(first, 3)': 'a quarter has three months',
  'enforcement/inspection/inspection.lists.ts LOOK_BACK_DAYS = 365': 'how far a list looks back',
  'equipment/safety/check-windows.rules.ts MOST_DAYS = 366': 'how far a list looks back',
  'matters/assessment/counted-list.ts LONG_DAYS = 180': 'how old a hazard must be to be shown beside a rate',
  'equipment/lift/lift.lists.ts addMonths(thisMonth, -11)': 'twelve months of a chart',
};

const ROOT = join(__dirname, '../../subgraphs');
/** The kernel counts and knows no law; what makes up data and reads files decides nothing. */
const OUTSIDE = ['kernel', 'demo', 'import', 'embedded-postgres'];
const NUMBERS = [
  /\badd(?:Days|Months|Years|WorkingDays)\([^()]*(?:\([^()]*\))?[^()]*, -?(?!1\))\d+\)/g,
  /\binterval '(?!1 (?:day|month|hour)s?')[\d.]+ (?:day|month|year|hour)s?'/g,
  /\b\w*_(?:DAYS|MONTHS|YEARS|HOURS) = \d+/g,
];

function filesIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder ? `${folder}/${entry.name}` : entry.name;
    if (entry.isDirectory()) return OUTSIDE.includes(path) ? [] : filesIn(path);
    return path.endsWith('.ts') ? [path] : [];
  });
}

test('numbers of days, months and years MUST stand in the tables of legal numbers', () => {
  const found = filesIn('').flatMap((path) => {
    const text = readFileSync(join(ROOT, path), 'utf8');
    return NUMBERS.flatMap((pattern) => text.match(pattern) ?? []).map((number) => `${path} ${number}`);
  });
  expect(found.filter((each) => !(each in ALLOWED))).toEqual([]);
  expect(Object.keys(ALLOWED).filter((each) => !found.includes(each))).toEqual([]);
});
