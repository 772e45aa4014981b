import { matters } from '../../../subgraphs/matters';
import { as } from '../../support/callers';
import { testBed } from '../../support/test-bed';

/** The safety committees of a city and of one of its counties, and two departments of the county. */
export const city = as.officer('SAFETY_COMMITTEE', '430600', 'write:matters', 'decide:matters');
export const county = as.officer('SAFETY_COMMITTEE', '430682', 'write:matters', 'decide:matters');
export const fire = as.officer('FIRE_RESCUE', '430682', 'write:matters');
export const emergency = as.officer('EMERGENCY_MANAGEMENT', '430682', 'write:matters');
/** Another officer of the same department. */
export const other = <Officer extends typeof city>(officer: Officer): Officer => ({
  ...officer,
  subject: `other-${officer.subject}`,
});

export const make = {
  progress: (changes: object = {}) => ({
    ...{
      sourceId: '1',
      itemId: 'LINXIANG-GOALS-2026.8',
      regionCode: '430682',
      departmentCode: '430682-FIRE_RESCUE',
      state: 'UNDER_WAY',
    },
    ...{
      numerator: 30,
      denominator: 40,
      evidence: '临消函〔2026〕8号',
      reportedOn: '2026-10-08',
      ...changes,
    },
  }),
};

/** The subgraph on a day in the autumn of 2026. */
export const mattersBed = () => testBed(matters, { today: '2026-10-15' });
