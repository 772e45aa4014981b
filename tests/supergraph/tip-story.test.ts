import { composeUscc } from '../../subgraphs/kernel';
import { testDatabase } from '../support/database';
import { startPlatform, type Platform } from '../support/platform';
import { storyOf } from './story';

const UNIT = composeUscc('91430682', 'YY00000E');
const LIFT = '31104306820240018';
const CASE = '临市监立〔2026〕19号';
const REPORTER = '欧阳举报人';
const PHONE = '13912345678';

/** 举报 → 隐患 and 案件: what anyone tells of a lift reaches two departments and the figures of its region, and the reporter nobody. */
describe('an anonymous tip about a lift', () => {
  let platform: Platform;
  let story: ReturnType<typeof storyOf>;
  let [receiptCode, tip, hazard] = ['', '', ''];
  beforeAll(async () => {
    platform = await startPlatform('local', {}, testDatabase);
    story = storyOf(platform);
    story.on('2026-06-15');
    for (const name of ['市监-1', '市监-2']) await story.employ(name, 'MARKET_SUPERVISION', '430682');
    await story.employ('应急', 'EMERGENCY_MANAGEMENT', '430682');
    await story.employ('消防', 'FIRE_RESCUE', '430682');
    const of = { sourceId: '1', regionCode: '430682', industryCode: '7020' };
    await story.submit('市监-1', 'submitEnterprises', 'EnterpriseInput', {
      ...of,
      uscc: UNIT,
      name: '临湘市物业有限公司（合成数据）',
    });
    await story.submit('市监-1', 'submitEquipment', 'EquipmentInput', {
      ...of,
      code: LIFT,
      kindCode: '3110',
      userUscc: UNIT,
    });
  });
  afterAll(() => platform?.stop());

  const give = async (input: object) =>
    story.step(
      null,
      'submitTip',
      'TipInput',
      { regionCode: '430682', ...input },
      'receiptCode handledBy acceptBy',
    );
  const followed = async () => {
    const { data } = await story.ask(
      null,
      `{ tipStatus(receiptCode: "${receiptCode}") { status overdue reply } }`,
    );
    return data.tipStatus;
  };
  const TIP = `query ($number: ID!) { tip(number: $number) { number status named caseNumber hazardNumber
    forMarketSupervision { subject description enterprise { name } history { step officer } } } }`;
  /** Of the lifts of a division, as any agency sees them. */
  const figures = async (region: string) => {
    const { data } = await story.ask(
      '市监-1',
      `{ matter(code: "ELEVATOR") { overview(region: "${region}") { openMajorHazards openCases } } }`,
    );
    return data.matter.overview;
  };

  test('anyone MUST be able to give it, and to follow it with the code of the receipt', async () => {
    const said = {
      category: 'MARKET',
      subject: '电梯门锁被短接',
      description: '3号楼电梯层门开着运行',
      uscc: UNIT,
    };
    const receipt = await give(said);
    expect(receipt).toMatchObject({ handledBy: 'MARKET_SUPERVISION', acceptBy: '2026-06-25' });
    ({ receiptCode } = receipt);
    expect(await followed()).toEqual({ status: 'RECEIVED', overdue: false, reply: null });
    const { data } = await story.ask(
      '市监-1',
      '{ tips(filter: { region: "430600", status: [RECEIVED] }) { edges { node { number named } } } }',
    );
    tip = data.tips.edges[0].node.number;
    expect(data.tips.edges).toEqual([{ node: { number: tip, named: false } }]);
    // the number that officers know opens nothing to the public, and the code of the receipt no tip to officers
    expect(await story.ask(null, TIP, { number: tip })).toFailWith('SHARING_DENIED');
    expect((await story.ask('市监-1', TIP, { number: receiptCode })).data.tip).toBeNull();
  });

  test('its acceptance MUST be overdue after seven working days over 端午节, and only its own department MUST accept it', async () => {
    // 2026-06-19 to 21 is 端午节: 06-16 to 18, 06-22 to 25
    story.endOf('2026-06-25');
    expect((await followed()).overdue).toBe(false);
    story.after('2026-06-25');
    expect((await followed()).overdue).toBe(true);
    story.on('2026-06-16');
    const accept = (who: string) =>
      story.ask(who, 'mutation ($number: ID!) { acceptTip(number: $number) { status } }', { number: tip });
    expect(await accept('消防')).toFailWith('NOT_FOUND');
    expect((await accept('市监-1')).data.acceptTip).toEqual({ status: 'ACCEPTED' });
    expect((await followed()).status).toBe('ACCEPTED');
  });

  test('it MUST lead to a hazard of the lift and to a case by its number, and the figures of its region move with them', async () => {
    const { step } = story;
    for (const region of ['430682', '430000'])
      expect(await figures(region)).toEqual({ openMajorHazards: null, openCases: null });
    const found = {
      domain: 'SPECIAL_EQUIPMENT',
      channel: 'TIP_VERIFIED',
      origin: 'TIP',
      originReference: tip,
      industryCode: '7020',
    };
    const where = {
      uscc: UNIT,
      equipmentCode: LIFT,
      regionCode: '430682',
      description: '层门门锁回路被短接',
    };
    ({ number: hazard } = await step(
      '市监-1',
      'reportHazard',
      'ReportHazardInput',
      { ...found, ...where },
      'number',
    ));
    expect(await figures('430682')).toEqual({ openMajorHazards: null, openCases: null });
    await step('市监-2', 'verifyHazard', 'VerifyHazardInput', {
      number: hazard,
      criterionCode: 'GB45067-4.6-2',
    });
    const party = {
      partyKind: 'ENTERPRISE',
      partyUscc: UNIT,
      partyName: '临湘市物业有限公司（合成数据）',
      partyRegionCode: '430682',
    };
    const origin = {
      originKind: 'TIP',
      originReference: tip,
      hazardNumber: hazard,
      receivedOn: '2026-06-16',
      industryCode: '7020',
    };
    const lead = {
      number: CASE,
      reason: '举报查实',
      causeCode: 'EQUIPMENT_UNREGISTERED',
      departmentCode: '430682-MARKET_SUPERVISION',
    };
    await step('市监-1', 'registerLead', 'RegisterLeadInput', { ...lead, ...party, ...origin });
    expect(await figures('430682')).toEqual({ openMajorHazards: 1, openCases: null });
    await step('市监-2', 'fileCase', 'FileCaseInput', { number: CASE, reason: '举报查实' });
    await step('市监-1', 'verifyTip', 'VerifyTipInput', {
      number: tip,
      finding: '属实',
      caseNumber: CASE,
      hazardNumber: hazard,
    });
    for (const region of ['430682', '430600', '430000', '000000'])
      expect(await figures(region)).toEqual({ openMajorHazards: 1, openCases: 1 });
    for (const region of ['430681', '411000'])
      expect(await figures(region)).toEqual({ openMajorHazards: null, openCases: null });
  });

  test('hazard, case and tip MUST name each other to those who handle the tip and to nobody else, and the lift MUST show its hazard', async () => {
    const query = `query ($tip: ID!, $lift: ID!) {
      tip(number: $tip) { status caseNumber hazardNumber forMarketSupervision { subject case { number } hazard { number } } }
      cases(filter: { originReference: $tip }) { edges { node { number } } }
      case(number: "${CASE}") { originKind originReference fileOfMarketSupervision { originReference tips { number } } }
      equipment(code: $lift) { hazards { edges { node { number origin originReference enterprise { name } } } } } }`;
    const name = '临湘市物业有限公司（合成数据）';
    const seen = (
      origin: string,
      originReference: string | null,
      links: object | null,
      cases: object[],
      file: object | null,
    ) => ({
      tip: links && { status: 'VERIFIED', ...links },
      cases: { edges: cases.map((node) => ({ node })) },
      case: { originKind: origin, originReference: null, fileOfMarketSupervision: file },
      equipment: {
        hazards: { edges: [{ node: { number: hazard, origin, enterprise: { name }, originReference } }] },
      },
    });
    const own = await story.ask('市监-2', query, { tip, lift: LIFT });
    expect(own).toSucceed();
    const content = { subject: '电梯门锁被短接', case: { number: CASE }, hazard: { number: hazard } };
    const links = { caseNumber: CASE, hazardNumber: hazard, forMarketSupervision: content };
    const file = { originReference: tip, tips: [{ number: tip }] };
    expect(own.data).toEqual(seen('TIP', tip, links, [{ number: CASE }], file));
    const { data, errors } = await story.ask('应急', query, { tip, lift: LIFT }, '联合检查');
    expect(data).toEqual(seen('INSPECTION', null, null, [], null));
    const denied = errors?.map(({ extensions }) => `${extensions.code} ${extensions.field}`);
    expect(denied?.sort()).toEqual([
      'SHARING_DENIED Case.fileOfMarketSupervision',
      'SHARING_DENIED Hazard.originReference',
      'SHARING_DENIED Tip.caseNumber',
      'SHARING_DENIED Tip.forMarketSupervision',
      'SHARING_DENIED Tip.hazardNumber',
    ]);
  });

  test('the reporter MUST read the answer with the code alone, and the figures fall when hazard and case are over', async () => {
    const { step } = story;
    await step('市监-1', 'tellTipReporter', 'TipReasonInput', { number: tip, reason: '已责令停用并立案' });
    expect(await followed()).toEqual({ status: 'VERIFIED', overdue: false, reply: '已责令停用并立案' });
    const of = { number: CASE, reason: '轻微' };
    await step('市监-1', 'startInvestigation', 'StartInvestigationInput', {
      ...of,
      investigators: ['市监-1', '市监-3'],
    });
    await step('市监-1', 'notifyParty', 'NotifyPartyInput', of);
    const decision = { ...of, documentNumber: '临市监罚〔2026〕19号', kinds: ['WARNING'], waived: true };
    await step('市监-2', 'decideCase', 'DecideCaseInput', decision);
    expect(await figures('430682')).toEqual({ openMajorHazards: 1, openCases: 0 });
    const notice = { dueOn: '2026-07-15', principalName: '合成人甲', controllerName: '合成人乙' };
    const plan = {
      measures: '修复',
      funds: '1000.00',
      responsibleName: '合成人甲',
      dueOn: '2026-07-10',
      contingency: '停用',
    };
    await step('市监-2', 'notifyHazard', 'NotifyHazardInput', { number: hazard, ...notice });
    for (const recipient of ['PRINCIPAL', 'ACTUAL_CONTROLLER'])
      await step('市监-1', 'acknowledgeHazard', 'AcknowledgeHazardInput', { number: hazard, recipient });
    await step('市监-1', 'planRectification', 'PlanRectificationInput', { number: hazard, ...plan });
    await step('市监-1', 'submitRectification', 'SubmitRectificationInput', {
      number: hazard,
      evidence: '照片',
    });
    await step('市监-2', 'closeHazard', 'CloseHazardInput', { number: hazard, evidence: '复查' });
    expect(await figures('430682')).toEqual({ openMajorHazards: 0, openCases: 0 });
  });

  test('nobody MUST find a reporter who gave a name: not their officer, no history, no table', async () => {
    const named = { category: 'MARKET', subject: `我是${REPORTER}`, description: `${PHONE}，电梯无人维护` };
    const receipt = await give({ ...named, reporterName: REPORTER, reporterPhone: PHONE });
    const listed = await story.ask(
      '市监-1',
      '{ tips(filter: { status: [RECEIVED] }) { edges { node { number named } } } }',
    );
    const [{ node }] = listed.data.tips.edges;
    expect(node.named).toBe(true);
    const read = await story.ask('市监-1', TIP, { number: node.number }, '核查举报');
    expect(read.data.tip.forMarketSupervision).toEqual({
      ...{ subject: '我是（举报人）', description: '（举报人），电梯无人维护', enterprise: null },
      history: [{ step: 'RECEIVE', officer: null }],
    });
    const tables = await platform.sql<{ name: string }>(
      `SELECT table_schema || '.' || table_name AS name FROM information_schema.tables
       WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`,
    );
    expect(tables.length).toBeGreaterThan(50);
    for (const { name } of tables) {
      const rows = await platform.sql(`SELECT 1 FROM ${name} AS row WHERE row::text LIKE ANY($1)`, [
        [REPORTER, PHONE, receipt.receiptCode, receiptCode].map((secret) => `%${secret}%`),
      ]);
      expect([name, rows.length]).toEqual([name, 0]);
    }
  });
});
