import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { Database } from './database';
import { headIn, type HeadSigner, type SignedHead } from './journal-heads';
import { headOfChain } from './old-chain';

/** A place outside a journal that holds heads of it. */
export interface Place {
  name: string;
  /** In pages; null where it cannot be reached. */
  heads: AsyncIterable<readonly (SignedHead | null)[]> | null;
}

/** What one place says of a journal. */
export interface Compared {
  place: string;
  /** How many heads of ours it holds, and the count of the newest. */
  heads: number;
  to: string;
  /** What lies there and is no head, or bears no signature of ours. */
  foreign: number;
}

export interface Comparison {
  places: Compared[];
  /** The newest entry that a head vouches for; null: none does. */
  anchored: string | null;
  /** The first entry that is not the one that was anchored, and how that is known. */
  broken: string | null;
  why: string | null;
}

/** Where heads of a subgraph's journal are kept. */
export interface Outside {
  subgraph: string;
  places: readonly Place[];
}

/** Holds all heads that can be reached against the seals, which hold by themselves up to the last. */
export async function compareHeads(
  db: Database,
  signer: HeadSigner,
  { subgraph, places }: Outside,
  sealed: string,
): Promise<Comparison> {
  const found = { matched: -1n, bad: null as { count: bigint; why: string } | null };
  const take = (said: Compared, head: SignedHead | null, link: string | undefined) => {
    // whoever cannot make the link cannot make a head that agrees with it
    if (head?.subgraph !== subgraph || !(link === head.digest || signer.isOurs(head))) {
      said.foreign++;
      return;
    }
    const count = BigInt(head.count);
    said.heads++;
    if (said.to === '' || count > BigInt(said.to)) said.to = head.count;
    if (link === head.digest) {
      if (count > found.matched) found.matched = count;
    } else if (!found.bad || count < found.bad.count) {
      const what = link === undefined ? 'it is not there' : 'it is another';
      found.bad = { count, why: `${what}, as the head of ${head.at} in ${said.place} shows` };
    }
  };
  const compared: Compared[] = [];
  for (const { name: place, heads } of places) {
    const said: Compared = { place, heads: 0, to: '', foreign: 0 };
    compared.push(said);
    for await (const page of heads ?? []) {
      const links = await linksOf(db, page);
      for (const head of page) take(said, head, links.get(head?.count ?? ''));
    }
  }
  const { matched, bad } = found;
  return {
    places: compared,
    anchored: matched < 0n ? null : String(matched),
    broken: bad && String(firstBad(matched, bad.count, BigInt(sealed))),
    why: bad?.why ?? null,
  };
}

/** The links hold up to the last seal: what was cut off begins after it, what was made anew after the last head that agrees. */
function firstBad(matched: bigint, bad: bigint, sealed: bigint): bigint {
  if (bad > sealed) return sealed + 1n;
  return matched >= 0n && matched < bad ? matched + 1n : bad;
}

async function linksOf(db: Database, heads: readonly (SignedHead | null)[]): Promise<Map<string, string>> {
  const counts = heads.flatMap((head) => head?.count ?? []);
  const rows = await db.read<{ number: string; link: string }>(
    'SELECT number, link FROM journal_seal WHERE number = ANY($1::bigint[])',
    [counts],
  );
  const links = new Map(rows.map(({ number, link }) => [number, link]));
  // before the first seal the head is that of the chain of 0.1.0
  if (counts.includes('0')) links.set('0', await headOfChain((text) => db.read(text)));
  return links;
}

const PAGE = 5_000;

/** The heads in a file of JSON lines: one of heads of this subgraph alone, or a mixed one, such as a log, whose other lines are passed over. */
export async function headsInFile(file: string, subgraph: string, isMixed = false): Promise<Place['heads']> {
  const isThere = await access(file).then(
    () => true,
    () => false,
  );
  return isThere ? pagesOf(file, subgraph, isMixed) : null;
}

async function* pagesOf(
  file: string,
  subgraph: string,
  isMixed: boolean,
): AsyncGenerator<(SignedHead | null)[]> {
  let page: (SignedHead | null)[] = [];
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    if (line === '') continue;
    const head = headOnLine(line);
    if (isMixed && head?.subgraph !== subgraph) continue;
    page.push(head);
    if (page.length === PAGE) {
      yield page;
      page = [];
    }
  }
  yield page;
}

function headOnLine(line: string): SignedHead | null {
  try {
    const said = JSON.parse(line) as { head?: unknown } | null;
    return headIn(said) ?? headIn(said?.head);
  } catch {
    return null;
  }
}
