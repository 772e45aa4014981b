import type { Platform } from '../../support/platform';
import type { SamplePart } from './sample';

const NUMBER = (region: string) => `YH-${region}`;

/** An exposed hazard, so that its row is there for everyone, taken through its steps until it has a history, notifications and a plan. */
export const hazardsSample: SamplePart = {
  records: ({ region, at, uscc, equipmentCode, industryCode, matterCode, daysAgo }) => {
    const of = { sourceId: `h${at}`, regionCode: region, uscc };
    return {
      submitHazards: [
        {
          ...{
            ...of,
            number: NUMBER(region),
            grade: 'MAJOR',
            domain: 'SPECIAL_EQUIPMENT',
            criterionCode: 'GB45067-4.6-2',
            mode: 'EXPERT',
          },
          ...{
            channel: 'TIP_VERIFIED',
            // the number of a tip is for one of its three owners alone
            origin: 'INSPECTION',
            // a number has a form, and no other canary is put there
            originReference: `canary-origin-${region}-${9_010 + at}`,
            equipmentCode,
            industryCode,
            matterCodes: [matterCode],
          },
          ...{ description: '样本', foundOn: daysAgo(60), status: 'VERIFIED', escalation: 'EXPOSURE' },
          leadDepartmentCode: `${region}-MARKET_SUPERVISION`,
        },
      ],
      submitHazardPenalties: [{ ...of, documentNumber: '样本', decidedOn: daysAgo(50) }],
      submitPrincipalChecks: [{ ...of, checkedOn: daysAgo(40), majorHazardsFound: 1 }],
      submitInspectionTallies: [
        { ...of, uscc: undefined, month: daysAgo(40).slice(0, 7), departmentKind: 'HOUSING', inspections: 5 },
      ],
      submitLifelineTallies: [
        {
          ...{
            ...of,
            uscc: undefined,
            month: daysAgo(40).slice(0, 7),
            obstaclesRemoved: 1,
            ladderSitesCleared: 1,
          },
          ...{ exitsCleared: 1, fireLanesCleared: 1 },
        },
      ],
    };
  },
  async steps(platform, { region, daysAgo }) {
    const canary = (what: string, nth: number) => `canary-${what}-${region}-${nth}`;
    const step = stepper(platform, region);
    await step('assignHazard', {
      leadDepartmentCode: `${region}-MARKET_SUPERVISION`,
      supervisorCodes: supervisors(region),
      leader: canary('leader', 9_007),
    });
    await step('notifyHazard', {
      ...{
        dueOn: daysAgo(-30),
        principalName: canary('principal', 9_001),
        principalPhone: canary('phone', 9_002),
      },
      ...{ controllerName: canary('controller', 9_003), controllerPhone: canary('phone', 9_004) },
    });
    for (const recipient of ['PRINCIPAL', 'ACTUAL_CONTROLLER'])
      await step('acknowledgeHazard', { recipient });
    await step('planRectification', {
      ...{ measures: '样本', funds: '1.00', dueOn: daysAgo(-20), contingency: '样本' },
      ...{ responsibleName: canary('responsible', 9_005), responsiblePhone: canary('phone', 9_006) },
    });
    await step('extendHazard', { dueOn: daysAgo(-60), reason: '样本', evidence: '样本' });
  },
};

const supervisors = (region: string) => [`${region}-FIRE_RESCUE`, `${region}-EMERGENCY_MANAGEMENT`];

function stepper(platform: Platform, region: string) {
  return async (verb: string, input: object) => {
    const token = await platform.token('MARKET_SUPERVISION', region, 'write:hazards', 'decide:hazards');
    const type = `${verb[0]?.toUpperCase()}${verb.slice(1)}Input`;
    const { errors } = await platform.post(
      `mutation ($input: ${type}!) { ${verb}(input: $input) { number } }`,
      {
        token,
        variables: { input: { number: NUMBER(region), ...input } },
      },
    );
    if (errors) throw new Error(`${verb}: ${JSON.stringify(errors)}`);
  };
}
