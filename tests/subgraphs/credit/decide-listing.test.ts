import { as } from '../../support/callers';
import {
  ID,
  clerk,
  decision,
  head,
  listed,
  proposal,
  safetyClerk,
  safetyHead,
  safetyProposal,
  step,
} from './decision-sample';
import { ask, told } from './feed-sample';
import { USCC, creditBed, make, market } from './sample';

const bed = creditBed();

describe('from notice to list', () => {
  beforeEach(() => bed.empty());

  const propose = (changes: object = {}, caller = clerk) =>
    step(bed, 'proposeListing', proposal(changes), caller);
  const decide = (changes: object = {}, caller = head) =>
    step(bed, 'decideListing', decision(changes), caller);
  const seenBy = async (caller = as.public) =>
    (await bed.run(`{ dishonestyListing(id: "${ID}") { status } }`, { caller })).data;

  test('a subject under notice MUST be seen by the department that keeps the list only, and not be in the feed', async () => {
    expect(await propose()).toMatchObject({
      id: ID,
      status: 'NOTIFIED',
      listedOn: null,
      objectionBy: '2026-06-08',
    });
    expect(await seenBy(clerk)).toEqual({ dishonestyListing: { status: 'NOTIFIED' } });
    for (const caller of [as.public, safetyHead])
      expect(await seenBy(caller)).toEqual({ dishonestyListing: null });
    expect(told(await ask(bed))).toEqual([]);
  });

  test('a decision MUST put it on the list, in the feed and on the enterprise from the commit on', async () => {
    await propose();
    expect(await decide()).toMatchObject({
      ...{ status: 'LISTED', decidedOn: '2026-06-09', listedOn: '2026-06-09', expiresOn: '2029-06-09' },
      ...{ earliestRemovalOn: '2027-06-09', basisDocument: '临市监列决〔2026〕1号' },
    });
    expect(told(await ask(bed))).toEqual([`LISTED ${ID}`]);
    expect((await bed.run(`{ isListed(uscc: "${USCC}") }`)).data).toEqual({ isListed: true });
  });

  test('what was done MUST be kept in order, and no one may change it', async () => {
    await listed(bed);
    await step(bed, 'publishListing', { listingId: ID, publishedOn: '2026-06-10' }, clerk);
    const { data } = await bed.run(
      `{ dishonestyListing(id: "${ID}") { history { step takenOn document departmentCode } } }`,
      {
        caller: clerk,
      },
    );
    expect(data.dishonestyListing.history).toMatchObject([
      { step: 'NOTICE', takenOn: '2026-06-01' },
      { step: 'DECISION', takenOn: '2026-06-09', document: '临市监列决〔2026〕1号' },
      { step: 'PUBLICATION', takenOn: '2026-06-10', departmentCode: '430682-MARKET_SUPERVISION' },
    ]);
    await expect(bed.subgraph.db.read('DELETE FROM listing_step')).rejects.toThrow('append-only');
  });

  test('what the subject was told and said MUST be for agencies with a purpose in the region only', async () => {
    await propose();
    await step(
      bed,
      'objectToListing',
      { listingId: ID, objection: '事实有误', objectedOn: '2026-06-08' },
      clerk,
    );
    await decide({ objectionFinding: '不予采纳' });
    const query = `{ dishonestyListing(id: "${ID}") { notice objection objectionFinding } }`;
    const shown = await bed.run(query, { caller: clerk, purpose: '复核' });
    expect(shown.data.dishonestyListing).toMatchObject({
      objection: '事实有误',
      objectionFinding: '不予采纳',
    });
    expect((await bed.run(query, { caller: clerk })).data.dishonestyListing).toEqual({
      notice: null,
      objection: null,
      objectionFinding: null,
    });
  });

  test.each([
    ['DATE_OUT_OF_RANGE', { notifiedOn: '2026-06-16' }],
    ['RULE_MISSING', { notifiedOn: '2021-08-31' }],
    ['GROUND_NOT_OF_LIST', { ground: 'CONCEALMENT' }],
    ['MEASURE_UNKNOWN', { measures: ['罚站'] }],
    ['FIELD_MISSING', { uscc: null }],
    ['FIELD_NOT_EXPECTED', { subjectKind: 'PERSON' }],
    ['LIST_NOT_YOURS', { list: 'WORK_SAFETY_SERIOUS', ground: 'CONCEALMENT' }],
    ['OUTSIDE_REGION', { regionCode: '410000' }],
  ])('a proposal MUST be refused with %s for %j', async (code, changes) => {
    expect(await propose(changes)).toBe(code);
  });

  test('the same notice MUST NOT be given twice, nor its source be used by a submission', async () => {
    const codes = await Promise.all([propose(), propose()]);
    expect(codes.map((each) => (typeof each === 'string' ? each : each.status)).sort()).toEqual([
      'LISTING_ALREADY_PROPOSED',
      'NOTIFIED',
    ]);
    expect(
      await bed.submit('submitListings', [make.listing()], { source: 'decision', caller: market }),
    ).toFailWith('SOURCE_NOT_YOURS');
  });

  test('the last day for objecting MUST pass before a decision, unless an objection was made and answered', async () => {
    await propose();
    expect(await decide({ decidedOn: '2026-06-08', penaltyOn: '2026-06-08' })).toBe(
      'OBJECTION_PERIOD_RUNNING',
    );
    for (const objectedOn of ['2026-05-31', '2026-06-09'])
      expect(
        await step(bed, 'objectToListing', { listingId: ID, objection: '异议', objectedOn }, clerk),
      ).toBe('OBJECTION_LATE');
    expect(
      await step(
        bed,
        'objectToListing',
        { listingId: ID, objection: '异议', objectedOn: '2026-06-08' },
        clerk,
      ),
    ).toMatchObject({
      id: ID,
    });
    expect(await decide()).toBe('OBJECTION_UNANSWERED');
    expect(await decide({ objectionFinding: '采纳', listed: false })).toMatchObject({ status: 'REVOKED' });
    expect(told(await ask(bed))).toEqual([]);
  });

  test.each([
    ['LISTING_PENALTY_MISSING', { penaltyDocument: null }],
    ['LISTING_PENALTY_MISSING', { penalty: null }],
    ['LISTING_DECIDED_APART', { penaltyOn: '2026-06-08' }],
    ['LISTING_CONSENT_MISSING', { consentDocument: null }],
    ['LISTING_CONSENT_MISSING', { consentDepartment: null }],
    ['LISTING_CONSENT_NOT_FROM_ABOVE', { consentDepartment: '430682-MARKET_SUPERVISION' }],
    ['LISTING_CONSENT_NOT_FROM_ABOVE', { consentDepartment: '410000-MARKET_SUPERVISION' }],
    ['LISTING_CONSENT_NOT_FROM_ABOVE', { consentDepartment: '430600-FIRE_RESCUE' }],
    ['DATE_OUT_OF_RANGE', { decidedOn: '2026-06-16', penaltyOn: '2026-06-16' }],
    ['NOT_FOUND', { listingId: 'decision/none' }],
  ])('a decision MUST be refused with %s for %j', async (code, changes) => {
    await propose();
    expect(await decide(changes)).toBe(code);
    expect(told(await ask(bed))).toEqual([]);
  });

  test('who proposes MUST NOT decide, nor who may not decide at all', async () => {
    await propose();
    expect(await decide({}, clerk)).toBe('DECIDER_MUST_DIFFER');
    expect(await decide({}, { ...head, scopes: ['write:credit'] })).toBe('SCOPE_MISSING');
    // a notice is known to the department that keeps the list
    expect(await decide({}, safetyHead)).toBe('NOT_FOUND');
    expect(await decide({}, { ...head, region: '410000' })).toBe('NOT_FOUND');
  });

  test('of two who decide at once one MUST win and the other be told', async () => {
    await propose();
    const answers = await Promise.all([decide(), decide({ listed: false })]);
    expect(answers.map((each) => (typeof each === 'string' ? each : 'done')).sort()).toEqual([
      'STEP_NOT_ALLOWED',
      'done',
    ]);
  });

  test('emergency management MUST decide by itself, and market supervision publish it', async () => {
    await step(bed, 'proposeListing', safetyProposal(), safetyClerk);
    const alone = decision({
      consentDocument: null,
      consentDepartment: null,
      penalty: null,
      penaltyOn: '2026-06-02',
    });
    expect(await step(bed, 'decideListing', alone, safetyHead)).toMatchObject({
      status: 'LISTED',
      earliestRemovalOn: '2027-06-09',
    });
    const publication = { listingId: ID, publishedOn: '2026-06-10' };
    expect(await step(bed, 'publishListing', publication, safetyClerk)).toBe('PUBLISHER_WRONG');
    expect(await step(bed, 'publishListing', publication, clerk)).toMatchObject({
      publishedOn: '2026-06-10',
    });
    expect(await step(bed, 'publishListing', publication, clerk)).toBe('STEP_NOT_ALLOWED');
  });

  test('publication MUST be overdue the day after the last working day for it', async () => {
    await listed(bed);
    const overdue = async () =>
      (
        await bed.run(`{ dishonestyListing(id: "${ID}") { publishBy publicationOverdue } }`, {
          caller: clerk,
        })
      ).data.dishonestyListing;
    bed.now('2026-07-08T04:00:00Z');
    expect(await overdue()).toEqual({ publishBy: '2026-07-08', publicationOverdue: false });
    bed.now('2026-07-09T04:00:00Z');
    expect(await overdue()).toMatchObject({ publicationOverdue: true });
  });

  test('an annulled decision MUST leave the list and the feed at once', async () => {
    await listed(bed);
    const annulment = {
      listingId: ID,
      document: '岳行复〔2026〕1号',
      reason: '行政复议撤销',
      revokedOn: '2026-06-15',
    };
    expect(await step(bed, 'revokeListing', { ...annulment, revokedOn: '2026-06-08' }, head)).toBe(
      'DATE_OUT_OF_RANGE',
    );
    expect(await step(bed, 'revokeListing', annulment, head)).toMatchObject({
      status: 'REVOKED',
      removedOn: '2026-06-15',
    });
    expect(await step(bed, 'revokeListing', annulment, head)).toBe('STEP_NOT_ALLOWED');
    expect(told(await ask(bed))).toEqual([`LISTED ${ID}`, `REMOVED ${ID} REVOKED`]);
    expect(await seenBy()).toEqual({ dishonestyListing: null });
  });
});
