// A reference consumer of the feed of the dishonesty lists: keeps a copy of the published lists in one file. It needs
// Node.js 20 and nothing else; docs/feed.md walks through it.
//
//   node docs/feed-consumer/consumer.mjs --api http://127.0.0.1:4000 --file copy.json [--from-snapshot] [--once] [--token TOKEN]
import { createHash, createPublicKey, verify } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';

const { values: options } = parseArgs({
  options: {
    api: { type: 'string', default: 'http://127.0.0.1:4000' },
    file: { type: 'string', default: 'copy.json' },
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
/** XOR of the SHA-256 of every line: the same whatever the order, so each change costs two digests at most. */
function digestOf(lines) {
  let all = 0n;
  for (const line of Object.values(lines))
    all ^= BigInt(`0x${createHash('sha256').update(line).digest('hex')}`);
  return all.toString(16).padStart(64, '0');
}

let keys = [];
async function keyOf(kid) {
  const known = keys.find((key) => key.kid === kid);
  if (known) return known;
  ({ keys } = await (await request('/.well-known/jwks.json')).json());
  return keys.find((key) => key.kid === kid);
}

/** A detached JWS: the header, nothing, the signature; what is signed is the page, put together from its values in this order. */
async function checkSignature({ changes, next, caughtUp, digest, signature }) {
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
  const [header, , made] = signature.split('.');
  const { kid } = JSON.parse(Buffer.from(header, 'base64url'));
  const jwk = await keyOf(kid);
  if (!jwk) throw new Broken(`the page is signed with a key that is not published: ${kid}`);
  const input = `${header}.${Buffer.from(JSON.stringify([next, caughtUp, digest, rows])).toString('base64url')}`;
  const key = createPublicKey({ key: jwk, format: 'jwk' });
  if (!verify(null, Buffer.from(input), key, Buffer.from(made, 'base64url')))
    throw new Broken('the signature of the page is wrong');
}

function checkDigest(lines, digest, when) {
  if (digestOf(lines) !== digest) throw new Broken(`the copy is not whole ${when}: delete it and begin anew`);
}

// ── the feed ─────────────────────────────────────────────────────────────────────────────────────────────────────────
const QUERY = `query ($after: String, $wait: Int) { dishonestyChanges(after: $after, first: 500, waitSeconds: $wait) { __typename
  ... on DishonestyChangePage { changes { sequence kind at listingId list subjectUscc reason stopUseBy line }
    next caughtUp floorSequence endSequence digest signature }
  ... on CursorExpired { restartAfter }
  ... on CursorInvalid { message }
} }`;

/** What was asked too often is asked again when the server says so: nothing is lost by it. */
async function request(path, init = {}) {
  const headers = { ...init.headers, ...(options.token && { authorization: `Bearer ${options.token}` }) };
  const response = await fetch(new URL(path, options.api), { ...init, headers });
  if (response.status === 429) {
    await sleep(1_000 * Math.max(1, Number(response.headers.get('retry-after'))));
    return request(path, init);
  }
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  return response;
}

async function ask(after) {
  const body = JSON.stringify({
    query: QUERY,
    variables: { after, wait: options.once ? 0 : Number(options.wait) },
  });
  const response = await request('/graphql', {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json' },
  });
  const { data, errors } = await response.json();
  if (!data?.dishonestyChanges) throw new Error(`the feed does not answer: ${JSON.stringify(errors)}`);
  return data.dishonestyChanges;
}

/** The whole list at once, with the cursor to go on after. */
async function fromSnapshot() {
  const response = await request('/feeds/dishonesty.ndjson');
  const lines = {};
  for (const line of (await response.text()).split('\n')) if (line !== '') lines[JSON.parse(line).id] = line;
  checkDigest(lines, response.headers.get('x-feed-digest'), 'after the snapshot');
  const [cursor, sequence] = ['x-feed-cursor', 'x-feed-sequence'].map((name) => response.headers.get(name));
  return { cursor, sequence, caughtUp: false, lines };
}

/** No change is missing: between two numbers only what was cleaned up, which the page says to lie at or below its floor. */
function checkGap(last, next, floor) {
  const missing = BigInt(next) - 1n;
  if (missing < BigInt(last)) throw new Broken(`change ${next} came after ${last}: it came twice`);
  if (missing > BigInt(last) && missing > BigInt(floor))
    throw new Broken(`change ${next} came after ${last}, and only up to ${floor} may any be missing`);
}

/** Brings the copy to a page. A change without a line takes the listing away, whatever it says: nothing may be kept of it. */
function apply(copy, { changes, next, caughtUp, floorSequence, endSequence, digest }) {
  const lines = { ...copy.lines };
  let { sequence } = copy;
  for (const change of changes) {
    checkGap(sequence, change.sequence, floorSequence);
    if (change.line === null) delete lines[change.listingId];
    else lines[change.listingId] = change.line;
    ({ sequence } = change);
  }
  if (endSequence !== sequence) checkGap(sequence, String(BigInt(endSequence) + 1n), floorSequence);
  if (caughtUp) checkDigest(lines, digest, `at change ${endSequence}`);
  return { cursor: next, sequence: endSequence, caughtUp, lines };
}

async function step(copy) {
  const page = await ask(copy.cursor);
  switch (page.__typename) {
    case 'DishonestyChangePage':
      await checkSignature(page);
      return apply(copy, page);
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
      await sleep(200); // the server or the network: asked again from the same place
    }
  }
}

main().catch((error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = error instanceof Broken ? 3 : 1;
});
