import { addDays, addMonths, addYears, idNumberCheck } from '../kernel';
import type { DemoDevice } from './devices';
import { MARK, daysFrom, sourceOf, type DemoEnterprise } from './enterprises';
import type { DemoBlock, DemoPart, Sending } from './parts';
import { Chance } from './random';

/** Kinds of devices of the demo data, and the item that their operators hold: forklifts and cranes. */
const ITEMS: Readonly<Record<string, string>> = { '5110': 'N1', '4110': 'Q2', '4210': 'Q2' };
/** Shares of what is not as it should be ([G]): certificates that have run out, principals who are not trained. */
const EXPIRED_SHARE = 0.08;
const UNTRAINED_SHARE = 0.15;
const TERM_DAYS = 4 * 365;
/** The year of birth and the division of nobody’s identity number: 99 is no province, and nobody of 1900 works. */
const NOBODY = '99000019000101';

/**
 * Operators for forklifts and cranes, duties of principals and the course that most of them took, some drills. Persons are
 * made up: their names say so, their identity numbers can be nobody’s.
 */
export const training: DemoPart = {
  make({ seed, asOf, enterprises, devices }: DemoBlock): readonly Sending[] {
    const operating = enterprises.filter((enterprise) => enterprise.operating);
    const drafts = operating.map((enterprise) => {
      const own = devices.filter(({ record }) => record.userUscc === enterprise.uscc);
      return recordsOf(seed, enterprise, own, asOf);
    });
    const all = (pick: (draft: Draft) => readonly object[]) => drafts.flatMap(pick);
    return [
      { kind: 'qualifications', records: all(({ qualifications }) => qualifications) },
      {
        kind: 'training-courses',
        records: coursesOf(seed, operating, asOf),
        department: 'EMERGENCY_MANAGEMENT',
      },
      { kind: 'training-duties', records: all(({ duties }) => duties), department: 'EMERGENCY_MANAGEMENT' },
      {
        kind: 'attendance',
        records: all(({ attendance }) => attendance),
        department: 'EMERGENCY_MANAGEMENT',
      },
      { kind: 'drills', records: all(({ drills }) => drills), department: 'EMERGENCY_MANAGEMENT' },
    ];
  },

  edgeCases({ seed, asOf, enterprises: [enterprise] }: DemoBlock): readonly Sending[] {
    return enterprise ? [{ kind: 'qualifications', records: edgeCertificates(seed, enterprise, asOf) }] : [];
  },
};

/** On the first day of the window for renewal, on the day before it, on the last day of its term, and with a code of the catalogue before 2019. */
function edgeCertificates(seed: number, { index, uscc, county }: DemoEnterprise, asOf: string): object[] {
  const ending = (expiresOn: string) => ({ item: 'N1', issuedOn: addYears(expiresOn, -4), expiresOn });
  const cases = {
    'renewal-due': ending(addMonths(asOf, 1)),
    'renewal-not-due': ending(addDays(addMonths(asOf, 1), 1)),
    'last-day': ending(asOf),
    'old-code': { item: 'N2', issuedOn: '2018-05-04' },
  };
  return Object.entries(cases).map(([name, stated]) => ({
    sourceId: `edge-${seed}-${name}`,
    scheme: 'SPECIAL_EQUIPMENT_OPERATOR',
    number: `SYN-edge-${seed}-${name}`,
    holderName: '合成人',
    idNumber: idNumberOf(index, 3),
    employerUscc: uscc,
    regionCode: county.code,
    ...stated,
  }));
}

interface Draft {
  qualifications: object[];
  duties: object[];
  attendance: object[];
  drills: object[];
}

function recordsOf(
  seed: number,
  enterprise: DemoEnterprise,
  devices: readonly DemoDevice[],
  asOf: string,
): Draft {
  const { index, uscc, county, industryCode, record } = enterprise;
  const chance = new Chance(seed, `training ${index}`);
  const of = { regionCode: county.code, sourceId: `${seed}-${index}` };
  const items = [...new Set(devices.flatMap(({ record: device }) => ITEMS[String(device.kindCode)] ?? []))];
  const principal = { uscc, idNumber: idNumberOf(index, 0) };
  const obliged = devices.length > 0 && (record.roles as string[]).includes('EQUIPMENT_USER');
  const hospital = isHospital(enterprise) ? hospitalDuty(enterprise, seed, asOf) : null;
  const ownDuties = hospital ? [hospital.duty] : [];
  return {
    qualifications: items.map((item, at) => certificate(chance, enterprise, item, at + 1, seed, asOf)),
    duties: obliged
      ? [
          ...ownDuties,
          {
            ...of,
            ...principal,
            trigger: 'YEARLY',
            eventOn: asOf,
            audience: 'PRINCIPAL',
            industryCode,
            reason: `主要负责人年度培训${MARK}`,
          },
        ]
      : ownDuties,
    attendance: [
      ...(hospital?.attendance ?? []),
      ...(obliged && !chance.is(UNTRAINED_SHARE)
        ? [
            {
              ...of,
              ...principal,
              courseId: courseId(seed, county.code, asOf),
              name: `合成人${index}`,
              outcome: 'PASSED',
              score: '合格',
            },
          ]
        : []),
    ],
    drills:
      obliged && chance.is(0.3)
        ? [{ ...of, uscc, heldOn: daysFrom(asOf, -chance.below(300)), participants: 5 + chance.below(80) }]
        : [],
  };
}

const GRADES = ['PRIMARY', 'SECONDARY', 'TERTIARY', null];
const isHospital = ({ industryCode }: DemoEnterprise) => industryCode.startsWith('841');

/** Who answers for the fire safety of a hospital, of some without its grade, and the course that most of them took. */
function hospitalDuty(
  { index, uscc, county, industryCode }: DemoEnterprise,
  seed: number,
  asOf: string,
): { duty: object; attendance: object[] } {
  const chance = new Chance(seed, `hospital ${index}`);
  const of = { regionCode: county.code, sourceId: `${seed}-${index}-fire`, uscc };
  const duty = {
    ...of,
    trigger: 'YEARLY',
    eventOn: asOf,
    audience: 'FIRE_RESPONSIBLE',
    industryCode,
    hospitalGrade: chance.oneOf(GRADES),
    reason: `医院消防安全责任人集中培训${MARK}`,
  };
  const attendance = {
    ...of,
    idNumber: idNumberOf(index, 0),
    courseId: courseId(seed, county.code, asOf, FIRE),
    name: `合成人${index}`,
    outcome: 'ATTENDED',
  };
  return { duty, attendance: chance.is(UNTRAINED_SHARE) ? [] : [attendance] };
}

function certificate(
  chance: Chance,
  enterprise: DemoEnterprise,
  item: string,
  person: number,
  seed: number,
  asOf: string,
): object {
  const { index, uscc, county, industryCode } = enterprise;
  const age = chance.is(EXPIRED_SHARE) ? TERM_DAYS + 30 + chance.below(300) : chance.below(TERM_DAYS - 1);
  return {
    sourceId: `${seed}-${index}-${person}`,
    scheme: 'SPECIAL_EQUIPMENT_OPERATOR',
    item,
    number: `SYN-${seed}-${index}-${person}`,
    holderName: `合成人${index}之${person}`,
    idNumber: idNumberOf(index, person),
    issuedOn: daysFrom(asOf, -age),
    employerUscc: uscc,
    regionCode: county.code,
    industryCode,
  };
}

/** One course a county, and another where it has hospitals, sent again with each block that has enterprises there. */
function coursesOf(seed: number, enterprises: readonly DemoEnterprise[], asOf: string): object[] {
  const countiesOf = (some: readonly DemoEnterprise[]) => [...new Set(some.map(({ county }) => county.code))];
  const heldOn = `${asOf.slice(0, 4)}-01-15`;
  const principals = countiesOf(enterprises).map((code) => ({
    sourceId: courseSourceId(seed, code, asOf),
    topic: `主要负责人安全培训班${MARK}`,
    audience: 'PRINCIPAL',
    form: 'ASSESSMENT',
    heldOn,
    hours: 16,
    regionCode: code,
  }));
  const hospitals = countiesOf(enterprises.filter(isHospital)).map((code) => ({
    sourceId: courseSourceId(seed, code, asOf, FIRE),
    topic: `医院消防安全责任人培训班${MARK}`,
    audience: 'FIRE_RESPONSIBLE',
    heldOn,
    hours: 8,
    regionCode: code,
  }));
  return [...principals, ...hospitals];
}

const FIRE = '-fire';

function courseId(seed: number, county: string, asOf: string, what = ''): string {
  return `${sourceOf('EMERGENCY_MANAGEMENT')}/${courseSourceId(seed, county, asOf, what)}`;
}

function courseSourceId(seed: number, county: string, asOf: string, what = ''): string {
  return `course-${seed}-${county}-${asOf.slice(0, 4)}${what}`;
}

/** Three digits tell persons apart, so the place and the day take the rest of the number. */
function idNumberOf(index: number, person: number): string {
  const serial = index * 4 + person;
  const days = Math.floor(serial / 1000) % 36_000;
  const born = daysFrom('1800-01-01', days).replaceAll('-', '');
  const first17 = NOBODY.slice(0, 6) + born + String(serial % 1000).padStart(3, '0');
  return first17 + idNumberCheck(first17);
}
