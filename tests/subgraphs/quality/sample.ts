import { composeUscc, type Caller } from '../../../subgraphs/kernel';
import { quality } from '../../../subgraphs/quality';
import { as } from '../../support/callers';
import { testBed, type TestBed, type TestResult } from '../../support/test-bed';

export const MAKER = composeUscc('91430682', 'MA4L0001');
export const SELLER = composeUscc('91411003', 'MA4L0002');
export const OTHER_SELLER = composeUscc('91411000', 'MA4L0003');

/** 许昌, where samples are taken, and 临湘 in 湖南, where helmets are made. */
export const XUCHANG = '411003';
export const LINXIANG = '430682';

export const national = as.officer('MARKET_SUPERVISION', '000000', 'write:quality', 'decide:quality');
const named = (subject: string, caller: Caller): Caller => ({ ...caller, subject });
/** Two officers of 许昌, one who reports and one who decides. */
export const reporter = named('reporter', as.officer('MARKET_SUPERVISION', '411000', 'write:quality'));
export const decider = named(
  'decider',
  as.officer('MARKET_SUPERVISION', '411000', 'write:quality', 'decide:quality'),
);
export const henan = named(
  'henan',
  as.officer('MARKET_SUPERVISION', '410000', 'write:quality', 'decide:quality'),
);
export const linxiang = as.officer('MARKET_SUPERVISION', LINXIANG, 'write:quality', 'decide:quality');
export const fire = as.officer('FIRE_RESCUE', LINXIANG, 'write:quality', 'decide:quality');

export const TODAY = '2026-06-15';
export const HELMET = 'OM-EBIKE-HELMET';
export const NUMBER = '2025010101000001';

export const make = {
  body: (changes: object = {}) => ({
    sourceId: 'b',
    code: '98',
    name: '甲认证（测试）',
    regionCode: '110000',
    ...changes,
  }),
  laboratory: (changes: object = {}) => ({
    sourceId: 'l',
    code: 'LAB-1',
    name: '甲检测（测试）',
    regionCode: '430100',
    ...changes,
  }),
  institutionCheck: (changes: object = {}) => ({
    ...{
      sourceId: 'i',
      kind: 'BODY',
      institutionCode: '98',
      checkedOn: '2026-03-01',
      result: 'NO_PROBLEM',
      ...changes,
    },
  }),
  certificate: (changes: object = {}) => ({
    ...{
      sourceId: 'c',
      number: NUMBER,
      holderUscc: MAKER,
      productName: '电线组件',
      issuedOn: '2025-01-10',
      expiresOn: '2030-01-09',
    },
    ...{ regionCode: LINXIANG, ...changes },
  }),
  validityCheck: (changes: object = {}) => ({
    ...{
      sourceId: 'v',
      certificateNumber: NUMBER,
      checkedOn: '2026-05-01',
      result: 'NONCONFORMING',
      finding: '结构与证书不符',
    },
    ...{ regionCode: XUCHANG, ...changes },
  }),
  plan: (changes: object = {}) => ({
    ...{
      sourceId: 'p',
      number: 'P-1',
      title: '头盔抽查',
      productCode: 'SAFETY_HELMET',
      targets: '建安区三家门店',
    },
    ...{ plannedFrom: '2026-05-01', plannedTo: '2026-06-30', regionCode: '411000', ...changes },
  }),
  spotCheck: (changes: object = {}) => ({
    ...{
      sourceId: 's',
      productCode: 'SAFETY_HELMET',
      categoryCode: HELMET,
      batch: 'B20260401',
      productName: '头盔',
      sampledOn: '2026-05-10',
    },
    ...{
      place: 'SHOP',
      level: 'COUNTY',
      sellerUscc: SELLER,
      producerUscc: MAKER,
      producerRegionCode: LINXIANG,
    },
    ...{
      result: 'UNQUALIFIED',
      defects: '吸收碰撞能量性能',
      resultReceivedOn: '2026-05-20',
      regionCode: XUCHANG,
      ...changes,
    },
  }),
  sampling: (changes: object = {}) => ({
    ...{
      sampleNumber: 'N-1',
      productCode: 'SAFETY_HELMET',
      batch: 'B20260401',
      sampledOn: '2026-05-10',
      place: 'SHOP',
    },
    ...{
      sellerUscc: SELLER,
      producerUscc: MAKER,
      producerRegionCode: LINXIANG,
      regionCode: XUCHANG,
      ...changes,
    },
  }),
};

/** The subgraph on the day of the tests; the national office submits. */
export const qualityBed = () => testBed(quality, { today: TODAY, officer: national });

/** Takes a step of a workflow, as who decides unless it is said otherwise. */
export function take(
  bed: TestBed,
  verb: string,
  input: object,
  caller = decider,
  fields = 'id stage result',
): Promise<TestResult> {
  return bed.step(verb, input, caller, fields);
}
