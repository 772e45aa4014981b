import { credit } from '../../../subgraphs/credit';
import { composeUscc } from '../../../subgraphs/kernel';
import { as } from '../../support/callers';
import { testBed } from '../../support/test-bed';

export const USCC = '91430682MA4L16JQ90';
export const OTHER_USCC = composeUscc('91430682', 'MA4L9999');

export const market = as.officer('MARKET_SUPERVISION', '430000', 'write:credit');
export const safety = as.officer('EMERGENCY_MANAGEMENT', '430000', 'write:credit');
export const fire = as.officer('FIRE_RESCUE', '430000', 'write:credit');
/** The same kind of department, elsewhere. */
export const marketElsewhere = as.officer('MARKET_SUPERVISION', '410000', 'write:credit');

/** The day on which the tests take place, unless they move the clock. */
export const TODAY = '2026-06-15';

interface Changes {
  sourceId?: string;
  [field: string]: unknown;
}
export const make = {
  /** Each rests on a decision of its own. */
  listing: ({ sourceId = '1', ...changes }: Changes = {}) => ({
    sourceId,
    list: 'MARKET_SERIOUS_ILLEGAL',
    uscc: USCC,
    subjectName: '甲公司',
    cause: '生产不符合保障人体健康和人身、财产安全国家标准的产品',
    basisDocument: `临市监罚决〔2026〕${sourceId}号`,
    departmentCode: '430682-MARKET_SUPERVISION',
    decidedOn: '2026-01-12',
    listedOn: '2026-01-15',
    measures: ['不适用告知承诺制'],
    regionCode: '430682',
    ...changes,
  }),
  safetyListing: (changes: Changes = {}) =>
    make.listing({
      list: 'WORK_SAFETY_SERIOUS',
      departmentCode: '430682-EMERGENCY_MANAGEMENT',
      measures: ['加大执法检查频次'],
      ...changes,
    }),
  /** Removed before its term, on request. */
  removed: (changes: Changes = {}) =>
    make.listing({
      status: 'REMOVED_EARLY',
      decidedOn: '2025-01-13',
      listedOn: '2025-01-15',
      removedOn: '2026-03-02',
      removalReason: '信用修复',
      ...changes,
    }),
  /** Its term ended on 2025-01-15. */
  expired: (changes: Changes = {}) =>
    make.listing({ decidedOn: '2022-01-13', listedOn: '2022-01-15', ...changes }),
  notified: (changes: Changes = {}) =>
    make.listing({ status: 'NOTIFIED', decidedOn: '2026-06-01', listedOn: null, ...changes }),
  revoked: (changes: Changes = {}) =>
    make.listing({ status: 'REVOKED', removedOn: '2026-02-02', removalReason: '行政复议撤销', ...changes }),
  person: (changes: Changes = {}) =>
    make.safetyListing({
      subjectKind: 'PERSON',
      uscc: null,
      subjectName: '张三丰',
      cause: '张三丰瞒报生产安全事故',
      ...changes,
    }),
};

/** One listing in each state: `test/LISTED`, `test/NOTIFIED`, … and `test/ENDED`, which is stored as LISTED. */
export const everyState = [
  make.listing({ sourceId: 'LISTED' }),
  make.notified({ sourceId: 'NOTIFIED' }),
  make.removed({ sourceId: 'REMOVED_EARLY' }),
  make.expired({ sourceId: 'EXPIRED', status: 'EXPIRED' }),
  make.expired({ sourceId: 'ENDED' }),
  make.revoked({ sourceId: 'REVOKED' }),
];

/** The subgraph on the day of the tests; a market officer of the province submits. */
export const creditBed = () =>
  testBed(credit, { today: TODAY, officer: market, known: { PenaltyDecision: ['临市监罚决〔2026〕1号'] } });
