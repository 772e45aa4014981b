import { composeUscc, idNumberCheck, personIdOf } from '../../subgraphs/kernel';
import { testDatabase } from '../support/database';
import { startPlatform, type Part, type Platform } from '../support/platform';
import { TEST_SETTINGS } from '../support/settings';
import { storyOf } from './story';

const LINXIANG = '430682';
const UNIT = composeUscc('91430682', 'MA000071');
const ID_NUMBER = `11010519000101071${idNumberCheck('11010519000101071')}`;
const PERSON = personIdOf(ID_NUMBER, TEST_SETTINGS.dataKey);
const forklift = (nth: number) => `5110431022024000${nth}0`;
const MAY = `query ($code: ID!, $person: ID!) { equipment(code: $code) { status operatorAuthorised(personId: $person) { allowed reason grounds warnings } } }`;
const of = { regionCode: LINXIANG };

/** Everything of five forklifts but what happens to them afterwards. */
async function prepare({ submit }: ReturnType<typeof storyOf>): Promise<void> {
  await submit('市监', 'submitEnterprises', 'EnterpriseInput', {
    ...of,
    sourceId: '1',
    uscc: UNIT,
    name: '合成物流',
  });
  const devices = [1, 2, 3, 4, 5].map((nth) => ({
    ...{
      ...of,
      sourceId: `${nth}`,
      code: forklift(nth),
      kindCode: '5110',
      status: 'UNREGISTERED',
      userUscc: UNIT,
    },
  }));
  await submit('市监', 'submitEquipment', 'EquipmentInput', ...devices);
  const paper = { ...of, sourceId: '1', scheme: 'SPECIAL_EQUIPMENT_OPERATOR', item: 'N1', number: 'T71' };
  await submit('市监', 'submitQualifications', 'QualificationInput', {
    ...{
      ...paper,
      holderName: '合成驾驶员',
      idNumber: ID_NUMBER,
      issuedOn: '2024-06-20',
      employerUscc: UNIT,
    },
  });
}
const inspect = (
  { submit }: ReturnType<typeof storyOf>,
  nth: number,
  inspectedOn: string,
  values: object = {},
) =>
  submit('市监', 'submitInspections', 'InspectionInput', {
    ...{
      sourceId: `${nth}-${inspectedOn}`,
      equipmentCode: forklift(nth),
      inspectedOn,
      conclusion: 'QUALIFIED',
    },
    ...values,
  });
const register = ({ step }: ReturnType<typeof storyOf>, nth: number, on: string) =>
  step('市监', 'registerEquipment', 'RegisterEquipmentInput', {
    ...{
      code: forklift(nth),
      registrationNumber: `车11湘F0007${nth}(26)`,
      userUscc: UNIT,
      inUseSince: on,
      on,
    },
  });
async function employ(story: ReturnType<typeof storyOf>): Promise<void> {
  await story.employ('市监', 'MARKET_SUPERVISION', LINXIANG);
  await story.employ('市监另一人', 'MARKET_SUPERVISION', LINXIANG);
  await story.employ('政府', 'GOVERNMENT', LINXIANG);
}

describe('what happens to a forklift, told over HTTP', () => {
  let platform: Platform;
  let story: ReturnType<typeof storyOf>;
  beforeAll(async () => {
    platform = await startPlatform('local', {}, testDatabase);
    story = storyOf(platform);
    story.on('2026-11-26');
    await employ(story);
    await prepare(story);
  });
  afterAll(() => platform?.stop());

  const may = async (nth: number) => {
    const answer = await story.ask('市监', MAY, { code: forklift(nth), person: PERSON });
    expect(answer).toSucceed();
    return answer.data.equipment.operatorAuthorised;
  };
  const yes = { allowed: true, reason: 'AUTHORISED', grounds: [], warnings: [] };
  const no = (...grounds: string[]) => ({ allowed: false, reason: grounds[0], grounds, warnings: [] });
  const take = (verb: string, type: string, input: object, who = '市监') =>
    story.step(who, verb, type, input, 'number');

  test('one that fails its first inspection MUST NOT be registered; one that then passes is, and may be driven', async () => {
    expect(await may(1)).toEqual(no('DEVICE_UNREGISTERED', 'NEVER_INSPECTED'));
    await inspect(story, 1, '2026-11-10', { kind: 'FIRST', conclusion: 'UNQUALIFIED' });
    const registration = {
      code: forklift(1),
      registrationNumber: '车11湘F00071(26)',
      userUscc: UNIT,
      on: '2026-11-26',
    };
    expect(await story.refusal('市监', 'registerEquipment', 'RegisterEquipmentInput', registration)).toEqual([
      'REGISTRATION_NEEDS_INSPECTION',
    ]);
    await inspect(story, 1, '2026-11-20', { kind: 'FIRST', conclusion: 'REINSPECT_QUALIFIED' });
    await register(story, 1, '2026-11-26');
    expect(await may(1)).toEqual(yes);
  });

  test('put out of use, used again and scrapped it MUST be answered by the state that it is in', async () => {
    const on = { code: forklift(1), on: '2026-11-26' };
    await story.step('市监', 'suspendEquipment', 'EquipmentStepInput', on);
    expect(await may(1)).toEqual(no('DEVICE_SUSPENDED'));
    await story.step('市监', 'resumeEquipment', 'EquipmentStepInput', on);
    expect(await may(1)).toEqual(yes);
    await story.step('市监', 'scrapEquipment', 'EquipmentStepInput', on);
    expect(await may(1)).toEqual(no('DEVICE_SCRAPPED'));
  });

  test('failed brakes MUST stop it from the moment that they are verified until its use is let resume', async () => {
    await inspect(story, 2, '2026-11-20', { kind: 'FIRST' });
    await register(story, 2, '2026-11-26');
    const found = { domain: 'SPECIAL_EQUIPMENT', channel: 'INSPECTION', description: '制动失效', uscc: UNIT };
    const hazard = { ...of, ...found, equipmentCode: forklift(2), criterionCode: 'GB45067-4.10-3' };
    const { number } = await take('reportHazard', 'ReportHazardInput', hazard);
    expect(await may(2)).toEqual(yes);
    await take('verifyHazard', 'VerifyHazardInput', { number }, '市监另一人');
    expect(await may(2)).toEqual(no('MAJOR_HAZARD'));
    await take('haltProduction', 'ReasonedStepInput', { number, reason: '责令停止使用' });
    expect(await may(2)).toEqual(no('USE_HALTED', 'MAJOR_HAZARD'));
    const notice = { dueOn: '2026-12-20', principalName: '合成', principalPhone: '13900000001' };
    await take('notifyHazard', 'NotifyHazardInput', {
      ...{ number, ...notice, controllerName: '合成', controllerPhone: '13900000002' },
    });
    const plan = {
      measures: '更换制动',
      funds: '1200.00',
      responsibleName: '合成',
      responsiblePhone: '13900000003',
    };
    await take('planRectification', 'PlanRectificationInput', {
      number,
      ...plan,
      dueOn: '2026-12-10',
      contingency: '停用',
    });
    for (const recipient of ['PRINCIPAL', 'ACTUAL_CONTROLLER'])
      await take('acknowledgeHazard', 'AcknowledgeHazardInput', { number, recipient });
    await take('submitRectification', 'SubmitRectificationInput', { number, evidence: '照片' });
    expect(await may(2)).toEqual(no('USE_HALTED', 'MAJOR_HAZARD'));
    await take('closeHazard', 'CloseHazardInput', { number, evidence: '复查记录' }, '市监另一人');
    expect(await may(2)).toEqual(no('USE_HALTED'));
    await take('resumeProduction', 'HazardStepInput', { number });
    expect(await may(2)).toEqual(yes);
  });

  test('a failed periodic inspection MUST stop it on the very day, and be listed and a violation', async () => {
    await inspect(story, 3, '2026-11-20', { kind: 'FIRST' });
    await register(story, 3, '2026-11-26');
    await inspect(story, 3, '2026-11-26', { conclusion: 'UNQUALIFIED', nextDueOn: '2027-11-26' });
    expect(await may(3)).toEqual(no('INSPECTION_FAILED'));
    const listed = await story.ask(
      '市监',
      `{ equipmentItems(filter: { region: "430682", overdueOn: "2026-11-26" }) { edges { node { code } } }
         equipmentViolations(filter: { type: FAILED_INSPECTION }) { edges { node { equipment { code } foundBy } } } }`,
    );
    expect(listed.data).toEqual({
      equipmentItems: { edges: [{ node: { code: forklift(3) } }] },
      equipmentViolations: { edges: [{ node: { equipment: { code: forklift(3) }, foundBy: 'SYSTEM' } }] },
    });
  });

  test('when the government closes its user, nobody MUST drive it', async () => {
    await inspect(story, 4, '2026-11-20', { kind: 'FIRST' });
    await register(story, 4, '2026-11-26');
    expect(await may(4)).toEqual(yes);
    await story.step('政府', 'closeEnterprise', 'CloseEnterpriseInput', { uscc: UNIT, decision: '合成决定' });
    expect(await may(4)).toEqual(no('USER_CLOSED'));
  });
});

describe('an owner whose process is gone', () => {
  const OWNERS = ['hazards', 'registry', 'training'];
  let platform: Platform;
  let story: ReturnType<typeof storyOf>;
  beforeAll(async () => {
    platform = await startPlatform(OWNERS, { SUBGRAPH_TIMEOUT_MS: '2500' }, testDatabase);
    story = storyOf(platform);
    await employ(story);
    await prepare(story);
    const today = new Date().toISOString().slice(0, 10);
    const ago = new Date(Date.now() - 10 * 86_400_000).toISOString().slice(0, 10);
    await inspect(story, 5, ago, { kind: 'FIRST' });
    await register(story, 5, today > ago ? ago : today);
  });
  afterAll(() => platform?.stop());
  const ask = () => story.ask('市监', MAY, { code: forklift(5), person: PERSON });
  const yes = { allowed: true, reason: 'AUTHORISED', grounds: [], warnings: [] };

  test.each(OWNERS)(
    '%s killed MUST leave no answer, never a yes, and a yes again once it is back',
    async (name) => {
      expect((await ask()).data.equipment.operatorAuthorised).toEqual(yes);
      const part = platform.parts.get(name) as Part;
      part.child.kill('SIGKILL');
      await part.child.ended;
      const { data, errors, text } = await ask();
      expect(data.equipment).toEqual({ status: 'IN_USE', operatorAuthorised: null });
      expect(errors?.map(({ extensions }) => [extensions.code, extensions.subgraph])).toEqual([
        ['SUBGRAPH_UNAVAILABLE', name],
      ]);
      expect(text).not.toMatch(/127\.0\.0\.1|ECONN|stack/);
      await part.restart();
      const until = Date.now() + 5_000;
      let again = await ask();
      while (again.errors && Date.now() < until) again = await ask();
      expect(again.data.equipment.operatorAuthorised).toEqual(yes);
    },
  );

  test('one that hangs MUST leave no answer, within the time that is waited for it', async () => {
    const part = platform.parts.get('hazards') as Part;
    part.child.kill('SIGSTOP');
    const started = Date.now();
    const { data, errors } = await ask();
    expect(Date.now() - started).toBeLessThan(10_000);
    expect(data.equipment.operatorAuthorised).toBeNull();
    expect({ errors }).toFailWith('SUBGRAPH_UNAVAILABLE');
    part.child.kill('SIGCONT');
  });
});
