import { as } from '../../support/callers';
import { clerk, decision, head, proposal, safetyClerk, safetyProposal, step } from './decision-sample';
import { ask, told } from './feed-sample';
import { countsOf, once, refusalsOf } from './one-decision-sample';
import { OTHER_USCC, USCC, creditBed, make, market, safety } from './sample';

const bed = creditBed();
beforeEach(() => bed.empty());

/** One number as keyboards, forms and scanners write it. */
const SPELLINGS = [
  '临市监告〔2026〕88号',
  '临市监告[2026]88号',
  '临市监告（2026）088号',
  '临市监告【２０２６】 ８８ 号',
  '临市监告<2026>0088',
  ' 临市监告︹2026年︺88号\u3000',
];

const submitted = refusalsOf(bed);
const counted = countsOf(bed);

describe('a notice', () => {
  const propose = (changes: object = {}, caller = clerk) =>
    step(bed, 'proposeListing', proposal(changes), caller);

  test.each(SPELLINGS)('that was given MUST be known again as %j', async (noticeDocument) => {
    expect(await propose({ noticeDocument: SPELLINGS[0] })).toMatchObject({
      id: 'decision/临市监告〔2026〕88号',
      basisDocument: '临市监告〔2026〕88号',
    });
    expect(await propose({ noticeDocument })).toBe('LISTING_ALREADY_PROPOSED');
  });

  test('in whatever spellings at once MUST be one listing', async () => {
    const answers = await Promise.all(SPELLINGS.map((noticeDocument) => propose({ noticeDocument })));
    expect(answers.filter((each) => typeof each !== 'string')).toHaveLength(1);
    expect(await bed.rows('SELECT FROM dishonesty_listing')).toHaveLength(1);
  });

  test('about several subjects MUST be given to each of them once', async () => {
    const persons = ['张三', '李四', '张 三'].map((subjectName) => ({
      ...{ subjectKind: 'PERSON', uscc: null, subjectName },
    }));
    const subjects = [{}, { uscc: OTHER_USCC }, ...persons];
    const answers: unknown[] = [];
    for (const subject of subjects) answers.push(await propose({ ...subject, noticeDocument: SPELLINGS[1] }));
    const named = (nth: string) => expect.objectContaining({ id: `decision/临市监告〔2026〕88号${nth}` });
    expect(answers).toEqual([named(''), named('#2'), named('#3'), named('#4'), 'LISTING_ALREADY_PROPOSED']);
    expect(await propose({ uscc: OTHER_USCC })).toMatchObject({ status: 'NOTIFIED' });
  });

  test('MUST stay used once it is decided or dropped', async () => {
    await propose();
    await step(bed, 'decideListing', decision({ listed: false }), head);
    expect(await propose()).toBe('LISTING_ALREADY_PROPOSED');
  });
});

describe('a decision', () => {
  test.each(SPELLINGS)('that was sent MUST NOT count again as %j', async (basisDocument) => {
    await bed.put('submitListings', make.listing({ basisDocument: SPELLINGS[0] }));
    const again = ['RECORD_DUPLICATE', 'test/1'];
    expect(await submitted([make.listing({ sourceId: '2', basisDocument })])).toEqual([again]);
    expect(await submitted([make.listing({ basisDocument })], 'other')).toEqual([again]);
    expect(await counted()).toEqual(once);
  });

  test('twice in a batch, and in two batches at once, MUST be taken once', async () => {
    const two = SPELLINGS.slice(0, 2).map((basisDocument, at) =>
      make.listing({ sourceId: `${at}`, basisDocument }),
    );
    expect(await submitted(two)).toEqual([['RECORD_DUPLICATE', 'test/0']]);
    const another = SPELLINGS.map((basisDocument, at) => [
      make.listing({ sourceId: `9${at}`, uscc: OTHER_USCC, basisDocument }),
    ]);
    const refusals = await Promise.all(another.map((batch, at) => submitted(batch, `source${at}`)));
    expect(refusals.filter((each) => each.length === 0)).toHaveLength(1);
    expect(new Set(refusals.flat().map(String)).size).toBe(1);
  });

  test('MUST list another subject, on another list, and by another document', async () => {
    const of = { basisDocument: SPELLINGS[0] };
    await bed.put(
      'submitListings',
      make.listing(of),
      make.listing({ ...of, sourceId: '2', uscc: OTHER_USCC }),
      make.listing({ sourceId: '3', basisDocument: '临市监告〔2026〕89号' }),
    );
    const persons = ['张三', '李四'].map((subjectName) =>
      make.person({ ...of, sourceId: subjectName, subjectName }),
    );
    await bed.putAs(safety, 'submitListings', make.safetyListing({ ...of, sourceId: '4' }), ...persons);
    expect(
      await submitted([make.person({ ...of, sourceId: '5', subjectName: '张 三' })], 'x', safety),
    ).toEqual([['RECORD_DUPLICATE', 'test/张三']]);
  });

  test('that was annulled MUST make room, and its correction then be refused', async () => {
    await bed.put(
      'submitListings',
      make.revoked(),
      make.listing({ sourceId: '2', basisDocument: make.listing().basisDocument }),
    );
    expect(await submitted([make.listing({ revision: 2 })])).toEqual([['RECORD_DUPLICATE', 'test/2']]);
    expect(await submitted([make.revoked({ revision: 2, removalReason: '诉讼撤销' })])).toEqual([]);
    expect(await counted()).toMatchObject({ ever: 1, inFeed: 1 });
  });

  test('MUST be corrected under its own id, and its number be free then', async () => {
    await bed.put('submitListings', make.listing());
    await bed.put('submitListings', make.listing({ revision: 2, cause: '更正' }));
    expect(await submitted([make.listing({ revision: 3, basisDocument: '临市监罚决〔2026〕3号' })])).toEqual(
      [],
    );
    expect(
      await submitted([make.listing({ sourceId: '2', basisDocument: '临市监罚决〔2026〕1号' })]),
    ).toEqual([]);
    expect(await counted()).toMatchObject({ ever: 2, inFeed: 2 });
  });

  test('MUST be told as sent twice by a dry run, too', async () => {
    await bed.put('submitListings', make.listing());
    const { data } = await bed.run(
      `mutation ($records: [ListingInput!]!) { submitListings(source: "other", records: $records, dryRun: true) { rejected { code field } } }`,
      { caller: market, variables: { records: [make.listing()] } },
    );
    expect(data.submitListings.rejected).toEqual([{ code: 'RECORD_DUPLICATE', field: 'basisDocument' }]);
  });

  test('here MUST NOT rest on a document by which the subject is listed already, whoever comes first', async () => {
    await step(bed, 'proposeListing', proposal(), clerk);
    const document = '临市监列决 [2026]01号';
    await bed.put('submitListings', make.listing({ basisDocument: document }));
    expect(await step(bed, 'decideListing', decision({ document }), head)).toBe('RECORD_DUPLICATE');
    expect(
      await step(bed, 'decideListing', decision({ document: '临市监列决〔2026〕2号' }), head),
    ).toMatchObject({
      status: 'LISTED',
    });
    expect(
      await submitted([make.listing({ sourceId: '7', basisDocument: '临市监列决（2026）2号' })]),
    ).toEqual([['RECORD_DUPLICATE', 'decision/临市监列告〔2026〕1号']]);
  });

  test('MUST be one of several steps that use its document at once', async () => {
    const notices = [1, 2, 3].map((at) => `临应急告〔2026〕${at}号`);
    for (const noticeDocument of notices)
      await step(bed, 'proposeListing', safetyProposal({ noticeDocument }), safetyClerk);
    const answers = await Promise.all(
      notices.map((notice) =>
        step(
          bed,
          'decideListing',
          decision({
            listingId: `decision/${notice}`,
            document: '临应急列〔2026〕9号',
            penaltyOn: '2026-06-02',
          }),
          { ...safetyClerk, subject: 'another' },
        ),
      ),
    );
    expect(answers.filter((each) => each === 'RECORD_DUPLICATE')).toHaveLength(2);
  });
});

describe('a document that is no decision to list', () => {
  const of = { regionCode: '430682', uscc: USCC };
  const person = { idNumber: '11010519491231002X', name: '张三丰' };
  const ban = { ...person, kind: 'FIVE_YEARS_ANYWHERE', regionCode: '430682', decidedOn: '2026-01-02' };
  const days = { validFrom: '2026-01-01', validUntil: '2026-12-31' };
  test.each([
    [
      'submitPrincipalBans',
      { ...ban, basisDocument: '临应急罚〔2026〕1号' },
      { basisDocument: '临应急罚（2026）01' },
    ],
    [
      'submitSafetyInsurances',
      { ...of, ...days, field: 'TRANSPORT', insurer: '合成财险', policyNumber: 'PZ-2026-1' },
      { policyNumber: 'ｐｚ－2026－1' },
    ],
    [
      'submitSafetyStandards',
      {
        ...of,
        level: 'LEVEL_3',
        certificateNumber: '湘AQB[2026]1',
        awardedOn: '2026-01-01',
        validUntil: '2028-12-31',
      },
      { certificateNumber: '湘aqb【2026】001号', level: 'LEVEL_2' },
    ],
  ])('%s MUST record once', async (mutation, record, changes) => {
    await bed.put(mutation, { ...record, sourceId: '1' });
    const sent = (source: string, sourceId: string, changed: object) =>
      bed.receipt(mutation, [{ ...record, ...changed, sourceId }], { source });
    const refused = { accepted: 0, rejected: [{ code: 'RECORD_DUPLICATE' }] };
    expect(await sent('test', '2', changes)).toMatchObject(refused);
    expect(await sent('other', '1', changes)).toMatchObject(refused);
    expect(await sent('other', '1', {})).toMatchObject(refused);
    expect(await sent('test', '1', {})).toMatchObject({ unchanged: 1, rejected: [] });
  });
});

describe('a listing that was stored as a second one before that was refused', () => {
  beforeEach(async () => {
    await bed.put('submitListings', make.listing(), make.listing({ sourceId: '2' }));
    await bed.rows(
      `UPDATE dishonesty_listing SET duplicate_of = 'test/1', basis_document = '临市监罚决〔2026〕1号' WHERE id = 'test/2'`,
    );
  });

  test('MUST say whose repetition it is by its id, and stand in no list, count and feed', async () => {
    expect(await counted()).toEqual(once);
    const { data } = await bed.run('{ dishonestyListing(id: "test/2") { duplicateOf } }', {
      caller: as.public,
    });
    expect(data.dishonestyListing).toEqual({ duplicateOf: 'test/1' });
    expect(told(await ask(bed)).at(-1)).toBe('REMOVED test/2 WITHDRAWN');
  });

  test('MUST stand by itself once it is corrected, and not before', async () => {
    const second = make.listing({ sourceId: '2', revision: 2 });
    expect(await submitted([{ ...second, basisDocument: '临市监罚决〔2026〕01' }])).toEqual([
      ['RECORD_DUPLICATE', 'test/1'],
    ]);
    expect(await submitted([second])).toEqual([]);
    expect(await counted()).toMatchObject({ inLists: 2, ever: 2, inFeed: 2 });
  });
});
