import { figure, size } from '../support/figure';
import { torture, type Outcome } from '../torture/torture';

const SECONDS = size(30, 120);

describe('the feed under everything at once', () => {
  let outcome: Outcome;
  beforeAll(async () => {
    outcome = await torture(SECONDS, size(2, 16));
  }, 300_000);

  test('there MUST have been all that a consumer has to stand', () => {
    expect(outcome.counts).toMatchObject({
      restarted: 1,
      'rolled back': expect.any(Number),
      submitted: expect.any(Number),
      'killed JavaScript': expect.any(Number),
      'found a forgery': expect.any(Number),
      'cleaned up': expect.any(Number),
      restored: 1,
      'renewed keys': 1,
      'renewed the epoch': 1,
    });
    expect(Number(outcome.head.sequence)).toBeGreaterThan(100);
  });

  test('no change MUST be skipped or seen twice, and nothing of a subject be served after its removal', () => {
    figure('served after its removal, skipped or doubled', outcome.faults.length);
    figure('pages and snapshots read meanwhile', outcome.counts.read ?? 0);
    expect(outcome.faults).toEqual([]);
  });

  test('the digest MUST be that of the published list', () => {
    expect(outcome.head).toMatchObject({
      digestMatches: true,
      listed: Object.keys(outcome.published).length,
    });
  });

  test('every consumer MUST end with exactly the published list', () => {
    expect(Object.keys(outcome.published).length).toBeGreaterThan(0);
    for (const copy of outcome.copies) expect(copy?.lines).toEqual(outcome.published);
  });
});
