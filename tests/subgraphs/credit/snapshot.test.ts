import { brotliDecompressSync, gunzipSync } from 'node:zlib';
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
    const plain = await snapshot(bed);
    for (const [coding, unpack] of [
      ['gzip', gunzipSync],
      ['br', brotliDecompressSync],
    ] as const) {
      const packed = await snapshot(bed, { 'accept-encoding': coding });
      expect(packed.headers['content-encoding']).toBe(coding);
      expect(unpack(Buffer.from(packed.text, 'latin1')).toString('latin1')).toBe(plain.text);
      expect(packed.headers.etag).not.toBe(plain.headers.etag);
      expect(await snapshot(bed, { 'if-none-match': packed.headers.etag })).toMatchObject({ status: 304 });
    }
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

  test('any part MUST be what these bytes of the whole are', async () => {
    const { text, headers } = await snapshot(bed);
    for (const [range, from, to] of [
      ['3-8', 3, 9],
      ['0-0', 0, 1],
      ['-7', text.length - 7, text.length],
      [`5-${2 * text.length}`, 5, text.length],
    ] as const) {
      const part = await snapshot(bed, { range: `bytes=${range}`, 'if-range': headers.etag });
      expect([part.status, part.text]).toEqual([206, text.slice(from, to)]);
      expect(part.headers['content-length']).toBe(String(part.text.length));
    }
  });

  test('its date MUST tell it from the list before, and count for nothing where two were seen in one second', async () => {
    const dated = (headers: object = {}) => snapshot(bed, { ...headers });
    const shift = (by: string) =>
      bed.rows(`UPDATE dishonesty_feed SET changed_at = clock_timestamp() + interval '${by}'`);
    await shift('-1 hour');
    const before = (await dated()).headers['last-modified'];
    await bed.submit('submitListings', [make.listing({ sourceId: '7' }), make.listing({ sourceId: '8' })]);
    const { headers, text } = await dated();
    expect(Date.parse(headers['last-modified']!) - Date.parse(before!)).toBeGreaterThan(3_500_000);
    const asked = { 'if-modified-since': headers['last-modified'] };
    expect(await dated(asked)).toMatchObject({ status: 304, body: null });
    expect(await dated({ 'if-modified-since': before })).toMatchObject({ status: 200 });
    expect(await dated({ range: 'bytes=9-', 'if-range': headers['last-modified'] })).toMatchObject({
      status: 206,
      text: text.slice(9),
    });
    // the clock has not passed the second of the list before
    await shift('1 hour');
    await bed.submit('submitListings', [make.listing({ sourceId: '9' })]);
    const other = { 'if-modified-since': (await dated()).headers['last-modified'] };
    expect(await dated(other)).toMatchObject({ status: 200 });
    await shift('-1 second');
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
