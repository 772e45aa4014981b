import { composeUscc, idNumberCheck, personIdOf } from '../../subgraphs/kernel';
import { testDatabase } from '../support/database';
import { startPlatform, type Platform } from '../support/platform';
import { TEST_SETTINGS } from '../support/settings';

const JIANAN = '411003';
const UNIT = composeUscc('91411003', 'MA000017');
const FORKLIFT = '511041002202400017';
const OFFICER = '合成安全员';
const DRIVER = '合成驾驶员';
const ID_NUMBER = `11010519000101017${idNumberCheck('11010519000101017')}`;
const PERSON = personIdOf(ID_NUMBER, TEST_SETTINGS.dataKey);

/** Everything that the departments know of one forklift, asked at once. */
const STORY = `query ($code: ID!, $person: ID!, $from: Date, $to: Date) {
  equipment(code: $code) {
    code registrationNumber status overdue nextInspectionDue lastInspectedOn
    kind { name }
    region { fullName }
    inspectionCycle { id value verified }
    lastInspection { inspectedOn conclusion remarks }
    safetyOfficer { role name }
    user { uscc name contactPhone legalRepresentative missedSafetyChecks(from: $from, to: $to) { day category } }
    violationsToday
    history(first: 1) { edges { node { step toStatus } } }
    qualifiedOperators { edges { node { holderName fullName status renewBy validUntil employer { uscc } } } }
    operatorAuthorised(personId: $person) { allowed reason expiresOn }
    hazards { edges { node { status grade description overdue enterprise { name } } } }
  }
}`;

const OPEN_HAZARD = {
  status: 'VERIFIED',
  grade: 'GENERAL',
  overdue: false,
  enterprise: { name: '建安区合成物流有限公司（合成数据）' },
};

describe('a forklift in 建安区', () => {
  let platform: Platform;
  let officer: string;
  beforeAll(async () => {
    platform = await startPlatform('local', {}, testDatabase);
    platform.now('2026-07-03T09:00:00+08:00');
    officer = await platform.token(
      'MARKET_SUPERVISION',
      JIANAN,
      'write:registry',
      'write:equipment',
      'write:training',
      'write:hazards',
      'share:conditional',
    );
    const of = { sourceId: '1', regionCode: JIANAN };
    await submit('submitEnterprises', 'EnterpriseInput', [
      {
        ...of,
        uscc: UNIT,
        name: '建安区合成物流有限公司（合成数据）',
        legalRepresentative: '合成人',
        contactPhone: '000-00000000',
      },
    ]);
    await submit('submitEquipment', 'EquipmentInput', [
      {
        ...of,
        code: FORKLIFT,
        kindCode: '5110',
        userUscc: UNIT,
        registrationNumber: '车11豫K00017(24)',
        installedOn: '2024-07-01',
      },
    ]);
    const inspections = [
      { sourceId: '1', equipmentCode: FORKLIFT, inspectedOn: '2024-08-31', conclusion: 'QUALIFIED' },
      // two months early: the month of the cycle stays
      {
        sourceId: '2',
        equipmentCode: FORKLIFT,
        inspectedOn: '2026-06-30',
        conclusion: 'QUALIFIED',
        remarks: '合成备注',
      },
    ];
    await submit('submitInspections', 'InspectionInput', inspections.slice(0, 1));
    await submit('submitSafetyAppointments', 'SafetyAppointmentInput', [
      {
        ...of,
        uscc: UNIT,
        name: OFFICER,
        role: 'SAFETY_OFFICER',
        equipmentCodes: [FORKLIFT],
        appointedOn: '2025-01-01',
      },
    ]);
    await submit('submitSafetyChecks', 'SafetyCheckInput', [
      { ...of, uscc: UNIT, period: 'DAILY', checkedOn: '2026-06-29', hazardsFound: 0 },
      { ...of, sourceId: '2', uscc: UNIT, period: 'DAILY', checkedOn: '2026-07-01', hazardsFound: 1 },
    ]);
    await submit('submitInspections', 'InspectionInput', inspections.slice(1));
    const driver = {
      scheme: 'SPECIAL_EQUIPMENT_OPERATOR',
      item: 'N1',
      number: 'T17',
      holderName: DRIVER,
      idNumber: ID_NUMBER,
    };
    await submit('submitQualifications', 'QualificationInput', [
      { ...of, ...driver, issuedOn: '2024-02-29', employerUscc: UNIT },
    ]);
    await findHazard();
  });
  afterAll(() => platform.stop());

  async function submit(mutation: string, input: string, records: object[]): Promise<void> {
    const answer = await platform.post(
      `mutation ($records: [${input}!]!) { receipt: ${mutation}(source: "synthetic", records: $records) { accepted rejected { message } } }`,
      {
        token: officer,
        variables: { records },
      },
    );
    expect(answer).toSucceed();
    expect(answer.data.receipt).toEqual({ accepted: records.length, rejected: [] });
  }
  /** Found by the officer, verified by another one of the department that decides on forklifts. */
  async function findHazard(): Promise<void> {
    const take = async (token: string, verb: string, type: string, input: object) => {
      const query = `mutation ($input: ${type}!) { hazard: ${verb}(input: $input) { number } }`;
      const answer = await platform.post(query, { token, variables: { input } });
      expect(answer).toSucceed();
      return answer.data.hazard;
    };
    const found = {
      domain: 'SPECIAL_EQUIPMENT',
      grade: 'GENERAL',
      channel: 'INSPECTION',
      description: '安全带失效',
      regionCode: JIANAN,
    };
    const { number } = await take(officer, 'reportHazard', 'ReportHazardInput', {
      ...found,
      uscc: UNIT,
      equipmentCode: FORKLIFT,
    });
    const verifier = {
      subject: 'verifier',
      department: 'MARKET_SUPERVISION',
      region: JIANAN,
      scope: 'decide:hazards',
    } as const;
    await take(await platform.tokenOf(verifier), 'verifyHazard', 'VerifyHazardInput', { number });
  }
  const ask = (
    token: string | null,
    purpose?: string,
    week: object = { from: '2026-06-29', to: '2026-07-05' },
  ) => platform.post(STORY, { token, purpose, variables: { code: FORKLIFT, person: PERSON, ...week } });

  test('its unit, officer, last inspection, next due month and the checks missed this week MUST come in one answer', async () => {
    const answer = await ask(officer, '叉车安全专项检查');
    expect(answer).toSucceed();
    expect(answer.data.equipment).toEqual({
      code: FORKLIFT,
      registrationNumber: '车11豫K00017(24)',
      status: 'IN_USE',
      overdue: false,
      nextInspectionDue: '2028-08-31',
      lastInspectedOn: '2026-06-30',
      kind: { name: '叉车' },
      region: { fullName: '河南省许昌市建安区' },
      inspectionCycle: { id: 'forklift-2022', value: [24], verified: true },
      lastInspection: { inspectedOn: '2026-06-30', conclusion: 'QUALIFIED', remarks: '合成备注' },
      safetyOfficer: { role: 'SAFETY_OFFICER', name: OFFICER },
      user: {
        uscc: UNIT,
        name: '建安区合成物流有限公司（合成数据）',
        contactPhone: '000-00000000',
        legalRepresentative: '合成人',
        missedSafetyChecks: [
          { day: '2026-06-30', category: 'IN_PLANT_VEHICLE' },
          { day: '2026-07-02', category: 'IN_PLANT_VEHICLE' },
        ],
      },
      violationsToday: [],
      history: { edges: [] },
      qualifiedOperators: {
        edges: [
          {
            node: {
              ...{
                holderName: '合**',
                fullName: DRIVER,
                status: 'VALID',
                renewBy: '2028-01-29',
                validUntil: '2028-02-29',
              },
              employer: { uscc: UNIT },
            },
          },
        ],
      },
      operatorAuthorised: { allowed: true, reason: 'AUTHORISED', expiresOn: '2028-02-29' },
      hazards: { edges: [{ node: { ...OPEN_HAZARD, description: '安全带失效' } }] },
    });
  });

  test('the public MUST see whether it is safe to use, and SHARING_DENIED for each department’s own', async () => {
    const { data, errors } = await ask(null);
    expect(data.equipment).toMatchObject({
      status: 'IN_USE',
      overdue: false,
      nextInspectionDue: '2028-08-31',
      kind: { name: '叉车' },
    });
    expect(data.equipment).toMatchObject({
      user: null,
      safetyOfficer: null,
      lastInspection: null,
      violationsToday: null,
      lastInspectedOn: null,
      qualifiedOperators: null,
      operatorAuthorised: null,
      hazards: { edges: [] },
    });
    expect(new Set(errors?.map(({ extensions }) => extensions.code))).toEqual(new Set(['SHARING_DENIED']));
  });

  test('another department MUST see names and phones inside its region for a purpose only, and never the inspectors’ remarks', async () => {
    const fire = (region: string) => platform.token('FIRE_RESCUE', region, 'share:conditional');
    const seen = async (region: string, purpose?: string) => {
      const { equipment } = (await ask(await fire(region), purpose)).data;
      const [driver] = equipment.qualifiedOperators.edges;
      const names = [equipment.safetyOfficer.name, driver.node.fullName, equipment.user.contactPhone];
      return [...names, equipment.hazards.edges[0].node.description, equipment.lastInspection.remarks];
    };
    expect(await seen('411000', '联合检查')).toEqual([OFFICER, DRIVER, '000-00000000', '安全带失效', null]);
    expect(await seen('411000')).toEqual([null, null, null, '安全带失效', null]);
    expect(await seen('430000', '联合检查')).toEqual([null, null, null, '安全带失效', null]);
  });

  /** The forklift at a moment: what the clock may change, and all the rest. */
  const at = async (moment: string, week?: object) => {
    platform.now(moment);
    const answer = await ask(officer, '叉车安全专项检查', week);
    expect(answer).toSucceed();
    const { overdue, violationsToday, qualifiedOperators, operatorAuthorised, user, ...rest } =
      answer.data.equipment;
    const drivers = qualifiedOperators.edges.map(({ node }: { node: { status: string } }) => node.status);
    const missed = user.missedSafetyChecks.map(({ day }: { day: string }) => day);
    return { today: { overdue, violationsToday, drivers, reason: operatorAuthorised.reason, missed }, rest };
  };
  type Today = Awaited<ReturnType<typeof at>>['today'];
  const inUse = {
    overdue: false,
    violationsToday: [],
    drivers: ['VALID'],
    reason: 'AUTHORISED',
    missed: ['2026-06-30', '2026-07-02'],
  };
  const week = ['2026-06-30', '2026-07-02', '2026-07-03', '2026-07-04', '2026-07-05'];
  const expired = { drivers: [], reason: 'EXPIRED' };

  const boundaries: [string, string, object, object][] = [
    // 令74号: a day is missed when it is over; 2026-07-05 is a Sunday
    ['the end of a day of the week asked for', '2026-07-03', {}, { missed: week.slice(0, 3) }],
    ['the end of that week', '2026-07-05', { missed: week.slice(0, 4) }, { missed: week }],
    // TSG Z6001: four years from a leap day to a leap day, renewal to be asked for a month before
    [
      'the renewal window of the driver',
      '2028-01-28',
      { missed: week },
      { missed: week, drivers: ['RENEWAL_DUE'] },
    ],
    [
      'the last day of the driver’s certificate',
      '2028-02-29',
      { missed: week, drivers: ['RENEWAL_DUE'] },
      { missed: week, ...expired },
    ],
    [
      'the month of the next inspection',
      '2028-08-31',
      { missed: week, ...expired },
      {
        missed: week,
        ...expired,
        reason: 'INSPECTION_OVERDUE',
        overdue: true,
        violationsToday: ['OVERDUE_INSPECTION'],
      },
    ],
  ];
  test.each(boundaries)(
    'moving the clock over %s, %s, MUST change that, and nothing else',
    async (_, day, last, next) => {
      const before = await at(`${day}T23:59:59+08:00`);
      const after = await at(new Date(Date.parse(`${day}T23:59:59+08:00`) + 1_000).toISOString());
      expect(before.today).toEqual<Today>({ ...inUse, ...last });
      expect(after.today).toEqual<Today>({ ...inUse, ...next });
      expect(after.rest).toEqual(before.rest);
    },
  );

  test('without dates the checks missed MUST be those of the week that yesterday lies in: they change on Tuesday', async () => {
    const missed = async (moment: string) => (await at(moment, {})).today.missed;
    expect(await missed('2026-07-06T00:00:00+08:00')).toEqual(week);
    expect(await missed('2026-07-06T23:59:59+08:00')).toEqual(week);
    expect(await missed('2026-07-07T00:00:00+08:00')).toEqual(['2026-07-06']);
  });
});
