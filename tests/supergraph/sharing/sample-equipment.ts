import type { DepartmentKind } from '../../../subgraphs/kernel';
import type { Platform } from '../../support/platform';
import { DESIGNATED } from './given';
import type { Sample, SamplePart } from './sample';

const boilerOf = (at: number) => `1100431022024${String(at).padStart(5, '0')}`;
const liftOf = (at: number) => `3110431022023${String(at).padStart(5, '0')}`;
const orderOf = (at: number) => `order-${at}`;
const bodyOf = (at: number) => `body-${at}`;
const gridOf = (at: number) => `grid-${at}`;

/** A boiler that nobody answers for, a lift, and what is known of them; in the register all that is around an enterprise. */
export const equipmentSample: SamplePart = {
  records: (sample) => ({ ...devices(sample), ...oversight(sample), ...people(sample), ...register(sample) }),
  async steps(platform: Platform, { at, uscc, daysAgo }: Sample) {
    const take = async (who: DepartmentKind, scope: string, verb: string, type: string, input: object) => {
      // who reports never re-checks
      const token = await platform.tokenOf({
        subject: `sample ${scope}`,
        department: who,
        region: '000000',
        scope,
      });
      const query = `mutation ($input: ${type}!) { ${verb}(input: $input) { __typename } }`;
      const { errors } = await platform.post(query, { token, variables: { input } });
      if (errors) throw new Error(`${verb}: ${JSON.stringify(errors)}`);
    };
    const market = take.bind(null, 'MARKET_SUPERVISION');
    const [number, code] = [orderOf(at), liftOf(at)];
    const recheck = { number, on: daysAgo(15), result: 'FAILED', rectifyBy: daysAgo(10) };
    await market('write:equipment', 'reportEquipmentOrder', 'OrderReportInput', { number, on: daysAgo(20) });
    await market('decide:equipment', 'recheckEquipmentOrder', 'OrderRecheckInput', recheck);
    await market('write:equipment', 'reportEquipmentOrder', 'OrderReportInput', { number, on: daysAgo(10) });
    await market('decide:equipment', 'suspendEquipment', 'EquipmentStepInput', {
      code,
      on: daysAgo(9),
      reason: '样本',
    });
    await market('decide:equipment', 'resumeEquipment', 'EquipmentStepInput', {
      code,
      on: daysAgo(8),
      reason: '样本',
    });
    await take('GOVERNMENT', 'decide:registry', 'closeEnterprise', 'CloseEnterpriseInput', {
      uscc,
      decision: '样本',
    });
  },
};

/** The lift has all that a device can have. */
function devices({ region, at, uscc, daysAgo }: Sample): Record<string, object[]> {
  const of = { regionCode: region, userUscc: uscc, status: 'IN_USE', installedOn: '2024-01-02' };
  const lift = {
    ...{
      ...of,
      sourceId: `lift${at}`,
      code: liftOf(at),
      kindCode: '3110',
      location: '样本样本样本样本',
      makerUscc: uscc,
    },
    ...{
      statusSince: '2024-02-01',
      industryCode: '2614',
      safetyClass: 'D',
      features: ['RESIDENTIAL'],
      nameplateLitres: 29,
    },
    ...{
      measuredLitres: 30,
      insuredUntil: '2099-01-01',
      renewedOn: '2025-01-01',
      manufacturedOn: '2023-01-02',
    },
    ...{ protectiveDevices: ['ELEVATOR_IOT'], registrationNumber: `梯11湘F0000${at}(24)` },
  };
  const on = { sourceId: `of-lift${at}`, equipmentCode: liftOf(at) };
  return {
    submitEquipment: [
      lift,
      { ...of, sourceId: `boiler${at}`, code: boilerOf(at), kindCode: '1100', nameplateLitres: 29 },
    ],
    submitInspections: [
      {
        ...{ ...on, inspectedOn: daysAgo(90), conclusion: 'QUALIFIED', bodyUscc: uscc, reportNumber: 'r' },
        ...{ nextDueOn: '2099-01-02', remarks: '备注' },
      },
    ],
    submitTests: [{ ...on, testedOn: daysAgo(80), result: 'CONFORMING', bodyUscc: uscc, reportNumber: 'r' }],
    submitLiftFaults: [{ ...on, kind: 'DOOR', happenedOn: daysAgo(5), note: '样本' }],
    submitCampaignChecks: [
      { ...on, list: 'OLD_LIFTS', checkedOn: daysAgo(5), outcome: 'RECTIFIED', note: '样本' },
    ],
    submitSafetyAppointments: [
      {
        ...{
          sourceId: on.sourceId,
          regionCode: region,
          uscc,
          name: `canary-officer-${region}-${8_050 + at}`,
          phone: `canary-phone-${region}-${8_060 + at}`,
          role: 'SAFETY_OFFICER',
          category: 'ELEVATOR',
        },
        ...{ equipmentCodes: [liftOf(at)], appointedOn: daysAgo(50), endedOn: '2099-01-01' },
      },
    ],
    submitCylinderFillings: [
      {
        ...{
          sourceId: `refused${at}`,
          cylinderSerial: `O2-${at}`,
          fillerUscc: uscc,
          regionCode: region,
          filledOn: daysAgo(50),
        },
        ...{ batch: 'b', refusal: 'OVERDUE' },
      },
    ],
  };
}

function oversight({ region, at, uscc, daysAgo }: Sample): Record<string, object[]> {
  const of = { equipmentCode: liftOf(at), uscc, regionCode: region };
  return {
    submitEquipmentViolations: [
      {
        ...of,
        sourceId: `v${at}`,
        type: 'UNDERSTATED_CAPACITY',
        foundOn: daysAgo(30),
        correctedOn: daysAgo(5),
        note: '样本',
      },
    ],
    submitEquipmentOrders: [
      {
        ...{
          ...of,
          sourceId: `o${at}`,
          number: orderOf(at),
          departmentCode: `${region}-MARKET_SUPERVISION`,
          content: '样本',
        },
        ...DESIGNATED,
        ...{ issuedOn: daysAgo(30), rectifyBy: daysAgo(20) },
      },
    ],
  };
}

function people({ region, at, uscc, daysAgo }: Sample): Record<string, object[]> {
  return {
    submitInspectionBodies: [
      {
        sourceId: `b${at}`,
        id: bodyOf(at),
        uscc,
        regionCode: region,
        kind: 'TESTING',
        categories: ['BOILER'],
        validUntil: '2099-01-01',
      },
    ],
    submitInspectors: [
      { sourceId: `i${at}`, bodyId: bodyOf(at), name: '样本', items: ['DT-1'], validUntil: '2099-01-01' },
    ],
    submitEmergencyPlans: [
      {
        sourceId: `p${at}`,
        uscc,
        regionCode: region,
        title: '样本',
        category: 'BOILER',
        adoptedOn: daysAgo(40),
      },
    ],
    submitGrids: [
      {
        sourceId: `g${at}`,
        code: gridOf(at),
        name: '样本',
        regionCode: region,
        departmentCode: `${region}-MARKET_SUPERVISION`,
      },
    ],
    submitGridPeople: [
      {
        sourceId: `gp${at}`,
        gridCode: gridOf(at),
        name: '样本',
        post: '样本',
        duty: '样本',
        startedOn: daysAgo(9),
        endedOn: '2099-01-01',
      },
    ],
  };
}

function register({ region, at, uscc, daysAgo }: Sample): Record<string, object[]> {
  const of = { regionCode: region };
  return {
    submitPriorLicences: [
      {
        sourceId: `ended${at}`,
        uscc,
        name: '许可',
        number: '2',
        issuedBy: '机关',
        validUntil: '2099-01-01',
        grantedOn: '2025-01-01',
        endedOn: daysAgo(9),
      },
    ],
    submitIndustryRestrictions: [
      {
        ...{
          ...of,
          sourceId: `r${at}`,
          area: '样本',
          industryCode: '26',
          kind: 'RESTRICTED',
          conditions: '样本',
          document: '样本',
        },
        ...{ validFrom: '2024-01-01', validTo: '2099-01-01' },
      },
    ],
    submitDutyLists: [
      {
        ...{
          ...of,
          sourceId: `d${at}`,
          kind: 'DUTIES',
          level: 'COUNTY',
          departmentCode: `${region}-MARKET_SUPERVISION`,
          year: 2026,
        },
        ...{ title: '样本', items: ['样本'] },
      },
    ],
    submitProjectSafety: [
      { ...of, sourceId: `ps${at}`, uscc, name: '样本', kind: 'NEW', doneOn: daysAgo(9) },
    ],
  };
}
