import { as } from '../../support/callers';
import { decider, henan, linxiang, make, qualityBed, reporter, take } from './sample';

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
    on('2026-01-26');
    await take(bed, 'orderCorrection', { id, note: '六十日内改正' });
    on('2026-03-28');
    expect(await spotCheck()).toMatchObject({ rectificationDue: '2026-03-27', rectificationOverdue: true });
    on('2026-04-11');
    expect((await spotCheck()).reinspection).toEqual({
      from: null,
      dueOn: '2026-04-11',
      inspectedOn: null,
      result: null,
      overdue: false,
    });
    on('2026-04-12');
    expect((await spotCheck()).reinspection.overdue).toBe(true);
    await take(bed, 'recordReinspection', { id, result: 'UNQUALIFIED' }, reporter);
    expect(await take(bed, 'announceFailure', { id })).toFailWith('ANNOUNCER_MUST_BE_PROVINCIAL');
    await take(bed, 'announceFailure', { id, on: '2026-04-12' }, henan);
    on('2026-06-10');
    expect(await take(bed, 'recordReinspection', { id, result: 'UNQUALIFIED' }, reporter)).toFailWith(
      'REINSPECTION_TOO_EARLY',
    );
    on('2026-06-11');
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
      takenOn: '2026-01-26',
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
