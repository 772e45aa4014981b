import { MARK, daysFrom, type DemoEnterprise } from './enterprises';
import type { DemoPart } from './parts';
import { Chance } from './random';

const CHECKED_SHARE = 0.4;
/** Two accidents of a thousand enterprises, none of which exists ([G]). */
const ACCIDENT_SHARE = 0.002;
const PLACES = ['大型商业综合体', '宾馆饭店', '医院', '商场市场'];
const FACTORS = [
  'EXITS',
  'WELDING',
  'FIRE_FACILITIES',
  'ELECTRICITY_AND_GAS',
  'MIXED_USE',
  'ELECTRIC_BICYCLES',
];
const FIVE = ['industryOfficer', 'townOfficer', 'communityWorker', 'fireOfficer', 'specialist'];

/** What fire and rescue knows of a block: its key units, some fire checks, and now and then an accident. */
export const fire: DemoPart = {
  make({ seed, asOf, enterprises }) {
    const units = enterprises.filter(({ record }) =>
      (record.roles as readonly string[]).includes('FIRE_KEY_UNIT'),
    );
    return [
      {
        kind: 'fire-key-units',
        department: 'FIRE_RESCUE',
        records: units.map((unit) => keyUnit(seed, unit)),
      },
      {
        kind: 'fire-checks',
        department: 'FIRE_RESCUE',
        records: units.flatMap((unit) => check(seed, unit, asOf) ?? []),
      },
      {
        kind: 'accidents',
        department: 'EMERGENCY_MANAGEMENT',
        records: enterprises.flatMap((each) => accident(seed, each, asOf) ?? []),
      },
    ];
  },

  /** Three accidents of the third grade from above: one of the year before, one that was told late, one that nobody had reported. */
  edgeCases({ seed, asOf, enterprises: [enterprise] }) {
    if (!enterprise) return [];
    const of = (nth: number, day: string, deaths: number, more: object = {}) => ({
      ...accidentOf(seed, { ...enterprise, index: enterprise.index + nth }, day),
      deaths,
      reportedAt: `${day}T09:40:00+08:00`,
      ...more,
    });
    const day = daysFrom(asOf, -60);
    const found = daysFrom(asOf, -40);
    const records = [
      of(1, daysFrom(asOf, -425), 3),
      of(2, day, 4, { reportedUpAt: `${day}T18:00:00+08:00` }),
      of(3, day, 3, { reportedAt: `${found}T09:00:00+08:00`, foundUnreportedOn: found }),
    ];
    return [{ kind: 'accidents', department: 'EMERGENCY_MANAGEMENT', records }];
  },
};

function keyUnit(seed: number, { index, uscc, county }: DemoEnterprise): object {
  const chance = new Chance(seed, `fire unit ${index}`);
  const named = FIVE.filter(() => chance.is(0.95)).map(
    (role, nth) => [role, `责任人${index}-${nth}|合成单位`] as const,
  );
  return {
    sourceId: `fu${seed}-${index}`,
    uscc,
    regionCode: county.code,
    place: chance.oneOf(PLACES),
    designatedOn: '2023-05-04',
    onlineSince: chance.is(0.9) ? '2024-06-28' : null,
    ...Object.fromEntries(named),
  };
}

function check(seed: number, { index, uscc, county }: DemoEnterprise, asOf: string): object | null {
  const chance = new Chance(seed, `fire check ${index}`);
  if (!chance.is(CHECKED_SHARE)) return null;
  const riskFactors = FACTORS.filter(() => chance.is(0.12));
  return {
    sourceId: `fc${seed}-${index}`,
    uscc,
    regionCode: county.code,
    departmentCode: `${county.code}-FIRE_RESCUE`,
    checkedOn: daysFrom(asOf, -chance.below(300)),
    riskFactors,
    hazardsFound: riskFactors.length,
    summary: `合成数据${MARK}`,
  };
}

function accident(seed: number, enterprise: DemoEnterprise, asOf: string): object | null {
  const chance = new Chance(seed, `accident ${enterprise.index}`);
  if (!chance.is(ACCIDENT_SHARE)) return null;
  const day = daysFrom(asOf, -1 - chance.below(600));
  return {
    ...accidentOf(seed, enterprise, day),
    reportedAt: `${day}T${chance.is(0.8) ? '09:40' : '10:20'}:00+08:00`,
    deaths: chance.below(3),
    seriousInjuries: chance.below(5),
    directLoss: String(chance.below(3_000_000)),
  };
}

function accidentOf(
  seed: number,
  { index, uscc, county, industryCode }: DemoEnterprise,
  day: string,
): object {
  return {
    sourceId: `sg${seed}-${index}`,
    number: `SG-${county.code}-${day.replaceAll('-', '')}-S${seed}-${index}`,
    kind: 'WORK_SAFETY',
    occurredAt: `${day}T09:00:00+08:00`,
    uscc,
    industryCode,
    regionCode: county.code,
    deaths: 0,
    seriousInjuries: 0,
    description: `合成数据：演示用事故，未曾发生${MARK}`,
  };
}
