import { as } from '../../support/callers';
import {
  HELMET,
  MAKER,
  OTHER_SELLER,
  SELLER,
  XUCHANG,
  fire,
  linxiang,
  make,
  qualityBed,
  reporter,
} from './sample';

const bed = qualityBed();

describe('what may be seen of spot checks', () => {
  beforeAll(async () => {
    await bed.receipt('submitSpotChecks', [
      make.spotCheck({ sourceId: 'open', publishedOn: '2026-06-10', matterCodes: ['M'] }),
      make.spotCheck({
        sourceId: 'ahead',
        batch: 'B2',
        publishedOn: '2026-06-16',
        place: 'ONLINE',
        sellerUscc: OTHER_SELLER,
      }),
      make.spotCheck({
        sourceId: 'good',
        batch: 'B3',
        publishedOn: '2026-06-11',
        result: 'QUALIFIED',
        defects: null,
        categoryCode: null,
      }),
      make.spotCheck({
        sourceId: 'pending',
        batch: 'B4',
        result: 'PENDING',
        resultReceivedOn: null,
        place: 'PRODUCTION',
        sellerUscc: MAKER,
      }),
      make.spotCheck({ sourceId: 'disputed', batch: 'B5', result: 'DISPUTED', regionCode: '430682' }),
    ]);
  });
  beforeEach(() => bed.now('2026-06-15T04:00:00Z'));

  const ids = async (filter: object, caller = fire) => {
    const query =
      'query ($filter: SpotCheckFilter) { spotChecks(filter: $filter, first: 50) { totalCount edges { node { id } } } }';
    const { data } = await bed.run(query, { caller, variables: { filter } });
    expect(data.spotChecks.totalCount).toBe(data.spotChecks.edges.length);
    return data.spotChecks.edges
      .map(({ node }: { node: { id: string } }) => node.id.replace('test/', ''))
      .sort();
  };

  test('the public MUST see what is published by the day in China, agencies everything', async () => {
    expect(await ids({}, as.public)).toEqual(['good', 'open']);
    bed.now('2026-06-15T15:59:59Z');
    expect(await ids({}, as.public)).toEqual(['good', 'open']);
    bed.now('2026-06-15T16:00:00Z');
    expect(await ids({}, as.public)).toEqual(['ahead', 'good', 'open']);
    expect(await ids({})).toEqual(['ahead', 'disputed', 'good', 'open', 'pending']);
  });

  test('what is not published MUST be hidden from the public by key, entity and enterprise as well', async () => {
    const asked = `query ($uscc: [_Any!]!) { spotCheck(id: "test/ahead") { id }
      _entities(representations: $uscc) { ... on Enterprise { spotChecks { totalCount edges { node { id } } } } ... on SpotCheck { id } } }`;
    const variables = {
      uscc: [
        { __typename: 'Enterprise', uscc: MAKER },
        { __typename: 'SpotCheck', id: 'test/ahead' },
      ],
    };
    const seen = await bed.run(asked, { variables });
    expect(seen.data.spotCheck).toBeNull();
    expect(seen.data._entities[0].spotChecks.totalCount).toBe(2);
    expect(seen.data._entities[1]).toBeNull();
    expect((await bed.run(asked, { variables, caller: fire })).data._entities[0].spotChecks.totalCount).toBe(
      5,
    );
  });

  test.each([
    [{ region: '430000' }, ['disputed']],
    [{ result: 'UNQUALIFIED' }, ['ahead', 'open']],
    [{ stage: 'CLOSED' }, ['good']],
    [{ seller: OTHER_SELLER }, ['ahead']],
    [{ producer: SELLER }, []],
    [{ place: 'PRODUCTION' }, ['pending']],
    [{ published: true }, ['good', 'open']],
    [{ published: false }, ['ahead', 'disputed', 'pending']],
    [{ from: '2026-05-11' }, []],
    [{ to: '2026-05-10', product: 'SAFETY_HELMET' }, ['ahead', 'disputed', 'good', 'open', 'pending']],
    [{ product: 'FIREWORKS' }, []],
  ])('the filter %j MUST give %j', async (filter, expected) => {
    expect(await ids(filter)).toEqual(expected);
  });

  test('an enterprise’s spot checks MUST be those of what it makes or sells, each once', async () => {
    const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Enterprise {
      spotChecks { edges { node { id } } } unqualified: spotChecks(result: UNQUALIFIED) { totalCount } } ... on CreditFile { unqualifiedSamples } } }`;
    const of = [MAKER, SELLER].flatMap((uscc) =>
      ['Enterprise', 'CreditFile'].map((__typename) => ({ __typename, uscc })),
    );
    const { data } = await bed.run(query, { caller: fire, variables: { of } });
    const [maker, makerFile, seller, sellerFile] = data._entities;
    expect([
      maker.spotChecks.edges.length,
      maker.unqualified.totalCount,
      makerFile.unqualifiedSamples,
    ]).toEqual([5, 2, 2]);
    expect([
      seller.spotChecks.edges.length,
      seller.unqualified.totalCount,
      sellerFile.unqualifiedSamples,
    ]).toEqual([3, 1, 1]);
  });

  test('rates MUST be by product, division and place, of final results, the public’s as released, of published ones', async () => {
    const rates = async (by: string, caller = fire, region = '000000') =>
      (
        await bed.run(
          `query ($by: RateBy!, $region: RegionCode) { unqualifiedRates(by: $by, region: $region) { of samples unqualified rate } }`,
          {
            caller,
            variables: { by, region },
          },
        )
      ).data.unqualifiedRates;
    expect(await rates('PRODUCT')).toEqual([
      { of: 'SAFETY_HELMET', samples: 3, unqualified: 2, rate: 0.6667 },
    ]);
    const input = {
      ...{ region: '000000', by: 'PRODUCT', document: '合成发〔2026〕1号' },
      ...{ secrecyReview: '合成密审〔2026〕1号', reviewedBy: 'reviewer' },
    };
    expect(await rates('PRODUCT', as.public)).toBeNull();
    const owner = as.officer('MARKET_SUPERVISION', '000000', 'decide:quality');
    expect(await bed.step('releaseUnqualifiedRates', input, owner, 'asOf')).toSucceed();
    expect(await rates('PRODUCT', as.public)).toEqual([
      { of: 'SAFETY_HELMET', samples: 2, unqualified: 1, rate: 0.5 },
    ]);
    expect(await rates('PLACE')).toEqual([
      { of: 'ONLINE', samples: 1, unqualified: 1, rate: 1 },
      { of: 'SHOP', samples: 2, unqualified: 1, rate: 0.5 },
    ]);
    expect(await rates('REGION')).toMatchObject([{ of: '410000' }]);
    expect(await rates('REGION', fire, '410000')).toMatchObject([{ of: '411000' }]);
    expect(await rates('REGION', fire, '411000')).toMatchObject([{ of: XUCHANG, samples: 3 }]);
  });

  test('the figures of an overview MUST count valid certificates and published samples, of all overviews in two statements', async () => {
    const numbers = ['2025010101000001', '2025010101000002', '2025010101000003', '2025010401000004'];
    const records = numbers.map((number, at) =>
      make.certificate({ sourceId: number, number, status: at === 1 ? 'SUSPENDED' : 'VALID' }),
    );
    await bed.receipt('submitCccCertificates', [
      ...records,
      make.certificate({ sourceId: 'x', number: '2025010101000009', expiresOn: '2026-06-14' }),
    ]);
    const query =
      'query ($of: [_Any!]!) { _entities(representations: $of) { ... on MatterOverview { validCertificates unqualifiedRate } } }';
    const overview = (matterCode: string, regionCode: string, ...productCategories: string[]) => ({
      ...{ __typename: 'MatterOverview', matterCode, regionCode, scope: { productCategories } },
    });
    const of = [
      overview('M', '000000', '0101'),
      overview('M', '430000', '0101', '0401'),
      overview('M', '410000', HELMET),
      overview('X', '410000', HELMET),
      overview('X', '000000'),
    ];
    const figures: unknown[] = [];
    const texts = await bed.statementsOf(async () =>
      figures.push(...(await bed.run(query, { caller: fire, variables: { of } })).data._entities),
    );
    expect(figures).toEqual([
      { validCertificates: 2, unqualifiedRate: 1 },
      { validCertificates: 3, unqualifiedRate: null },
      { validCertificates: null, unqualifiedRate: 1 },
      { validCertificates: null, unqualifiedRate: 1 },
      { validCertificates: null, unqualifiedRate: null },
    ]);
    expect(texts).toHaveLength(2);
  });
});

describe('sampling plans', () => {
  beforeAll(async () => {
    await bed.empty();
    await bed.receipt('submitSamplingPlans', [
      make.plan(),
      make.plan({ sourceId: 'done', number: 'P-0', carriedOutOn: '2026-05-31' }),
    ]);
  });

  const plans = async (caller = fire) =>
    (
      await bed.run('{ samplingPlans { totalCount edges { node { number targets } } } }', {
        caller,
        purpose: '监督',
      })
    ).data.samplingPlans;

  test('until it is carried out a plan MUST be seen by market supervision of its region only; whom it names always', async () => {
    expect(await plans(fire)).toEqual({ totalCount: 1, edges: [{ node: { number: 'P-0', targets: null } }] });
    expect(await plans(linxiang)).toEqual({
      totalCount: 1,
      edges: [{ node: { number: 'P-0', targets: null } }],
    });
    expect((await plans(reporter)).edges.map(({ node }: { node: object }) => node)).toEqual([
      { number: 'P-1', targets: '建安区三家门店' },
      { number: 'P-0', targets: '建安区三家门店' },
    ]);
    expect(await plans(as.public)).toBeNull();
    const complete = 'mutation { completeSamplingPlan(input: { number: "P-1" }) { number carriedOutOn } }';
    expect((await bed.run(complete, { caller: reporter })).data.completeSamplingPlan.carriedOutOn).toBe(
      '2026-06-15',
    );
    expect((await plans(fire)).totalCount).toBe(2);
  });

  test('a sample MUST name a plan that there is', async () => {
    const { rejected } = await bed.receipt('submitSpotChecks', [
      make.spotCheck({ planNumber: 'P-9' }),
      make.spotCheck({ sourceId: 'y', batch: '' }),
    ]);
    expect(rejected.map(({ code, field }) => [code, field])).toEqual([
      ['REFERENCE_UNKNOWN', 'planNumber'],
      ['FIELD_MISSING', 'batch'],
    ]);
    expect(await bed.receipt('submitSpotChecks', [make.spotCheck({ planNumber: 'P-0' })])).toMatchObject({
      accepted: 1,
    });
  });
});
