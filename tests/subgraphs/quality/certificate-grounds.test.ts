import { composeUscc } from '../../../subgraphs/kernel';
import { as } from '../../support/callers';
import { MAKER, NUMBER, decider, make, national, qualityBed, reporter, take } from './sample';

const bed = qualityBed();
beforeEach(() => bed.empty());

const OTHER = composeUscc('91430682', 'MA4L0009');
/** Samples of wires of 10 May 2026, which have needed a certificate for long. */
const sample = (changes: object = {}) =>
  make.spotCheck({ productCode: 'WIRE_CABLE', categoryCode: '0101', certificateNumber: NUMBER, ...changes });
const certificate = (changes: object = {}) => make.certificate({ number: NUMBER, ...changes });

beforeEach(async () => {
  // the body of the number, 01, is on record
  await bed.put('submitCertificationBodies', make.body());
});

async function found(filter: object = {}, caller = national) {
  const answer = await bed.run(
    `query ($filter: SpotCheckFilter) { spotChecks(filter: $filter, first: 100) { totalCount edges { node { id certificateGrounds } } } }`,
    { caller, variables: { filter } },
  );
  expect(answer).toSucceed();
  const { totalCount, edges } = answer.data.spotChecks;
  const nodes = edges as { node: { id: string; certificateGrounds: string[] } }[];
  return { totalCount, grounds: nodes.map(({ node }) => node.certificateGrounds) };
}

describe('a sampled product', () => {
  const CASES: [says: string, certificate: object | null, sample: object, grounds: string[]][] = [
    ['with a valid certificate of its maker', {}, {}, []],
    ['on the last day of its certificate', { expiresOn: '2026-05-10' }, {}, []],
    ['on the day after it', { expiresOn: '2026-05-09' }, {}, ['EXPIRED']],
    ['on the first day of its certificate', { issuedOn: '2026-05-10', statusSince: null }, {}, []],
    ['before its certificate was issued', { issuedOn: '2026-05-11', statusSince: null }, {}, ['NOT_ISSUED']],
    ['with a revoked certificate', { status: 'REVOKED', statusSince: '2026-05-10' }, {}, ['REVOKED']],
    ['with a suspended certificate', { status: 'SUSPENDED', statusSince: '2026-01-01' }, {}, ['SUSPENDED']],
    ['with a cancelled one of before', { status: 'CANCELLED', statusSince: '2025-06-01' }, {}, ['CANCELLED']],
    [
      'whose certificate was revoked after it, of which nothing earlier is known',
      { status: 'REVOKED', statusSince: '2026-05-11' },
      {},
      ['STATUS_UNKNOWN'],
    ],
    ['of another maker', {}, { producerUscc: OTHER }, ['OTHER_MAKER']],
    ['of the maker whom the holder has certified', { holderUscc: OTHER, manufacturerUscc: MAKER }, {}, []],
    ['of nobody knows whom', {}, { producerUscc: null }, ['MAKER_UNKNOWN']],
    ['of another category', {}, { categoryCode: '0104' }, ['OTHER_CATEGORY']],
    ['with a number that nobody knows', null, {}, ['NOT_ON_RECORD']],
    ['without a certificate that it needs', null, { certificateNumber: null }, ['MISSING']],
    [
      'without one that it did not need yet',
      null,
      { certificateNumber: null, categoryCode: 'OM-EBIKE-HELMET', sampledOn: '2025-06-30' },
      [],
    ],
    [
      'without one on the first day that it needs one',
      null,
      { certificateNumber: null, categoryCode: 'OM-EBIKE-HELMET', sampledOn: '2025-07-01' },
      ['MISSING'],
    ],
    [
      'without one on a day of which the catalogue is not known',
      null,
      { certificateNumber: null, sampledOn: '2023-08-09' },
      ['REQUIREMENT_UNKNOWN'],
    ],
    [
      'without one and without a category',
      null,
      { certificateNumber: null, categoryCode: null },
      ['REQUIREMENT_UNKNOWN'],
    ],
    [
      'that all is wrong with',
      { status: 'REVOKED', statusSince: '2026-01-01', expiresOn: '2026-05-01' },
      { producerUscc: OTHER, categoryCode: '0104' },
      ['REVOKED', 'EXPIRED', 'OTHER_MAKER', 'OTHER_CATEGORY'],
    ],
  ];

  test.each(CASES)(
    '%s MUST be taken, and say so of the day of sampling',
    async (_, paper, changes, grounds) => {
      if (paper) await bed.put('submitCccCertificates', certificate(paper));
      await bed.put('submitSpotChecks', sample(changes));
      expect(await found()).toEqual({ totalCount: 1, grounds: [grounds] });
      const count = async (filter: object) => (await found(filter)).totalCount as number;
      expect(await count({ certificateFlagged: true })).toBe(grounds.length > 0 ? 1 : 0);
      expect(await count({ certificateFlagged: false })).toBe(grounds.length > 0 ? 0 : 1);
      for (const certificateGround of grounds) expect(await count({ certificateGround })).toBe(1);
      expect(await count({ certificateGround: 'SUSPENDED' })).toBe(grounds.includes('SUSPENDED') ? 1 : 0);
    },
  );

  test('MUST be judged by the day, whatever the certificate became before and after it', async () => {
    await bed.put('submitCccCertificates', certificate());
    await bed.put(
      'submitSpotChecks',
      ...['2026-05-31', '2026-06-01', '2026-06-09', '2026-06-10'].map((sampledOn, at) =>
        sample({ sourceId: `s${at}`, batch: `B${at}`, sampledOn, resultReceivedOn: '2026-06-12' }),
      ),
    );
    const office = { ...national, subject: 'office' };
    for (const [verb, on] of [
      ['suspendCccCertificate', '2026-06-01'],
      ['resumeCccCertificate', '2026-06-10'],
    ] as const)
      expect(
        await take(
          bed,
          verb,
          { number: NUMBER, document: '认决〔2026〕1号', reason: '监督检查', on },
          office,
          'number',
        ),
      ).toSucceed();
    expect((await found()).grounds).toEqual([[], ['SUSPENDED'], ['SUSPENDED'], []]);
    // and found by the day, in every list of certificates
    const stood = async (day: string) => {
      const { data } = await bed.run(
        `query ($day: Date) { all: cccCertificates(standingOn: $day) { totalCount } }`,
        { variables: { day } },
      );
      return data.all.totalCount;
    };
    const days = ['2024-12-31', '2026-05-31', '2026-06-01', '2026-06-09', '2026-06-10', '2031-01-01'];
    expect(await Promise.all(days.map(stood))).toEqual([0, 1, 0, 0, 1, 0]);
  });

  test('MUST lose the ground of an unknown number once the certificate is on record', async () => {
    const sampling = make.sampling({
      productCode: 'WIRE_CABLE',
      categoryCode: '0101',
      certificateNumber: NUMBER,
    });
    expect(await take(bed, 'recordSampling', sampling, reporter, 'id certificateGrounds')).toSucceed();
    expect((await found()).grounds).toEqual([['NOT_ON_RECORD']]);
    await bed.put('submitCccCertificates', certificate());
    expect((await found()).grounds).toEqual([[]]);
  });

  test('MUST tell the public of its grounds only when its result is published', async () => {
    await bed.put(
      'submitSpotChecks',
      sample(),
      sample({ sourceId: 's2', batch: 'B2', publishedOn: '2026-06-10' }),
    );
    expect(await found({ certificateFlagged: true }, as.public)).toEqual({
      totalCount: 1,
      grounds: [['NOT_ON_RECORD']],
    });
    expect((await found({}, decider)).totalCount).toBe(2);
  });

  test('a hundred of them MUST cost as many statements as one', async () => {
    const samples = Array.from({ length: 100 }, (__, at) => sample({ sourceId: `s${at}`, batch: `B${at}` }));
    await bed.put('submitSpotChecks', ...samples);
    for (const first of [1, 100]) {
      const texts = await bed.statementsOf(() =>
        bed.run(`{ spotChecks(first: ${first}) { edges { node { certificateGrounds } } } }`, {
          caller: national,
        }),
      );
      expect(texts).toHaveLength(2);
    }
  });
});

describe('a certificate', () => {
  const statusOf = async (number: string) =>
    (await bed.run(`{ cccCertificate(number: "${number}") { status } }`)).data.cccCertificate.status;

  test.each(['suspend', 'revoke', 'cancel'])(
    'the body that issued a certificate MAY %s it under its own name, another body MUST NOT',
    async (verb) => {
      const bodies = { '95': composeUscc('91110000', 'YY00000E'), '97': composeUscc('91110000', 'YY00000F') };
      for (const [code, uscc] of Object.entries(bodies))
        await bed.put('submitCertificationBodies', make.body({ sourceId: code, code, uscc }));
      await bed.put('submitCertificationBodies', make.body({ sourceId: '96', code: '96' }));
      const of = (code: string) => `2025${code}0101000001`;
      for (const code of ['95', '96'])
        await bed.put('submitCccCertificates', make.certificate({ sourceId: code, number: of(code) }));
      const act = (body: string, code = '95', ...scopes: string[]) =>
        take(
          bed,
          `${verb}CccCertificate`,
          { number: of(code), document: '认决〔2026〕1号', reason: '监督不合格' },
          { ...as.public, subject: 'b', body, region: '000000', scopes: ['decide:quality', ...scopes] },
          'number status',
        );
      expect(await act(bodies['97'])).toFailWith('CCC_OTHER_BODY');
      // of whom no unified social credit code is on record nobody can be taken to be
      expect(await act(bodies['95'], '96')).toFailWith('CCC_OTHER_BODY');
      expect(await statusOf(of('95'))).toBe('VALID');
      expect((await act(bodies['95'])).data.step.status).not.toBe('VALID');
    },
  );
});
