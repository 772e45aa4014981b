import { createHash } from 'node:crypto';
import { sm2 } from 'sm-crypto-v2';
import { listingLine } from '../../../subgraphs/credit/feed/line';
import { csvSnapshot, lineSchema, ndjsonSnapshot, publicKeys } from '../../../subgraphs/credit/feed/snapshot';
import type { ResourceChoice, Streamed } from '../../../subgraphs/kernel';
import { as, callOf } from '../../support/callers';
import { ask, holds, snapshot, treeOf } from './feed-sample';
import { USCC, creditBed, make, safety } from './sample';

const bed = creditBed();
const bytesOf = async (resource = ndjsonSnapshot, choice: ResourceChoice = {}, headers = {}) => {
  const answer = await snapshot(bed, headers, resource, choice);
  return { ...answer, bytes: Buffer.from(answer.text, 'latin1') };
};
const linesNow = async () => (await bytesOf()).bytes.toString().split('\n').slice(0, -1);

beforeAll(async () => {
  await bed.submit('submitListings', [
    make.listing({ measures: ['不适用告知承诺制', '不予授予荣誉称号等表彰奖励'] }),
    make.listing({ sourceId: '2', subjectName: '=乙公司' }),
  ]);
  await bed.submit('submitListings', [make.person({ sourceId: '4' })], { caller: safety });
});

describe('a line', () => {
  interface Property {
    type: string | string[];
    enum?: (string | null)[];
    format?: string;
    items?: { type: string };
  }
  const isOf = (value: unknown, { type, enum: values, format, items }: Property): boolean => {
    const is = Array.isArray(value) ? 'array' : typeof (value ?? 0);
    if (
      ![type].flat().includes(value === null ? 'null' : is) ||
      (values && !values.includes(value as string))
    )
      return false;
    if (format === 'date' && value !== null) return /^\d{4}-\d{2}-\d{2}$/.test(String(value));
    return !Array.isArray(value) || value.every((each) => typeof each === items?.type);
  };

  test('MUST be what its schema says: these names in this order, of these types, and no others', async () => {
    const { headers, text } = await snapshot(bed, {}, lineSchema);
    expect(headers['content-type']).toBe('application/schema+json');
    const schema = JSON.parse(text) as { properties: Record<string, Property>; required: string[] };
    const names = Object.keys(schema.properties);
    expect(schema).toMatchObject({ required: names, additionalProperties: false });
    const all = (await linesNow()).map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(all).toHaveLength(3);
    for (const line of all) {
      expect(Object.keys(line)).toEqual(names);
      const wrong = names.filter((name) => !isOf(line[name], schema.properties[name]!));
      expect(wrong).toEqual([]);
    }
  });

  // whoever changes the line must make a version of its own: copies and digests that are held would all be wrong
  test('of version 1 MUST stay what it is, byte for byte', async () => {
    const line = (await linesNow())[0]!;
    expect(line).toBe(
      `{"id":"test/1","list":"MARKET_SERIOUS_ILLEGAL","subjectKind":"ENTERPRISE","uscc":"${USCC}","subjectName":"甲公司","cause":"生产不符合保障人体健康和人身、财产安全国家标准的产品","basisDocument":"临市监罚决〔2026〕1号","departmentCode":"430682-MARKET_SUPERVISION","regionCode":"430682","industryCode":null,"decidedOn":"2026-01-12","listedOn":"2026-01-15","expiresOn":"2029-01-15","earliestRemovalOn":"2027-01-15","measures":["不适用告知承诺制","不予授予荣誉称号等表彰奖励"],"matterCodes":[],"synthetic":false}`,
    );
    expect(listingLine.version).toBe(1);
    expect(treeOf([line]).root).toBe('24a100af44367f6dcfe4dc317c484364e1437736c6ae8902b719c4de99481908');
  });

  test('of a person MUST be told by its kind, in the line, in the table and in the change', async () => {
    const { page } = await ask(bed);
    const kinds = page.changes.map((each: Record<string, string>) => [each.listingId, each.subjectKind]);
    expect(kinds).toEqual([
      ['test/1', 'ENTERPRISE'],
      ['test/2', 'ENTERPRISE'],
      ['test/4', 'PERSON'],
    ]);
    const [, , person] = await linesNow();
    expect(JSON.parse(person!)).toMatchObject({ subjectKind: 'PERSON', uscc: null });
    expect((await bytesOf(csvSnapshot)).bytes.toString()).toContain('PERSON,,张**');
  });
});

test('a table MUST have the columns of the line, lists in one cell, and a mark for spreadsheets where one is asked for', async () => {
  const plain = await bytesOf(csvSnapshot);
  const marked = await bytesOf(csvSnapshot, { bom: '1' });
  const [head, first] = plain.bytes.toString().split('\n');
  expect(head).toBe(Object.keys(listingLine.fields).join(','));
  expect(first).toContain(',不适用告知承诺制；不予授予荣誉称号等表彰奖励,,false');
  expect(marked.bytes).toEqual(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), plain.bytes]));
  expect(marked.headers.etag).not.toBe(plain.headers.etag);
});

describe('the proof of a file', () => {
  const files: [string, typeof csvSnapshot, ResourceChoice][] = [
    ['dishonesty.ndjson', ndjsonSnapshot, { proof: 'file' }],
    ['dishonesty.csv', csvSnapshot, { proof: 'file' }],
    ['dishonesty.csv', csvSnapshot, { proof: 'file', bom: '1' }],
  ];

  test.each(files)('MUST be over its very bytes: %s', async (file, resource, choice) => {
    const { headers, bytes } = await bytesOf(resource, choice);
    const statementOver = (content: Buffer) =>
      JSON.stringify({
        algorithm: 'SHA-256/256x256/1',
        cursor: headers['x-feed-cursor'],
        feed: 'dishonesty',
        file,
        listed: 3,
        madeAt: headers['x-feed-made-at'],
        root: headers['x-feed-root'],
        sequence: '3',
        sha256: createHash('sha256').update(content).digest('hex'),
      });
    const [ed25519, sm2Key] = await keysNow();
    const forged = Buffer.from(bytes);
    forged[7]! ^= 1;
    expect(holds(headers['x-feed-file-proof']!, statementOver(bytes), ed25519!)).toBe(true);
    expect(holds(headers['x-feed-file-proof']!, statementOver(forged), ed25519!)).toBe(false);
    expect(holdsSm2(headers['x-feed-file-proof-sm2']!, statementOver(bytes), sm2Key!)).toBe(true);
    expect(holdsSm2(headers['x-feed-file-proof-sm2']!, statementOver(forged), sm2Key!)).toBe(false);
    expect(headers['content-length']).toBe(String(bytes.length));
  });

  test('MUST make parts of a table to be had, of which the length is known then', async () => {
    const { bytes, headers } = await bytesOf(csvSnapshot, { proof: 'file' });
    expect(headers['accept-ranges']).toBe('bytes');
    const rest = await bytesOf(
      csvSnapshot,
      { proof: 'file' },
      { range: 'bytes=100-', 'if-range': headers.etag },
    );
    expect([rest.status, rest.bytes]).toEqual([206, bytes.subarray(100)]);
  });

  test('MUST read the list once, however often it is asked for', async () => {
    const asked = async () => {
      const answer = await csvSnapshot.answer(bed.subgraph.open(callOf(as.public)), {}, { proof: 'file' });
      (answer.body as Streamed).close();
      return answer.headers;
    };
    const before = await asked();
    const statements = await bed.statementsOf(async () =>
      expect((await asked())['x-feed-made-at']).toBe(before['x-feed-made-at']),
    );
    expect(statements.filter((text) => text.includes('listing_line'))).toEqual([]);
  });
});

describe('a key that is changed', () => {
  const OLD = new TextEncoder().encode('the signing key of tests, nothing else');
  const NEW = new TextEncoder().encode('another signing key, for as long as tests');

  test('MUST leave the old one published until its last day: what it has signed holds, and whoever does not know the new one finds it', async () => {
    const before = await keysNow();
    const { page } = await ask(bed);
    const statement = JSON.stringify({
      algorithm: 'SHA-256/256x256/1',
      cursor: page.next,
      feed: 'dishonesty',
      listed: page.listed,
      root: page.root,
      sequence: page.endSequence,
    });
    const rotated = { signingKey: NEW, oldSigningKeys: [{ key: OLD, until: '2026-06-15' }] };
    const now = await keysNow(rotated);
    expect(now.map(({ until }) => until)).toEqual([undefined, undefined, '2026-06-15', '2026-06-15']);
    const kidOf = (proof: string) =>
      (JSON.parse(Buffer.from(proof.split('.')[0]!, 'base64url').toString()) as { kid: string }).kid;
    const old = now.find(({ kid }) => kid === kidOf(page.proof))!;
    expect(holds(page.proof, statement, old)).toBe(true);
    const fresh = await ndjsonSnapshot.answer(contextWith(rotated), {}, {});
    (fresh.body as Streamed).close();
    const kid = kidOf(fresh.headers['x-feed-proof']!);
    expect(before.map((each) => each.kid)).not.toContain(kid);
    expect(now.map((each) => each.kid)).toContain(kid);
    const after = await keysNow({ ...rotated, oldSigningKeys: [{ key: OLD, until: '2026-06-14' }] });
    expect(after.map((each) => each.kid)).not.toContain(kidOf(page.proof));
    expect(after).toHaveLength(2);
  });
});

function contextWith(settings: object) {
  const context = bed.subgraph.open(callOf(as.public));
  return { ...context, settings: { ...context.settings, ...settings } };
}

async function keysNow(settings: object = {}): Promise<Record<string, string>[]> {
  const { body } = await publicKeys.answer(contextWith(settings), {});
  return (JSON.parse(String(body)) as { keys: Record<string, string>[] }).keys;
}

function holdsSm2(signature: string, text: string, { x = '', y = '' }: Record<string, string>): boolean {
  const [head, , made = ''] = signature.split('.');
  const hex = (base64: string) => Buffer.from(base64, 'base64url').toString('hex');
  const input = Buffer.from(`${head}.${Buffer.from(text).toString('base64url')}`);
  return sm2.doVerifySignature(input, hex(made), `04${hex(x)}${hex(y)}`, { hash: true });
}
