import { enforcement } from '../../../subgraphs/enforcement';
import { composeUscc, type Caller } from '../../../subgraphs/kernel';
import { as } from '../../support/callers';
import { testBed } from '../../support/test-bed';

/** A Monday with working days around it. */
export const TODAY = '2026-06-15';
export const USCC = '91430682MA4L16JQ90';
export const OTHER_USCC = composeUscc('91430682', 'MA4L9999');

const scopes = ['write:enforcement', 'decide:enforcement'];
export const market = as.officer('MARKET_SUPERVISION', '430600', ...scopes);
/** A second officer of the same department. */
export const marketSecond: Caller = { ...market, subject: 'second-officer' };
export const safety = as.officer('EMERGENCY_MANAGEMENT', '430600', ...scopes);
export const fire = as.officer('FIRE_RESCUE', '430600', ...scopes);
export const marketElsewhere = as.officer('MARKET_SUPERVISION', '410000', ...scopes);

export const visit = (changes: object = {}) => ({
  ...{
    sourceId: '1',
    uscc: USCC,
    regionCode: '430682',
    departmentCode: '430682-MARKET_SUPERVISION',
    inspectedOn: '2026-06-01',
    findings: 0,
  },
  ...changes,
});

/** The subgraph on the day of the tests; market supervision of the city submits. */
export const fieldworkBed = (known: Record<string, readonly string[]> = {}) =>
  testBed(enforcement, { today: TODAY, officer: market, known: { Hazard: ['YH-1'], ...known } });
