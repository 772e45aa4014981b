import { addMonths, overrideRules } from '../../../subgraphs/kernel';
import { cylinderDue } from '../../../subgraphs/equipment/cylinder/cylinder-cycles';
import {
  cycleOf,
  dueByCycle,
  inspectionCycles,
  nextTestDue,
  ruleOfDue,
} from '../../../subgraphs/equipment/inspection/inspection-cycles';
import { nextDue } from '../../../subgraphs/equipment/inspection/inspection.rules';

describe('the cycle of a lift (TSG T7001-2023)', () => {
  const installedOn = '2024-06-15';
  const inYear = (year: number) => addMonths(installedOn, 12 * year);

  test('inspections MUST be due in years 1, 4, 7, 9, 11, 13, 15 and yearly afterwards', () => {
    const years = [1, 4, 7, 9, 11, 13, 15, 16, 17, 18];
    const due = years.map((_, at) => dueByCycle('3110', inYear(years[at - 1] ?? 0), installedOn));
    expect(due).toEqual(years.map(inYear));
  });

  test('an inspection up to two months early MUST count for its year, a day earlier MUST NOT', () => {
    expect(dueByCycle('3110', '2028-04-15', installedOn)).toBe(inYear(7));
    expect(dueByCycle('3110', '2028-04-14', installedOn)).toBe(inYear(4));
  });

  test('a late inspection MUST NOT move the following ones', () => {
    expect(dueByCycle('3110', '2028-11-20', installedOn)).toBe(inYear(7));
    expect(dueByCycle('3110', '2031-11-20', installedOn)).toBe(inYear(9));
  });

  test('in the fifteenth and the sixteenth year the next MUST be a year later', () => {
    expect(dueByCycle('3310', inYear(15), installedOn)).toBe(inYear(16));
    expect(dueByCycle('3310', inYear(16), installedOn)).toBe(inYear(17));
  });

  test('a lift of unknown age MUST be inspected within the shortest interval', () => {
    expect(dueByCycle('3110', '2026-03-31', null)).toBe('2027-03-31');
  });

  test('the rule MUST be chosen by the day of the inspection', () => {
    expect(cycleOf('3110', '2024-04-01')?.id).toBe('lift-2009');
    expect(cycleOf('3110', '2024-04-02')?.id).toBe('lift-2023');
    expect(dueByCycle('3110', '2023-04-01', '2019-04-01')).toBe('2024-04-01');
    expect(dueByCycle('3110', '2024-03-20', '2020-04-10')).toBe('2027-04-10');
    expect(dueByCycle('3110', '2023-06-01', '2020-06-01')).toBe('2024-06-01');
    expect(dueByCycle('3110', '2024-04-02', '2020-04-01')).toBe('2027-04-01');
  });
});

describe('the cycles of other kinds', () => {
  test.each([
    ['5110', '2022-12-01', '2024-12-01'],
    ['5110', '2022-11-30', '2023-11-30'],
    ['5200', '2024-02-29', '2025-02-28'],
    ['4110', '2025-01-10', '2027-01-10'],
    ['4310', '2025-01-10', '2026-01-10'],
    ['4150', '2025-01-10', '2026-01-10'],
    ['6200', '2025-01-10', '2026-01-10'],
  ])('a device of %s inspected on %s MUST be due on %s', (kind, on, due) => {
    expect(dueByCycle(kind, on, null)).toBe(due);
  });

  test('a kind without a known rule MUST have no due date', () => {
    expect(dueByCycle('8110', '2025-01-10', null)).toBeNull();
  });

  test('every rule MUST have an id of its own, a source, and at most one MUST hold for a kind on a day', () => {
    const all = inspectionCycles();
    expect(all).toHaveLength(17);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(all.filter(({ source }) => source === '')).toEqual([]);
    for (const { kinds, effectiveFrom } of all) {
      const same = all.filter(
        (each) =>
          each.kinds === kinds &&
          each.effectiveFrom <= effectiveFrom &&
          (each.effectiveTo === null || effectiveFrom <= each.effectiveTo),
      );
      expect(same).toHaveLength(1);
    }
  });
});

describe('the rule by which a device is due', () => {
  afterEach(() => overrideRules([]));

  test.each([
    ['5110', '2025-01-10', '2027-01-10', null, 'equipment.cycle.forklift-2022'],
    ['3110', '2028-04-15', '2031-06-15', '2024-06-15', 'equipment.cycle.lift-2023.3'],
    ['3110', '2024-03-20', '2027-04-10', '2020-04-10', 'equipment.cycle.lift-2023.3'],
    ['3110', '2026-03-31', '2027-03-31', null, 'equipment.cycle.lift-2023.after'],
    ['8110', '2025-01-10', null, null, undefined],
  ])(
    '%s, inspected on %s and due on %s, MUST be due by its own',
    (kind, inspectedOn, due, installedOn, id) => {
      expect(ruleOfDue(kind, inspectedOn, due, installedOn)?.id).toBe(id);
    },
  );

  test('what an operator has put right MUST count in the cycle and be shown by it', () => {
    const crane = {
      id: 'equipment.cycle.crane',
      from: '2009-05-01',
      to: null,
      unit: 'months',
      verified: true,
    } as const;
    overrideRules([{ ...crane, value: 12, source: 'TSG 51-2023' }]);
    expect(dueByCycle('4110', '2025-01-10', null)).toBe('2026-01-10');
    expect(cycleOf('4110', '2025-01-10')).toMatchObject({
      value: [12],
      source: 'TSG 51-2023',
      verified: true,
    });
  });
});

describe('when the next inspection is due', () => {
  const device = { kindCode: '5110', installedOn: null };

  test('what the report states MUST count before the cycle', () => {
    expect(
      nextDue(device, [{ inspectedOn: '2025-01-10', conclusion: 'QUALIFIED', nextDueOn: '2025-07-10' }]),
    ).toBe('2025-07-10');
    expect(
      nextDue(device, [
        { inspectedOn: '2025-01-10', conclusion: 'CONDITIONALLY_QUALIFIED', nextDueOn: null },
      ]),
    ).toBe('2027-01-10');
  });

  test.each(['UNQUALIFIED', 'REINSPECT_UNQUALIFIED'] as const)(
    'a device that is %s MUST be due at once',
    (conclusion) => {
      expect(nextDue(device, [{ inspectedOn: '2025-01-10', conclusion, nextDueOn: null }])).toBe(
        '2025-01-10',
      );
    },
  );
});

describe('the month that a cycle is counted from', () => {
  const forklift = { kindCode: '5110', installedOn: null };
  const passed = (...days: string[]) =>
    days.map((inspectedOn) => ({ inspectedOn, conclusion: 'QUALIFIED' as const, nextDueOn: null }));

  test('an inspection up to two months early MUST NOT move it, one a day earlier MUST', () => {
    expect(nextDue(forklift, passed('2023-06-15', '2025-04-15'))).toBe('2027-06-15');
    expect(nextDue(forklift, passed('2023-06-15', '2025-04-14'))).toBe('2027-04-14');
  });

  test('an inspection on the due day MUST keep it, one a day late MUST begin anew', () => {
    expect(nextDue(forklift, passed('2023-06-15', '2025-06-15'))).toBe('2027-06-15');
    expect(nextDue(forklift, passed('2023-06-15', '2025-06-16'))).toBe('2027-06-16');
  });

  test('early inspections one after another MUST NOT shorten the cycle', () => {
    expect(nextDue(forklift, passed('2023-06-15', '2025-05-01', '2027-05-01'))).toBe('2029-06-15');
  });

  test('at the end of a month and on a leap day it MUST stay in its month', () => {
    const vehicle = { kindCode: '5200', installedOn: null };
    expect(nextDue(vehicle, passed('2024-02-29'))).toBe('2025-02-28');
    expect(nextDue(vehicle, passed('2024-02-29', '2024-12-28'))).toBe('2026-02-28');
    expect(nextDue(vehicle, passed('2024-02-29', '2024-12-27'))).toBe('2025-12-27');
    expect(nextDue(forklift, passed('2023-08-31', '2025-06-29'))).toBe('2027-06-29');
    expect(nextDue(forklift, passed('2023-08-31', '2025-06-30'))).toBe('2027-08-31');
  });

  test('a failed inspection MUST be due at once, and what passes afterwards MUST still count for the cycle', () => {
    const failed = { inspectedOn: '2025-05-10', conclusion: 'UNQUALIFIED' as const, nextDueOn: null };
    const [first, again] = passed('2023-06-15', '2025-05-25');
    expect(nextDue(forklift, [first!, failed])).toBe('2025-05-10');
    expect(nextDue(forklift, [first!, failed, again!])).toBe('2027-06-15');
  });

  test('the day that a report states MUST be the one that the next is counted from', () => {
    const [, second] = passed('2023-06-15', '2025-05-01');
    expect(
      nextDue(forklift, [
        { inspectedOn: '2023-06-15', conclusion: 'QUALIFIED', nextDueOn: '2025-06-30' },
        second!,
      ]),
    ).toBe('2027-06-30');
  });
});

describe('the tests of a lift between its inspections (TSG T7008-2023)', () => {
  const due = (last: string | null) => nextTestDue('3110', last, '2024-06-15');

  test.each([
    [null, '2026-06-15'],
    ['2025-06-15', '2026-06-15'],
    ['2026-04-15', '2027-06-15'],
    ['2026-04-14', '2026-06-15'],
    ['2027-06-10', '2029-06-15'],
    ['2038-06-15', null],
    ['2039-06-15', null],
  ])('after %s the next MUST be due on %s', (last, expected) => expect(due(last)).toBe(expected));

  test('what has no years of inspection, or no known installation, MUST NOT owe one', () => {
    expect(nextTestDue('5110', '2026-01-01', '2024-06-15')).toBeNull();
    expect(nextTestDue('3110', '2026-01-01', null)).toBeNull();
  });
});

describe('the cycle of a gas cylinder', () => {
  test.each([
    ['氧气', '2027-05-31'],
    ['液化石油气', '2028-05-31'],
    ['溶解乙炔', '2027-05-31'],
    ['液氯', '2026-05-31'],
    ['氩气', '2029-05-31'],
    ['氮气', '2029-05-31'],
    ['液氮', '2027-05-31'],
  ])('%s since 2024-05-31 MUST be due on %s', (medium, due) => {
    expect(cylinderDue(medium, '2024-05-31')).toBe(due);
  });

  test('a cylinder older than every rule MUST have the shortest cycle', () => {
    expect(cylinderDue('氧气', '1999-12-31')).toBe('2001-12-31');
  });
});
