import type { Platform } from '../../support/platform';
import type { Sample, SamplePart } from './sample';

const boilerOf = (at: number) => `1100431022024${String(at).padStart(5, '0')}`;
const liftOf = (at: number) => `3110431022023${String(at).padStart(5, '0')}`;
const orderOf = (at: number) => `order-${at}`;
const bodyOf = (at: number) => `body-${at}`;
const gridOf = (at: number) => `grid-${at}`;

/** A boiler that nobody answers for, a lift, and what is known of them; in the register all that is around an enterprise. */
export const equipmentSample: SamplePart = {
  records: (sample) => ({ ...devices(sample), ...oversight(sample), ...people(sample), ...register(sample) }),
  async steps(platform: Platform, { at, daysAgo }: Sample) {
    const token = async (subject: string, scope: string) =>
      platform.tokenOf({ subject, department: 'MARKET_SUPERVISION', region: '000000', scope });
    const take = async (verb: string, input: object, who: string) => {
      const type = `${verb === 'reportEquipmentOrder' ? 'OrderReport' : 'OrderRecheck'}Input`;
      const { errors } = await platform.post(`mutation ($input: ${type}!) { ${verb}(input: $input) { number } }`, {
        token: who,
        variables: { input: { number: orderOf(at), ...input } },
      });
      if (errors) throw new Error(JSON.stringify(errors));
    };
    const [reporter, decider] = [await token('sample', 'write:equipment'), await token('sample-decider', 'decide:equipment')];
    await take('reportEquipmentOrder', { on: daysAgo(20) }, reporter);
    await take('recheckEquipmentOrder', { on: daysAgo(15), result: 'FAILED', rectifyBy: daysAgo(10) }, decider);
    await take('reportEquipmentOrder', { on: daysAgo(10) }, reporter);
  },
};

function devices({ region, at, uscc, daysAgo }: Sample): Record<string, object[]> {
  const of = { regionCode: region, userUscc: uscc, status: 'IN_USE', installedOn: '2024-01-02' };
  const boiler = {
    ...{ ...of, sourceId: `boiler${at}`, code: boilerOf(at), kindCode: '1100', location: '样本', makerUscc: uscc, revision: 2 },
    ...{ statusSince: '2024-02-01', industryCode: '2614', safetyClass: 'D', features: ['POWER_STATION'], nameplateLitres: 29 },
    ...{ measuredLitres: 30, insuredUntil: '2099-01-01', renewedOn: '2025-01-01', manufacturedOn: '2023-01-02' },
  };
  return {
    submitEquipment: [boiler, { ...of, sourceId: `lift${at}`, code: liftOf(at), kindCode: '3110' }],
    submitLiftFaults: [{ sourceId: `fault${at}`, equipmentCode: liftOf(at), kind: 'DOOR', happenedOn: daysAgo(5), note: '样本' }],
    submitTests: [
      { sourceId: `test${at}`, equipmentCode: liftOf(at), testedOn: daysAgo(5), result: 'CONFORMING', bodyUscc: uscc, reportNumber: 'r' },
    ],
    submitCampaignChecks: [
      { sourceId: `c${at}`, equipmentCode: boilerOf(at), list: 'SMALL_BOILERS', checkedOn: daysAgo(5), outcome: 'RECTIFIED', note: '样本' },
    ],
    submitCylinderFillings: [
      {
        ...{ sourceId: `refused${at}`, cylinderSerial: `O2-${at}`, fillerUscc: uscc, regionCode: region, filledOn: daysAgo(50) },
        ...{ batch: 'b', refusal: 'OVERDUE' },
      },
    ],
  };
}

function oversight({ region, at, uscc, daysAgo }: Sample): Record<string, object[]> {
  const of = { equipmentCode: boilerOf(at), uscc, regionCode: region };
  return {
    submitEquipmentViolations: [
      { ...of, sourceId: `v${at}`, type: 'UNDERSTATED_CAPACITY', foundOn: daysAgo(30), correctedOn: daysAgo(5), note: '样本' },
    ],
    submitEquipmentOrders: [
      {
        ...{ ...of, sourceId: `o${at}`, number: orderOf(at), departmentCode: `${region}-MARKET_SUPERVISION`, content: '样本' },
        ...{ issuedOn: daysAgo(30), rectifyBy: daysAgo(20) },
      },
    ],
  };
}

function people({ region, at, uscc, daysAgo }: Sample): Record<string, object[]> {
  return {
    submitInspectionBodies: [
      { sourceId: `b${at}`, id: bodyOf(at), uscc, regionCode: region, kind: 'TESTING', categories: ['BOILER'], validUntil: '2099-01-01' },
    ],
    submitInspectors: [{ sourceId: `i${at}`, bodyId: bodyOf(at), name: '样本', items: ['DT-1'], validUntil: '2099-01-01' }],
    submitEmergencyPlans: [{ sourceId: `p${at}`, uscc, regionCode: region, title: '样本', category: 'BOILER', adoptedOn: daysAgo(40) }],
    submitGrids: [
      { sourceId: `g${at}`, code: gridOf(at), name: '样本', regionCode: region, departmentCode: `${region}-MARKET_SUPERVISION` },
    ],
    submitGridPeople: [
      { sourceId: `gp${at}`, gridCode: gridOf(at), name: '样本', post: '样本', duty: '样本', startedOn: daysAgo(9), endedOn: '2099-01-01' },
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
        ...{ ...of, sourceId: `r${at}`, area: '样本', industryCode: '26', kind: 'RESTRICTED', conditions: '样本', document: '样本' },
        ...{ validFrom: '2024-01-01', validTo: '2099-01-01' },
      },
    ],
    submitDutyLists: [
      {
        ...{ ...of, sourceId: `d${at}`, kind: 'DUTIES', level: 'COUNTY', departmentCode: `${region}-MARKET_SUPERVISION`, year: 2026 },
        ...{ title: '样本', items: ['样本'] },
      },
    ],
    submitProjectSafety: [{ ...of, sourceId: `ps${at}`, uscc, name: '样本', kind: 'NEW', doneOn: daysAgo(9) }],
  };
}
