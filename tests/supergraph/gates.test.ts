import { as } from '../support/callers';
import {
  another,
  basisOf,
  creditBed,
  emergency,
  enterprise,
  equipmentBed,
  licenceOf,
  market,
  outcome,
  prepare,
  qualityBed,
  registryBed,
  scopes,
  trainingBed,
  type Case,
  type Situation,
} from './gates-stage';
import { BANS, BARRED, DAY, FOR_LIFE, HELD, LICENCES, LISTING, days } from './gates-table';

const toBe = (state: object) => (each: Case) =>
  outcome(
    registryBed,
    'submitEnterprises',
    enterprise(each, { industryCode: '2672', revision: 2, ...state }),
  );
const gateFor = async ({ uscc }: Case, caller = market) => {
  const { data } = await registryBed.run(
    `query ($uscc: Uscc!, $on: Date!) { registrationGate(industryCode: "2672", regionCode: "430682", uscc: $uscc, on: $on) {
      allowed reasons { code against } listings { measures basisDocument } } }`,
    { caller, variables: { uscc, on: DAY } },
  );
  return data.registrationGate as {
    allowed: boolean | null;
    reasons: { code: string; against: boolean }[];
    listings: object[];
  };
};

interface Door {
  /** What the register has before; nothing of who is new. */
  registered?: object;
  enter: (each: Case) => Promise<string>;
}
/** Where what is done rests on a prior licence, or on who heads the enterprise. */
const DOORS: Record<string, Door> = {
  registration: { enter: toBe({ revision: 1 }) },
  'change of industry': { registered: { industryCode: '7020' }, enter: toBe({}) },
  'return to business': { registered: { industryCode: '2672', status: 'SUSPENDED' }, enter: toBe({}) },
  'return to business in another industry': {
    registered: { industryCode: '7020', status: 'SUSPENDED' },
    async enter(each) {
      expect(await toBe({ status: 'SUSPENDED' })(each)).toBe('done');
      return toBe({ revision: 3 })(each);
    },
  },
  gate: {
    registered: { industryCode: '7020' },
    enter: async (each) => (await gateFor(each)).reasons.find(({ against }) => against)?.code ?? 'done',
  },
  permission: {
    registered: { industryCode: '7020' },
    enter: (each) =>
      outcome(
        registryBed,
        'submitPriorLicences',
        licenceOf(each, {
          sourceId: `p${each.of.sourceId}`,
          number: `又${each.of.sourceId}号`,
          grantedOn: DAY,
        }),
      ),
  },
  appointment: {
    registered: { industryCode: '2672', status: 'SUSPENDED' },
    enter: ({ of, idNumber }) =>
      outcome(creditBed, 'submitPrincipals', {
        ...{ ...of, sourceId: `a${of.sourceId}`, idNumber, name: '张三丰', appointedOn: DAY },
      }),
  },
};
const BY_LICENCE = ['registration', 'change of industry', 'return to business', 'gate'];

const certificate = ({ of }: Case, body: string, issuedOn: string) => {
  const serial = String(++certificates).padStart(6, '0');
  return outcome(qualityBed, 'submitCccCertificates', {
    ...{ sourceId: serial, number: `${issuedOn.slice(0, 4)}${body}0101${serial}`, holderUscc: of.uscc },
    ...{ productName: '电线组件', issuedOn, expiresOn: days(issuedOn, 1_000), regionCode: of.regionCode },
  });
};
let certificates = 0;

/** Where the law that the deed rests on asks for no prior licence, and bars nobody who may not head an enterprise. */
const FREE: Record<string, Door['enter']> = {
  // its condition is the inspection that was passed
  '使用登记 (特种设备安全法 第三十三条)': async ({ uscc, of: { sourceId } }) => {
    const code = `511043102202400${sourceId}`;
    const of = { sourceId, regionCode: '430682' };
    await equipmentBed.put('submitEquipment', { ...of, code, kindCode: '5110', status: 'UNREGISTERED' });
    await equipmentBed.put('submitInspections', {
      ...{ sourceId, equipmentCode: code, kind: 'FIRST', conclusion: 'QUALIFIED', inspectedOn: '2026-05-01' },
    });
    const stated = {
      code,
      on: DAY,
      registrationNumber: `车11湘F00${sourceId}(26)`,
      userUscc: uscc,
      inUseSince: DAY,
    };
    const { data } = await equipmentBed.step('registerEquipment', stated);
    return data.step ? 'done' : 'refused';
  },
  // a ban is of the post of a principal (安全生产法 第九十四条)
  '任命安全员 (令74号)': ({ of }) =>
    outcome(equipmentBed, 'submitSafetyAppointments', {
      ...of,
      name: '张三丰',
      role: 'SAFETY_OFFICER',
      appointedOn: DAY,
    }),
  '发给安全生产知识和管理能力考核合格证 (安全生产法 第二十七条)': ({ of, idNumber }) =>
    outcome(
      trainingBed,
      'submitQualifications',
      {
        ...{
          sourceId: of.sourceId,
          regionCode: of.regionCode,
          scheme: 'SAFETY_MANAGEMENT',
          item: 'PRINCIPAL',
          idNumber,
        },
        ...{ number: `AQ${of.sourceId}`, holderName: '张三丰', issuedOn: DAY, employerUscc: of.uscc },
      },
      emergency,
    ),
  '考试 (令80号)': async ({ of, idNumber }) => {
    const course = {
      ...of,
      sourceId: `c${of.sourceId}`,
      topic: '主要负责人考核',
      audience: 'PRINCIPAL',
      hours: 2,
    };
    const { uscc: _, ...held } = { ...course, heldOn: DAY };
    await trainingBed.put('submitTrainingCourses', held);
    const taken = { ...of, courseId: `test/${course.sourceId}`, name: '张三丰', idNumber };
    return outcome(trainingBed, 'submitAttendance', taken);
  },
  '强制性产品认证 (认证认可条例 第二十八条)': (each) => certificate(each, '01', DAY),
  '列入名单 (令44号)': ({ of }) =>
    outcome(creditBed, 'submitListings', {
      ...of,
      ...LISTING,
      sourceId: `x${of.sourceId}`,
      basisDocument: `又${of.sourceId}号`,
    }),
};

/** What becomes of a deed in each situation. */
async function outcomes(door: Door, situations: Readonly<Record<string, Situation>>) {
  const cases = await prepare(door, Object.values(situations));
  const found: string[] = [];
  for (const each of cases) found.push(await door.enter(each));
  return Object.fromEntries(Object.keys(situations).map((name, at) => [name, found[at]]));
}
const each = <Of, Made>(table: Readonly<Record<string, Of>>, made: (of: Of) => Made): Record<string, Made> =>
  Object.fromEntries(Object.entries(table).map(([name, of]) => [name, made(of)]));

describe('gates are obeyed, by the day of the deed', () => {
  test.each(BY_LICENCE)(
    '%s MUST be refused where its prior licence is missing or does not hold on that day',
    async (door) => {
      const found = await outcomes(
        DOORS[door] as Door,
        each(LICENCES, ([licence]) => (licence ? { licence } : {})),
      );
      const refused = (ground: string) =>
        door === 'gate' || ground === 'done' ? ground : 'PRIOR_LICENCE_MISSING';
      expect(found).toEqual(each(LICENCES, ([, ground]) => refused(ground)));
    },
  );

  test.each(Object.entries(BARRED))(
    '%s MUST be refused as %s while whoever heads the enterprise is barred, and on no other day',
    async (door, code) => {
      const found = await outcomes(
        DOORS[door] as Door,
        each(BANS, ([ban]) => ({ licence: HELD, ban })),
      );
      expect(found).toEqual(each(BANS, ([, isBarred]) => (isBarred ? code : 'done')));
    },
  );

  test.each(Object.entries(DOORS))(
    '%s of who is only listed MUST be done, and the measure be named with its basis',
    async (_, door) => {
      const [listed] = await prepare(door, [{ licence: HELD, listed: true }]);
      if (!listed) throw new Error('nobody was made');
      expect(await door.enter(listed)).toBe('done');
      expect(await gateFor(listed)).toMatchObject({
        ...{ allowed: true, listings: [{ measures: LISTING.measures, basisDocument: basisOf(listed.of) }] },
        reasons: expect.arrayContaining([{ code: 'ON_DISHONESTY_LIST', against: false }]),
      });
    },
  );

  test.each(Object.entries(FREE))(
    '%s MUST be done without a prior licence, by who is listed, and under a ban',
    async (_, enter) => {
      const situations = {
        'no licence': {},
        listed: { listed: true },
        barred: { ban: { ...FOR_LIFE, decidedOn: DAY } },
      };
      const found = await outcomes({ registered: { industryCode: '2614' }, enter }, situations);
      expect(found).toEqual(each(situations, () => 'done'));
    },
  );

  test('a certificate MUST be refused of a body that was not designated on the day of issue', async () => {
    await qualityBed.put('submitCertificationBodies', {
      ...{ sourceId: 'body', code: '97', name: '合成认证机构', regionCode: '110000' },
      ...{ designatedFrom: '2025-06-01', designatedTo: '2026-06-10' },
    });
    const [holder] = await prepare({ registered: { industryCode: '2614' } }, [{}]);
    if (!holder) throw new Error('nobody was made');
    const issued = (body: string, issuedOn: string) => certificate(holder, body, issuedOn);
    expect(
      await Promise.all([
        issued('97', '2025-05-31'),
        issued('97', '2025-06-01'),
        issued('97', '2026-06-10'),
        issued('97', '2026-06-11'),
        issued('96', '2026-06-10'),
      ]),
    ).toEqual(['CCC_BODY_NOT_DESIGNATED', 'done', 'done', 'CCC_BODY_NOT_DESIGNATED', 'REFERENCE_UNKNOWN']);
  });

  test('a licence goes by its holder, wherever that moves, and is given within the region of who gives it', async () => {
    const [moving] = await prepare({ registered: { industryCode: '7020' } }, [{ licence: HELD }]);
    if (!moving) throw new Error('nobody was made');
    expect(await toBe({ regionCode: '430602' })(moving)).toBe('done');
    const elsewhere = as.officer('EMERGENCY_MANAGEMENT', '411003', ...scopes);
    const given = await outcome(registryBed, 'submitPriorLicences', licenceOf(another(), HELD), elsewhere);
    expect(given).toBe('OUTSIDE_REGION');
  });

  test('whether a ban stands against it MUST be left open to the public', async () => {
    const [asked] = await prepare({ registered: { industryCode: '7020' } }, [{ licence: HELD }]);
    expect(asked && (await gateFor(asked, as.public))).toMatchObject({
      allowed: null,
      reasons: [{ code: 'LICENCE_HELD' }, { code: 'PRINCIPAL_UNCHECKED', against: false }],
    });
  });
});
