// A reference consumer of the feed of the dishonesty lists: keeps a copy of the published lists in one file. It needs
// Node.js 20 and nothing else; docs/feed.md walks through it, and consumer.py and Consumer.java do the same.
//
//   node docs/feed-consumer/consumer.mjs --api http://127.0.0.1:4000 --file copy.json [--from-snapshot] [--once]
//     [--wait SECONDS] [--token TOKEN] [--keys http://address-of-the-publisher, where --api is a mirror]
//
// It ends with 3 where what was received is not what was signed, or does not fit: a person has to look.
import { createHash, createPublicKey, verify } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';

const { values: options } = parseArgs({
  options: {
    api: { type: 'string', default: 'http://127.0.0.1:4000' },
    file: { type: 'string', default: 'copy.json' },
    keys: { type: 'string' },
    token: { type: 'string' },
    wait: { type: 'string', default: '10' },
    'from-snapshot': { type: 'boolean', default: false },
    once: { type: 'boolean', default: false },
  },
});

/** Something is wrong with what was received: a copy must not be trusted, and a person has to look. */
class Broken extends Error {}

// ── the copy: cursor and lines change together, or not at all ────────────────────────────────────────────────────────
const EMPTY = { cursor: null, sequence: '0', caughtUp: false, lines: {} };

function load() {
  return existsSync(options.file) ? JSON.parse(readFileSync(options.file, 'utf8')) : null;
}

/** Whole and on the disk under another name first, then in place in one step: whoever is killed leaves the old one or the new one. */
function save(copy) {
  const draft = `${options.file}.new`;
  const file = openSync(draft, 'w');
  writeSync(file, JSON.stringify(copy));
  fsyncSync(file);
  closeSync(file);
  renameSync(draft, options.file);
}

// ── what is received is checked ──────────────────────────────────────────────────────────────────────────────────────
const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
const [LEAF, NODE] = [Buffer.from([0]), Buffer.from([1])];

/** The hash tree over a list: 256 rows of 256 buckets, a line in the bucket of the first two bytes of its id's SHA-256. */
function treeOf(lines) {
  const ids = Object.keys(lines).sort((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other)));
  const buckets = new Map();
  for (const id of ids) {
    const bucket = sha256(id).readUInt16BE();
    buckets.set(bucket, [...(buckets.get(bucket) ?? [LEAF]), sha256(lines[id])]);
  }
  const leaves = Array(65_536).fill(sha256(LEAF));
  for (const [bucket, parts] of buckets) leaves[bucket] = sha256(...parts);
  const rows = Array.from({ length: 256 }, (_, row) =>
    sha256(NODE, ...leaves.slice(row * 256, row * 256 + 256)),
  );
  return { root: sha256(NODE, ...rows).toString('hex'), rows, leaves };
}

let keys = [];
async function keyOf(kid) {
  const known = keys.find((key) => key.kid === kid);
  if (known) return known;
  say(`taking the published keys, for ${kid}`);
  ({ keys } = await (await request('/.well-known/jwks.json', {}, options.keys ?? options.api)).json());
  return keys.find((key) => key.kid === kid);
}

/** A detached JWS: the header, nothing, the signature; what is signed is put together from the values that were received. */
async function checkSignature(signature, signed, what) {
  if (!signature) throw new Broken(`${what} is not signed`);
  const [header = '', , made = ''] = signature.split('.');
  const { kid } = JSON.parse(Buffer.from(header, 'base64url').toString());
  const jwk = await keyOf(kid);
  if (!jwk) throw new Broken(`${what} is signed with a key that is not published: ${kid}`);
  const input = `${header}.${Buffer.from(JSON.stringify(signed)).toString('base64url')}`;
  const key = createPublicKey({ key: jwk, format: 'jwk' });
  if (!verify(null, Buffer.from(input), key, Buffer.from(made, 'base64url')))
    throw new Broken(`the signature of ${what} is wrong`);
}

/** What the list is, signed: whoever swaps the list on its way must forge this. */
const checkProof = ({ proof, cursor, listed, root, sequence }, what) =>
  checkSignature(
    proof,
    { algorithm: 'SHA-256/256x256/1', cursor, feed: 'dishonesty', listed, root, sequence },
    what,
  );

function checkPage({ changes, next, caughtUp, digest, signature }) {
  const rows = changes.map((each) => [
    each.sequence,
    each.kind,
    each.at,
    each.listingId,
    each.list,
    each.subjectUscc,
    each.reason,
    each.stopUseBy,
    each.line,
  ]);
  return checkSignature(signature, [next, caughtUp, digest, rows], 'the page');
}

// ── the feed ─────────────────────────────────────────────────────────────────────────────────────────────────────────
const QUERY = `query ($after: String, $wait: Int) { dishonestyChanges(after: $after, first: 500, waitSeconds: $wait) { __typename
  ... on DishonestyChangePage { changes { sequence kind at listingId list subjectUscc reason stopUseBy line }
    next caughtUp floorSequence endSequence listed digest signature root proof }
  ... on CursorExpired { restartAfter }
  ... on CursorInvalid { message }
} dishonestyFeed { headSequence } }`;

/** What was asked too often is asked again when the server says so: nothing is lost by it. */
async function request(path, init = {}, from = options.api) {
  const headers = { ...init.headers, ...(options.token && { authorization: `Bearer ${options.token}` }) };
  const response = await fetch(new URL(path, from), { ...init, headers });
  if (response.status === 429) {
    const seconds = Math.max(1, Number(response.headers.get('retry-after')));
    say(`asked too often: waiting ${seconds} s`);
    await sleep(1_000 * seconds);
    return request(path, init, from);
  }
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  return response;
}

async function query(text, variables) {
  const body = JSON.stringify({ query: text, variables });
  const headers = { 'content-type': 'application/json' };
  const response = await request('/graphql', { method: 'POST', body, headers });
  const { data, errors } = await response.json();
  if (!data || errors) throw new Error(`the feed does not answer: ${JSON.stringify(errors)}`);
  return data;
}

/** The whole list at once, with the cursor to go on after. */
async function fromSnapshot() {
  say('taking the whole list');
  const response = await request('/feeds/dishonesty.ndjson');
  const header = (name) => response.headers.get(`x-feed-${name}`);
  const [cursor, sequence, root] = ['cursor', 'sequence', 'root'].map(header);
  await checkProof(
    { proof: header('proof'), cursor, listed: Number(header('listed')), root, sequence },
    'the snapshot',
  );
  const lines = {};
  for (const line of (await response.text()).split('\n')) if (line !== '') lines[JSON.parse(line).id] = line;
  if (treeOf(lines).root !== root) throw new Broken('the snapshot is not the list that was signed');
  return { cursor, sequence, caughtUp: false, lines };
}

/** Where more of a copy differs, the whole list is taken. */
const [MOST_ROWS, MOST_BUCKETS] = [16, 64];

/** A copy that differs: which rows, then which buckets of them; only the lines of those are asked for again. Null where it is too much. */
async function mend(lines) {
  const own = treeOf(lines);
  const differing = (theirs, hashes, at) =>
    theirs.filter((each) => hashes[at(each)].toString('hex') !== each.hash).map(at);
  const { dishonestyBuckets: rows } = await query('{ dishonestyBuckets { row hash } }');
  const differingRows = differing(rows, own.rows, ({ row }) => row);
  if (differingRows.length > MOST_ROWS) return null;
  const { dishonestyBuckets: leaves } = await query(
    'query ($rows: [Int!]) { dishonestyBuckets(rows: $rows) { row bucket hash } }',
    { rows: differingRows },
  );
  const buckets = differing(leaves, own.leaves, ({ row, bucket }) => row * 256 + bucket);
  if (buckets.length > MOST_BUCKETS) return null;
  const { dishonestyLines: right } = await query(
    'query ($buckets: [Int!]!) { dishonestyLines(buckets: $buckets) }',
    { buckets },
  );
  const kept = Object.entries(lines).filter(([id]) => !buckets.includes(sha256(id).readUInt16BE()));
  say(`the copy differed in ${buckets.length} of 65536 buckets: their ${right.length} lines are taken again`);
  return Object.fromEntries([...kept, ...right.map((line) => [JSON.parse(line).id, line])]);
}

/** No change is missing: between two numbers only what was cleaned up, which the page says to lie at or below its floor. */
function checkGap(last, next, floor) {
  const missing = BigInt(next) - 1n;
  if (missing < BigInt(last)) throw new Broken(`change ${next} came after ${last}: it came twice`);
  if (missing > BigInt(last) && missing > BigInt(floor))
    throw new Broken(`change ${next} came after ${last}, and only up to ${floor} may any be missing`);
}

/** Brings the copy to a page. A change without a line takes the listing away, whatever it says: nothing may be kept of it. */
function apply(copy, { changes, next, caughtUp, floorSequence, endSequence }) {
  const lines = { ...copy.lines };
  let { sequence } = copy;
  for (const change of changes) {
    checkGap(sequence, change.sequence, floorSequence);
    if (change.line === null) delete lines[change.listingId];
    else lines[change.listingId] = change.line;
    ({ sequence } = change);
  }
  if (endSequence !== sequence) checkGap(sequence, String(BigInt(endSequence) + 1n), floorSequence);
  return { cursor: next, sequence: endSequence, caughtUp, lines };
}

/** The whole list, once it is caught up: against the root that was signed. What differs is mended; if that does not help, a person has to look. */
async function checked(copy, { root, changes }) {
  if (!copy.caughtUp || (root === verified && changes.length === 0)) return copy;
  if (treeOf(copy.lines).root === root) {
    [verified, mended] = [root, 0];
    return copy;
  }
  if (++mended > 3)
    throw new Broken(`the copy is not whole at change ${copy.sequence}: delete it and begin anew`);
  const lines = await mend(copy.lines);
  if (lines) return { ...copy, caughtUp: false, lines };
  say('the copy differs in too much');
  return fromSnapshot();
}
let verified = null;
let mended = 0;

async function step(copy) {
  const wait = options.once ? 0 : Number(options.wait);
  const { dishonestyChanges: page, dishonestyFeed: feed } = await query(QUERY, { after: copy.cursor, wait });
  switch (page.__typename) {
    case 'DishonestyChangePage':
      await checkPage(page);
      await checkProof({ ...page, cursor: page.next, sequence: page.endSequence }, 'the page');
      if (page.changes.length > 0)
        say(`${page.changes.length} changes, up to ${page.endSequence} of ${feed.headSequence}`);
      return checked(apply(copy, page), page);
    case 'CursorExpired':
      // what was dropped of the feed may hold tombstones: nothing of the old copy can be trusted
      say('the cursor is too old: a new copy is made, and takes the place of the old one once it is whole');
      replacing = true;
      return begin(page.restartAfter);
    default:
      throw new Broken(page.message);
  }
}

async function begin(cursor) {
  if (!options['from-snapshot']) say('walking the feed from its beginning');
  return options['from-snapshot'] ? fromSnapshot() : { ...EMPTY, cursor };
}

function say(line) {
  process.stderr.write(`${line}\n`);
}

/** While a copy is made anew, the old one stays in its place: it is old, but whole. */
let replacing = false;

async function main() {
  for (let copy = load(); ;) {
    try {
      copy ??= await begin(null);
      const next = await step(copy);
      const moved = next.cursor !== copy.cursor || next.caughtUp !== copy.caughtUp;
      copy = next;
      if (copy.caughtUp) replacing = false;
      if (moved && !replacing) save(copy);
      if (moved && copy.caughtUp)
        say(`${Object.keys(copy.lines).length} listings, as of change ${copy.sequence}`);
      if (copy.caughtUp && options.once) return;
    } catch (error) {
      if (error instanceof Broken || options.once) throw error;
      // the server or the network: asked again from the same place
      say(`${error.cause?.message ?? error.message}: asking again`);
      await sleep(500);
    }
  }
}

main().catch((error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = error instanceof Broken ? 3 : 1;
});
