import type { Database } from './database';
import { compareHeads, type Compared, type Outside } from './journal-compare';
import { HeadSigner } from './journal-heads';
import { digestOf, isGenuine, journalKey, linkOf } from './journal-links';
import { verifyOldChain } from './old-chain';
import type { OpenedKeys } from './sealing';

const PAGE = 5_000;

/** What a walk along a journal has found. */
export interface Verified {
  /** Records that hold: those of the chain of 0.1.0, then those that are sealed. */
  verified: number;
  /** The first that does not hold, by its number (of 0.1.0: by its sequence), and why; null if all do. */
  broken: string | null;
  why: string | null;
  /** Entries that have no seal yet, and how many seconds ago the oldest was written. */
  unsealed: number;
  oldestSeconds: number;
  /** The newest entry that a head outside the journal vouches for; null: none does, and a cut end would not be seen. */
  anchored: string | null;
  /** The newest that is sealed. */
  sealed: string;
  places: readonly Compared[];
}

interface Row {
  number: string;
  at: Date;
  entry: string;
  digest: string;
  sealedAt: Date;
  link: string;
  record: string | null;
  mac: string | null;
  isKept: boolean;
  isCopy: boolean;
  isOfItsTime: boolean | null;
}

/** A month that was dropped since its three years were over is not missed; its seals are there, and hold. */
const SEALS = `
  SELECT seal.number, seal.at, seal.entry, seal.digest, seal.sealed_at AS "sealedAt", seal.link, found.record, found.mac,
    seal.at >= date_trunc('month', now(), 'UTC') - interval '36 months' AS "isKept",
    EXISTS (SELECT FROM journal AS other WHERE other.at = found.at AND other.entry <> found.entry AND other.record = found.record) AS "isCopy",
    seal.at = (found.record::jsonb->>'at')::timestamptz AS "isOfItsTime"
  FROM journal_seal AS seal LEFT JOIN journal AS found ON (found.at, found.entry) = (seal.at, seal.entry)
  WHERE seal.number > $1 ORDER BY seal.number LIMIT ${PAGE}`;
const UNSEALED = `
  SELECT journal.entry, record, mac, extract(epoch FROM now() - at)::float8 AS age FROM journal
  WHERE NOT EXISTS (SELECT FROM journal_seal AS seal WHERE (seal.at, seal.entry) = (journal.at, journal.entry)) ORDER BY journal.entry`;

/** Walks the chain of 0.1.0 and the journal that goes on from its head, in pages, and then holds the heads outside against it. */
export async function verifyAudit(
  db: Database,
  dataKey: OpenedKeys,
  outside: Outside = { subgraph: '', places: [] },
): Promise<Verified> {
  const walked = await walk(db, dataKey);
  if (walked.broken !== null) return { ...walked, anchored: null, places: [] };
  const { broken, why, ...said } = await compareHeads(db, HeadSigner.of(dataKey), outside, walked.sealed);
  if (broken === null) return { ...walked, ...said };
  const verified = walked.verified - Math.max(0, Number(walked.sealed) - Number(broken) + 1);
  return { ...walked, ...said, verified, broken, why };
}

async function walk(db: Database, dataKey: OpenedKeys): Promise<Omit<Verified, 'anchored' | 'places'>> {
  const key = journalKey(dataKey);
  const old = await verifyOldChain(db);
  const none = { unsealed: 0, oldestSeconds: 0, sealed: '0' };
  if (old.broken !== null)
    return { verified: old.verified, broken: old.broken, why: 'a record of 0.1.0 was changed', ...none };
  let { verified, head } = old;
  let number = 0n;
  for (;;) {
    const rows = await db.read<Row>(SEALS, [number]);
    for (const row of rows) {
      number++;
      const why = whyBroken(row, number, head, key);
      if (why !== null) return { verified, broken: String(number), why, ...none };
      head = row.link;
      verified++;
    }
    if (rows.length < PAGE) break;
  }
  const left = await db.read<{ entry: string; record: string; mac: string; age: number }>(UNSEALED);
  const forged = left.find((each) => !isGenuine(each, key));
  const forgery = forged ? `entry ${forged.entry}, not sealed, was not written by a service` : null;
  return {
    verified,
    broken: forgery && String(number + 1n),
    why: forgery,
    sealed: String(number),
    unsealed: left.length,
    oldestSeconds: Math.max(0, ...left.map(({ age }) => age)),
  };
}

function whyBroken(row: Row, number: bigint, before: string, key: Uint8Array): string | null {
  if (BigInt(row.number) !== number) return 'its seal is not there';
  const { record, mac } = row;
  if (record === null || mac === null) {
    if (row.isKept) return 'its entry is not there';
  } else {
    if (!isGenuine({ record, mac }, key)) return 'its entry was not written by a service';
    if (digestOf(record) !== row.digest) return 'its entry is not the one that was sealed';
    if (!row.isOfItsTime) return 'its entry is not of its time';
    if (row.isCopy) return 'its entry is there twice';
  }
  const seal = { ...row, at: row.at.toISOString(), sealedAt: row.sealedAt.toISOString() };
  return linkOf(before, seal, key) === row.link ? null : 'its link does not hold';
}
