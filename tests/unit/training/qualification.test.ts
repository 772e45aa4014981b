import {
  itemOn,
  itemsForKind,
  itemsOrUnclear,
  itemsForScope,
} from '../../../subgraphs/training/qualification/item.rules';
import { daysOf, statusOn, type Stated } from '../../../subgraphs/training/qualification/qualification.rules';
import { paperFor } from '../../../subgraphs/training/operator/operator.rules';
import type { Qualification } from '../../../subgraphs/training/qualification/qualification';

const stated = (changes: Partial<Stated>): Stated => ({
  ...{ scheme: 'SPECIAL_EQUIPMENT_OPERATOR', issuedOn: '2024-06-20', expiresOn: null, reviewedOn: null },
  ...changes,
});
const TODAY = '2026-06-15';

describe('the days of a certificate', () => {
  test.each([
    ['four years', {}, { expiresOn: '2028-06-20', validUntil: '2028-06-20', renewBy: '2028-05-20' }],
    [
      'from a leap day to a leap day',
      { issuedOn: '2024-02-29' },
      { expiresOn: '2028-02-29', validUntil: '2028-02-29', renewBy: '2028-01-29' },
    ],
    [
      'a month before the 31st of March',
      { issuedOn: '2023-03-31' },
      { expiresOn: '2027-03-31', validUntil: '2027-03-31', renewBy: '2027-02-28' },
    ],
    [
      'a shorter term as stated',
      { expiresOn: '2026-12-31' },
      { expiresOn: '2026-12-31', validUntil: '2026-12-31', renewBy: '2026-11-30' },
    ],
    [
      'three months ahead under the older rule',
      { issuedOn: '2015-05-31' },
      { expiresOn: '2019-05-31', validUntil: '2019-05-31', renewBy: '2019-02-28' },
    ],
    [
      'one month ahead under the newer rule',
      { issuedOn: '2015-06-01' },
      { expiresOn: '2019-06-01', validUntil: '2019-06-01', renewBy: '2019-05-01' },
    ],
    [
      'a special operation from a leap day, to be reviewed half-way',
      { scheme: 'SPECIAL_OPERATION' as const, issuedOn: '2024-02-29' },
      { expiresOn: '2030-02-28', validUntil: '2027-02-28', renewBy: '2026-12-30' },
    ],
    [
      'a special operation that was reviewed',
      { scheme: 'SPECIAL_OPERATION' as const, issuedOn: '2023-01-10', reviewedOn: '2025-12-20' },
      { expiresOn: '2029-01-10', validUntil: '2029-01-10', renewBy: '2028-11-11' },
    ],
    [
      'a special operation that was reviewed in its first month',
      { scheme: 'SPECIAL_OPERATION' as const, issuedOn: '2021-03-01', reviewedOn: '2021-04-01' },
      { expiresOn: '2027-03-01', validUntil: '2024-03-01', renewBy: '2024-01-01' },
    ],
    [
      'a special operation that ends in March, sixty days before',
      { scheme: 'SPECIAL_OPERATION' as const, issuedOn: '2021-03-01', reviewedOn: '2024-02-20' },
      { expiresOn: '2027-03-01', validUntil: '2027-03-01', renewBy: '2026-12-31' },
    ],
    [
      'a special operation that ends before its review',
      { scheme: 'SPECIAL_OPERATION' as const, issuedOn: '2024-01-10', expiresOn: '2026-01-10' },
      { expiresOn: '2026-01-10', validUntil: '2026-01-10', renewBy: '2025-11-11' },
    ],
  ])('%s', (_, changes, days) => {
    expect(daysOf(stated(changes), TODAY)).toEqual(days);
  });
});

describe('where a certificate stands', () => {
  const held = { standing: 'VALID', validUntil: '2028-06-20', renewBy: '2028-05-20' } as const;

  test.each([
    ['2028-05-19', 'VALID'],
    ['2028-05-20', 'RENEWAL_DUE'],
    ['2028-06-20', 'RENEWAL_DUE'],
    ['2028-06-21', 'EXPIRED'],
  ])('on %s it MUST be %s', (today, status) => {
    expect(statusOn(held, today)).toBe(status);
  });

  test('what the issuer says MUST go before the days', () => {
    for (const standing of ['SUSPENDED', 'REVOKED', 'CANCELLED'] as const)
      expect(statusOn({ ...held, standing }, '2030-01-01')).toBe(standing);
  });
});

describe('the items of certificates', () => {
  const on = (code: string, issuedOn: string) =>
    itemOn('SPECIAL_EQUIPMENT_OPERATOR', code, issuedOn).id.replace('SPECIAL_EQUIPMENT_OPERATOR:', '');

  test.each([
    ['G1', '2019-05-31', 'G1'],
    ['G3', '2019-05-31', 'G2'],
    ['G3', '2019-06-01', 'G3'],
    ['G4', '2018-01-01', 'G3'],
    ['Q1', '2019-05-31', '2011:Q1'],
    ['Q1', '2019-06-01', 'Q1'],
    ['Q3', '2019-05-31', 'Q1'],
    ['Q8', '2019-05-31', 'Q2'],
    ['N1', '2019-05-31', '2011:N1'],
    ['N1', '2019-06-01', 'N1'],
    ['N2', '2019-05-31', 'N1'],
    ['A8', '2017-07-01', 'A'],
    ['P5', '2017-07-01', 'P'],
    ['T2', '2017-07-01', 'T'],
    ['S1', '2017-07-01', '2011:S1'],
    ['S2', '2017-07-01', 'S1'],
    ['D2', '2017-07-01', '2011:D2'],
  ])('%s on a certificate of %s MUST count as %s', (code, issuedOn, item) => {
    expect(on(code, issuedOn)).toBe(item);
  });

  test.each([
    ['Q3', '2019-06-01'],
    ['A1', '2019-06-01'],
    ['N1', '2011-06-30'],
    ['F', '2019-05-31'],
  ])('%s on a certificate of %s MUST be refused', (code, issuedOn) => {
    expect(() => on(code, issuedOn)).toThrow(expect.objectContaining({ code: 'QUALIFICATION_ITEM_UNKNOWN' }));
  });

  test('every kind of equipment MUST ask for the items of its nearest entry', () => {
    const short = (items: readonly string[]) => items.map((item) => item.replace(/^.*:/, ''));
    const kinds = {
      '5110': ['N1'],
      '5200': ['N2'],
      '1310': ['G1', 'G2'],
      '4D00': ['Q1', 'Q2'],
      '2320': ['P'],
      '3110': ['T'],
      '2170': ['R1'],
      '8310': [],
      '5000': [],
    };
    for (const [kind, items] of Object.entries(kinds)) expect(short(itemsForKind(kind))).toEqual(items);
    // an entry whose kinds need different items tells none, and does not say that none is needed
    expect(['5000', '2000', '8310', '5110'].map((kind) => itemsOrUnclear(kind)?.length ?? null)).toEqual([
      null,
      null,
      0,
      1,
    ]);
    // only a quick-opening vessel needs R1: of one whose doors are not known nothing is said
    expect([itemsOrUnclear('2170'), itemsOrUnclear('2170', ['QUICK_OPENING'])?.length]).toEqual([null, 1]);
    expect(itemsOrUnclear('3110')).toEqual([]);
    expect(short(itemsForScope(['5000']))).toEqual(['N1', 'N2']);
    expect(short(itemsForScope(['2000', '3110']))).toEqual(['P', 'R1', 'R2', 'R3', 'T']);
    expect(itemsForScope([])).toEqual([]);
  });

  test('of several certificates the one that lacks least MUST decide', () => {
    const one = (validUntil: string, employerUscc: string, regionCode = '430682') =>
      ({
        itemId: 'N1',
        standing: 'VALID',
        validUntil,
        renewBy: validUntil,
        employerUscc,
        regionCode,
      }) as Qualification;
    const [old, others, right] = [one('2020-01-01', 'U'), one('2030-01-01', 'V'), one('2030-01-01', 'U')];
    const away = one('2030-01-01', 'U', '430681');
    const paper = (held: Qualification[], items: string[] | null = ['N1'], regionCode = '430682102') =>
      paperFor(held, { items, userUscc: 'U', regionCode }, TODAY);
    expect(paper([old, others, away, right])).toEqual({ reason: 'AUTHORISED', by: right });
    expect(paper([old, others, away])).toEqual({ reason: 'WORKS_ELSEWHERE', by: away });
    expect(paper([old, others])).toEqual({ reason: 'NOT_EMPLOYED_BY_USER', by: others });
    expect(paper([old])).toEqual({ reason: 'EXPIRED', by: old });
    expect(paper([right], ['N2'])).toEqual({ reason: 'NO_CERTIFICATE', by: null });
    expect(paper([right], [])).toEqual({ reason: 'NO_CERTIFICATE_NEEDED', by: null });
    expect(paper([right], null)).toEqual({ reason: 'KIND_UNCLEAR', by: null });
    // who works in the city works in its county, who works in a town in the whole county that a device is stated for
    expect(paper([one('2030-01-01', 'U', '430600')]).reason).toBe('AUTHORISED');
    expect(paper([one('2030-01-01', 'U', '430682102')], ['N1'], '430682').reason).toBe('AUTHORISED');
  });
});
