import { testDatabase } from '../support/database';
import type { AnswerError } from '../support/http';
import { startPlatform, type Platform } from '../support/platform';
import {
  CASE,
  CERTIFICATE,
  DECISION,
  ENTERPRISE,
  FORKLIFT,
  MAKER,
  NOTICE,
  SAMPLE,
  SECOND,
  SELLER,
  THIRD,
  prepare,
  suspendByOrder,
} from './bad-batch';
import { storyOf } from './story';

/**
 * Helmets fail a spot check in 许昌; the three departments follow them to their maker in 湖南, and to the last day of the
 * publicity. 2026-09-25 to 27 is 中秋节, 2026-10-01 to 07 国庆节, 10-10 a Saturday that is worked.
 */
describe('a bad batch, from the sample to the end of the publicity', () => {
  let platform: Platform;
  let story: ReturnType<typeof storyOf>;
  beforeAll(async () => {
    platform = await startPlatform('local', {}, testDatabase);
    story = storyOf(platform);
    story.on('2026-09-01');
    await prepare(story);
  });
  afterAll(() => platform?.stop());

  const TRACE = `query ($id: ID!) { spotCheck(id: $id) { trace { id depth enterprise { uscc name } authority { code } certificate { number } answeredOn } } }`;
  interface Traced {
    id: string;
    depth: number;
    enterprise: { uscc: string };
    authority: { code: string };
    certificate: { number: string };
    answeredOn: string | null;
  }
  const trace = async (): Promise<Traced[]> =>
    (await story.ask('许昌消防', TRACE, { id: SAMPLE })).data.spotCheck.trace;
  const stepTo = async (uscc: string) =>
    (await trace()).find(({ enterprise }) => enterprise.uscc === uscc)?.id;
  /** A step on the case. */
  const proceed = async (who: string, verb: string, type: string, input: object = {}) =>
    (await story.step(who, verb, type, { number: CASE, reason: '抽查不合格', ...input }, 'status')).status;
  /** What somebody sees of the maker, and which fields they are refused. */
  const seenBy = async (who: string | null) => {
    const { data, errors = [] } = await story.ask(who, ENTERPRISE, { uscc: MAKER }, '头盔质量专项检查');
    expect(errors.every(({ extensions }) => extensions.code === 'SHARING_DENIED')).toBe(true);
    const field = ({ path = [] }: AnswerError) =>
      path.filter((part) => !['edges', 'node', 'enterprise', 0].includes(part)).join('.');
    return { ...data.enterprise, denied: [...new Set(errors.map(field))].sort() };
  };
  const nodes = (...rows: object[]) => ({ edges: rows.map((node) => ({ node })) });

  test('it MUST lead to its maker, its certificate and two more sellers, and each authority MUST be asked and answer', async () => {
    const { step, on } = story;
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
    await step('许昌-1', 'recordSampling', 'RecordSamplingInput', sampling);
    on('2026-09-16');
    await step('许昌-1', 'recordTestResult', 'SpotCheckResultInput', {
      id: SAMPLE,
      result: 'UNQUALIFIED',
      defects: '吸收碰撞能量性能',
    });
    await step('许昌-2', 'orderStopSale', 'SpotCheckStepInput', { id: SAMPLE });
    await step('许昌-1', 'openTrace', 'OpenTraceInput', { spotCheckId: SAMPLE, request: '请核查生产情况' });
    on('2026-09-17');
    const below = {
      spotCheckId: SAMPLE,
      parentId: await stepTo(MAKER),
      direction: 'DOWN',
      certificateNumber: CERTIFICATE,
    };
    await step('临湘-1', 'addTraceStep', 'AddTraceStepInput', {
      ...below,
      enterpriseUscc: SECOND,
      regionCode: '411000',
    });
    await step('临湘-1', 'addTraceStep', 'AddTraceStepInput', {
      ...below,
      enterpriseUscc: THIRD,
      regionCode: '420100',
    });
    for (const [day, who, uscc] of [
      ['2026-09-17', '临湘-1', MAKER],
      ['2026-09-18', '许昌-1', SECOND],
      ['2026-09-21', '武汉', THIRD],
    ] as const) {
      on(day);
      await step(who, 'answerTrace', 'AnswerTraceInput', { id: await stepTo(uscc), answer: '已下架' });
    }
    const found = await trace();
    expect(new Set(found.map(({ certificate }) => certificate.number))).toEqual(new Set([CERTIFICATE]));
    expect(
      found
        .map(({ depth, enterprise, authority, answeredOn }) => [
          depth,
          enterprise.uscc,
          authority.code,
          answeredOn,
        ])
        .sort(),
    ).toEqual(
      [
        [0, MAKER, '430682-MARKET_SUPERVISION', '2026-09-17'],
        [1, SECOND, '411000-MARKET_SUPERVISION', '2026-09-18'],
        [1, THIRD, '420100-MARKET_SUPERVISION', '2026-09-21'],
      ].sort(),
    );
    await suspendByOrder(story);
  });

  test('a case MUST be opened by the id of the spot check, and be led to its decision by those whose case it is', async () => {
    const { refusal, ask, on } = story;
    on('2026-09-17');
    const party = {
      partyKind: 'ENTERPRISE',
      partyUscc: MAKER,
      partyName: '临湘市头盔制造有限公司（合成数据）',
      partyRegionCode: '430682',
    };
    const origin = {
      originKind: 'SPOT_CHECK',
      originReference: SAMPLE,
      leadSummary: '头盔批次不合格',
      receivedOn: '2026-09-17',
    };
    const lead = {
      ...party,
      ...origin,
      causeCode: 'PRODUCT_BELOW_STANDARD',
      departmentCode: '430682-MARKET_SUPERVISION',
    };
    expect(await proceed('临湘-1', 'registerLead', 'RegisterLeadInput', lead)).toBe('LEAD');
    expect(await proceed('临湘-2', 'fileCase', 'FileCaseInput')).toBe('FILED');
    expect(
      await proceed('临湘-1', 'startInvestigation', 'StartInvestigationInput', {
        investigators: ['临湘-1', '临湘-3'],
      }),
    ).toBe('INVESTIGATING');
    expect(await proceed('临湘-1', 'notifyParty', 'NotifyPartyInput')).toBe('NOTIFIED');
    const query =
      'query ($id: ID!) { cases(filter: { originReference: $id }) { edges { node { number party { uscc } overdue } } } }';
    const { data } = await ask('许昌消防', query, { id: SAMPLE });
    expect(data.cases).toEqual(nodes({ number: CASE, party: { uscc: MAKER }, overdue: false }));
    const decision = {
      number: CASE,
      reason: '抽查不合格',
      documentNumber: DECISION,
      kinds: ['FINE'],
      fine: '200000',
    };
    on('2026-09-29');
    expect(await refusal('临湘-1', 'decideCase', 'DecideCaseInput', decision)).toEqual([
      'DECIDER_MUST_DIFFER',
    ]);
    expect(await refusal('湖南应急', 'decideCase', 'DecideCaseInput', decision)).toEqual(['CASE_NOT_YOURS']);
  });

  test('a listing MUST be decided with the penalty, its objection days over and the level above agreeing, and be on the file at once', async () => {
    const { step, refusal, on } = story;
    on('2026-09-18');
    const about = {
      list: 'MARKET_SERIOUS_ILLEGAL',
      ground: 'QUALITY_SAFETY',
      subjectKind: 'ENTERPRISE',
      uscc: MAKER,
    };
    const told = {
      noticeDocument: '临市监列告〔2026〕18号',
      notice: '拟列入的事实、理由、依据和权利',
      notifiedOn: '2026-09-18',
    };
    const of = { subjectName: '临湘市头盔制造有限公司（合成数据）', cause: '合成数据', regionCode: '430682' };
    const proposal = { ...about, ...told, ...of, departmentCode: '430682-MARKET_SUPERVISION' };
    const { id: listingId } = await step('临湘-1', 'proposeListing', 'ProposeListingInput', proposal, 'id');
    on('2026-09-29');
    const decision = { documentNumber: DECISION, kinds: ['FINE'], fine: '200000', breachClass: 'SERIOUS' };
    expect(await proceed('临湘-2', 'decideCase', 'DecideCaseInput', decision)).toBe('DECIDED');
    const penalty = { penaltyDocument: DECISION, penaltyOn: '2026-09-29', penalty: 'HEAVIER_FINE' };
    const listing = {
      listingId,
      listed: true,
      document: '临市监列决〔2026〕18号',
      decidedOn: '2026-09-29',
      ...penalty,
    };
    expect(await refusal('临湘-2', 'decideListing', 'DecideListingInput', listing)).toEqual([
      'LISTING_CONSENT_MISSING',
    ]);
    const consent = {
      consentDocument: '岳市监列同〔2026〕18号',
      consentDepartment: '430600-MARKET_SUPERVISION',
    };
    await step('临湘-2', 'decideListing', 'DecideListingInput', { ...listing, ...consent });
    on('2026-09-30');
    expect(await proceed('临湘-1', 'deliverDecision', 'CaseStepInput')).toBe('DECIDED');
    const urged = { matter: '约谈主要负责人', addresseeUscc: MAKER, caseNumber: CASE, dueOn: '2026-10-30' };
    await step('临湘-2', 'issueNotice', 'IssueNoticeInput', {
      ...{ number: NOTICE, kind: 'INTERVIEW', departmentCode: '430682-MARKET_SUPERVISION' },
      ...urged,
    });
    const found = {
      domain: 'SPECIAL_EQUIPMENT',
      grade: 'GENERAL',
      channel: 'INSPECTION',
      description: '叉车未按规定检查',
      regionCode: '430682',
    };
    const { number } = await step(
      '临湘-1',
      'reportHazard',
      'ReportHazardInput',
      { ...found, uscc: MAKER, equipmentCode: FORKLIFT },
      'number',
    );
    await step('临湘-2', 'verifyHazard', 'VerifyHazardInput', { number });
  });

  const whole = {
    name: '临湘市头盔制造有限公司（合成数据）',
    matters: [{ code: 'ELECTRIC_BICYCLE' }],
    cccCertificates: nodes({ number: CERTIFICATE, status: 'SUSPENDED' }),
    spotChecks: nodes({ id: SAMPLE, result: 'UNQUALIFIED', defects: '吸收碰撞能量性能' }),
    cases: nodes({
      number: CASE,
      status: 'DECIDED',
      originKind: 'SPOT_CHECK',
      originReference: SAMPLE,
      fileOfMarketSupervision: { leadSummary: '头盔批次不合格' },
    }),
    penalties: nodes({ documentNumber: DECISION, published: false }),
    notices: nodes({ number: NOTICE, overdue: false }),
    dishonestyListings: [{ list: 'MARKET_SERIOUS_ILLEGAL', status: 'LISTED', penaltyDocument: DECISION }],
    creditFile: { unqualifiedSamples: 1, publishedPenalties: 0, listedNow: true },
    // no inspection of it is on record
    equipment: nodes({ code: FORKLIFT, overdue: true }),
    hazards: nodes({ status: 'VERIFIED', description: '叉车未按规定检查' }),
    qualifications: nodes({ holderName: '合**', fullName: '合成驾驶员' }),
    denied: [] as string[],
  };

  test('one query on the maker MUST show all of it to its own agency, and to another department its part', async () => {
    expect(await seenBy('临湘-2')).toEqual(whole);
    const [itsCase] = whole.cases.edges;
    const cases = nodes({ ...itsCase?.node, fileOfMarketSupervision: null });
    expect(await seenBy('湖南应急')).toEqual({ ...whole, cases, denied: ['cases.fileOfMarketSupervision'] });
    expect(await seenBy('许昌消防')).toEqual({
      ...{ ...whole, cases, qualifications: nodes({ holderName: '合**', fullName: null }) },
      denied: ['cases.fileOfMarketSupervision'],
    });
  });

  const denied = [
    'cases',
    'creditFile',
    'dishonestyListings.penaltyDocument',
    'equipment',
    'hazards.description',
    'notices',
    'qualifications',
  ];
  /** What anyone sees while nothing but the listing is public. */
  const unpublished = {
    ...{ name: whole.name, matters: whole.matters, cccCertificates: whole.cccCertificates },
    ...{ spotChecks: nodes(), penalties: nodes(), hazards: nodes() },
    dishonestyListings: [{ list: 'MARKET_SERIOUS_ILLEGAL', status: 'LISTED', penaltyDocument: null }],
    ...{ cases: null, creditFile: null, equipment: null, notices: null, qualifications: null, denied },
  };

  test('the public MUST see no result before the day of its publication, and be refused what is not for it', async () => {
    const { step, on, endOf, after } = story;
    expect(await seenBy(null)).toEqual(unpublished);
    on('2026-10-08');
    await step('许昌-2', 'publishSpotCheck', 'SpotCheckStepInput', { id: SAMPLE, on: '2026-10-12' });
    endOf('2026-10-11');
    expect(await seenBy(null)).toEqual(unpublished);
    after('2026-10-11');
    expect(await seenBy(null)).toEqual({ ...unpublished, spotChecks: whole.spotChecks });
  });

  test('the decision MUST be owed to the public on the 20th working day over 国庆, and be there from its publication', async () => {
    const { ask, step, on, endOf, after } = story;
    const owed = async () => {
      const { data } = await ask(
        '湖南应急',
        `{ penalty(documentNumber: "${DECISION}") { publishBy publicationOverdue } }`,
      );
      return data.penalty;
    };
    // 09-30, 10-08 to 10 (a Saturday that is worked), 10-12 to 16, 10-19 to 23, 10-26 to 30, 11-02
    endOf('2026-11-02');
    expect(await owed()).toEqual({ publishBy: '2026-11-02', publicationOverdue: false });
    after('2026-11-02');
    expect(await owed()).toEqual({ publishBy: '2026-11-02', publicationOverdue: true });
    on('2026-11-02');
    expect((await seenBy(null)).penalties).toEqual(nodes());
    const publication = { documentNumber: DECISION, reason: '依法公示' };
    expect(await step('临湘-2', 'publishDecision', 'PublicationInput', publication, 'publicUntil')).toEqual({
      publicUntil: '2029-11-02',
    });
    const penalties = nodes({ documentNumber: DECISION, published: true });
    expect(await seenBy(null)).toEqual({ ...unpublished, spotChecks: whole.spotChecks, penalties });
    const { creditFile, notices } = await seenBy('临湘-2');
    expect(creditFile).toEqual({ unqualifiedSamples: 1, publishedPenalties: 1, listedNow: true });
    // it was due on 10-30
    expect(notices).toEqual(nodes({ number: NOTICE, overdue: true }));
  });

  test('on its last day it MUST be public to midnight in China, the listing as well, and for agencies only from then on', async () => {
    const { endOf, after } = story;
    const shown = async () => {
      const { dishonestyListings, penalties } = await seenBy(null);
      return [dishonestyListings.length, penalties.edges.length];
    };
    endOf('2029-09-29');
    expect(await shown()).toEqual([1, 1]);
    after('2029-09-29');
    expect(await shown()).toEqual([0, 1]);
    endOf('2029-11-02');
    expect(await shown()).toEqual([0, 1]);
    after('2029-11-02');
    expect(await shown()).toEqual([0, 0]);
    expect(await seenBy('临湘-2')).toMatchObject({
      penalties: nodes({ documentNumber: DECISION, published: false }),
      creditFile: { unqualifiedSamples: 1, publishedPenalties: 0, listedNow: false },
    });
  });
});
