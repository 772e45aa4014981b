import {
  checkCriterion,
  criteriaOf,
  criterionOf,
  judged,
  standards,
} from '../../../subgraphs/hazards/criterion/criterion.rules';

const refusalOf = (run: () => unknown) => {
  try {
    run();
    return null;
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('the criteria of hazards', () => {
  test('MUST be held by document, with its source, its days and what is missing', () => {
    const held = standards.map(({ id, items }) => [id, items]);
    expect(Object.fromEntries(held)).toMatchObject({
      ...{ 'GB45067-2024': 47, 'MEM10-2023': 75, 'SAMR57-2022': 6, 'MEM21-2026': 123, 'NMSA88-2022': 64 },
      ...{ 'MOHURD-GAS-2023': 22, 'MOHURD-CONSTR-2024': 53, 'NDRC41-2026': 49, 'AQ3067-2026': 53 },
    });
    expect(standards.filter(({ source, from }) => !source || !from)).toEqual([]);
    expect(standards.filter(({ complete, note }) => !complete && note === null)).toEqual([]);
    expect(criteriaOf()).toHaveLength(559);
  });

  test('of a field MUST be those of the day', () => {
    const codes = (day: string) => [...new Set(criteriaOf('FIRE', 'MAJOR', day).map(({ code }) => code))];
    expect([codes('2025-10-31'), codes('2025-11-01')]).toEqual([['GB35181-2017'], ['GB35181']]);
    expect(criteriaOf('SPECIAL_EQUIPMENT', 'MAJOR', '2024-11-30')).toEqual([]);
    expect(criteriaOf('SPECIAL_EQUIPMENT', 'MAJOR', '2024-12-01')).toHaveLength(47);
  });

  test('MUST say what their clause says: 4.5 is about filling, 令57号 25(2) about inspections that were failed', () => {
    expect(criterionOf('GB45067-4.5-1')).toMatchObject({
      clause: '4.5 a)',
      seen: true,
      equipmentKind: '2000',
    });
    expect(criterionOf('GB45067-4.5-1')?.title).toContain('充装');
    expect(criterionOf('ORDER57-25-2')?.conditions).toBe('未经监督检验，或检验、检测不合格，继续使用');
    expect(criterionOf('AQ3067-2026-5.1.1')).toMatchObject({ seen: false, conditions: null });
  });

  test.each([
    ['GB45067-4.6-2', '2024-06-01', 'HAZARD_CRITERION_NOT_IN_FORCE'],
    ['GB45067-4.6-2', '2024-12-01', null],
    ['GB45067-9.9-9', '2026-01-01', 'HAZARD_CRITERION_UNKNOWN'],
    ['MEM21-2026-4-1', '2026-07-01', 'HAZARD_CRITERION_OF_OTHER'],
  ])('%s for a hazard found on %s MUST be: %s', (code, foundOn, refusal) => {
    expect(refusalOf(() => checkCriterion('MAJOR', 'SPECIAL_EQUIPMENT', code, foundOn))).toBe(refusal);
  });

  test('one MUST be named where there was one when the hazard was found, and only there', () => {
    const reported = { grade: 'MAJOR', criterionCode: null } as const;
    const none = { grade: null, criterionCode: null };
    const judge = (domain: 'MINING' | 'OTHER', foundOn: string) => () =>
      judged({ ...reported, domain, foundOn }, none);
    expect(refusalOf(judge('MINING', '2026-07-01'))).toBe('HAZARD_CRITERION_MISSING');
    expect(refusalOf(judge('MINING', '2022-08-31'))).toBeNull();
    expect(refusalOf(judge('OTHER', '2026-07-01'))).toBeNull();
  });
});
