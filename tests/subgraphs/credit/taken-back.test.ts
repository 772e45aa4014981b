import { ask, digestOf, snapshot, told } from './feed-sample';
import { countsOf, once, refusalsOf } from './one-decision-sample';
import { creditBed, make, market } from './sample';

const bed = creditBed();
beforeEach(() => bed.empty());
const submitted = refusalsOf(bed);
const counted = countsOf(bed);

describe('a listing that was taken back', () => {
  const sent = async (source: string, record: object) => {
    const { data } = await bed.run(
      `mutation ($source: String!, $records: [ListingInput!]!) { sent: submitListings(source: $source, records: $records) { import rejected { code } } }`,
      { caller: market, variables: { source, records: [record] } },
    );
    return data.sent as { import: string; rejected: { code: string }[] };
  };
  const back = async (id: string) => {
    const { data } = await bed.run(
      `mutation ($id: ID!) { back: takeBackCreditImport(import: $id, reason: "来源有误") { takenBack left { key code } } }`,
      { caller: market, variables: { id } },
    );
    return data.back as { takenBack: number; left: { key: string; code: string }[] };
  };

  test('but waits for its correction since others refer to it MUST make room for the record of another source', async () => {
    const { import: id } = await sent('wrong', make.listing());
    await bed.put('submitMeasureFeedback', {
      ...{ sourceId: '1', listingId: 'wrong/1', measureCode: 'M1', result: '已落实', takenOn: '2026-02-02' },
      ...{ departmentCode: '430682-MARKET_SUPERVISION', regionCode: '430682' },
    });
    expect(await back(id)).toMatchObject({ takenBack: 0, left: [{ code: 'IMPORT_ROW_REFERRED_TO' }] });
    expect(await submitted([make.listing()], 'right')).toEqual([]);
    expect(await counted()).toEqual(once);
    expect(await bed.rows('SELECT id, duplicate_of FROM dishonesty_listing ORDER BY id')).toEqual([
      { id: 'right/1', duplicate_of: null },
      { id: 'wrong/1', duplicate_of: 'right/1' },
    ]);
  });

  test('MUST be REMOVED in the feed without a word of it, not be public, and not be in the snapshot', async () => {
    await bed.put('submitListings', make.listing({ sourceId: 'stays' }));
    const { import: id } = await sent('test', make.listing({ cause: '误报事由' }));
    expect((await snapshot(bed)).text).toContain('test/1');
    expect(await back(id)).toEqual({ takenBack: 1, left: [] });
    const answer = await ask(bed);
    expect(told(answer)).toEqual(['LISTED test/stays', 'LISTED test/1', 'REMOVED test/1 WITHDRAWN']);
    expect(answer.page.changes.slice(1)).toMatchObject([
      { line: null, listing: null },
      { line: null, listing: null },
    ]);
    const { text } = await snapshot(bed);
    expect(text.trim().split('\n')).toEqual([expect.stringContaining('test/stays')]);
    expect(JSON.stringify(answer) + text).not.toContain('误报事由');
    expect(answer.feed.digest).toBe(
      digestOf(
        text
          .trim()
          .split('\n')
          .map((line) => Buffer.from(line, 'latin1').toString()),
      ),
    );
    expect((await bed.run('{ dishonestyListing(id: "test/1") { id } }')).data.dishonestyListing).toBeNull();
  });

  test('MUST NOT come back as what is on record under another id by then', async () => {
    await bed.put('submitListings', make.listing());
    const { import: id } = await sent(
      'test',
      make.listing({ revision: 2, basisDocument: '临市监罚决〔2026〕7号' }),
    );
    await bed.putAs(
      market,
      'submitListings',
      make.listing({ sourceId: '2', basisDocument: '临市监罚决〔2026〕1号' }),
    );
    expect(await back(id)).toEqual({ takenBack: 0, left: [{ key: 'test/1', code: 'RECORD_DUPLICATE' }] });
  });
});
