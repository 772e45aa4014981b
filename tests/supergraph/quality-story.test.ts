import { composeUscc, type DepartmentKind } from '../../subgraphs/kernel';
import { testDatabase } from '../support/database';
import { startPlatform, type Platform } from '../support/platform';

const [MAKER, SELLER, SECOND, THIRD] = [
  composeUscc('91430682', 'YY00000A'),
  composeUscc('91411003', 'YY00000B'),
  composeUscc('91411000', 'YY00000C'),
  composeUscc('91420100', 'YY00000D'),
] as [string, string, string, string];
/** Two certification bodies of one division: whoever issued the certificate, and another. */
const [ISSUER, OTHER_BODY] = [composeUscc('91110000', 'YY00000E'), composeUscc('91110000', 'YY00000F')];
const CERTIFICATE = '2025987777000001';
const ID = 'recorded/许-2026-018';

/**
 * What quality alone can show of a bad batch of helmets: sampled in 许昌, made in 湖南, sold by two more. 2026-09-25 to 27 is
 * 中秋节, 2026-10-01 to 07 国庆节, and 10-10 is a Saturday that is worked: fifteen working days from 09-21 end on 10-19.
 */
describe('an unqualified batch of helmets', () => {
  let platform: Platform;
  let linxiang: string, wuhan: string, reporter: string, decider: string, fire: string;
  beforeAll(async () => {
    platform = await startPlatform('served', {}, testDatabase);
    const token = (department: DepartmentKind, region: string, subject: string) =>
      platform.tokenOf({
        subject,
        department,
        region,
        scope: 'write:quality decide:quality write:registry share:conditional',
      });
    platform.now('2026-09-01T02:00:00Z');
    [reporter, decider] = [
      await token('MARKET_SUPERVISION', '411000', 'reporter'),
      await token('MARKET_SUPERVISION', '411000', 'decider'),
    ];
    [linxiang, wuhan] = [
      await token('MARKET_SUPERVISION', '430682', 'linxiang'),
      await token('MARKET_SUPERVISION', '420100', 'wuhan'),
    ];
    fire = await token('FIRE_RESCUE', '411000', 'fire');
    const nation = await token('MARKET_SUPERVISION', '000000', 'nation');
    const enterprises = [
      ['临湘市头盔制造有限公司（测试）', MAKER, '430682'],
      ['建安区甲车行（测试）', SELLER, '411003'],
      ['许昌市乙车行（测试）', SECOND, '411000'],
      ['武汉市丙车行（测试）', THIRD, '420100'],
    ].map(([name, uscc, regionCode]) => ({ sourceId: uscc, uscc, name, regionCode }));
    await submit('submitEnterprises', 'EnterpriseInput', enterprises, nation);
    await submit(
      'submitCertificationBodies',
      'CertificationBodyInput',
      [
        { sourceId: 'b', code: '98', uscc: ISSUER, name: '认证（测试）', regionCode: '110000' },
        { sourceId: 'o', code: '97', uscc: OTHER_BODY, name: '另一认证（测试）', regionCode: '110000' },
      ],
      nation,
    );
    const helmet = {
      number: CERTIFICATE,
      categoryCode: 'OM-EBIKE-HELMET',
      productName: '电动自行车乘员头盔',
    };
    const term = { issuedOn: '2025-08-01', expiresOn: '2030-07-31', regionCode: '430682' };
    await submit(
      'submitCccCertificates',
      'CccCertificateInput',
      [{ sourceId: 'c', holderUscc: MAKER, ...helmet, ...term }],
      nation,
    );
  });
  afterAll(() => platform.stop());

  const submit = async (mutation: string, input: string, records: object[], token: string) => {
    const query = `mutation ($records: [${input}!]!) { receipt: ${mutation}(source: "story", records: $records) { accepted rejected { message } } }`;
    const { data, errors } = await platform.post(query, { token, variables: { records } });
    expect(data?.receipt ?? errors).toEqual({ accepted: records.length, rejected: [] });
  };
  const step = async (verb: string, type: string, input: object, token: string, fields = 'id stage') => {
    const answer = await platform.post(
      `mutation ($input: ${type}!) { step: ${verb}(input: $input) { ${fields} } }`,
      {
        token,
        variables: { input },
      },
    );
    expect(answer).toSucceed();
    return answer.data.step;
  };
  const on = (day: string) => platform.now(`${day}T02:00:00Z`);

  const TREE = `query ($id: ID!) { spotCheck(id: $id) { result category { mandatoryFrom } seller { name region { fullName } }
    trace { id depth direction enterprise { name } region { fullName } authority { code name } certificate { number status holder { name } }
      notifiedOn answerDue answeredOn overdue } } }`;
  const tree = async (token: string | null) => platform.post(TREE, { token, variables: { id: ID } });
  interface Traced {
    id: string;
    enterprise: { name: string };
    authority: { code: string; name: string };
    answerDue: string;
    answeredOn: string | null;
    overdue: boolean;
  }
  const stepTo = async (name: string): Promise<Traced> =>
    (await tree(fire)).data.spotCheck.trace.find(({ enterprise }: Traced) =>
      enterprise.name.startsWith(name),
    );

  test('sampled in 许昌 and unqualified, its sale MUST be stopped and its maker’s authority notified', async () => {
    const batch = {
      productCode: 'SAFETY_HELMET',
      categoryCode: 'OM-EBIKE-HELMET',
      batch: 'B20260801',
      certificateNumber: CERTIFICATE,
    };
    const parties = {
      sellerUscc: SELLER,
      producerUscc: MAKER,
      producerRegionCode: '430682',
      regionCode: '411003',
    };
    const sampling = {
      sampleNumber: '许-2026-018',
      sampledOn: '2026-09-01',
      place: 'SHOP',
      ...batch,
      ...parties,
    };
    await step('recordSampling', 'RecordSamplingInput', sampling, reporter);
    on('2026-09-18');
    await step(
      'recordTestResult',
      'SpotCheckResultInput',
      { id: ID, result: 'UNQUALIFIED', defects: '吸收碰撞能量性能' },
      reporter,
    );
    expect(await step('orderStopSale', 'SpotCheckStepInput', { id: ID }, decider)).toEqual({
      id: ID,
      stage: 'UNQUALIFIED',
    });
    on('2026-09-21');
    await step('openTrace', 'OpenTraceInput', { spotCheckId: ID, request: '请核查生产情况' }, reporter);
    const { data } = await tree(fire);
    expect(data.spotCheck).toMatchObject({
      category: { mandatoryFrom: '2025-07-01' },
      seller: { name: '建安区甲车行（测试）', region: { fullName: '河南省许昌市建安区' } },
      trace: [
        {
          ...{
            depth: 0,
            direction: 'UP',
            enterprise: { name: '临湘市头盔制造有限公司（测试）' },
            region: { fullName: '湖南省岳阳市临湘市' },
          },
          authority: { code: '430682-MARKET_SUPERVISION', name: '临湘市市场监督管理局' },
          certificate: {
            number: CERTIFICATE,
            status: 'VALID',
            holder: { name: '临湘市头盔制造有限公司（测试）' },
          },
          ...{ notifiedOn: '2026-09-21', answerDue: '2026-10-19', answeredOn: null, overdue: false },
        },
      ],
    });
  });

  test('its maker’s authority MUST lead it on to two more sellers, and each authority be asked', async () => {
    const maker = await stepTo('临湘市');
    const below = { spotCheckId: ID, parentId: maker.id, direction: 'DOWN', certificateNumber: CERTIFICATE };
    on('2026-09-28');
    await step(
      'addTraceStep',
      'AddTraceStepInput',
      { ...below, enterpriseUscc: SECOND, regionCode: '411000' },
      linxiang,
    );
    await step(
      'addTraceStep',
      'AddTraceStepInput',
      { ...below, enterpriseUscc: THIRD, regionCode: '420100' },
      linxiang,
    );
    await step(
      'answerTrace',
      'AnswerTraceInput',
      { id: maker.id, answer: '已责令停产，流向见下' },
      linxiang,
      'id answeredOn',
    );
    const check = { certificateNumber: CERTIFICATE, checkedOn: '2026-09-28', result: 'NONCONFORMING' };
    await submit(
      'submitValidityChecks',
      'CccValidityCheckInput',
      [{ sourceId: 'v', ...check, finding: '监督抽查不合格', regionCode: '430682' }],
      linxiang,
    );
    const of = { id: 'story/v', reason: '监督抽查不合格' };
    const order = { ...of, disposal: 'SUSPEND' };
    await step('disposeValidityCheck', 'DisposeValidityCheckInput', order, linxiang, 'id');
    const answer = { ...of, answer: 'SUSPENDED', document: '认停〔2026〕18号' };
    await step('answerCertificateOrder', 'AnswerCertificateOrderInput', answer, linxiang, 'id');
    const { data } = await tree(reporter);
    const found = (
      data.spotCheck.trace as (Traced & { depth: number; certificate: { status: string } })[]
    ).map((each) => [
      ...[each.depth, each.enterprise.name, each.authority.code, each.certificate.status, each.answeredOn],
    ]);
    expect(found[0]).toEqual([
      0,
      '临湘市头盔制造有限公司（测试）',
      '430682-MARKET_SUPERVISION',
      'SUSPENDED',
      '2026-09-28',
    ]);
    expect(found.slice(1).sort()).toEqual([
      [1, '武汉市丙车行（测试）', '420100-MARKET_SUPERVISION', 'SUSPENDED', null],
      [1, '许昌市乙车行（测试）', '411000-MARKET_SUPERVISION', 'SUSPENDED', null],
    ]);
  });

  test('nobody MUST answer for another, and what is unanswered MUST be overdue after its working days, holidays apart', async () => {
    const third = await stepTo('武汉市');
    const answer = 'mutation ($input: AnswerTraceInput!) { answerTrace(input: $input) { id } }';
    const variables = { input: { id: third.id, answer: '已下架' } };
    expect(await platform.post(answer, { token: linxiang, variables })).toFailWith('OUTSIDE_REGION');
    // 09-29, 09-30, 10-08 to 10 (a Saturday that is worked), 10-12 to 16, 10-19 to 23
    const due = '2026-10-23';
    expect((await stepTo('武汉市')).answerDue).toBe(due);
    const unanswered = async (region: string) =>
      (
        await platform.post(
          'query ($region: RegionCode) { unansweredTraces(region: $region) { edges { node { enterprise { name } overdue } } } }',
          { token: fire, variables: { region } },
        )
      ).data.unansweredTraces.edges.map(({ node }: { node: Traced }) => [node.enterprise.name, node.overdue]);
    platform.now(`${due}T15:59:59Z`);
    expect(await unanswered('420000')).toEqual([['武汉市丙车行（测试）', false]]);
    platform.now(`${due}T16:00:00Z`);
    expect(await unanswered('420000')).toEqual([['武汉市丙车行（测试）', true]]);
    expect(await unanswered('430000')).toEqual([]);
    await step('answerTrace', 'AnswerTraceInput', variables.input, wuhan, 'id');
    expect(await unanswered('420000')).toEqual([]);
  });

  test('the public MUST see the result from the day of its publication, and never whom the trace leads to', async () => {
    expect((await tree(null)).data.spotCheck).toBeNull();
    await step(
      'publishSpotCheck',
      'SpotCheckStepInput',
      { id: ID, on: '2026-11-02' },
      decider,
      'publishedOn',
    );
    const file = `query ($uscc: Uscc!) { enterprise(uscc: $uscc) { name spotChecks { totalCount edges { node { id result batch } } }
      cccCertificates { edges { node { number status } } } } }`;
    const seen = async () => (await platform.post(file, { variables: { uscc: MAKER } })).data.enterprise;
    platform.now('2026-11-01T15:59:59Z');
    expect((await seen()).spotChecks).toEqual({ totalCount: 0, edges: [] });
    platform.now('2026-11-01T16:00:00Z');
    expect(await seen()).toEqual({
      name: '临湘市头盔制造有限公司（测试）',
      spotChecks: { totalCount: 1, edges: [{ node: { id: ID, result: 'UNQUALIFIED', batch: 'B20260801' } }] },
      cccCertificates: { edges: [{ node: { number: CERTIFICATE, status: 'SUSPENDED' } }] },
    });
    const { data, errors } = await tree(null);
    expect(JSON.stringify(data)).not.toMatch(/武汉|乙车行|recorded\/[0-9a-f-]{36}/);
    expect(new Set(errors?.map(({ extensions }) => extensions.code))).toEqual(new Set(['SHARING_DENIED']));
  });

  test('the credit file of the maker MUST count the sample, and its matter’s figures what is published', async () => {
    const query = 'query ($uscc: Uscc!) { enterprise(uscc: $uscc) { creditFile { unqualifiedSamples } } }';
    const { data } = await platform.post(query, { token: fire, variables: { uscc: MAKER } });
    expect(data.enterprise.creditFile.unqualifiedSamples).toBe(1);
    const rates = await platform.post(
      '{ unqualifiedRates(by: REGION, region: "410000") { region { name } samples unqualified rate } }',
      { token: fire },
    );
    expect(rates.data.unqualifiedRates).toEqual([
      { region: { name: '许昌市' }, samples: 1, unqualified: 1, rate: 1 },
    ]);
  });

  test('who issued its certificate MUST dispose of it under its own name, and no other body of its division', async () => {
    const bodyToken = (body: string, scope = 'decide:quality') =>
      platform.tokenOf({ subject: 'certifier', body, region: '000000', scope });
    const [issuer, other] = [await bodyToken(ISSUER), await bodyToken(OTHER_BODY)];
    const decide = async (verb: string, token: string | null) =>
      platform.post(
        `mutation ($input: CccStatusInput!) { step: ${verb}(input: $input) { status history { status reason document } } }`,
        {
          token,
          variables: { input: { number: CERTIFICATE, document: '认恢〔2026〕3号', reason: '整改合格' } },
        },
      );
    expect(await decide('resumeCccCertificate', other)).toFailWith('CCC_OTHER_BODY');
    expect(await decide('resumeCccCertificate', await bodyToken(ISSUER, ''))).toFailWith('SCOPE_MISSING');
    expect(await decide('resumeCccCertificate', null)).toFailWith('SHARING_DENIED');
    const { data, errors } = await decide('resumeCccCertificate', issuer);
    expect(data.step).toMatchObject({ status: 'VALID', history: expect.any(Array) });
    // it is no agency: what it has written itself it sees as the public does
    expect(new Set(errors?.map(({ extensions }) => extensions.field))).toEqual(
      new Set(['CccStatusEvent.reason', 'CccStatusEvent.document']),
    );
    const order = { id: 'story/v', disposal: 'REVOKE', reason: '监督抽查不合格' };
    const dispose =
      'mutation ($input: DisposeValidityCheckInput!) { disposeValidityCheck(input: $input) { id } }';
    expect(await platform.post(dispose, { token: issuer, variables: { input: order } })).toFailWith(
      'SHARING_DENIED',
    );
    const history = `{ cccCertificate(number: "${CERTIFICATE}") { history { status document decidedBy } } }`;
    expect((await platform.post(history, { token: linxiang })).data.cccCertificate.history).toEqual([
      { status: 'VALID', document: null, decidedBy: 'story' },
      { status: 'SUSPENDED', document: '认停〔2026〕18号', decidedBy: '430682-MARKET_SUPERVISION' },
      { status: 'VALID', document: '认恢〔2026〕3号', decidedBy: ISSUER },
    ]);
    const [entry] = await platform.sql<{ record: string }>(
      `SELECT record FROM quality.journal WHERE record LIKE '%resumeCccCertificate%' ORDER BY at DESC LIMIT 1`,
    );
    expect(JSON.parse(entry?.record ?? '')).toMatchObject({
      department: null,
      body: ISSUER,
      outcome: 'done',
    });
  });
});
