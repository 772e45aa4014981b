import fc from 'fast-check';
import { ask, digestOf } from './feed-sample';
import { creditBed, make } from './sample';

const bed = creditBed();

interface Copy {
  cursor: string | null;
  sequence: bigint;
  lines: Map<string, string>;
}
const nothing = (): Copy => ({ cursor: null, sequence: 0n, lines: new Map() });

/** A consumer that does what docs/feed.md says and nothing more; it never asks twice without getting on. */
async function follow(copy: Copy, first: number): Promise<Copy> {
  for (let asked = 0; ; asked++) {
    if (asked > 60) throw new Error('the consumer gets nowhere');
    const { page, feed } = await ask(bed, { after: copy.cursor, first });
    if ('restartAfter' in page) {
      copy = { ...nothing(), cursor: page.restartAfter };
      continue;
    }
    const floor = BigInt(page.floorSequence);
    const told = [...page.changes.map((change: { sequence: string }) => BigInt(change.sequence))];
    for (const sequence of [...told, BigInt(page.endSequence) + 1n]) {
      if (sequence === BigInt(page.endSequence) + 1n && told.at(-1) === BigInt(page.endSequence)) break;
      expect(sequence).toBeGreaterThan(copy.sequence);
      if (sequence > copy.sequence + 1n) expect(sequence - 1n).toBeLessThanOrEqual(floor);
      copy.sequence = sequence;
    }
    for (const { listingId, line } of page.changes) {
      if (line === null) copy.lines.delete(listingId);
      else copy.lines.set(listingId, line);
    }
    copy = { ...copy, cursor: page.next, sequence: BigInt(page.endSequence) };
    if (!page.caughtUp) continue;
    expect(digestOf([...copy.lines.values()])).toBe(page.digest);
    expect(page.endSequence).toBe(feed.headSequence);
    expect(copy.lines.size).toBe(feed.listed);
    return copy;
  }
}

const listing = fc.integer({ min: 1, max: 5 });
const act = fc.oneof(
  fc.record({ does: fc.constant('list' as const), which: listing }),
  fc.record({ does: fc.constant('revoke' as const), which: listing }),
  fc.record({ does: fc.constant('clean up' as const), which: fc.constant(0) }),
  fc.record({ does: fc.constant('follow' as const), which: fc.integer({ min: 0, max: 2 }) }),
);

describe('the floor of the feed', () => {
  beforeEach(() => bed.empty());

  test('whatever was cleaned up, the newest change included, each who follows the text MUST come to the same list', async () => {
    const histories = fc.array(act, { minLength: 5, maxLength: 25 });
    await fc.assert(
      fc.asyncProperty(histories, fc.integer({ min: 1, max: 3 }), async (acts, first) => {
        await bed.empty();
        const copies = [nothing(), nothing(), nothing()];
        let revision = 0;
        for (const { does, which } of acts) {
          const record = {
            sourceId: String(which),
            revision: ++revision,
            basisDocument: `书〔2026〕${which}号`,
          };
          if (does === 'list') await bed.submit('submitListings', [make.listing(record)]);
          if (does === 'revoke') await bed.submit('submitListings', [make.revoked(record)]);
          if (does === 'clean up') await bed.subgraph.db.read('SELECT retire_changes(clock_timestamp())');
          if (does === 'follow') copies[which] = await follow(copies[which]!, first);
        }
        const ends = await Promise.all([...copies, nothing()].map((copy) => follow(copy, first)));
        expect(new Set(ends.map(({ lines }) => JSON.stringify([...lines].sort()))).size).toBe(1);
      }),
      { numRuns: 14, seed: 15 },
    );
  });

  test('a page MUST say where the floor and its own end are, and that it is caught up though its last change is gone', async () => {
    await bed.submit('submitListings', [
      make.listing(),
      make.listing({ sourceId: '2', basisDocument: '另一书' }),
    ]);
    await bed.submit('submitListings', [make.revoked({ revision: 2 })]);
    await bed.subgraph.db.read('SELECT retire_changes(clock_timestamp())');
    const { page, feed } = await ask(bed, { first: 1 });
    expect(page).toMatchObject({
      changes: [{ sequence: '2', listingId: 'test/2' }],
      caughtUp: true,
      floorSequence: '3',
      endSequence: '3',
    });
    expect(feed).toMatchObject({ floorSequence: '3', headSequence: '3' });
    expect((await ask(bed, { after: page.next })).page).toMatchObject({
      changes: [],
      caughtUp: true,
      endSequence: '3',
    });
  });
});
