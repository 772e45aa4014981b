/** @jest-environment-options {"modules":"own"} */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  CatalogueError,
  addWorkingDays,
  applyHolidays,
  isBeyondPublished,
  isWorkingDay,
  legalRulesDigest,
} from '../../subgraphs/kernel';
import { testFolder } from '../support/folder';

/** Made up: the notice for 2027 is not out. */
const NOTICE = {
  off: ['2027-01-01', '2027-01-02', '2027-01-03', '2027-02-05', '2027-02-08', '2027-10-01'],
  worked: ['2027-01-09', '2027-02-06'],
  source: '合成通知 A synthetic notice',
};
const folder = testFolder();
const file = (notices: unknown) => {
  const path = join(folder, 'holidays.json');
  writeFileSync(path, JSON.stringify(notices));
  return path;
};

describe('the notices of an operator', () => {
  test.each([
    ['what is no list', { ...NOTICE }],
    ['a notice without 国庆节, whose year cannot be told', [{ ...NOTICE, off: ['2027-01-01'] }]],
    ['a day that is off and worked', [{ ...NOTICE, worked: ['2027-01-01'] }]],
    ['a day that there is not', [{ ...NOTICE, worked: ['2027-02-30'] }]],
  ])('%s MUST be refused, and nothing of it counts', (_, notices) => {
    expect(() => applyHolidays({ holidaysFile: file(notices) })).toThrow(CatalogueError);
    expect(isBeyondPublished('2027-01-05')).toBe(true);
  });

  test('without a file nothing MUST change', () => {
    applyHolidays({ holidaysFile: null });
    expect(addWorkingDays('2026-12-30', 3)).toEqual({ date: '2027-01-05', provisional: true });
  });

  test('a notice MUST make the deadlines of its year final, by its days, and be told', () => {
    const before = legalRulesDigest();
    const said: string[] = [];
    applyHolidays({ holidaysFile: file([NOTICE]) }, (line) => said.push(line));
    expect(addWorkingDays('2026-12-30', 3)).toEqual({ date: '2027-01-05', provisional: false });
    expect(['2027-01-09', '2027-02-06', '2027-02-08', '2027-05-01'].map(isWorkingDay)).toEqual([
      ...[true, true, false, false],
    ]);
    // the first Monday of May is worked, since this notice does not say otherwise
    expect(isWorkingDay('2027-05-03')).toBe(true);
    expect(isBeyondPublished('2027-12-31')).toBe(false);
    expect(isBeyondPublished('2028-01-01')).toBe(true);
    expect(said).toEqual(['放假安排 holidays of 2027: 6 off, 2 worked (合成通知 A synthetic notice)']);
    expect(legalRulesDigest()).not.toBe(before);
  });

  test('a year after a gap MUST stay provisional', () => {
    const later = { ...NOTICE, off: ['2029-10-01'], worked: [] };
    applyHolidays({ holidaysFile: file([later]) });
    expect(isBeyondPublished('2029-10-01')).toBe(true);
  });
});
