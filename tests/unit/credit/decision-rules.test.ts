import { needsConsent, objectionBy } from '../../../subgraphs/credit/decision/decision.rules';
import { stopUseBy } from '../../../subgraphs/credit/feed/feed.rules';
import { termOf } from '../../../subgraphs/credit/listing/listing.rules';
import { acceptBy, decideBy } from '../../../subgraphs/credit/repair/repair.rules';
import { unverifiedRules } from '../../../subgraphs/kernel';

describe('the legal numbers of listing and repair', () => {
  const market = { departmentCode: '430682-MARKET_SUPERVISION' };

  test('objections MUST be possible for five working days, over a holiday', () => {
    expect(objectionBy({ list: 'MARKET_SERIOUS_ILLEGAL', decidedOn: '2026-06-01' }).date).toBe('2026-06-08');
    expect(objectionBy({ list: 'MARKET_SERIOUS_ILLEGAL', decidedOn: '2026-09-24' }).date).toBe('2026-10-09');
  });

  test.each([
    ['430682-MARKET_SUPERVISION', true],
    ['430600-MARKET_SUPERVISION', true],
    ['430000-MARKET_SUPERVISION', false],
    ['CN-MARKET_SUPERVISION', false],
  ])('%s MUST need the consent of the level above: %s', (department, needed) => {
    expect(needsConsent('MARKET_SERIOUS_ILLEGAL', department, '2026-06-09')).toBe(needed);
  });

  test('consent MUST be judged by the rule of the day of the decision, and 令11号 asks for none', () => {
    expect(() => needsConsent('MARKET_SERIOUS_ILLEGAL', '430682-MARKET_SUPERVISION', '2021-08-31')).toThrow(
      'no version of the rule',
    );
    expect(needsConsent('WORK_SAFETY_SERIOUS', '430682-EMERGENCY_MANAGEMENT', '2023-10-01')).toBe(false);
    expect(() => needsConsent('WORK_SAFETY_SERIOUS', '430682-EMERGENCY_MANAGEMENT', '2023-09-30')).toThrow(
      'no version of the rule',
    );
  });

  test('an application MUST be accepted or not within two working days', () => {
    expect(acceptBy({ ...market, appliedOn: '2026-06-12' }).date).toBe('2026-06-16');
  });

  test('repair MUST be decided within 15 working days, within seven from 2025-12-25 on', () => {
    expect(decideBy({ ...market, acceptedOn: '2025-12-24' })?.date).toBe('2026-01-15');
    expect(decideBy({ ...market, acceptedOn: '2025-12-25' })?.date).toBe('2026-01-06');
    expect(decideBy({ ...market, acceptedOn: null })).toBeNull();
  });

  test('the rule of 2025-12-25 of market supervision MUST NOT be applied to the list of 令11号', () => {
    const safety = { departmentCode: '430682-EMERGENCY_MANAGEMENT' };
    expect(decideBy({ ...safety, acceptedOn: '2025-12-25' })?.date).toBe('2026-01-16');
    expect(acceptBy({ ...safety, appliedOn: '2026-06-12' }).rule.verified).toBe(false);
  });

  test('each list MUST begin with its order: 令44号 on 2021-09-01, 令11号 on 2023-10-01', () => {
    expect(termOf('MARKET_SERIOUS_ILLEGAL', '2021-09-01')).toEqual({
      expiresOn: '2024-09-01',
      earliestRemovalOn: '2022-09-01',
    });
    expect(() => termOf('MARKET_SERIOUS_ILLEGAL', '2021-08-31')).toThrow('no version of the rule');
    expect(termOf('WORK_SAFETY_SERIOUS', '2023-10-01')).toEqual({
      expiresOn: '2026-10-01',
      earliestRemovalOn: '2024-10-01',
    });
    expect(() => termOf('WORK_SAFETY_SERIOUS', '2023-09-30')).toThrow('no version of the rule');
  });

  test('use MUST stop with the end of a term, else within three working days of the removal', () => {
    const at = new Date('2026-09-24T15:59:59Z');
    expect(
      stopUseBy({ list: 'MARKET_SERIOUS_ILLEGAL', reason: 'EXPIRED', at, expiredOn: '2026-09-20' }),
    ).toBe('2026-09-20T16:00:00.000Z');
    expect(stopUseBy({ list: 'MARKET_SERIOUS_ILLEGAL', reason: 'REPAIRED', at, expiredOn: null })).toBe(
      '2026-09-30T16:00:00.000Z',
    );
    expect(stopUseBy({ list: 'MARKET_SERIOUS_ILLEGAL', reason: null, at, expiredOn: null })).toBeNull();
  });

  test('the numbers that nobody has checked MUST be known by name', () => {
    const ids = unverifiedRules().flatMap(({ id, from }) =>
      /^credit\.(?!kept)/.test(id) ? `${id} ${from}` : [],
    );
    expect([...new Set(ids)].sort()).toEqual([
      'credit.MARKET_SERIOUS_ILLEGAL.earliest-removal 2021-09-01',
      'credit.MARKET_SERIOUS_ILLEGAL.publish 2021-09-01',
      'credit.MARKET_SERIOUS_ILLEGAL.term 2021-09-01',
      'credit.WORK_SAFETY_SERIOUS.publish 2023-10-01',
      'credit.objection 2021-09-01',
      'credit.objection 2023-10-01',
      'credit.repair.accept 2021-09-01',
      'credit.repair.accept 2023-10-01',
      'credit.repair.decide 2021-09-01',
      'credit.repair.decide 2023-10-01',
      'credit.stop-publishing 2021-09-01',
      'credit.stop-publishing 2023-10-01',
    ]);
  });
});
