import { sm2 } from 'sm-crypto-v2';
import { textOf } from '../../../subgraphs/credit/feed/feed.rules';
import { sealCursor } from '../../../subgraphs/kernel';
import { publicKeys } from '../../../subgraphs/credit/feed/snapshot';
import { backUpFeed } from '../../support/backup';
import { TEST_SETTINGS, keysFrom } from '../../support/settings';
import { ask, digestOf, holds, snapshot, told } from './feed-sample';
import { USCC, creditBed, make, market, safety } from './sample';

const bed = creditBed();

describe('the feed of changes', () => {
  beforeEach(() => bed.empty());

  const floorAt = (moment: string) => bed.subgraph.db.read(`SELECT retire_changes(${moment})`);

  test('it MUST tell of a listing, its correction and its removal in their order, and of nothing else', async () => {
    await bed.submit('submitListings', [make.listing()]);
    await bed.submit('submitListings', [
      make.notified({ sourceId: '2' }),
      make.revoked({ sourceId: '3' }),
      make.expired({ sourceId: '4' }),
    ]);
    await bed.submit('submitListings', [make.listing({ revision: 2, cause: '更正后的事由' })]);
    await bed.submit('submitListings', [make.listing({ revision: 3, cause: '更正后的事由' })]);
    expect(told(await ask(bed))).toEqual(['LISTED test/1', 'AMENDED test/1']);
    await bed.submit('submitListings', [make.removed({ revision: 4 })]);
    expect(told(await ask(bed))).toEqual(['LISTED test/1', 'AMENDED test/1', 'REMOVED test/1 REPAIRED']);
  });

  test.each([
    ['REPAIRED', { status: 'REMOVED_EARLY', removedOn: '2026-03-02', removalReason: '修复' }],
    ['REVOKED', { status: 'REVOKED', removedOn: '2026-03-02', removalReason: '撤销' }],
    ['WITHDRAWN', { status: 'NOTIFIED', listedOn: null }],
  ])(
    'a removal MUST say that it was %s, by when use must stop, and nothing of what was written',
    async (reason, changes) => {
      await bed.submit('submitListings', [
        make.listing({ cause: '不得再见', decidedOn: '2025-01-13', listedOn: '2025-01-15' }),
      ]);
      await bed.submit('submitListings', [
        make.listing({ decidedOn: '2025-01-13', listedOn: '2025-01-15', revision: 2, ...changes }),
      ]);
      const { page } = await ask(bed);
      expect(page.changes.map(({ listing, line }: Record<string, unknown>) => [listing, line])).toEqual([
        [null, null],
        [null, null],
      ]);
      expect(page.changes[1]).toMatchObject({
        kind: 'REMOVED',
        reason,
        subjectUscc: USCC,
        stopUseBy: expect.stringMatching(/T16:00:00.000Z$/),
        stopUseByRule: { version: expect.stringMatching(/^credit\.stop-publishing/) },
      });
      expect(JSON.stringify(page)).not.toContain('不得再见');
    },
  );

  test('a term that is over MUST be told of the day after, by whoever asks, job or no job, and only once', async () => {
    await bed.submit('submitListings', [make.listing({ decidedOn: '2024-01-10', listedOn: '2024-01-15' })]);
    bed.now('2027-01-15T15:59:59Z');
    const last = await ask(bed);
    expect(last.page.changes[0].line).not.toBeNull();
    bed.now('2027-01-15T16:00:00Z');
    const over = await Promise.all([ask(bed), ask(bed), ask(bed), snapshot(bed)]);
    expect(over[3].text).toBe('');
    const { page, feed } = await ask(bed, { after: last.page.next });
    expect(page.changes).toMatchObject([
      {
        kind: 'REMOVED',
        reason: 'EXPIRED',
        stopUseBy: '2027-01-15T16:00:00.000Z',
        stopUseByRule: null,
        sequence: '2',
      },
    ]);
    expect(feed.listed).toBe(0);
    expect((await ask(bed)).page.changes[0]).toMatchObject({ kind: 'LISTED', line: null, listing: null });
  });

  test('a person MUST be masked, and stand for no enterprise', async () => {
    await bed.submit('submitListings', [make.person()], { caller: safety });
    const { page } = await ask(bed);
    expect(page.changes[0]).toMatchObject({
      subjectUscc: '000000000000000000',
      listing: { subjectName: '张**' },
    });
    expect(JSON.parse(page.changes[0].line)).toMatchObject({
      subjectName: '张**',
      cause: '张**瞒报生产安全事故',
      uscc: null,
    });
    expect(JSON.stringify(page)).not.toContain('张三丰');
  });

  test('an agency MUST be told of no more than the public', async () => {
    await bed.submit('submitListings', [make.listing(), make.listing({ sourceId: '2' })]);
    await bed.submit('submitListings', [make.removed({ revision: 2 })]);
    const asked =
      '{ dishonestyChanges { ... on DishonestyChangePage { changes { listingId line listing { id } } } } }';
    const answer = await bed.run(asked, { caller: market });
    expect(answer).toEqual(await bed.run(asked));
    expect(answer.data.dishonestyChanges.changes.map(({ listing }: { listing: object }) => listing)).toEqual([
      null,
      { id: 'test/2' },
      null,
    ]);
  });

  test('a listing that comes back MUST be shown from its second coming on only', async () => {
    await bed.submit('submitListings', [make.listing()]);
    await bed.submit('submitListings', [
      make.listing({ revision: 2, status: 'REVOKED', removedOn: '2026-02-02', removalReason: '撤销' }),
    ]);
    await bed.submit('submitListings', [make.listing({ revision: 3 })]);
    const { page } = await ask(bed);
    expect(page.changes.map(({ kind, line }: Record<string, unknown>) => [kind, line !== null])).toEqual([
      ['LISTED', false],
      ['REMOVED', false],
      ['LISTED', true],
    ]);
  });

  test('its pages MUST join without a gap and end caught up, with the digest of the copy', async () => {
    await bed.submit(
      'submitListings',
      Array.from({ length: 7 }, (_, at) => make.listing({ sourceId: String(at) })),
    );
    const lines: string[] = [];
    let { page, feed } = await ask(bed, { first: 3 });
    for (; !page.caughtUp; { page, feed } = await ask(bed, { after: page.next, first: 3 }))
      lines.push(...page.changes.map((change: { line: string }) => change.line));
    lines.push(...page.changes.map((change: { line: string }) => change.line));
    expect(lines).toHaveLength(7);
    expect(feed).toMatchObject({
      listed: 7,
      digest: digestOf(lines),
      snapshotUrl: '/feeds/dishonesty.ndjson',
    });
    expect(page.digest).toBe(feed.digest);
    expect((await ask(bed, { after: feed.head })).page).toMatchObject({ changes: [], caughtUp: true });
  });

  test('a forged, altered or foreign cursor MUST be answered CursorInvalid', async () => {
    const { page } = await ask(bed);
    const other = sealCursor(
      { epoch: 'x', sequence: '0', from: '0', mark: '' },
      keysFrom('another data key of another system'),
    );
    for (const after of [
      '',
      'x',
      other,
      `${page.next}A`,
      `${page.next.startsWith('B') ? 'C' : 'B'}${page.next.slice(1)}`,
      Buffer.from('{"sequence":0}').toString('base64url'),
    ]) {
      expect((await ask(bed, { after })).page).toEqual({ message: expect.stringMatching(/^游标/) });
    }
  });

  test('a cursor of another epoch, from the future or below the floor MUST be answered CursorExpired with where to begin', async () => {
    await bed.submit('submitListings', [make.listing(), make.listing({ sourceId: '2' })]);
    const { page: first } = await ask(bed, { first: 1 });
    const { feed } = await ask(bed);
    await bed.submit('submitListings', [make.removed({ revision: 2 })]);
    await floorAt('now()');
    const seal = (epoch: string, sequence: string) =>
      sealCursor({ epoch, sequence, from: '0', mark: '' }, TEST_SETTINGS.dataKey);
    for (const after of [first.next, seal('other', '3'), seal(feed.epoch, '99')]) {
      const { page } = await ask(bed, { after });
      expect(page).toEqual({ restartAfter: expect.any(String), oldest: expect.any(String) });
      expect(told(await ask(bed, { after: page.restartAfter }))).toEqual(['LISTED test/2']);
      expect(told(await ask(bed, { after: page.oldest }))).toEqual([]);
    }
  });

  test('after a restored backup a cursor of what was lost MUST be answered CursorExpired, one of before it go on', async () => {
    await bed.submit('submitListings', [make.listing()]);
    const { page: common } = await ask(bed);
    const { url } = bed.subgraph.db.dataSource.options as { url?: string };
    const backup = await backUpFeed(String(url));
    await bed.submit('submitListings', [make.listing({ sourceId: '2' })]);
    const [{ page: lost }, { headers: former }] = [await ask(bed), await snapshot(bed)];
    await backup.restore();
    await backup.close();
    expect((await ask(bed, { after: lost.next })).page).toHaveProperty('restartAfter');
    // the lost number is given again, and then another
    for (const sourceId of ['3', '4']) {
      await bed.submit('submitListings', [make.listing({ sourceId })]);
      expect((await ask(bed, { after: lost.next })).page).toHaveProperty('restartAfter');
      expect((await snapshot(bed)).headers.etag).not.toBe(former.etag);
    }
    expect(told(await ask(bed, { after: common.next }))).toEqual(['LISTED test/3', 'LISTED test/4']);
  });

  test('the change at the floor MUST be told apart too, though it is gone', async () => {
    const { url } = bed.subgraph.db.dataSource.options as { url?: string };
    const backup = await backUpFeed(String(url));
    const ends = [];
    for (let history = 0; history < 2; history++) {
      await bed.submit('submitListings', [make.listing()]);
      await bed.submit('submitListings', [make.revoked({ revision: 2 })]);
      await floorAt('clock_timestamp()');
      ends.push((await ask(bed)).page.next);
      if (history === 0) await backup.restore();
    }
    await backup.close();
    expect((await ask(bed, { after: ends[0] })).page).toHaveProperty('restartAfter');
    expect((await ask(bed, { after: ends[1] })).page).toMatchObject({ changes: [], caughtUp: true });
  });

  test('a consumer that begins anew while the floor is raised MUST be told to begin again', async () => {
    await bed.submit('submitListings', [make.listing(), make.listing({ sourceId: '2' })]);
    await floorAt('now()');
    const { page } = await ask(bed, { first: 1 });
    expect(told(await ask(bed, { after: page.next }))).toEqual(['LISTED test/2']);
    await bed.submit('submitListings', [make.removed({ revision: 2 })]);
    await floorAt('now()');
    expect((await ask(bed, { after: page.next })).page).toHaveProperty('restartAfter');
    expect(told(await ask(bed))).toEqual(['LISTED test/2']);
  });

  test('whoever waits MUST be answered as soon as something happens, and by one look for all of them', async () => {
    const { page } = await ask(bed);
    let waiting = Promise.resolve([] as unknown[]);
    const statements = await bed.statementsOf(async () => {
      waiting = Promise.all(Array.from({ length: 100 }, () => ask(bed, { after: page.next, wait: 30 })));
      await new Promise((resolve) => setTimeout(resolve, 700));
    });
    expect(
      statements.filter((text) => text.startsWith('SELECT feed.epoch') && !text.includes('LATERAL')).length,
    ).toBeLessThan(110);
    await bed.submit('submitListings', [make.listing()]);
    for (const answer of await waiting)
      expect(told(answer as Awaited<ReturnType<typeof ask>>)).toEqual(['LISTED test/1']);
  });

  test.each([{ first: 0 }, { first: 1_001 }])('%j MUST be refused', async (variables) => {
    await expect(ask(bed, variables)).rejects.toThrow('PAGE_SIZE_INVALID');
  });

  test('a wait beyond 30 s MUST be refused', async () => {
    await expect(ask(bed, { wait: 31 })).rejects.toThrow('NUMBER_INVALID');
  });

  test('a page MUST bear signatures that the published keys verify, and that no altered page has', async () => {
    await bed.submit('submitListings', [make.listing(), make.listing({ sourceId: '2' })]);
    await bed.submit('submitListings', [make.removed({ revision: 2 })]);
    const { page } = await ask(bed);
    const { keys } = JSON.parse((await snapshot(bed, {}, publicKeys)).text) as {
      keys: Record<string, string>[];
    };
    const [edwards = {}, chinese = {}] = keys;
    expect(holds(page.signature, textOf(page), edwards)).toBe(true);
    expect(holds(page.signature, textOf({ ...page, caughtUp: false }), edwards)).toBe(false);
    const [head, , made] = page.sm2.split('.');
    const publicKey = `04${Buffer.from(`${chinese.x}`, 'base64url').toString('hex')}${Buffer.from(`${chinese.y}`, 'base64url').toString('hex')}`;
    const input = (text: string) => Buffer.from(`${head}.${Buffer.from(text).toString('base64url')}`);
    const signature = Buffer.from(made, 'base64url').toString('hex');
    expect(sm2.doVerifySignature(input(textOf(page)), signature, publicKey, { hash: true })).toBe(true);
    expect(
      sm2.doVerifySignature(input(textOf({ ...page, next: '' })), signature, publicKey, { hash: true }),
    ).toBe(false);
  });

  test('what a transaction did not commit MUST NOT be told of, and leave no gap', async () => {
    await bed.submit('submitListings', [make.listing()]);
    const aborted = bed.subgraph.db.transaction(async (tx) => {
      await tx.query(`UPDATE dishonesty_listing SET status = 'REVOKED'`);
      await tx.query('SET CONSTRAINTS ALL IMMEDIATE');
      throw new Error('changed our mind');
    });
    await expect(aborted).rejects.toThrow('changed our mind');
    await bed.submit('submitListings', [make.listing({ sourceId: '2' })]);
    const { page } = await ask(bed);
    expect(page.changes.map(({ sequence }: { sequence: string }) => sequence)).toEqual(['1', '2']);
    expect(told({ page, feed: null })).toEqual(['LISTED test/1', 'LISTED test/2']);
  });
});
