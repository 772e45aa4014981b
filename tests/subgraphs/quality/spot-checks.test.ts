import { as } from '../../support/callers';
import { MAKER, decider, henan, linxiang, make, qualityBed, reporter, take } from './sample';

const bed = qualityBed();

describe('spot checks that are handled here', () => {
  beforeEach(() => bed.empty());

  const id = 'recorded/N-1';
  const on = (day: string) => bed.now(`${day}T04:00:00Z`);
  const spotCheck = async (caller = linxiang) =>
    (
      await bed.run(
        `query ($id: ID!) { spotCheck(id: $id) { id stage result level objectionDue rectificationDue rectificationOverdue publishedOn
          reinspection { from dueOn inspectedOn result overdue } history { step takenOn result note takenBy } } }`,
        { caller, variables: { id } },
      )
    ).data.spotCheck;

  test('from sampling to a proposed revocation every step MUST be kept, each by who may take it', async () => {
    on('2026-01-05');
    await take(bed, 'recordSampling', make.sampling({ sampledOn: '2026-01-05' }), reporter);
    on('2026-01-10');
    await take(bed, 'recordTestResult', { id, result: 'UNQUALIFIED', defects: '佩戴装置强度' }, reporter);
    expect(await take(bed, 'orderStopSale', { id }, reporter)).toFailWith('SCOPE_MISSING');
    await take(bed, 'orderStopSale', { id });
    on('2026-01-27');
    await take(bed, 'orderCorrection', { id, note: '六十日内改正' });
    on('2026-03-31');
    expect(await spotCheck()).toMatchObject({ rectificationDue: '2026-03-30', rectificationOverdue: true });
    on('2026-04-13');
    expect((await spotCheck()).reinspection).toEqual({
      from: null,
      dueOn: '2026-04-13',
      inspectedOn: null,
      result: null,
      overdue: false,
    });
    on('2026-04-14');
    expect((await spotCheck()).reinspection.overdue).toBe(true);
    await take(bed, 'recordReinspection', { id, result: 'UNQUALIFIED' }, reporter);
    expect(await take(bed, 'announceFailure', { id })).toFailWith('ANNOUNCER_MUST_BE_PROVINCIAL');
    await take(bed, 'announceFailure', { id, on: '2026-04-14' }, henan);
    on('2026-06-12');
    expect(await take(bed, 'recordReinspection', { id, result: 'UNQUALIFIED' }, reporter)).toFailWith(
      'REINSPECTION_TOO_EARLY',
    );
    on('2026-06-13');
    expect(
      (await take(bed, 'recordReinspection', { id, result: 'UNQUALIFIED' }, reporter)).data.step.stage,
    ).toBe('SUSPENDED');
    expect(
      (await take(bed, 'recordReinspection', { id, result: 'UNQUALIFIED' }, reporter)).data.step.stage,
    ).toBe('UNRECTIFIED');
    expect((await take(bed, 'proposeLicenceRevocation', { id })).data.step.stage).toBe('REVOKING');
    const { history } = await spotCheck();
    expect(history.map(({ step }: { step: string }) => step)).toEqual([
      ...[
        'SAMPLE',
        'TEST',
        'STOP_SALE',
        'ORDER_CORRECTION',
        'REINSPECT',
        'ANNOUNCE',
        'REINSPECT',
        'REINSPECT',
        'PROPOSE_REVOCATION',
      ],
    ]);
    expect(history[3]).toMatchObject({
      takenOn: '2026-01-27',
      note: '六十日内改正',
      takenBy: '411000-MARKET_SUPERVISION',
    });
  });

  test('a result objected to in time MUST be tested again by another person, and a qualified one is closed', async () => {
    on('2026-05-10');
    await take(bed, 'recordSampling', make.sampling(), reporter);
    await take(
      bed,
      'recordTestResult',
      { id, result: 'UNQUALIFIED', defects: '缺陷' },
      { ...decider, subject: 'reporter' },
    );
    on('2026-05-26');
    expect(await take(bed, 'objectToResult', { id }, reporter)).toFailWith('OBJECTION_TOO_LATE');
    on('2026-05-25');
    expect((await take(bed, 'objectToResult', { id }, reporter)).data.step).toMatchObject({
      stage: 'DISPUTED',
      result: 'DISPUTED',
    });
    expect(
      await take(bed, 'decideRetest', { id, result: 'QUALIFIED' }, { ...decider, subject: 'reporter' }),
    ).toFailWith('DECIDER_MUST_DIFFER');
    expect((await take(bed, 'decideRetest', { id, result: 'QUALIFIED' })).data.step).toMatchObject({
      stage: 'CLOSED',
      result: 'QUALIFIED',
    });
  });

  test('a batch that an upper level has sampled MUST be refused, however it is recorded', async () => {
    await bed.receipt('submitSpotChecks', [make.spotCheck({ level: 'PROVINCE' })]);
    expect(await take(bed, 'recordSampling', make.sampling(), reporter)).toFailWith('SAMPLED_BY_UPPER_LEVEL');
    const { rejected } = await bed.receipt('submitSpotChecks', [
      make.spotCheck({ sourceId: '2', level: 'CITY' }),
    ]);
    expect(rejected[0]).toMatchObject({ code: 'SAMPLED_BY_UPPER_LEVEL', field: 'batch' });
    const together = [
      make.spotCheck({ sourceId: '3', level: 'NATIONAL', batch: 'B9' }),
      make.spotCheck({ sourceId: '4', batch: 'B9' }),
    ];
    expect((await bed.receipt('submitSpotChecks', together)).rejected).toMatchObject([
      { index: 1, code: 'SAMPLED_BY_UPPER_LEVEL' },
    ]);
    expect(
      (await take(bed, 'recordSampling', make.sampling({ sampleNumber: 'N-2', batch: 'B2' }), reporter)).data
        .step.stage,
    ).toBe('SAMPLED');
    expect(
      await take(bed, 'recordSampling', make.sampling({ sampleNumber: 'N-2', batch: 'B3' }), reporter),
    ).toFailWith('SAMPLE_NUMBER_TAKEN');
  });

  test('a sampling form, a batch and a plan MUST be one, however they are spelled', async () => {
    const plan = {
      ...{
        sourceId: 'p',
        number: '湘市监抽〔2026〕第007号',
        title: '头盔抽查',
        productCode: 'safety_helmet',
      },
      ...{ targets: '商场', plannedFrom: '2026-05-01', plannedTo: '2026-06-30', regionCode: '411003' },
    };
    await bed.put('submitSamplingPlans', plan);
    const same = { ...plan, number: '湘市监抽［２０２６］ 第7号', productCode: 'ＳＡＦＥＴＹ_HELMET' };
    expect(await bed.receipt('submitSamplingPlans', [same])).toMatchObject({ unchanged: 1, rejected: [] });
    const form = { sampleNumber: 'cj－2026 8', batch: 'b2026-０4', planNumber: '湘市监抽(2026)第07号' };
    const taken = await take(
      bed,
      'recordSampling',
      make.sampling(form),
      reporter,
      'id batch plan { number }',
    );
    expect(taken.data.step).toEqual({
      id: 'recorded/CJ-20268',
      batch: 'B2026-04',
      plan: { number: '湘市监抽〔2026〕第7号' },
    });
    const again = make.sampling({ sampleNumber: 'ＣＪ—20268', batch: 'B9' });
    expect(await take(bed, 'recordSampling', again, reporter)).toFailWith('SAMPLE_NUMBER_TAKEN');
    const upper = make.spotCheck({ sourceId: '7', level: 'PROVINCE', batch: 'X-1' });
    await bed.receipt('submitSpotChecks', [upper]);
    expect(
      await take(bed, 'recordSampling', make.sampling({ sampleNumber: 'N-7', batch: 'x — 1' }), reporter),
    ).toFailWith('SAMPLED_BY_UPPER_LEVEL');
    const found = await bed.run(
      '{ spotChecks(first: 9, filter: { product: "safety_helmet" }) { totalCount } samplingPlans(first: 9, filter: { product: "Safety_Helmet" }) { totalCount } }',
      { caller: reporter },
    );
    expect(found.data).toEqual({ spotChecks: { totalCount: 2 }, samplingPlans: { totalCount: 1 } });
  });

  test('a batch on a sampling form MUST count once, in whatever spelling and by whoever it is recorded', async () => {
    const sent = async (record: object, source?: string) =>
      (await bed.receipt('submitSpotChecks', [record], { source })).rejected.map(({ code }) => code);
    await take(bed, 'recordSampling', make.sampling({ sampleNumber: 'CJ（2026）08' }), reporter);
    for (const sampleNumber of ['cj〔2026〕8', 'ＣＪ【２０２６】 008 号'])
      expect(await sent(make.spotCheck({ level: 'CITY', sampleNumber }), 'lab')).toEqual([
        'RECORD_DUPLICATE',
      ]);
    const more = [
      make.spotCheck({ level: 'CITY', sourceId: '1', sampleNumber: 'CJ〔2026〕8号', batch: 'B2' }),
      make.spotCheck({ level: 'CITY', sourceId: '2', sampleNumber: 'CJ〔2026〕9号', batch: 'B3' }),
      make.spotCheck({ level: 'CITY', sourceId: '3', batch: 'B4' }),
    ];
    for (const each of more) expect(await sent(each)).toEqual([]);
    expect(
      await take(bed, 'recordSampling', make.sampling({ sampleNumber: 'cj[2026]9', batch: 'b 3' }), reporter),
    ).toFailWith('RECORD_DUPLICATE');
    // what was stored twice before is found by its id, and counts nowhere
    await bed.rows(`INSERT INTO spot_check SELECT (json_populate_record(one, json_build_object('id', 'old/1', 'source', 'old', 'duplicate_of', one.id))).*
      FROM spot_check AS one WHERE source_id = '1'`);
    const { data } = await bed.run(
      `query ($uscc: String!) { spotCheck(id: "old/1") { duplicateOf } spotChecks { totalCount } unqualifiedRates(by: PLACE) { samples unqualified }
        _entities(representations: [{ __typename: "Enterprise", uscc: $uscc }, { __typename: "CreditFile", uscc: $uscc }]) {
          ... on Enterprise { spotChecks { totalCount } } ... on CreditFile { unqualifiedSamples } } }`,
      { caller: linxiang, variables: { uscc: MAKER } },
    );
    expect(data).toEqual({
      spotCheck: { duplicateOf: 'test/1' },
      spotChecks: { totalCount: 4 },
      unqualifiedRates: [{ samples: 3, unqualified: 3 }],
      _entities: [{ spotChecks: { totalCount: 4 } }, { unqualifiedSamples: 3 }],
    });
  });

  test('a record sent again without a number, as 0.1.0 knew none, MUST be unchanged', async () => {
    await bed.put('submitSpotChecks', make.spotCheck());
    const [{ content_digest: digest }] = (await bed.rows('SELECT content_digest FROM spot_check')) as [
      { content_digest: string },
    ];
    await bed.empty();
    await bed.put('submitSpotChecks', make.spotCheck({ sampleNumber: null }));
    expect(await bed.rows('SELECT content_digest FROM spot_check')).toEqual([{ content_digest: digest }]);
    await bed.put('submitSpotChecks', make.spotCheck({ sampleNumber: 'N-1', revision: 2 }));
    await bed.put('submitSpotChecks', make.spotCheck({ revision: 3 }));
    expect(await bed.rows('SELECT sample_number FROM spot_check')).toEqual([{ sample_number: null }]);
  });

  test('of two officers who decide at once one MUST be refused', async () => {
    on('2026-05-10');
    await take(bed, 'recordSampling', make.sampling(), reporter);
    const answers = await Promise.all(
      ['QUALIFIED', 'UNQUALIFIED'].map((result) =>
        take(bed, 'recordTestResult', { id, result, defects: null }, reporter),
      ),
    );
    expect(answers.filter(({ errors }) => errors)).toHaveLength(1);
    expect(answers.find(({ errors }) => errors)).toFailWith('RESULT_KNOWN_ALREADY');
  });

  test('a step outside the officer’s region or of an unknown check MUST be refused', async () => {
    await take(bed, 'recordSampling', make.sampling(), reporter);
    const result = { id, result: 'QUALIFIED' };
    expect(await take(bed, 'recordTestResult', result, linxiang)).toFailWith('OUTSIDE_REGION');
    expect(await take(bed, 'recordTestResult', { ...result, id: 'none' }, reporter)).toFailWith('NOT_FOUND');
    expect(await take(bed, 'recordSampling', make.sampling({ regionCode: '430682' }), reporter)).toFailWith(
      'OUTSIDE_REGION',
    );
    expect(await take(bed, 'recordTestResult', result, as.public)).toFailWith('SHARING_DENIED');
  });
});
