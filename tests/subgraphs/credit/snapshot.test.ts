import { gunzipSync } from 'node:zlib';
import { csvSnapshot, ndjsonSnapshot } from '../../../subgraphs/credit/feed/snapshot';
import type { Streamed } from '../../../subgraphs/kernel';
import { as, callOf } from '../../support/callers';
import { ask, digestOf, snapshot, told } from './feed-sample';
import { creditBed, make, safety } from './sample';

const utf8 = (latin1: string) => Buffer.from(latin1, 'latin1').toString();

const bed = creditBed();

describe('the snapshot', () => {
  beforeAll(async () => {
    await bed.submit('submitListings', [
      make.listing(),
      make.listing({ sourceId: '2', subjectName: '=乙公司' }),
      make.removed({ sourceId: '3' }),
    ]);
    await bed.submit('submitListings', [make.person({ sourceId: '4' })], { caller: safety });
  });

  test('it MUST hold every published listing once, as the feed gives it, and go with a cursor and a digest', async () => {
    const { status, headers, text } = await snapshot(bed);
    const { page, feed } = await ask(bed);
    const lines = utf8(text).split('\n').slice(0, -1);
    expect(status).toBe(200);
    expect([...lines].sort()).toEqual(page.changes.map(({ line }: { line: string }) => line).sort());
    expect(headers).toMatchObject({
      'x-feed-cursor': feed.head,
      'x-feed-digest': digestOf(lines),
      'x-feed-listed': '3',
    });
    expect(headers['content-length']).toBe(String(Buffer.from(text, 'latin1').length));
    expect(text).not.toContain(Buffer.from('张三丰').toString('latin1'));
  });

  test('what happens after it MUST be told of after its cursor, nothing of it twice', async () => {
    const { headers } = await snapshot(bed);
    await bed.submit('submitListings', [make.listing({ sourceId: '5' })]);
    expect(told(await ask(bed, { after: headers['x-feed-cursor'] }))).toEqual(['LISTED test/5']);
  });

  test('whoever has it already MUST be told so', async () => {
    const { headers } = await snapshot(bed);
    expect(await snapshot(bed, { 'if-none-match': headers.etag })).toMatchObject({ status: 304, body: null });
    expect(await snapshot(bed, { 'if-none-match': '"other"' })).toMatchObject({ status: 200 });
  });

  test('it MUST come compressed to whoever takes that', async () => {
    const [plain, zipped] = [await snapshot(bed), await snapshot(bed, { 'accept-encoding': 'br, gzip' })];
    expect(zipped.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(Buffer.from(zipped.text, 'latin1')).toString('latin1')).toBe(plain.text);
    expect(zipped.headers.etag).not.toBe(plain.headers.etag);
    expect(
      (await snapshot(bed, { 'accept-encoding': 'gzip;q=0' })).headers['content-encoding'],
    ).toBeUndefined();
  });

  test('a broken download MUST go on from any byte while the list is the same, and begin anew once it is not', async () => {
    const whole = await snapshot(bed);
    for (const first of [0, 1, 100, whole.text.length - 1]) {
      const rest = await snapshot(bed, { range: `bytes=${first}-`, 'if-range': whole.headers.etag });
      expect([rest.status, rest.text]).toEqual([206, whole.text.slice(first)]);
      expect(rest.headers['content-range']).toBe(
        `bytes ${first}-${whole.text.length - 1}/${whole.text.length}`,
      );
    }
    expect(
      await snapshot(bed, { range: `bytes=${whole.text.length}-`, 'if-range': whole.headers.etag }),
    ).toMatchObject({ status: 416 });
    await bed.submit('submitListings', [make.listing({ sourceId: '6' })]);
    expect(await snapshot(bed, { range: 'bytes=10-', 'if-range': whole.headers.etag })).toMatchObject({
      status: 200,
    });
  });

  test('a table MUST hold the same, and no formula for a spreadsheet to run', async () => {
    const { text } = await snapshot(bed, {}, csvSnapshot);
    const [head, ...rows] = utf8(text).trim().split('\n');
    expect(head).toMatch(/^id,list,subjectKind,uscc,subjectName,/);
    expect(rows).toHaveLength(Number((await snapshot(bed)).headers['x-feed-listed']));
    expect(utf8(text)).toContain(",'=乙公司,");
  });

  test('what nobody opens MUST NOT be read from the lists', async () => {
    for (const resource of [ndjsonSnapshot, csvSnapshot]) {
      const statements = await bed.statementsOf(async () => {
        const asked = { 'accept-encoding': 'gzip' };
        const { body } = await resource.answer(bed.subgraph.open(callOf(as.public)), asked);
        (body as Streamed).close();
      });
      expect(statements.length).toBeGreaterThan(0);
      expect(statements.filter((text) => /listing_line/.test(text))).toEqual([]);
    }
  });

  test('what is not sent yet when a subject is removed MUST NOT be sent', async () => {
    const { body } = await ndjsonSnapshot.answer(bed.subgraph.open(callOf(as.public)), {});
    await bed.submit('submitListings', [make.removed({ sourceId: '1', revision: 2 })]);
    await expect((body as Streamed).open().toArray()).rejects.toThrow('is void');
  });
});
