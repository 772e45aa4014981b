export const TODAY = '2026-06-30';

/** What each state of each thing means, one thing at a time: the grounds against it, and the warnings. */
export interface Meaning {
  no?: string[];
  warns?: string[];
}
export const PASSED = [{ inspectedOn: '2026-01-10' }];
export const DEVICES: Record<string, Meaning & { status?: string; inspections?: object[] }> = {
  'in use, passed': {},
  'registered, passed': { status: 'REGISTERED' },
  suspended: { status: 'SUSPENDED', no: ['DEVICE_SUSPENDED'] },
  scrapped: { status: 'SCRAPPED', no: ['DEVICE_SCRAPPED'] },
  cancelled: { status: 'CANCELLED', no: ['DEVICE_CANCELLED'] },
  unregistered: { status: 'UNREGISTERED', no: ['DEVICE_UNREGISTERED'] },
  'never inspected': { inspections: [], no: ['NEVER_INSPECTED'] },
  failed: {
    inspections: [...PASSED, { inspectedOn: TODAY, conclusion: 'UNQUALIFIED', nextDueOn: '2027-06-30' }],
    no: ['INSPECTION_FAILED'],
  },
  overdue: { inspections: [{ inspectedOn: '2024-06-29' }], no: ['INSPECTION_OVERDUE'] },
  'scrapped and failed': {
    status: 'SCRAPPED',
    inspections: [{ inspectedOn: '2026-01-10', conclusion: 'REINSPECT_UNQUALIFIED' }],
    no: ['DEVICE_SCRAPPED', 'INSPECTION_FAILED'],
  },
  'passed under conditions': {
    inspections: [{ inspectedOn: '2026-01-10', conclusion: 'CONDITIONALLY_QUALIFIED' }],
    warns: ['INSPECTED_UNDER_CONDITIONS'],
  },
};
const MAJOR = { grade: 'MAJOR', criterionCode: 'GB45067-4.10-3', on: 'device' };
export const HAZARDS: Record<string, Meaning & { on?: string; halted?: boolean; [stated: string]: unknown }> =
  {
    none: {},
    'reported only': { ...MAJOR, status: 'REPORTED' },
    dismissed: { ...MAJOR, status: 'DISMISSED' },
    'general, verified': { grade: 'GENERAL', status: 'VERIFIED', on: 'device', warns: ['DEVICE_HAZARD'] },
    'major without a criterion': {
      grade: 'MAJOR',
      status: 'VERIFIED',
      on: 'device',
      warns: ['DEVICE_HAZARD'],
    },
    'major, verified': { ...MAJOR, status: 'VERIFIED', no: ['MAJOR_HAZARD'] },
    'major, being rectified': { ...MAJOR, status: 'RECTIFYING', no: ['MAJOR_HAZARD'] },
    'major, under review': { ...MAJOR, status: 'SUBMITTED', no: ['MAJOR_HAZARD'] },
    severe: {
      ...MAJOR,
      grade: 'SEVERE_EQUIPMENT',
      criterionCode: 'ORDER57-25-3',
      status: 'VERIFIED',
      no: ['MAJOR_HAZARD'],
    },
    'major, closed': { ...MAJOR, status: 'CLOSED' },
    'stopped by a decision': {
      ...MAJOR,
      status: 'VERIFIED',
      halted: true,
      no: ['USE_HALTED', 'MAJOR_HAZARD'],
    },
    'closed, not yet resumed': { ...MAJOR, status: 'CLOSED', halted: true, no: ['USE_HALTED'] },
    'of the unit, on another device': { ...MAJOR, on: 'another', status: 'VERIFIED', warns: ['UNIT_HAZARD'] },
    'of the unit, on no device, stopped': {
      ...{ grade: 'GENERAL', status: 'VERIFIED', on: 'unit', halted: true },
      warns: ['UNIT_HAZARD', 'UNIT_HALTED'],
    },
  };
export const USERS: Record<string, Meaning & { status: string | null }> = {
  operating: { status: 'OPERATING' },
  'out of business for a time': { status: 'SUSPENDED', warns: ['UNIT_SUSPENDED'] },
  revoked: { status: 'REVOKED', no: ['USER_CLOSED'] },
  'struck off': { status: 'CANCELLED', no: ['USER_CLOSED'] },
  'not in the register': { status: null, no: ['USER_UNKNOWN'] },
};
const FITS = { issuedOn: '2024-06-20' };
/** `everywhere`: employed by every unit of this test. */
export const PAPERS: Record<string, Meaning & { everywhere?: boolean; stated: object | null }> = {
  fits: { stated: FITS, everywhere: true },
  none: { stated: null, no: ['NO_CERTIFICATE'] },
  'of another item': { stated: { ...FITS, item: 'N2' }, everywhere: true, no: ['NO_CERTIFICATE'] },
  'run out yesterday': { stated: { issuedOn: '2022-06-29' }, everywhere: true, no: ['EXPIRED'] },
  suspended: { stated: { ...FITS, standing: 'SUSPENDED' }, everywhere: true, no: ['SUSPENDED'] },
  revoked: { stated: { ...FITS, standing: 'REVOKED' }, everywhere: true, no: ['REVOKED'] },
  'of another employer': { stated: FITS, no: ['NOT_EMPLOYED_BY_USER'] },
  'for another division': {
    stated: { ...FITS, regionCode: '430681' },
    everywhere: true,
    no: ['WORKS_ELSEWHERE'],
  },
};
