import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { testDatabase } from '../support/database';
import { testFolder } from '../support/folder';
import { freePort, modes, startPlatform, type Platform } from '../support/platform';
import { TEST_DATA_KEY } from '../support/settings';
import { ROOT } from '../support/sources';
import { digestOf } from '../subgraphs/credit/feed-sample';
import { make } from '../subgraphs/credit/sample';

const SUBMIT = `mutation ($records: [ListingInput!]!) { submitListings(source: "test", records: $records) { accepted rejected { message } } }`;
const CHANGES = `query ($after: String, $wait: Int) { dishonestyChanges(after: $after, waitSeconds: $wait) {
  ... on DishonestyChangePage { changes { kind listingId listing { id enterprise { uscc } } } next caughtUp } ... on CursorInvalid { message } } }`;

describe.each(modes)('the feed over HTTP, subgraphs %s', (mode) => {
  let platform: Platform;
  let token: string;
  let figures: string;
  const folder = testFolder();
  beforeAll(async () => {
    const port = await freePort();
    figures = `http://127.0.0.1:${port}/metrics/feed`;
    platform = await startPlatform(mode, { METRICS_PORT: String(port) }, testDatabase);
    token = await platform.token('MARKET_SUPERVISION', '000000', 'write:credit');
    await submit([1, 2, 3].map((at) => make.listing({ sourceId: String(at) })));
  });
  afterAll(() => platform?.stop());

  const submit = async (records: object[]) =>
    expect(
      (await platform.post(SUBMIT, { token, variables: { records } })).data.submitListings,
    ).toMatchObject({
      accepted: records.length,
    });
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(platform.address + path, { headers });
  test('the snapshot MUST come whole, compressed, known and from any byte on', async () => {
    const whole = await get('/feeds/dishonesty.ndjson', { 'accept-encoding': 'identity' });
    const text = await whole.text();
    const lines = text.split('\n').slice(0, -1);
    expect([whole.headers.get('x-feed-digest'), lines.length]).toEqual([digestOf(lines), 3]);
    const etag = String(whole.headers.get('etag'));
    const zipped = await get('/feeds/dishonesty.ndjson', { 'accept-encoding': 'gzip' });
    expect([zipped.headers.get('content-encoding'), await zipped.text()]).toEqual(['gzip', text]);
    const rest = await get('/feeds/dishonesty.ndjson', {
      range: 'bytes=9-',
      'if-range': etag,
      'accept-encoding': 'identity',
    });
    expect([rest.status, await rest.text()]).toEqual([206, Buffer.from(text).subarray(9).toString()]);
    expect((await get('/feeds/dishonesty.ndjson', { 'if-none-match': etag })).status).toBe(304);
    await platform.sql('UPDATE credit.dishonesty_feed SET alone = true');
    const since = { 'if-modified-since': String(whole.headers.get('last-modified')) };
    expect((await get('/feeds/dishonesty.ndjson', since)).status).toBe(304);
    const table = await get('/feeds/dishonesty.csv?bom=1&proof=file');
    const bytes = Buffer.from(await table.arrayBuffer());
    expect(bytes.toString().split('\n')[0]).toMatch(/^\uFEFFid,list,/);
    expect(table.headers.get('x-feed-sha256')).toBe(createHash('sha256').update(bytes).digest('hex'));
  });

  describe('HEAD', () => {
    const paths = ['/feeds/dishonesty.ndjson', '/feeds/dishonesty.csv', '/.well-known/jwks.json'];
    const head = (path: string, headers: Record<string, string> = {}) =>
      fetch(platform.address + path, { method: 'HEAD', headers });
    /** What an answer says of itself, but for what each has of its own. */
    const toldBy = ({ status, headers }: Response) => ({
      status,
      headers: Object.fromEntries(
        [...headers].filter(
          // SM2 signs the same anew each time
          ([name]) =>
            !/^(date|connection|keep-alive|transfer-encoding|x-request-id|x-feed-proof-sm2)$/.test(name),
        ),
      ),
    });

    test.each(paths.flatMap((path) => ['identity', 'gzip'].map((coding) => [path, coding] as const)))(
      'of %s MUST say what GET says to whoever takes %s, its length included',
      async (path, coding) => {
        const asked = await head(path, { 'accept-encoding': coding });
        const got = await get(path, { 'accept-encoding': coding });
        const text = await got.text();
        expect(await asked.text()).toBe('');
        expect(toldBy(asked)).toEqual(toldBy(got));
        const length = asked.headers.get('content-length');
        if (length !== null) expect(Number(length)).toBe(Buffer.byteLength(text));
        else expect(coding === 'gzip' || path.endsWith('.csv')).toBe(true);
      },
    );

    test('MUST be answered like GET to whoever has the list, or asks for a part or with a bad token', async () => {
      const etag = String((await head(paths[0]!)).headers.get('etag'));
      expect((await head(paths[0]!, { 'if-none-match': etag })).status).toBe(304);
      expect((await head(paths[0]!, { range: 'bytes=9-' })).status).toBe(200);
      expect((await head(paths[0]!, { authorization: 'Bearer x' })).status).toBe(401);
    });

    test('MUST hold nothing: whoever asks often keeps no list from being sent', async () => {
      for (let round = 0; round < 40; round++)
        expect((await head(paths[round % 2]!, { 'accept-encoding': 'gzip' })).status).toBe(200);
      expect((await (await get(paths[0]!)).text()).split('\n')).toHaveLength(4);
    });
  });

  test('the keys MUST be at /.well-known/jwks.json, the figures at /metrics/feed, and a bad token be refused', async () => {
    const { keys } = (await (await get('/.well-known/jwks.json')).json()) as {
      keys: Record<string, string>[];
    };
    expect(keys).toMatchObject([
      { kty: 'OKP', crv: 'Ed25519' },
      { kty: 'EC', crv: 'SM2' },
    ]);
    expect(keys.flatMap((key) => Object.keys(key)).filter((name) => name === 'd')).toEqual([]);
    expect(await (await fetch(figures)).text()).toMatch(/^onematter_feed_listed 3$/m);
    expect((await get('/metrics/feed')).status).toBe(404);
    expect((await get('/feeds/dishonesty.ndjson', { authorization: 'Bearer x' })).status).toBe(401);
  });

  test('whoever waits MUST be told within 2 s of the commit', async () => {
    const { data } = await platform.post(CHANGES);
    const after = data.dishonestyChanges.next as string;
    const waiting = platform.post(CHANGES, { variables: { after, wait: 30 } });
    await sleep(500);
    await submit([make.listing({ sourceId: 'later' })]);
    const committed = Date.now();
    const answer = await waiting;
    expect(answer.errors).toBeUndefined();
    expect(answer.data.dishonestyChanges.changes).toMatchObject([
      { kind: 'LISTED', listing: { id: 'test/later' } },
    ]);
    expect(Date.now() - committed).toBeLessThan(2_000);
  });

  test('a wait for nothing MUST end with an empty page, not with an error', async () => {
    const { data } = await platform.post(CHANGES);
    const answer = await platform.post(CHANGES, {
      variables: { after: data.dishonestyChanges.next, wait: 30 },
    });
    expect([answer.errors, answer.data.dishonestyChanges]).toEqual([
      undefined,
      expect.objectContaining({ changes: [], caughtUp: true }),
    ]);
  }, 30_000);

  test('a consumer MUST be seen with its lag once it has acknowledged', async () => {
    const { data } = await platform.post(CHANGES);
    const input = { cursor: data.dishonestyChanges.next, name: 'copy' };
    const acknowledge =
      'mutation ($input: AcknowledgeInput!) { acknowledgeChanges(input: $input) { name lag } }';
    const asked = { token, variables: { input } };
    expect((await platform.post(acknowledge, asked)).data.acknowledgeChanges).toEqual({
      name: 'copy',
      lag: '0',
    });
    await submit([make.listing({ sourceId: 'behind' })]);
    expect((await platform.post('{ feedConsumers { name lag } }', { token })).data.feedConsumers).toEqual([
      { name: 'copy', lag: '1' },
    ]);
    expect(await (await fetch(figures)).text()).toMatch(/^onematter_feed_lag\{.*consumer="copy"\} 1$/m);
    const forged = { token, variables: { input: { ...input, cursor: 'x' } } };
    expect((await platform.post(acknowledge, forged)).errors?.[0]?.extensions.code).toBe(
      'FEED_CURSOR_INVALID',
    );
  });

  test('npm run export MUST write both files with cursor and digest, whole', async () => {
    const env = {
      ...process.env,
      DATABASE_URL: platform.config.databaseUrl ?? '',
      DATA_DIR: platform.config.dataDir,
      DATA_KEY: TEST_DATA_KEY,
    };
    const command = ['cli/onematter.cjs', 'export', 'dishonesty', '--to', folder];
    await promisify(execFile)(process.execPath, command, { cwd: ROOT, env });
    const about = JSON.parse(readFileSync(join(folder, 'dishonesty.json'), 'utf8')) as {
      digest: string;
      sha256: Record<string, string>;
      fileProofs: Record<string, object>;
    };
    const text = readFileSync(join(folder, 'dishonesty.ndjson'), 'utf8');
    expect(about).toMatchObject({
      cursor: expect.any(String),
      digest: digestOf(text.split('\n').slice(0, -1)),
    });
    for (const [name, sha256] of Object.entries(about.sha256))
      expect(
        createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex'),
      ).toBe(sha256);
    expect(Object.keys(about.fileProofs)).toEqual(Object.keys(about.sha256));
    expect(existsSync(join(folder, 'dishonesty.csv.new'))).toBe(false);
  });
});
