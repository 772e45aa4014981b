import { MARK, daysFrom, type DemoEnterprise } from './enterprises';
import { Chance } from './random';

/** Three enterprises of a thousand are listed ([G]). */
const LISTED_SHARE = 0.003;
const MATTER_OF_INDUSTRY: Record<string, string> = {
  3770: 'ELECTRIC_BICYCLE',
  5238: 'ELECTRIC_BICYCLE',
  3841: 'ELECTRIC_BICYCLE',
  3861: 'URBAN_GAS',
  4511: 'URBAN_GAS',
  5296: 'URBAN_GAS',
  2672: 'FIREWORKS',
  7020: 'ELEVATOR',
  3435: 'ELEVATOR',
  2619: 'OXYGEN_CYLINDER',
};
const ABOUT = {
  MARKET_SERIOUS_ILLEGAL: {
    department: 'MARKET_SUPERVISION',
    cause: '合成数据：质量安全领域严重违法示例',
    document: '合成市监罚字',
  },
  WORK_SAFETY_SERIOUS: {
    department: 'EMERGENCY_MANAGEMENT',
    cause: '合成数据：安全生产严重失信示例',
    document: '合成应急罚字',
  },
} as const;
export type DemoList = keyof typeof ABOUT;

/** A listing of an enterprise, or none. Its subject does not exist, and its cause says that it is made up. */
export function makeListing(
  seed: number,
  enterprise: DemoEnterprise,
  asOf: string,
): { list: DemoList; record: Record<string, unknown> } | null {
  const chance = new Chance(seed, `listing ${enterprise.index}`);
  if (!chance.is(LISTED_SHARE)) return null;
  const list: DemoList = chance.is(0.6) ? 'MARKET_SERIOUS_ILLEGAL' : 'WORK_SAFETY_SERIOUS';
  // most are on the list, some have run out after three years; 令11号 lists only since 2023-10-01
  const decidedOn = daysFrom(asOf, -30 - chance.below(list === 'MARKET_SERIOUS_ILLEGAL' ? 1_300 : 1_090));
  return {
    list,
    record: listingRecord(list, enterprise, `l${seed}-${enterprise.index}`, {
      decidedOn,
      listedOn: daysFrom(decidedOn, 5 + chance.below(15)),
    }),
  };
}

/** The record of a listing, with what differs given. */
export function listingRecord(
  list: DemoList,
  enterprise: DemoEnterprise,
  sourceId: string,
  course: Record<string, unknown>,
): Record<string, unknown> {
  const { department, cause, document } = ABOUT[list];
  const { uscc, name, county, industryCode } = enterprise;
  const matter = MATTER_OF_INDUSTRY[industryCode];
  return {
    sourceId,
    list,
    uscc,
    subjectName: name,
    cause,
    basisDocument: `${document}〔${String(course.decidedOn).slice(0, 4)}〕${enterprise.index}号${MARK}`,
    departmentCode: `${county.code}-${department}`,
    regionCode: county.code,
    industryCode,
    matterCodes: matter ? [matter] : [],
    ...course,
  };
}
