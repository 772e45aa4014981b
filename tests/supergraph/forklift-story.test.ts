import { composeUscc } from '../../subgraphs/kernel';
import { testDatabase } from '../support/database';
import { startPlatform, type Platform } from '../support/platform';

const JIANAN = '411003';
const UNIT = composeUscc('91411003', 'MA000017');
const FORKLIFT = '511041002202400017';
const OFFICER = '合成安全员';

/** Everything that the departments know of one forklift, asked at once. */
const STORY = `query ($code: ID!, $from: Date, $to: Date) {
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
  }
}`;

describe('a forklift in 建安区', () => {
  let platform: Platform;
  let officer: string;
  beforeAll(async () => {
    platform = await startPlatform('local', {}, testDatabase);
    platform.now('2026-07-03T09:00:00+08:00');
    officer = await platform.token('MARKET_SUPERVISION', JIANAN, 'write:registry', 'write:equipment', 'share:conditional');
    const of = { sourceId: '1', regionCode: JIANAN };
    await submit('submitEnterprises', 'EnterpriseInput', [
      { ...of, uscc: UNIT, name: '建安区合成物流有限公司（合成数据）', legalRepresentative: '合成人', contactPhone: '000-00000000' },
    ]);
    await submit('submitEquipment', 'EquipmentInput', [
      { ...of, code: FORKLIFT, kindCode: '5110', userUscc: UNIT, registrationNumber: '车11豫K00017(24)', installedOn: '2024-07-01' },
    ]);
    const inspections = [
      { sourceId: '1', equipmentCode: FORKLIFT, inspectedOn: '2024-08-31', conclusion: 'QUALIFIED' },
      // two months early: the month of the cycle stays
      { sourceId: '2', equipmentCode: FORKLIFT, inspectedOn: '2026-06-30', conclusion: 'QUALIFIED', remarks: '合成备注' },
    ];
    await submit('submitInspections', 'InspectionInput', inspections.slice(0, 1));
    await submit('submitSafetyAppointments', 'SafetyAppointmentInput', [
      { ...of, uscc: UNIT, name: OFFICER, role: 'SAFETY_OFFICER', equipmentCodes: [FORKLIFT], appointedOn: '2025-01-01' },
    ]);
    await submit('submitSafetyChecks', 'SafetyCheckInput', [
      { ...of, uscc: UNIT, period: 'DAILY', checkedOn: '2026-06-29', hazardsFound: 0 },
      { ...of, sourceId: '2', uscc: UNIT, period: 'DAILY', checkedOn: '2026-07-01', hazardsFound: 1 },
    ]);
    await submit('submitInspections', 'InspectionInput', inspections.slice(1));
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
  const ask = (token: string | null, purpose?: string) =>
    platform.post(STORY, { token, purpose, variables: { code: FORKLIFT, from: '2026-06-29', to: '2026-07-05' } });

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
    });
  });

  test('the public MUST see whether it is safe to use, and SHARING_DENIED for each department’s own', async () => {
    const { data, errors } = await ask(null);
    expect(data.equipment).toMatchObject({ status: 'IN_USE', overdue: false, nextInspectionDue: '2028-08-31', kind: { name: '叉车' } });
    expect(data.equipment).toMatchObject({
      user: null,
      safetyOfficer: null,
      lastInspection: null,
      violationsToday: null,
      lastInspectedOn: null,
    });
    expect(new Set(errors?.map(({ extensions }) => extensions.code))).toEqual(new Set(['SHARING_DENIED']));
  });

  test('another department MUST see names and phones inside its region for a purpose only, and never the inspectors’ remarks', async () => {
    const fire = (region: string) => platform.token('FIRE_RESCUE', region, 'share:conditional');
    const seen = async (region: string, purpose?: string) => {
      const { equipment } = (await ask(await fire(region), purpose)).data;
      return [equipment.safetyOfficer.name, equipment.user.contactPhone, equipment.lastInspection.remarks];
    };
    expect(await seen('411000', '联合检查')).toEqual([OFFICER, '000-00000000', null]);
    expect(await seen('411000')).toEqual([null, null, null]);
    expect(await seen('430000', '联合检查')).toEqual([null, null, null]);
  });

  test('moving the clock over the due day MUST change overdue and the violation of the day, and nothing else', async () => {
    const at = async (moment: string) => {
      platform.now(moment);
      const { overdue, violationsToday, user, ...rest } = (await ask(officer, '叉车安全专项检查')).data.equipment;
      expect(user.uscc).toBe(UNIT);
      return { overdue, violationsToday, rest };
    };
    const before = await at('2028-08-31T23:59:59+08:00');
    const after = await at('2028-09-01T00:00:00+08:00');
    expect(before).toMatchObject({ overdue: false, violationsToday: [] });
    expect(after).toMatchObject({ overdue: true, violationsToday: ['OVERDUE_INSPECTION'] });
    expect(after.rest).toEqual(before.rest);
  });
});
