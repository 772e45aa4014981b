import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesOf, jsonSchemaOf, publicKeys, type Feed, type Streamed } from '../../subgraphs/kernel';
import { penaltyFeed } from '../../subgraphs/enforcement/penalty/penalty.feed';
import { typicalCaseFeed } from '../../subgraphs/enforcement/typical-case/typical-case.feed';
import { exportList, publishedAs } from '../../subgraphs/export';
import { samplingFeed } from '../../subgraphs/quality/sampling/spot-check.feed';
import { as, callOf } from '../support/callers';
import { testFolder } from '../support/folder';
import type { TestBed } from '../support/test-bed';
import { treeOf } from './credit/feed-sample';
import {
  DECISION,
  caseBed,
  head,
  investigator,
  make as makeCase,
  take as takeCase,
} from './enforcement/case-sample';
import { make as makeCheck, qualityBed } from './quality/sample';

const cases = caseBed();
const checks = qualityBed();
const folder = testFolder();
beforeEach(async () => {
  await cases.empty();
  await checks.empty();
});

const QUERIES = new Map<Feed, string>([
  [penaltyFeed, 'penaltyFeed'],
  [typicalCaseFeed, 'typicalCaseFeed'],
  [samplingFeed, 'samplingFeed'],
]);

/** Asks a feed as a member of the public does. */
async function ask(bed: TestBed, feed: Feed, after: string | null = null) {
  const { data, errors } = await bed.run(
    `query ($after: String) { feed: ${QUERIES.get(feed)} { headSequence floorSequence listed root buckets { row hash }
      changes(after: $after) { ... on PublicityPage { changes { sequence kind recordId uscc reason line } next caughtUp endSequence listed root proof }
        ... on CursorExpired { restartAfter } ... on CursorInvalid { message } } } }`,
    { variables: { after } },
  );
  expect(errors).toBeUndefined();
  return data.feed;
}
const told = ({ changes }: { changes: { changes: Record<string, string | null>[] } }) =>
  changes.changes.map(({ kind, reason, line }) => [kind, reason, line !== null].join(' '));

async function fileOf(bed: TestBed, feed: Feed, format: 'ndjson' | 'csv' = 'ndjson') {
  const { headers, body } = await filesOf(feed)[format].answer(bed.subgraph.open(callOf(as.public)), {});
  const text = Buffer.concat(await (body as Streamed).open().toArray()).toString();
  return { headers, text, lines: text.split('\n').slice(0, -1) };
}

/** That list, root and proof of page and file are one, and that the lines are what their schema says. */
async function expectWhole(bed: TestBed, feed: Feed, listed: number): Promise<void> {
  const { headers, lines } = await fileOf(bed, feed);
  const { changes: page, root, buckets } = await ask(bed, feed);
  const tree = treeOf(lines);
  expect([lines.length, page.listed, headers['x-feed-listed']]).toEqual([listed, listed, String(listed)]);
  expect([root, page.root, headers['x-feed-root']]).toEqual([tree.root, tree.root, tree.root]);
  expect(buckets.map(({ hash }: { hash: string }) => hash)).toEqual(tree.rows);
  const { properties } = jsonSchemaOf(feed.line) as { properties: Record<string, { enum?: unknown[] }> };
  for (const line of lines) {
    const told = JSON.parse(line) as Record<string, unknown>;
    expect(Object.keys(told)).toEqual(Object.keys(properties));
    for (const [name, { enum: values }] of Object.entries(properties))
      if (values) expect(values).toContain(told[name]);
  }
  const statement = JSON.stringify({
    algorithm: 'SHA-256/256x256/1',
    cursor: page.next,
    feed: feed.line.feed,
    listed,
    root,
    sequence: page.endSequence,
  });
  const { body } = await publicKeys.answer(bed.subgraph.open(callOf(as.public)), {});
  const [key] = (JSON.parse(String(body)) as { keys: Record<string, string>[] }).keys;
  const [of, , made = ''] = (page.proof as string).split('.');
  const input = Buffer.from(`${of}.${Buffer.from(statement).toString('base64url')}`);
  const publicKey = createPublicKey({ key: key!, format: 'jwk' });
  expect(verify(null, input, publicKey, Buffer.from(made, 'base64url'))).toBe(true);
  expect((await fileOf(bed, feed, 'csv')).text.split('\n')[0]).toBe(Object.keys(properties).join(','));
}

describe('the feed of penalties', () => {
  const decide = async (penalty: object = {}) => {
    cases.on('2026-01-12');
    const days = {
      decidedOn: '2026-01-12',
      deliveredOn: null,
      leadReceivedOn: '2025-06-03',
      filedOn: '2025-06-10',
    };
    await cases.putAs(investigator, 'submitCases', makeCase.decided(days));
    await cases.putAs(
      investigator,
      'submitPenalties',
      makeCase.penalty({ decidedOn: '2026-01-12', ...penalty }),
    );
  };
  const publish = () =>
    takeCase(cases, 'publishDecision', { documentNumber: DECISION, reason: '依法' }, head, 'documentNumber');

  test('MUST tell of what is published, from its publication on, and of nothing else', async () => {
    await decide();
    expect(told(await ask(cases, penaltyFeed))).toEqual([]);
    await publish();
    const feed = await ask(cases, penaltyFeed);
    expect(told(feed)).toEqual(['LISTED  true']);
    expect(JSON.parse(feed.changes.changes[0].line)).toMatchObject({
      id: DECISION,
      subjectKind: 'ENTERPRISE',
      partyName: '甲公司',
      publishedOn: '2026-01-12',
      publicUntil: '2027-01-12',
    });
    await expectWhole(cases, penaltyFeed, 1);
  });

  test('MUST tell the day after the last that it is public no more, by whoever asks, and keep nothing of what was written', async () => {
    await decide({ publishedOn: '2026-01-12' });
    const before = await ask(cases, penaltyFeed);
    cases.now('2027-01-12T15:59:59Z');
    expect((await fileOf(cases, penaltyFeed)).text).toContain('甲公司');
    cases.now('2027-01-12T16:00:00Z');
    expect(told(await ask(cases, penaltyFeed, before.changes.next))).toEqual(['REMOVED EXPIRED false']);
    const all = await ask(cases, penaltyFeed);
    expect(told(all)).toEqual(['LISTED  false', 'REMOVED EXPIRED false']);
    expect(JSON.stringify(all)).not.toContain('甲公司');
    await expectWhole(cases, penaltyFeed, 0);
  });

  test.each([
    ['REVOKED', { annulledOn: '2026-01-13', withdrawalGround: 'REVOKED', withdrawnOn: '2026-01-13' }],
    ['REPAIRED', { stoppedOn: '2026-01-13' }],
    ['WITHDRAWN', { exclusion: 'MINOR' }],
  ])('MUST say why it is public no more: %s', async (reason, changes) => {
    await decide({ publishedOn: '2026-01-12' });
    cases.on('2026-01-13');
    await cases.putAs(
      investigator,
      'submitPenalties',
      makeCase.penalty({ decidedOn: '2026-01-12', publishedOn: '2026-01-12', revision: 2, ...changes }),
    );
    expect(told(await ask(cases, penaltyFeed))).toEqual(['LISTED  false', `REMOVED ${reason} false`]);
    expect((await fileOf(cases, penaltyFeed)).text).toBe('');
  });

  test('MUST NOT tell again of what is written after its term', async () => {
    await decide({ publishedOn: '2026-01-12' });
    const { db } = cases.subgraph;
    const before = await ask(cases, penaltyFeed);
    await db.read("UPDATE penalty_decision SET public_until = '2026-01-15'");
    await db.read('UPDATE penalty_decision SET fine = fine + 1');
    expect(told(await ask(cases, penaltyFeed, before.changes.next))).toEqual(['REMOVED EXPIRED false']);
    await expectWhole(cases, penaltyFeed, 0);
  });

  test('MUST mask a person', async () => {
    await decide({ publishedOn: '2026-01-12' });
    await cases.rows(
      `UPDATE penalty_decision SET party_kind = 'PERSON', party_uscc = NULL, stored_party_name = '张三丰'`,
    );
    const { text } = await fileOf(cases, penaltyFeed);
    expect(text).toContain('"subjectKind":"PERSON","uscc":null,"partyName":"张**"');
    expect(text).not.toContain('张三丰');
  });

  test('MUST go on past what was cleaned up, and say where to begin to whoever is too far behind', async () => {
    await decide({ publishedOn: '2026-01-12' });
    const begun = await ask(cases, penaltyFeed);
    await cases.rows(`UPDATE penalty_decision SET withdrawn_on = '2026-01-13'`);
    await cases.rows(`UPDATE penalty_decision SET withdrawn_on = NULL`);
    await cases.rows(`SELECT feed_retire('penalties', clock_timestamp() + interval '1 second')`);
    expect(await ask(cases, penaltyFeed)).toMatchObject({
      headSequence: '3',
      floorSequence: '3',
      changes: { caughtUp: true, endSequence: '3' },
    });
    const { changes } = await ask(cases, penaltyFeed, begun.changes.next);
    expect(told(await ask(cases, penaltyFeed, changes.restartAfter))).toEqual(['LISTED  true']);
  });
});

test('the feed of typical cases MUST tell of each once it is published, and not of what repeats another', async () => {
  await cases.rows(`INSERT INTO typical_case (id, month, case_number, department_code, department_kind, region_code, title, summary, votes, published_on, duplicate_of)
    VALUES ('a', '2026-05', '案1', '430682-MARKET_SUPERVISION', 'MARKET_SUPERVISION', '430682', '某案', '案情', 1, NULL, NULL),
      ('b', '2026-05', '案1', '430682-MARKET_SUPERVISION', 'MARKET_SUPERVISION', '430682', '某案', '案情', 1, '2026-05-02', 'a')`);
  expect(told(await ask(cases, typicalCaseFeed))).toEqual([]);
  await cases.rows(`UPDATE typical_case SET published_on = '2026-05-31' WHERE id = 'a'`);
  expect(told(await ask(cases, typicalCaseFeed))).toEqual(['LISTED  true']);
  await expectWhole(cases, typicalCaseFeed, 1);
  const context = cases.subgraph.open(callOf(as.public));
  const exported = await exportList(context, publishedAs('typical-cases').feed, folder);
  const { root } = await ask(cases, typicalCaseFeed);
  expect(exported).toEqual({ listed: 1, root });
  const { text } = await fileOf(cases, typicalCaseFeed);
  expect(readFileSync(join(folder, 'typical-cases.ndjson'), 'utf8')).toBe(text);
  expect(JSON.parse(readFileSync(join(folder, 'typical-cases.json'), 'utf8'))).toMatchObject({
    root,
    sha256: { 'typical-cases.ndjson': createHash('sha256').update(text).digest('hex') },
  });
});

test('the feed of sampling results MUST tell of one on the day of its publication, which may lie ahead, and of none before', async () => {
  await checks.submit('submitSpotChecks', [makeCheck.spotCheck()]);
  await checks.rows(`UPDATE spot_check SET published_on = '2099-01-02'`);
  checks.on('2099-01-01');
  expect(told(await ask(checks, samplingFeed))).toEqual([]);
  expect((await fileOf(checks, samplingFeed)).text).toBe('');
  checks.on('2099-01-02');
  expect(told(await ask(checks, samplingFeed))).toEqual(['LISTED  true']);
  await expectWhole(checks, samplingFeed, 1);
  await checks.rows('DELETE FROM spot_check');
  expect(told(await ask(checks, samplingFeed))).toEqual(['LISTED  false', 'REMOVED WITHDRAWN false']);
});
