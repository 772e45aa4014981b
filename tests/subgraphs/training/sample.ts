import { composeUscc, idNumberCheck, personIdOf } from '../../../subgraphs/kernel';
import { training } from '../../../subgraphs/training';
import { as } from '../../support/callers';
import { TEST_SETTINGS } from '../../support/settings';
import { testBed } from '../../support/test-bed';

export const market = as.officer('MARKET_SUPERVISION', '000000', 'write:training', 'decide:training');
export const safety = as.officer('EMERGENCY_MANAGEMENT', '000000', 'write:training', 'decide:training');
/** May see what is shared on conditions, in the place where the samples lie. */
export const reader = as.officer('FIRE_RESCUE', '430600', 'share:conditional');

export const USCC = composeUscc('91430682', 'MA000001');
export const OTHER_USCC = composeUscc('91430682', 'MA000002');

/** The identity number of nobody: born in 1900, by number. */
export function idNumberOf(number: number): string {
  const first17 = `11010519000101${String(number).padStart(3, '0')}`;
  return first17 + idNumberCheck(first17);
}

/** The day on which the tests take place, unless they move the clock. */
export const TODAY = '2026-06-15';

let serial = 0;

export const make = {
  qualification: (changes: object = {}) => {
    const number = ++serial;
    return {
      sourceId: `q${number}`,
      scheme: 'SPECIAL_EQUIPMENT_OPERATOR',
      item: 'N1',
      number: `T${number}`,
      holderName: '张三丰',
      idNumber: idNumberOf(1),
      issuedOn: '2024-06-20',
      employerUscc: USCC,
      regionCode: '430682',
      ...changes,
    };
  },
  course: (changes: object = {}) => ({
    sourceId: `c${++serial}`,
    topic: '主要负责人安全培训',
    audience: 'PRINCIPAL',
    heldOn: '2026-03-02',
    hours: 16,
    regionCode: '430682',
    ...changes,
  }),
  attendance: (courseId: string, changes: object = {}) => ({
    sourceId: `a${++serial}`,
    courseId: `test/${courseId}`,
    name: '李四光',
    idNumber: idNumberOf(2),
    uscc: USCC,
    regionCode: '430682',
    ...changes,
  }),
  duty: (changes: object = {}) => ({
    sourceId: `d${++serial}`,
    trigger: 'YEARLY',
    eventOn: '2026-01-05',
    audience: 'PRINCIPAL',
    uscc: USCC,
    regionCode: '430682',
    ...changes,
  }),
  drill: (changes: object = {}) => ({
    sourceId: `r${++serial}`,
    uscc: USCC,
    heldOn: '2026-05-12',
    participants: 40,
    regionCode: '430682',
    ...changes,
  }),
  body: (changes: object = {}) => ({
    sourceId: `b${++serial}`,
    uscc: USCC,
    activeFrom: '2020-01-01',
    regionCode: '430682',
    ...changes,
  }),
  expert: (changes: object = {}) => ({
    sourceId: `x${++serial}`,
    name: '王五行',
    field: 'FIRE',
    departmentCode: '430682-EMERGENCY_MANAGEMENT',
    regionCode: '430682',
    joinedOn: '2024-10-01',
    ...changes,
  }),
};

/** The opaque id of the person of a record. */
export function personOf(idNumber: string): string {
  return personIdOf(idNumber, TEST_SETTINGS.dataKey);
}

/** The subgraph on the day of the tests; market supervision submits. */
export const trainingBed = () => testBed(training, { today: TODAY, officer: market });
