import { ID, clerk, head, listed, step } from './decision-sample';
import { ask, told } from './feed-sample';
import { creditBed } from './sample';

const bed = creditBed();

describe('credit repair', () => {
  beforeEach(async () => {
    await bed.empty();
    await listed(bed);
    bed.now('2027-06-09T04:00:00Z');
  });

  const application = (changes: object = {}) => ({
    ...{
      listingId: ID,
      appliedOn: '2027-06-09',
      obligationsDone: true,
      harmRemoved: true,
      noFurtherPenalty: true,
    },
    ...changes,
  });
  const apply = (changes: object = {}, caller = clerk) =>
    step(bed, 'applyForRepair', application(changes), caller);
  const decide = (
    repairId: string,
    verdict: string,
    decidedOn = '2027-06-09',
    caller = head,
    document = `修复${verdict}〔2027〕1号`,
  ) => step(bed, 'decideRepair', { repairId, verdict, decidedOn, document }, caller);

  test('early removal MUST be asked for on the day a year after at the earliest', async () => {
    expect(await apply({ appliedOn: '2027-06-08' })).toBe('REPAIR_TOO_EARLY');
    expect(await apply()).toMatchObject({ status: 'APPLIED', acceptBy: '2027-06-11', decideBy: null });
  });

  test.each(['obligationsDone', 'harmRemoved', 'noFurtherPenalty'])(
    'it MUST be refused unless %s',
    async (field) => {
      expect(await apply({ [field]: false })).toBe('REPAIR_CONDITION_UNMET');
    },
  );

  test('only one application MUST be open, and who records it MUST NOT decide it', async () => {
    const { id } = await apply();
    expect(await apply()).toBe('REPAIR_OPEN');
    expect(await decide(id, 'ACCEPT', '2027-06-09', clerk)).toBe('DECIDER_MUST_DIFFER');
    await decide(id, 'NOT_ACCEPT');
    expect(await apply()).toMatchObject({ status: 'APPLIED' });
  });

  test('a document MUST NOT decide two applications of a listing, nor twice about one, in whatever spelling', async () => {
    const { id } = await apply();
    await decide(id, 'NOT_ACCEPT', '2027-06-09', head, '修复〔2027〕1号');
    const second = await apply();
    await decide(second.id, 'ACCEPT');
    for (const document of ['修复〔2027〕1号', '修复[2027] 01', '修复（２０２７）1号'])
      expect(await decide(second.id, 'GRANT', '2027-06-09', head, document)).toBe('REPAIR_DOCUMENT_USED');
    await decide(second.id, 'GRANT', '2027-06-09', head, '修复〔2027〕2号');
    expect(await decide(second.id, 'FALSE', '2027-06-09', head, '修复[2027]2号')).toBe(
      'REPAIR_DOCUMENT_USED',
    );
    expect(await decide(second.id, 'FALSE')).toMatchObject({ status: 'FALSE' });
  });

  test('its steps MUST follow each other', async () => {
    const { id } = await apply();
    for (const verdict of ['GRANT', 'REFUSE', 'FALSE'])
      expect(await decide(id, verdict)).toBe('STEP_NOT_ALLOWED');
    expect(await decide(id, 'ACCEPT', '2027-06-08')).toBe('DATE_OUT_OF_RANGE');
    expect(await decide(id, 'ACCEPT')).toMatchObject({
      status: 'ACCEPTED',
      decideBy: '2027-06-18',
      late: false,
    });
    expect(await decide(id, 'ACCEPT')).toBe('STEP_NOT_ALLOWED');
    expect(await decide(id, 'REFUSE')).toMatchObject({ status: 'REFUSED', listing: { status: 'LISTED' } });
    expect(await decide('none', 'ACCEPT')).toBe('NOT_FOUND');
  });

  test('a step MUST be late the day after its last working day', async () => {
    const { id } = await apply();
    const late = async () =>
      (await bed.run(`{ creditRepair(id: "${id}") { late } }`, { caller: clerk })).data.creditRepair.late;
    bed.now('2027-06-11T04:00:00Z');
    expect(await late()).toBe(false);
    bed.now('2027-06-12T04:00:00Z');
    expect(await late()).toBe(true);
  });

  test('a granted one MUST take the subject off the list and out of the feed at once', async () => {
    const { id } = await apply();
    await decide(id, 'ACCEPT');
    expect(await decide(id, 'GRANT')).toMatchObject({
      status: 'GRANTED',
      listing: { status: 'REMOVED_EARLY' },
    });
    const { page } = await ask(bed);
    expect(told({ page, feed: null })).toEqual([`LISTED ${ID}`, `REMOVED ${ID} REPAIRED`]);
    expect(page.changes[0]).toMatchObject({ line: null, listing: null });
    expect(await apply()).toBe('STEP_NOT_ALLOWED');
  });

  test('a false one MUST restore the listing and begin its term anew', async () => {
    const { id } = await apply();
    await decide(id, 'ACCEPT');
    await decide(id, 'GRANT');
    bed.now('2027-08-02T04:00:00Z');
    const restored = { status: 'LISTED', listedOn: '2027-08-02', expiresOn: '2030-08-02' };
    expect(await decide(id, 'FALSE', '2027-08-02')).toMatchObject({ status: 'FALSE', listing: restored });
    expect(told(await ask(bed))).toEqual([`LISTED ${ID}`, `REMOVED ${ID} REPAIRED`, `LISTED ${ID}`]);
    expect(await apply({ appliedOn: '2027-08-02' })).toBe('REPAIR_TOO_EARLY');
  });

  test('what has run out or was annulled MUST NOT be repaired', async () => {
    const { id } = await apply();
    await decide(id, 'ACCEPT');
    bed.now('2029-06-10T04:00:00Z');
    expect(await decide(id, 'GRANT', '2029-06-10')).toBe('STEP_NOT_ALLOWED');
    expect(await apply()).toBe('STEP_NOT_ALLOWED');
  });

  test('the applications of a listing MUST be seen with it, in order', async () => {
    const { id } = await apply();
    const { data } = await bed.run(
      `{ dishonestyListing(id: "${ID}") { repairs { id status departmentCode } } }`,
      { caller: clerk },
    );
    expect(data.dishonestyListing.repairs).toEqual([
      { id, status: 'APPLIED', departmentCode: '430682-MARKET_SUPERVISION' },
    ]);
  });
});
