import { MARK, daysFrom, type DemoEnterprise } from './enterprises';
import type { DemoBlock, DemoPart, Sending } from './parts';
import { hazardOf } from './hazards';
import { failedSample } from './quality';
import { Chance } from './random';

/** One enterprise of forty has a case ([G]), more of those that have given cause; two of three are decided, most of those published. */
const CASE_SHARE = 0.025;
const CAUSED_SHARE = 0.4;
const ORGANS = {
  MARKET_SUPERVISION: '合成市监',
  EMERGENCY_MANAGEMENT: '合成应急',
  FIRE_RESCUE: '合成消防',
  HOUSING: '合成住建',
} as const;
type Organ = keyof typeof ORGANS;
const ORGAN_KINDS = Object.keys(ORGANS) as Organ[];
const OF_DEVICES = ['EQUIPMENT_UNINSPECTED', 'EQUIPMENT_UNREGISTERED', 'EQUIPMENT_UNQUALIFIED_STAFF'];

/** What a case is about: the hazard, the sample or the device that it began with. */
interface Ground {
  department: Organ;
  causeCode: string;
  /** The day before which it cannot have been filed. */
  since: string;
  about: Record<string, string>;
}
interface Made {
  department: Organ;
  one: Record<string, unknown>;
  penalty: Record<string, unknown> | null;
}

/** What the departments know of an enterprise by then. */
function groundOf(block: DemoBlock, enterprise: DemoEnterprise, chance: Chance): Ground | null {
  const caused = chance.is(CAUSED_SHARE) ? causeOf(block, enterprise) : null;
  if (caused || !chance.is(CASE_SHARE)) return caused;
  const device = block.devices.find(({ record }) => record.userUscc === enterprise.uscc);
  const since = daysFrom(block.asOf, -300);
  if (device) {
    const about = { originKind: 'INSPECTION', equipmentCode: String(device.record.code) };
    return { department: 'MARKET_SUPERVISION', causeCode: chance.oneOf(OF_DEVICES), since, about };
  }
  const about = { originKind: 'INSPECTION' };
  return chance.is(0.6)
    ? { department: 'MARKET_SUPERVISION', causeCode: 'PRODUCT_BELOW_STANDARD', since, about }
    : { department: 'FIRE_RESCUE', causeCode: 'FIRE_FACILITIES', since, about };
}

function causeOf({ seed, asOf }: DemoBlock, enterprise: DemoEnterprise): Ground | null {
  const sample = failedSample(seed, enterprise, asOf);
  if (sample)
    return {
      department: 'MARKET_SUPERVISION',
      causeCode: 'PRODUCT_BELOW_STANDARD',
      since: sample.on,
      about: { originKind: 'SPOT_CHECK', originReference: sample.id },
    };
  const found = hazardOf(seed, enterprise, asOf);
  const department = ORGAN_KINDS.find((kind) => kind === found?.department);
  if (!found || !department || found.record.grade !== 'MAJOR') return null;
  const causeCode = department === 'FIRE_RESCUE' ? 'FIRE_FACILITIES' : 'SAFETY_HAZARD_NOT_REMOVED';
  const about = { originKind: 'HAZARD', hazardNumber: found.record.number };
  return { department, causeCode, since: found.record.foundOn, about };
}

/** A case of an enterprise that does not exist; its number and its lead say that it is made up. */
function makeCase(block: DemoBlock, enterprise: DemoEnterprise): Made | null {
  const { seed, asOf } = block;
  const chance = new Chance(seed, `case ${enterprise.index}`);
  const ground = groundOf(block, enterprise, chance);
  const earliest = daysFrom(asOf, -10 - chance.below(300));
  if (!ground) return null;
  const since = daysFrom(ground.since, 10);
  const filedOn = since > earliest ? since : earliest;
  if (filedOn > asOf) return null;
  const decidedOn = daysFrom(filedOn, 30 + chance.below(50));
  return decidedOn < daysFrom(asOf, -5) && chance.is(0.8)
    ? decided(ground, seed, enterprise, { filedOn, decidedOn }, chance, asOf)
    : {
        department: ground.department,
        one: caseRecord(ground, seed, enterprise, { status: 'INVESTIGATING', filedOn }),
        penalty: null,
      };
}

function decided(
  ground: Ground,
  seed: number,
  enterprise: DemoEnterprise,
  days: { filedOn: string; decidedOn: string },
  chance: Chance,
  asOf: string,
): Made {
  const { decidedOn } = days;
  const publishedOn = daysFrom(decidedOn, 3 + chance.below(7));
  const one = caseRecord(ground, seed, enterprise, {
    status: 'DECIDED',
    ...days,
    deliveredOn: daysFrom(decidedOn, 1),
  });
  const fine = String(1_000 * (1 + chance.below(80)));
  const penalty = {
    sourceId: `p${seed}-${enterprise.index}`,
    documentNumber: numberOf(ground, '罚', seed, enterprise, decidedOn),
    caseNumber: one.number,
    kinds: ['FINE'],
    fine,
    decidedOn,
    publishedOn: publishedOn <= asOf && chance.is(0.9) ? publishedOn : null,
  };
  return { department: ground.department, one, penalty };
}

function numberOf(
  { department }: Ground,
  what: string,
  seed: number,
  { index }: DemoEnterprise,
  on: string,
): string {
  return `${ORGANS[department]}${what}${seed}〔${on.slice(0, 4)}〕${index + 1}号`;
}

function caseRecord(
  ground: Ground,
  seed: number,
  enterprise: DemoEnterprise,
  course: { filedOn: string } & Record<string, unknown>,
) {
  const { index, uscc, name, county, industryCode } = enterprise;
  return {
    sourceId: `c${seed}-${index}`,
    number: numberOf(ground, '立', seed, enterprise, course.filedOn),
    causeCode: ground.causeCode,
    partyUscc: uscc,
    partyName: name,
    partyRegionCode: county.code,
    departmentCode: `${county.code}-${ground.department}`,
    industryCode,
    leadReceivedOn: daysFrom(course.filedOn, -7),
    ...ground.about,
    campaign: 'STRIKE_ILLEGAL',
    leadSummary: `线索${MARK}`,
    ...course,
  };
}

export const enforcementCases: DemoPart = {
  make(block: DemoBlock): readonly Sending[] {
    const made = block.enterprises.flatMap((enterprise) => makeCase(block, enterprise) ?? []);
    return ORGAN_KINDS.flatMap((department) => {
      const own = made.filter((each) => each.department === department);
      return [
        { kind: 'cases', department, records: own.map(({ one }) => one) },
        { kind: 'penalties', department, records: own.flatMap(({ penalty }) => (penalty ? [penalty] : [])) },
      ];
    });
  },

  /** Of the causes that an assessment asks for: forged papers, and ways of escape that were blocked. */
  edgeCases({ seed, asOf, enterprises: [enterprise] }: DemoBlock): readonly Sending[] {
    if (!enterprise) return [];
    const of = (department: Organ, causeCode: string, nth: number, course: Record<string, unknown>) => {
      const ground = { department, causeCode, since: asOf, about: { originKind: 'INSPECTION' } };
      const filedOn = daysFrom(asOf, -75 - nth);
      const record = caseRecord(
        ground,
        seed,
        { ...enterprise, index: enterprise.index + nth },
        { filedOn, ...course },
      );
      return { kind: 'cases', department, records: [record] };
    };
    const decided = { status: 'DECIDED', decidedOn: daysFrom(asOf, -50), deliveredOn: daysFrom(asOf, -49) };
    return [
      of('EMERGENCY_MANAGEMENT', 'CC103', 1, decided),
      of('EMERGENCY_MANAGEMENT', 'CC104', 2, { status: 'INVESTIGATING' }),
      of('FIRE_RESCUE', 'CC087', 3, { status: 'INVESTIGATING' }),
    ];
  },
};
