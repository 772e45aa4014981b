import { MARK, day, daysFrom, type DemoEnterprise } from './enterprises';
import { EquipmentCategory, NO_DEVICES } from '../equipment/kind/equipment-kind';
import { placeMark } from './places';
import { Chance } from './random';

export interface DemoDevice {
  record: Record<string, unknown>;
  inspections: Record<string, unknown>[];
}

interface Kind {
  code: string;
  /** 种类简称 of the registration number. */
  mark: string;
  weight: number;
  /** Months between inspections, for the dates of the made-up reports. */
  cycle: number;
}

/** Shares of the categories: in-plant vehicles are 10.06 % of all devices (SAMR, end of 2024); the others are [G]. */
const KINDS: readonly Kind[] = [
  { code: '3110', mark: '梯', weight: 38, cycle: 24 },
  { code: '3120', mark: '梯', weight: 4, cycle: 24 },
  { code: '3310', mark: '梯', weight: 4, cycle: 24 },
  { code: '3430', mark: '梯', weight: 3, cycle: 24 },
  { code: '2150', mark: '容', weight: 8, cycle: 36 },
  { code: '2170', mark: '容', weight: 12, cycle: 36 },
  { code: '2130', mark: '容', weight: 2, cycle: 36 },
  { code: '2310', mark: '瓶', weight: 3, cycle: 36 },
  { code: '2320', mark: '瓶', weight: 4, cycle: 48 },
  { code: '4110', mark: '起', weight: 6, cycle: 24 },
  { code: '4210', mark: '起', weight: 3, cycle: 24 },
  { code: '5110', mark: '车', weight: 10, cycle: 24 },
  { code: '1100', mark: '锅', weight: 1, cycle: 12 },
  { code: '8310', mark: '管', weight: 1.6, cycle: 36 },
  { code: '8210', mark: '管', weight: 0.3, cycle: 36 },
  { code: '6200', mark: '游', weight: 0.06, cycle: 12 },
  { code: '9100', mark: '索', weight: 0.04, cycle: 12 },
];
const WEIGHTED_KINDS = KINDS.map((kind) => [kind, kind.weight] as const);
const STATES = [
  ['IN_USE', 0.94],
  ['SUSPENDED', 0.03],
  ['SCRAPPED', 0.01],
  ['UNREGISTERED', 0.02],
] as const;
const PROTECTION = ['DRIVER_AUTHORISATION', 'DRIVER_BEHAVIOUR', 'SURROUNDINGS_WARNING'];
const MOST_DEVICES = 30;
/** How many devices an enterprise has: four on average, most have none or a few. */
const COUNTS = [
  [0, 0.42],
  [1, 0.15],
  [2, 0.12],
  [4, 0.13],
  [8, 0.1],
  [16, 0.06],
  [MOST_DEVICES, 0.02],
] as const;
/** Of a hundred devices in use, so many have run past their inspection ([G]). */
const OVERDUE_SHARE = 0.05;

/** The approval by which a body inspects devices of every category. */
export function makeApproval({ uscc, county }: DemoEnterprise, asOf: string): Record<string, unknown> {
  return {
    sourceId: `body-${uscc}`,
    id: `SYN-TS-${uscc}`,
    uscc,
    regionCode: county.code,
    kind: 'INSPECTION',
    categories: Object.keys(EquipmentCategory).filter((each) => !NO_DEVICES.some((none) => none === each)),
    validFrom: '2000-01-01',
    validUntil: daysFrom(asOf, 900),
  };
}

/** The devices of an enterprise with the first and the last inspection of each, as of a day. */
export function makeDevices(seed: number, enterprise: DemoEnterprise, asOf: string): DemoDevice[] {
  const chance = new Chance(seed, `devices ${enterprise.index}`);
  const count = enterprise.operating ? chance.weighted(COUNTS) : 0;
  return Array.from({ length: count }, (_, at) => makeDevice(seed, chance, enterprise, at, asOf));
}

function makeDevice(
  seed: number,
  chance: Chance,
  enterprise: DemoEnterprise,
  at: number,
  asOf: string,
): DemoDevice {
  const kind = chance.weighted(WEIGHTED_KINDS);
  const number = (seed * 300_000_007 + enterprise.index * MOST_DEVICES + at) % (36 ** 3 * 100_000);
  const year = 2006 + chance.below(19);
  const { county } = enterprise;
  const code = deviceCode(kind.code, county.code, year, number);
  const status = chance.weighted(STATES);
  const sourceId = `d${seed}-${number}`;
  const installedOn = day(year + 1, chance.below(150));
  const record = {
    sourceId,
    code,
    registrationNumber:
      status === 'UNREGISTERED' ? null : registrationNumber(kind, county.code, number, year),
    kindCode: kind.code,
    userUscc: enterprise.uscc,
    regionCode: county.code,
    location: `${county.name}合成路${at + 1}号楼${MARK}`,
    status,
    protectiveDevices:
      kind.code.startsWith('51') && chance.is(0.3) ? PROTECTION.slice(0, 1 + chance.below(3)) : [],
    manufacturedOn: day(year, chance.below(365)),
    installedOn,
  };
  return {
    record,
    inspections:
      status === 'UNREGISTERED'
        ? []
        : [
            beforeUse(kind, code, sourceId, installedOn),
            makeInspection(chance, kind, code, sourceId, installedOn, asOf),
          ],
  };
}

/** What was passed before it was registered: the supervision of its installation, or of a vehicle its first inspection. */
function beforeUse(kind: Kind, code: string, sourceId: string, inspectedOn: string) {
  return {
    sourceId: `s-${sourceId}`,
    equipmentCode: code,
    kind: kind.code.startsWith('5') ? 'FIRST' : 'INSTALLATION',
    inspectedOn,
    conclusion: 'QUALIFIED',
    reportNumber: `SYN-S-${sourceId}`,
  };
}

function makeInspection(
  chance: Chance,
  kind: Kind,
  code: string,
  sourceId: string,
  installedOn: string,
  asOf: string,
) {
  const days = Math.round(kind.cycle * 30.4);
  const late = chance.is(OVERDUE_SHARE);
  const due = daysFrom(asOf, late ? -1 - chance.below(200) : 1 + chance.below(days - 30));
  const on = daysFrom(due, -days);
  // the one that counts comes after that before its use
  const inspectedOn = on > installedOn ? on : daysFrom(installedOn, 1);
  return {
    sourceId: `i-${sourceId}`,
    equipmentCode: code,
    inspectedOn: inspectedOn < asOf ? inspectedOn : asOf,
    conclusion: chance.is(0.03) ? 'REINSPECT_QUALIFIED' : 'QUALIFIED',
    reportNumber: `SYN-${sourceId}`,
    nextDueOn: due,
  };
}

/** 设备代码, 18 characters: kind 4, maker 5 (licensing authority 2, number 3), year 4, sequence 5. */
function deviceCode(kind: string, region: string, year: number, number: number): string {
  const maker =
    region.slice(0, 2) +
    Math.floor(number / 100_000)
      .toString(36)
      .toUpperCase()
      .padStart(3, '0');
  return `${kind}${maker}${year}${String(number % 100_000).padStart(5, '0')}`;
}

/** 使用登记证编号: 梯11湘F00001(24). */
function registrationNumber(kind: Kind, region: string, number: number, year: number): string {
  const serial = (number % 1_679_616).toString(36).toUpperCase().padStart(5, '0');
  return `${kind.mark}${kind.code.slice(1, 3)}${placeMark(region)}${serial}(${String(year).slice(2)})`;
}
