import { composeUscc, type DepartmentKind } from '../../subgraphs/kernel';
import { testDatabase } from '../support/database';
import { startPlatform, type Platform } from '../support/platform';

const SELLER_CITY = '411003';
const MAKER_PLACE = '430682';
const MAKER = composeUscc(`91${MAKER_PLACE}`, 'YY000001');
const NUMBER = '合成市监立〔2026〕7号';
const DECISION = '合成市监罚〔2026〕7号';

/**
 * A batch of helmets failed a spot check in 许昌; its maker in 湖南 gets a case, a decision and its publicity, over 中秋 and
 * 国庆 2026, up to the day after its end. The clock is moved; everything goes over HTTP.
 */
describe('from a failed sample to the end of the publicity', () => {
  let platform: Platform;
  const tokens = new Map<string, string>();
  beforeAll(async () => {
    platform = await startPlatform('local', {}, testDatabase);
    // a token outlives the three years of the story, since the clock of tokens is not moved
    for (const name of ['investigator', 'head']) {
      const scope = 'write:registry write:enforcement decide:enforcement';
      tokens.set(
        name,
        await platform.tokenOf({
          subject: name,
          department: 'MARKET_SUPERVISION',
          region: MAKER_PLACE,
          scope,
        }),
      );
    }
    for (const [name, department] of [
      ['fire', 'FIRE_RESCUE'],
      ['safety', 'EMERGENCY_MANAGEMENT'],
    ] as [string, DepartmentKind][]) {
      tokens.set(name, await platform.token(department, '430000'));
    }
  });
  afterAll(() => platform?.stop());

  const on = (day: string) => platform.now(`${day}T04:00:00Z`);
  const ask = async (who: string | null, query: string, variables?: Record<string, unknown>) =>
    platform.post(query, { token: who === null ? null : tokens.get(who), variables });
  const step = async (who: string, verb: string, input: string, values: object = {}) => {
    const { data, errors } = await ask(
      who,
      `mutation ($input: ${input}!) { done: ${verb}(input: $input) { status } }`,
      {
        input: { number: NUMBER, reason: '抽查不合格', ...values },
      },
    );
    if (errors) throw new Error(`${verb}: ${JSON.stringify(errors)}`);
    return data.done.status as string;
  };
  const publicity = (verb: string, input: string, values: object = {}) =>
    ask(
      'head',
      `mutation ($input: ${input}!) { done: ${verb}(input: $input) { publishedOn publicUntil published } }`,
      {
        input: { documentNumber: DECISION, reason: '依法', ...values },
      },
    );
  /** What anyone may see of the maker’s penalties. */
  const seenByAnyone = async () => {
    const { data, errors } = await ask(
      null,
      `{ enterprise(uscc: "${MAKER}") { name penalties { totalCount edges { node { documentNumber published cause { name } } } } } penalties { totalCount } }`,
    );
    expect(errors).toBeUndefined();
    return [
      data.enterprise.penalties.totalCount,
      data.enterprise.penalties.edges.length,
      data.penalties.totalCount,
    ];
  };

  test('the maker of an unqualified batch MUST get a case that names the sample', async () => {
    on('2026-09-01');
    const record = {
      sourceId: 'maker',
      uscc: MAKER,
      name: '合成头盔制造有限公司（合成数据）',
      regionCode: MAKER_PLACE,
      status: 'OPERATING',
    };
    const { data, errors } = await ask(
      'head',
      'mutation ($records: [EnterpriseInput!]!) { submitEnterprises(source: "synthetic", records: $records) { accepted rejected { message } } }',
      {
        records: [
          { ...record, industryCode: '2929', roles: ['KEY_PRODUCT_MAKER'], registeredOn: '2020-01-02' },
        ],
      },
    );
    expect([errors, data?.submitEnterprises]).toEqual([undefined, { accepted: 1, rejected: [] }]);
    const lead = {
      ...{
        causeCode: 'PRODUCT_BELOW_STANDARD',
        partyKind: 'ENTERPRISE',
        partyUscc: MAKER,
        partyName: '合成头盔制造有限公司（合成数据）',
      },
      ...{
        partyRegionCode: MAKER_PLACE,
        departmentCode: `${MAKER_PLACE}-MARKET_SUPERVISION`,
        receivedOn: '2026-09-01',
      },
      ...{
        originKind: 'SPOT_CHECK',
        originReference: `spot-check/${SELLER_CITY}/helmet-1`,
        campaign: 'IRON_FIST',
        leadSummary: '头盔批次不合格',
      },
    };
    expect(await step('investigator', 'registerLead', 'RegisterLeadInput', lead)).toBe('LEAD');
    expect((await ask('safety', `{ case(number: "${NUMBER}") { status } }`)).data.case).toBeNull();
    expect(await step('head', 'fileCase', 'FileCaseInput')).toBe('FILED');
    await step('investigator', 'startInvestigation', 'StartInvestigationInput', {
      investigators: ['investigator', 'second'],
    });
    await step('investigator', 'notifyParty', 'NotifyPartyInput');
    const found = await ask(
      'safety',
      '{ cases(filter: { originReference: "spot-check/411003/helmet-1" }) { edges { node { number decisionDue overdue campaign { name } fileOfMarketSupervision { leadSummary } } } } }',
    );
    expect(found.data.cases.edges[0].node).toEqual({
      number: NUMBER,
      decisionDue: '2026-11-30',
      overdue: false,
      campaign: { name: '民生领域“铁拳”行动' },
      fileOfMarketSupervision: null,
    });
    expect(found.errors?.[0]?.extensions?.code).toBe('SHARING_DENIED');
    const own = await ask(
      'investigator',
      `{ case(number: "${NUMBER}") { fileOfMarketSupervision { leadSummary } } }`,
    );
    expect(own.data.case.fileOfMarketSupervision).toEqual({ leadSummary: '头盔批次不合格' });
  });

  test('its decision MUST have to be published on the 20th working day, over 中秋 and 国庆', async () => {
    on('2026-09-11');
    const decision = { documentNumber: DECISION, kinds: ['FINE', 'CONFISCATION_OF_GOODS'], fine: '20000' };
    expect(await step('head', 'decideCase', 'DecideCaseInput', decision)).toBe('DECIDED');
    await step('investigator', 'deliverDecision', 'CaseStepInput');
    const { data } = await ask(
      'fire',
      `{ penalty(documentNumber: "${DECISION}") { publishBy published publicationOverdue case { number } } }`,
    );
    expect(data.penalty).toEqual({
      publishBy: '2026-10-15',
      published: false,
      publicationOverdue: false,
      case: { number: NUMBER },
    });
    expect(await seenByAnyone()).toEqual([0, 0, 0]);
  });

  test('it MUST be there for anyone from the day of publication', async () => {
    on('2026-10-14');
    expect(await seenByAnyone()).toEqual([0, 0, 0]);
    on('2026-10-15');
    expect((await publicity('publishDecision', 'PublicationInput')).data.done).toEqual({
      publishedOn: '2026-10-15',
      publicUntil: '2027-10-15',
      published: true,
    });
    expect(await seenByAnyone()).toEqual([1, 1, 1]);
  });

  test('one query on the maker MUST show each department its part', async () => {
    const query = `{ enterprise(uscc: "${MAKER}") { name cases { totalCount edges { node { number status penalty { fine } } } } penalties { totalCount } creditFile { publishedPenalties } notices { totalCount } } }`;
    const { data, errors } = await ask('safety', query);
    expect(errors).toBeUndefined();
    expect(data.enterprise).toEqual({
      name: '合成头盔制造有限公司（合成数据）',
      cases: {
        totalCount: 1,
        edges: [{ node: { number: NUMBER, status: 'DECIDED', penalty: { fine: '20000.00' } } }],
      },
      penalties: { totalCount: 1 },
      creditFile: { publishedPenalties: 1 },
      notices: { totalCount: 0 },
    });
    const open = await ask(null, query);
    expect(open.data.enterprise).toMatchObject({
      cases: null,
      penalties: { totalCount: 1 },
      creditFile: null,
      notices: null,
    });
  });

  test('on its last day it MUST be public to midnight in China, and for agencies only from then on', async () => {
    platform.now('2027-10-15T15:59:59Z');
    expect(await seenByAnyone()).toEqual([1, 1, 1]);
    platform.now('2027-10-15T16:00:00Z');
    expect(await seenByAnyone()).toEqual([0, 0, 0]);
    const { data } = await ask('fire', `{ penalty(documentNumber: "${DECISION}") { published } }`);
    expect(data.penalty).toEqual({ published: false });
  });

  test('a decision that is annulled MUST be gone for anyone at that moment', async () => {
    on('2026-12-01');
    expect(await seenByAnyone()).toEqual([1, 1, 1]);
    const { errors } = await publicity('withdrawDecision', 'WithdrawDecisionInput', {
      ground: 'REVOKED',
      annulledOn: '2026-11-30',
    });
    expect(errors).toBeUndefined();
    expect(await seenByAnyone()).toEqual([0, 0, 0]);
  });
});
