import { MARK, daysFrom, type DemoEnterprise } from './enterprises';
import type { DemoPart, Sending } from './parts';
import { Chance } from './random';

/** Of a hundred enterprises eight have a hazard on record ([G]); none of them exists. */
const HAZARD_SHARE = 0.08;
const PENALTY_SHARE = 0.002;
/** The domain that an industry's hazards are of, the department that decides on it, and the matter that they belong to. */
const ABOUT: Record<string, readonly [domain: string, department: Sending['department'], matter: string]> = {
  7020: ['SPECIAL_EQUIPMENT', 'MARKET_SUPERVISION', 'ELEVATOR'],
  3435: ['SPECIAL_EQUIPMENT', 'MARKET_SUPERVISION', 'ELEVATOR'],
  3770: ['PRODUCT_QUALITY', 'MARKET_SUPERVISION', 'ELECTRIC_BICYCLE'],
  4511: ['GAS', 'HOUSING', 'URBAN_GAS'],
  5296: ['GAS', 'HOUSING', 'URBAN_GAS'],
  2672: ['FIREWORKS', 'EMERGENCY_MANAGEMENT', 'FIREWORKS'],
};
const OTHERS: readonly (readonly [string, Sending['department']])[] = [
  ['FIRE', 'FIRE_RESCUE'],
  ['INDUSTRY_TRADE', 'EMERGENCY_MANAGEMENT'],
];
const CHANNELS = ['SELF_REPORT', 'SELF_REPORT', 'INSPECTION', 'INSPECTION', 'TIP_VERIFIED'];

/** Hazards, by the departments that decide on them; principal-led checks and, rarely, penalties. */
export const hazards: DemoPart = {
  make({ seed, asOf, enterprises }) {
    const made = enterprises.flatMap((enterprise) => hazardOf(seed, enterprise, asOf) ?? []);
    const departments = [...new Set(made.map(({ department }) => department))];
    return [
      ...departments.map((department) => ({
        kind: 'hazards',
        department,
        records: made.filter((each) => each.department === department).map(({ record }) => record),
      })),
      {
        kind: 'principal-checks',
        department: 'EMERGENCY_MANAGEMENT',
        records: made.flatMap(({ check }) => check),
      },
      {
        kind: 'hazard-penalties',
        department: 'EMERGENCY_MANAGEMENT',
        records: enterprises.flatMap((each) => penalties(seed, each, asOf)),
      },
    ];
  },

  /** What no rate of rectification counts: one that came in as major and is none any more, and one that was none. */
  edgeCases({ seed, asOf, enterprises: [enterprise] }) {
    if (!enterprise) return [];
    const of = (name: string, more: object) => ({
      sourceId: `edge-${seed}-${name}`,
      number: `YH-S${seed}-edge-${name}`,
      regionCode: enterprise.county.code,
      uscc: enterprise.uscc,
      domain: 'CHEMICALS',
      foundOn: daysFrom(asOf, -80),
      grade: 'MAJOR',
      channel: 'INSPECTION',
      originalDueOn: daysFrom(asOf, -20),
      status: 'RECTIFYING',
      description: `合成数据：演示用隐患（${name}）${MARK}`,
      ...more,
    });
    const sent = (records: object[]) => ({
      kind: 'hazards',
      department: 'EMERGENCY_MANAGEMENT' as const,
      records,
    });
    return [
      sent([of('downgraded', {}), of('dismissed', { status: 'DISMISSED' })]),
      sent([of('downgraded', { grade: 'GENERAL', revision: 2 })]),
    ];
  },
};

/** The hazard of an enterprise, if it has one. */
export function hazardOf(seed: number, { index, uscc, county, industryCode }: DemoEnterprise, asOf: string) {
  const chance = new Chance(seed, `hazard ${index}`);
  if (!chance.is(HAZARD_SHARE)) return null;
  const [domain, department, matter] = ABOUT[industryCode] ?? [...chance.oneOf(OTHERS), undefined];
  const foundOn = daysFrom(asOf, -chance.below(1_300));
  const originalDueOn = daysFrom(foundOn, 30 + chance.below(60));
  const isExtended = chance.is(0.1);
  const doneOn = daysFrom(foundOn, 10 + chance.below(chance.is(0.9) ? 40 : 200));
  const isClosed = doneOn <= asOf && chance.is(0.93);
  const isExposed = !isClosed && originalDueOn < asOf && chance.is(0.3);
  const record = {
    sourceId: `hz${seed}-${index}`,
    number: `YH-S${seed}-${index}`,
    uscc,
    regionCode: county.code,
    industryCode,
    domain,
    foundOn,
    grade: chance.is(0.6) ? 'MAJOR' : 'GENERAL',
    channel: chance.oneOf(CHANNELS),
    matterCodes: matter ? [matter] : [],
    originalDueOn,
    dueOn: isExtended ? daysFrom(originalDueOn, 30) : originalDueOn,
    description: `合成数据：演示用隐患${MARK}`,
    ...(isClosed
      ? { status: 'CLOSED', closedOn: doneOn }
      : { status: chance.oneOf(['NOTIFIED', 'RECTIFYING', 'SUBMITTED']) }),
    escalation: isExposed ? 'EXPOSURE' : 'NONE',
  };
  const checkedOn = daysFrom(asOf, -chance.below(120));
  const check = chance.is(0.7)
    ? [{ sourceId: `pc${seed}-${index}`, uscc, regionCode: county.code, checkedOn }]
    : [];
  return { department, record, check };
}

function penalties(seed: number, { index, uscc, county }: DemoEnterprise, asOf: string): object[] {
  const chance = new Chance(seed, `hazard penalty ${index}`);
  if (!chance.is(PENALTY_SHARE)) return [];
  return [10, 70, 130].map((days, nth) => ({
    sourceId: `hp${seed}-${index}-${nth}`,
    uscc,
    regionCode: county.code,
    decidedOn: daysFrom(asOf, -days),
    documentNumber: `合成应急罚字〔${daysFrom(asOf, -days).slice(0, 4)}〕${index}-${nth}号${MARK}`,
  }));
}
