import { ListingInput } from '../../../subgraphs/credit/listing/listing';
import {
  forAnyone,
  listOf,
  publishBy,
  statusOn,
  termOf,
} from '../../../subgraphs/credit/listing/listing.rules';
import { masked } from '../../../subgraphs/kernel';
import { readRecord } from '../../../subgraphs/kernel';
import { as } from '../../support/callers';

describe('where a listing stands', () => {
  const listing = { status: 'LISTED', expiresOn: '2029-01-15' } as const;

  test('a listing MUST be on the list up to and including its last day, and expired the day after', () => {
    expect(statusOn(listing, '2029-01-14')).toBe('LISTED');
    expect(statusOn(listing, '2029-01-15')).toBe('LISTED');
    expect(statusOn(listing, '2029-01-16')).toBe('EXPIRED');
  });

  test('what was decided MUST NOT be changed by the passing of the term', () => {
    for (const status of ['REMOVED_EARLY', 'REVOKED', 'EXPIRED'] as const) {
      expect(statusOn({ status, expiresOn: '2020-01-01' }, '2026-01-01')).toBe(status);
    }
    expect(statusOn({ status: 'NOTIFIED', expiresOn: null }, '2026-01-01')).toBe('NOTIFIED');
  });
});

describe('the periods of the lists', () => {
  test('a listing of 令44号 MUST be published within 20 working days, over 春节 and its made-up Saturdays', () => {
    expect(publishBy({ list: 'MARKET_SERIOUS_ILLEGAL', decidedOn: '2026-01-30' })).toMatchObject({
      date: '2026-03-05',
      provisional: false,
    });
  });

  test('a listing of 令11号 MUST be published within 10 working days', () => {
    expect(publishBy({ list: 'WORK_SAFETY_SERIOUS', decidedOn: '2026-09-25' })).toMatchObject({
      date: '2026-10-15',
      provisional: false,
    });
  });

  test('a period that runs into a year without a published calendar MUST be provisional', () => {
    expect(publishBy({ list: 'MARKET_SERIOUS_ILLEGAL', decidedOn: '2026-12-10' }).provisional).toBe(true);
  });

  test.each(['MARKET_SERIOUS_ILLEGAL', 'WORK_SAFETY_SERIOUS'] as const)(
    '%s MUST last 3 years, and 1 before early removal',
    (list) => {
      expect(termOf(list, '2024-02-29')).toEqual({
        expiresOn: '2027-02-28',
        earliestRemovalOn: '2025-02-28',
      });
      expect(termOf(list, null)).toEqual({ expiresOn: null, earliestRemovalOn: null });
    },
  );

  test('an event before the law was in force MUST be refused by rule, field and date', () => {
    expect(() => publishBy({ list: 'WORK_SAFETY_SERIOUS', decidedOn: '2023-09-30' })).toThrow(
      /decidedOn is 2023-09-30.*credit\.WORK_SAFETY_SERIOUS\.publish/,
    );
    expect(publishBy({ list: 'WORK_SAFETY_SERIOUS', decidedOn: '2023-10-01' }).date).toBe('2023-10-18');
  });
});

describe('persons', () => {
  test('a person’s name MUST be masked wherever anyone may read it, and its length not told', () => {
    expect(masked('张三')).toBe('张**');
    expect(masked('欧阳三丰')).toBe('欧**');
    expect(forAnyone({ subjectKind: 'PERSON', subjectName: '张三' }, '张三瞒报事故，张三系主要负责人')).toBe(
      '张**瞒报事故，张**系主要负责人',
    );
  });

  test('a record MUST have no place for an identity number', () => {
    expect(() => readRecord(ListingInput, { identityNumber: '430682199001011234' })).toThrow(
      'There is no field identityNumber',
    );
  });

  test('an enterprise MUST be named in full', () => {
    expect(forAnyone({ subjectKind: 'ENTERPRISE', subjectName: '甲公司' }, '甲公司')).toBe('甲公司');
  });
});

test('each list MUST be kept by one kind of department', () => {
  expect(listOf(as.officer('MARKET_SUPERVISION', '430000'))).toBe('MARKET_SERIOUS_ILLEGAL');
  expect(listOf(as.officer('EMERGENCY_MANAGEMENT', '430000'))).toBe('WORK_SAFETY_SERIOUS');
  expect(listOf(as.officer('FIRE_RESCUE', '430000'))).toBeNull();
  expect(listOf(as.public)).toBeNull();
});
