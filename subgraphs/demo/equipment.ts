import { MARK, daysFrom, type DemoEnterprise } from './enterprises';
import type { DemoBlock, DemoPart, Sending } from './parts';
import { Chance } from './random';

const GASES = [
  ['氧气', 0.6],
  ['液化石油气', 0.3],
  ['氩气', 0.1],
] as const;
/** Who fills and owns cylinders. */
const FILLERS = ['2619', '5296'];
const INSPECTORS = ['7452'];

/** What is known of how equipment is used: officers, own checks, cylinders, faults, orders. Few rows an enterprise. */
export const equipmentPart: DemoPart = {
  make({ seed, asOf, enterprises, devices }: DemoBlock): readonly Sending[] {
    const inUse = new Map<unknown, Device[]>();
    for (const { record } of devices) {
      if (record.status === 'IN_USE')
        inUse.set(record.userUscc, [...(inUse.get(record.userUscc) ?? []), record]);
    }
    const made = enterprises.flatMap((enterprise) =>
      rowsOf(seed, asOf, enterprise, inUse.get(enterprise.uscc) ?? []),
    );
    return sendingsOf(made);
  },
  edgeCases({ seed, asOf, places }: DemoBlock): readonly Sending[] {
    const regionCode = places.edge.code;
    const of = { sourceId: `edge-${seed}`, regionCode };
    const departmentCode = `${regionCode}-MARKET_SUPERVISION`;
    const tasks = {
      ...of,
      kind: 'ANNUAL_TASKS',
      level: 'COUNTY',
      departmentCode,
      year: Number(asOf.slice(0, 4)),
      title: `年度任务清单${MARK}`,
    };
    const restriction = {
      ...of,
      industryCode: '2671',
      kind: 'PROHIBITED',
      document: `禁止和限制类产业目录${MARK}`,
      validFrom: '2024-01-01',
    };
    const person = {
      sourceId: of.sourceId,
      gridCode: `SYN-${seed}`,
      name: '合成网格员',
      post: '网格员',
      duty: `日常巡查${MARK}`,
    };
    return [
      { kind: 'grids', records: [{ ...of, code: `SYN-${seed}`, name: `合成网格${MARK}`, departmentCode }] },
      { kind: 'grid-people', records: [{ ...person, startedOn: daysFrom(asOf, -300) }] },
      { kind: 'duty-lists', records: [{ ...tasks, items: ['锅炉安全提升行动', '电梯安全筑底行动'] }] },
      { kind: 'industry-restrictions', records: [restriction] },
    ];
  },
};

function sendingsOf(rows: readonly Row[]): Sending[] {
  const of = (kind: string) => ({
    kind,
    records: rows.flatMap((each) => (each.kind === kind ? [each.record] : [])),
  });
  return KINDS.map(of).filter(({ records }) => records.length > 0);
}

/** In the order in which they refer to each other. */
const KINDS = [
  'safety-appointments',
  'safety-checks',
  'gas-cylinders',
  'cylinder-fillings',
  'lift-faults',
  'equipment-orders',
  'inspection-bodies',
  'project-safety',
];

interface Row {
  kind: (typeof KINDS)[number];
  record: object;
}

function rowsOf(seed: number, asOf: string, enterprise: DemoEnterprise, own: readonly Device[]): Row[] {
  if (!enterprise.operating) return [];
  const chance = new Chance(seed, `equipment ${enterprise.index}`);
  const of = {
    sourceId: `q${seed}-${enterprise.index}`,
    uscc: enterprise.uscc,
    regionCode: enterprise.county.code,
  };
  return [
    ...(own.length > 0 && chance.is(0.8) ? officer(of, own, asOf) : []),
    ...(own.length > 0 && chance.is(0.3) ? check(of, chance, asOf) : []),
    ...(FILLERS.includes(enterprise.industryCode) ? cylinder(of, chance, asOf) : []),
    ...(INSPECTORS.includes(enterprise.industryCode) ? body(of, asOf) : []),
    ...(own.some(isLift) && chance.is(0.1) ? fault(of, own, chance, asOf) : []),
    ...(own.length > 0 && chance.is(0.02) ? order(of, own, asOf) : []),
    ...(enterprise.industryCode === '2614' ? project(of, chance, asOf) : []),
  ];
}

type Of = { sourceId: string; uscc: string; regionCode: string };
type Device = Record<string, unknown>;
const isLift = ({ kindCode }: Device) => String(kindCode).startsWith('3');

function officer(of: Of, own: readonly Device[], asOf: string): Row[] {
  const record = {
    ...of,
    name: `合成安全员${of.sourceId}`,
    role: 'SAFETY_OFFICER',
    equipmentCodes: own.map(({ code }) => code),
  };
  return [{ kind: 'safety-appointments', record: { ...record, appointedOn: daysFrom(asOf, -400) } }];
}

function check(of: Of, chance: Chance, asOf: string): Row[] {
  const record = {
    ...of,
    period: 'DAILY',
    checkedOn: daysFrom(asOf, -1 - chance.below(7)),
    hazardsFound: chance.below(2),
  };
  return [{ kind: 'safety-checks', record: { ...record, summary: `每日检查记录${MARK}` } }];
}

/** A cylinder and its last filling; one that is overdue was refused by its filler. */
function cylinder({ sourceId, uscc, regionCode }: Of, chance: Chance, asOf: string): Row[] {
  const serial = `SYN-${sourceId}`;
  const medium = chance.weighted(GASES);
  const late = chance.is(0.1);
  const made = {
    sourceId,
    serial,
    medium,
    kindCode: medium === '液化石油气' ? '2320' : '2310',
    ownerUscc: uscc,
    regionCode,
  };
  const valve = medium === '氧气' && chance.is(0.7) ? 'RESIDUAL_PRESSURE' : 'ORDINARY';
  const lastInspectedOn = daysFrom(asOf, -chance.below(700));
  const filledOn = daysFrom(asOf, -chance.below(20));
  const filled = {
    sourceId,
    cylinderSerial: serial,
    fillerUscc: uscc,
    regionCode,
    filledOn,
    refusal: late ? 'OVERDUE' : null,
  };
  const record = { ...made, valve, manufacturedOn: daysFrom(lastInspectedOn, -1000), lastInspectedOn };
  return [
    { kind: 'gas-cylinders', record: { ...record, ...(late && { nextInspectionDue: daysFrom(asOf, -60) }) } },
    { kind: 'cylinder-fillings', record: filled },
  ];
}

function body({ sourceId, uscc, regionCode }: Of, asOf: string): Row[] {
  const record = {
    sourceId,
    id: `SYN-${sourceId}`,
    uscc,
    regionCode,
    kind: 'TESTING',
    categories: ['ELEVATOR'],
    validUntil: daysFrom(asOf, 900),
  };
  return [{ kind: 'inspection-bodies', record }];
}

function fault({ sourceId }: Of, own: readonly Device[], chance: Chance, asOf: string): Row[] {
  const kind = chance.is(0.2) ? 'TRAPPING' : 'DOOR';
  const record = {
    sourceId,
    equipmentCode: own.find(isLift)?.code,
    kind,
    happenedOn: daysFrom(asOf, -chance.below(300)),
    note: MARK,
  };
  return [{ kind: 'lift-faults', record }];
}

function order(of: Of, [device]: readonly Device[], asOf: string): Row[] {
  const departmentCode = `${of.regionCode}-MARKET_SUPERVISION`;
  const record = {
    ...of,
    number: `合成特监${of.sourceId}号`,
    equipmentCode: device?.code,
    departmentCode,
    content: `限期整改${MARK}`,
  };
  return [
    {
      kind: 'equipment-orders',
      record: { ...record, issuedOn: daysFrom(asOf, -20), rectifyBy: daysFrom(asOf, -5) },
    },
  ];
}

function project(of: Of, chance: Chance, asOf: string): Row[] {
  const record = {
    ...of,
    name: `化工项目${MARK}`,
    kind: chance.is(0.5) ? 'NEW' : 'EXISTING',
    doneOn: chance.is(0.9) ? daysFrom(asOf, -100) : null,
  };
  return [{ kind: 'project-safety', record }];
}
