import { MARK, daysFrom, type DemoEnterprise } from './enterprises';
import type { DemoBlock, DemoPart, Sending } from './parts';
import { Chance } from './random';

/** One enterprise of forty has a case ([G]); two of three are decided, most of those published. */
const CASE_SHARE = 0.025;
const KINDS = [
  { department: 'MARKET_SUPERVISION', cause: 'PRODUCT_BELOW_STANDARD', organ: '合成市监', weight: 6 },
  { department: 'EMERGENCY_MANAGEMENT', cause: 'SAFETY_HAZARD_NOT_REMOVED', organ: '合成应急', weight: 3 },
  { department: 'FIRE_RESCUE', cause: 'FIRE_FACILITIES', organ: '合成消防', weight: 2 },
] as const;
type Kind = (typeof KINDS)[number];

interface Made {
  department: Kind['department'];
  one: Record<string, unknown>;
  penalty: Record<string, unknown> | null;
}

/** A case of an enterprise that does not exist; its number and its lead say that it is made up. */
function makeCase(seed: number, enterprise: DemoEnterprise, asOf: string): Made | null {
  const chance = new Chance(seed, `case ${enterprise.index}`);
  if (!chance.is(CASE_SHARE)) return null;
  const kind = chance.weighted(KINDS.map((each) => [each, each.weight] as const));
  const filedOn = daysFrom(asOf, -10 - chance.below(300));
  const decidedOn = daysFrom(filedOn, 30 + chance.below(50));
  return decidedOn < daysFrom(asOf, -5) && chance.is(0.8)
    ? decided(kind, seed, enterprise, { filedOn, decidedOn }, chance, asOf)
    : {
        department: kind.department,
        one: caseRecord(kind, seed, enterprise, { status: 'INVESTIGATING', filedOn }),
        penalty: null,
      };
}

function decided(
  kind: Kind,
  seed: number,
  enterprise: DemoEnterprise,
  days: { filedOn: string; decidedOn: string },
  chance: Chance,
  asOf: string,
): Made {
  const { decidedOn } = days;
  const publishedOn = daysFrom(decidedOn, 3 + chance.below(7));
  const one = caseRecord(kind, seed, enterprise, {
    status: 'DECIDED',
    ...days,
    deliveredOn: daysFrom(decidedOn, 1),
  });
  const fine = String(1_000 * (1 + chance.below(80)));
  const penalty = {
    sourceId: `p${seed}-${enterprise.index}`,
    documentNumber: numberOf(kind, '罚', seed, enterprise, decidedOn),
    caseNumber: one.number,
    kinds: ['FINE'],
    fine,
    decidedOn,
    publishedOn: publishedOn <= asOf && chance.is(0.9) ? publishedOn : null,
  };
  return { department: kind.department, one, penalty };
}

function numberOf(
  { organ }: Kind,
  what: string,
  seed: number,
  { index }: DemoEnterprise,
  on: string,
): string {
  return `${organ}${what}${seed}〔${on.slice(0, 4)}〕${index + 1}号`;
}

function caseRecord(
  kind: Kind,
  seed: number,
  enterprise: DemoEnterprise,
  course: { filedOn: string } & Record<string, unknown>,
) {
  const { index, uscc, name, county, industryCode } = enterprise;
  return {
    sourceId: `c${seed}-${index}`,
    number: numberOf(kind, '立', seed, enterprise, course.filedOn),
    causeCode: kind.cause,
    partyUscc: uscc,
    partyName: name,
    partyRegionCode: county.code,
    departmentCode: `${county.code}-${kind.department}`,
    industryCode,
    leadReceivedOn: daysFrom(course.filedOn, -7),
    originKind: 'INSPECTION',
    campaign: 'STRIKE_ILLEGAL',
    leadSummary: `线索${MARK}`,
    ...course,
  };
}

export const enforcementCases: DemoPart = {
  make({ seed, asOf, enterprises }: DemoBlock): readonly Sending[] {
    const made = enterprises.flatMap((enterprise) => makeCase(seed, enterprise, asOf) ?? []);
    return KINDS.flatMap(({ department }) => {
      const own = made.filter((each) => each.department === department);
      return [
        { kind: 'cases', department, records: own.map(({ one }) => one) },
        { kind: 'penalties', department, records: own.flatMap(({ penalty }) => (penalty ? [penalty] : [])) },
      ];
    });
  },
};
