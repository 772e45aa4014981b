import { Hazard } from '../../../subgraphs/hazards/hazard/hazard';
import { checkSupervisors } from '../../../subgraphs/hazards/hazard/hazard.rules';

const hazard = (changes: Partial<Hazard>): Hazard =>
  Object.assign(new Hazard(), {
    number: 'H',
    domain: 'FIRE',
    grade: 'MAJOR',
    regionCode: '431224102',
    ...changes,
  });

const codeOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    return (error as { code: string }).code;
  }
  return 'none';
};

describe('who supervises', () => {
  const supervised = (supervisors: string[], changes: Partial<Hazard> = {}, day = '2026-06-15') =>
    codeOf(() => checkSupervisors(hazard(changes), LEAD, supervisors, day));
  const LEAD = '431224-MARKET_SUPERVISION';
  const [one, two] = ['431224-FIRE_RESCUE', '431224-SAFETY_COMMITTEE'];
  test.each([[[one, one]], [[one, LEAD]]])('%j MUST be refused everywhere: they are not apart', (wrong) => {
    expect(supervised(wrong)).toBe('HAZARD_SUPERVISORS_TOO_FEW');
  });

  test.each([
    ['a major fire hazard in the division whose document says so', {}, '2024-01-01', true],
    ['one of the day before it', {}, '2023-12-31', false],
    ['a general one', { grade: 'GENERAL' as const }, '2026-06-15', false],
    ['one in the county above', { regionCode: '431224' }, '2026-06-15', false],
    ['one elsewhere', { regionCode: '430682102' }, '2026-06-15', false],
    ['one of another field', { domain: 'SPECIAL_EQUIPMENT' as const }, '2026-06-15', false],
  ])('双督办: %s MUST have two supervisors: %#', (_, changes, day, isAsked) => {
    expect(supervised([one], changes, day)).toBe(isAsked ? 'HAZARD_SUPERVISORS_TOO_FEW' : 'none');
    expect(supervised([one, two], changes, day)).toBe('none');
  });
});
