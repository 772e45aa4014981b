import { daysFrom, type DemoEnterprise } from './enterprises';
import type { DemoPart } from './parts';
import { Chance } from './random';

/** Industries that must hold work safety liability insurance; which of the fields an industry belongs to is for demonstration ([G]). */
const FIELD_OF: Record<string, string> = {
  2614: 'HAZARDOUS_CHEMICALS',
  4511: 'HAZARDOUS_CHEMICALS',
  2672: 'OTHER_HIGH_RISK',
  5920: 'TRANSPORT',
};
const STANDARD_SHARE = 0.06;

/** What credit knows of a block besides the lists: insurance and standardisation. */
export const credit: DemoPart = {
  make({ seed, asOf, enterprises }) {
    return [
      {
        kind: 'safety-insurances',
        department: 'EMERGENCY_MANAGEMENT',
        records: enterprises.flatMap((each) => insurance(seed, each, asOf) ?? []),
      },
      {
        kind: 'safety-standards',
        department: 'EMERGENCY_MANAGEMENT',
        records: enterprises.flatMap((each) => standard(seed, each, asOf) ?? []),
      },
    ];
  },
};

function insurance(
  seed: number,
  { index, uscc, county, industryCode }: DemoEnterprise,
  asOf: string,
): object | null {
  const field = FIELD_OF[industryCode];
  if (field === undefined) return null;
  const chance = new Chance(seed, `insurance ${index}`);
  const of = { sourceId: `in${seed}-${index}`, uscc, regionCode: county.code, field };
  if (chance.is(0.1)) return of;
  const validFrom = daysFrom(asOf, -chance.below(360));
  const policy = { insurer: '合成财产保险公司', policyNumber: `AZX${seed}${String(index).padStart(8, '0')}` };
  return {
    ...of,
    ...policy,
    validFrom,
    validUntil: daysFrom(validFrom, 364),
    preventionServices: chance.below(4),
  };
}

function standard(seed: number, { index, uscc, county }: DemoEnterprise, asOf: string): object | null {
  const chance = new Chance(seed, `standard ${index}`);
  if (!chance.is(STANDARD_SHARE)) return null;
  const awardedOn = daysFrom(asOf, -chance.below(1_000));
  const level = chance.weighted([
    ['LEVEL_3', 8],
    ['LEVEL_2', 3],
    ['LEVEL_1', 1],
  ] as const);
  return {
    sourceId: `st${seed}-${index}`,
    uscc,
    regionCode: county.code,
    level,
    awardedOn,
    validUntil: daysFrom(awardedOn, 1_094),
    certificateNumber: `合成AQB${seed}-${index}`,
  };
}
