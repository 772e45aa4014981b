import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { developmentToken } from '../../gateway/identity';
import { dateInChina } from '../../subgraphs/kernel';
import { postTo } from '../support/http';
import type { Gate } from './gate';
import type { Stage } from './stage';

/**
 * What was written about a subject from one listing to its removal is a stint; its text names it. Once its removal is
 * committed, no answer to a later request may hold that text.
 */
export class Stints {
  private over = new Map<string, number>();

  end(stint: string): void {
    if (!this.over.has(stint)) this.over.set(stint, this.over.size);
  }

  /** Remembers those that are over now; returns what makes it so again, as a restored backup does. */
  keep(): () => void {
    const kept = new Map(this.over);
    return () => void (this.over = kept);
  }

  /** How many were over when a request was made. */
  get ended(): number {
    return this.over.size;
  }

  /** Those of a text that were over by then. */
  servedAfterEnd(text: string, ended: number): string[] {
    return [...text.matchAll(/stint ([\w/]+#\d+)/g)]
      .map(([, stint = '']) => stint)
      .filter((stint) => (this.over.get(stint) ?? Infinity) < ended);
  }
}

export interface Work {
  stage: Stage;
  stints: Stints;
  gate: Gate;
  stopped: () => boolean;
  /** How often what was done. */
  count: (what: string) => void;
}

const SUBJECTS = 300;
const below = (n: number) => Math.floor(Math.random() * n);
const day = (days: number) => dateInChina(new Date(Date.now() + days * 86_400_000));
const stintOf = (cause: string) => /stint ([\w/]+#\d+)/.exec(cause)?.[1] ?? '';
const nextStint = (id: string, cause: string) => `${id}#${Number(stintOf(cause).split('#')[1] ?? 0) + 1}`;

interface Known {
  id: string;
  status: string;
  cause: string;
}

/** Writes by SQL, as an operator might: up to three subjects at once, commits out of order, one time in five not at all. */
export async function writeBySql(work: Work, writer: number): Promise<void> {
  let client: Client | undefined;
  while (!work.stopped()) {
    try {
      client ??= await connect(work.stage.url);
      const connected = client;
      await work.gate.through(() => transact(work, connected, writer));
    } catch {
      work.count('lost');
      await client?.end().catch(() => undefined);
      client = undefined;
      await sleep(50);
    }
  }
  await client?.end();
}

async function connect(connectionString: string): Promise<Client> {
  const client = new Client({ connectionString });
  client.on('error', () => undefined);
  await client.connect();
  await client.query('SET search_path = credit');
  return client;
}

async function transact({ stints, count }: Work, client: Client, writer: number): Promise<void> {
  const ids = [...new Set(Array.from({ length: 1 + below(3) }, () => `sql/${below(SUBJECTS)}`))].sort();
  const ended: string[] = [];
  await client.query('BEGIN');
  for (const id of ids) {
    const { rows } = await client.query<Known>(
      'SELECT id, status, cause FROM dishonesty_listing WHERE id = $1 FOR UPDATE',
      [id],
    );
    ended.push(...(await write(client, id, rows[0])));
    await sleep(below(15));
  }
  if (below(5) === 0) {
    await client.query('ROLLBACK');
    return count('rolled back');
  }
  await client.query('COMMIT');
  ended.forEach((stint) => stints.end(stint));
  count(`committed by ${writer}`);
}

/** Lists, amends, repairs, revokes or withdraws; returns the stints that end with the commit. */
async function write(client: Client, id: string, known: Known | undefined): Promise<string[]> {
  const change = (sets: string, values: unknown[] = []) =>
    client.query(`UPDATE dishonesty_listing SET ${sets} WHERE id = $1`, [id, ...values]);
  if (!known) {
    const stint = `${id}#1`;
    await client.query(INSERT, [id, id.split('/')[1], `stint ${stint}`, day(-9), day(700)]);
    return [];
  }
  if (known.status !== 'LISTED') {
    const stint = nextStint(id, known.cause);
    // one in eight is over already: it must never be seen
    const over = below(8) === 0;
    await change(`status = 'LISTED', cause = $2, expires_on = $3`, [`stint ${stint}`, day(over ? -1 : 700)]);
    return over ? [stint] : [];
  }
  const to = ['LISTED', 'REMOVED_EARLY', 'REVOKED', 'NOTIFIED'][below(4)] as string;
  await change(`status = $2, cause = $3`, [to, `stint ${stintOf(known.cause)} v${below(1_000_000)}`]);
  return to === 'LISTED' ? [] : [stintOf(known.cause)];
}

const INSERT = `INSERT INTO dishonesty_listing (source, source_id, revision, content_digest, id, list, status, subject_kind, uscc, subject, subject_name, cause,
    basis_document, department_code, decided_on, listed_on, expires_on, region_code, synthetic)
  VALUES ('sql', $2, 1, '', $1, 'MARKET_SERIOUS_ILLEGAL', 'LISTED', 'ENTERPRISE', '91430682MA4L16JQ90', '91430682MA4L16JQ90', '合成数据', $3, $1, '430682-MARKET_SUPERVISION',
    $4, $4, $5, '430682', true)
  ON CONFLICT DO NOTHING`;

/** Writes by the front door. */
export async function writeBySubmission(work: Work, writer: number): Promise<void> {
  const claims = {
    subject: `writer ${writer}`,
    department: 'MARKET_SUPERVISION',
    region: '000000',
    scope: 'write:credit decide:credit',
  } as const;
  const token = await developmentToken(work.stage.config, claims);
  const register = `mutation { registerSource(input: { name: "front${writer}" }) { name } }`;
  while (!work.stopped()) {
    const { data } = await postTo(work.stage.address, register, { token }).catch(() => ({ data: null }));
    if (data?.registerSource) break;
    await sleep(100);
  }
  const known = new Map<number, { revision: number; stint: number; listed: boolean }>();
  while (!work.stopped()) {
    const batch = new Map(Array.from({ length: 1 + below(5) }, () => [below(60), 0]));
    const ended: string[] = [];
    const records = [...batch.keys()].map((at) => {
      const { revision, stint, listed } = known.get(at) ?? { revision: 0, stint: 0, listed: false };
      const remove = listed && below(2) === 0;
      const next = { revision: revision + 1, stint: listed ? stint : stint + 1, listed: !remove };
      known.set(at, next);
      const name = `front${writer}/${at}#${next.stint}`;
      if (remove) ended.push(name);
      return recordOf(at, `front${writer}/${at}`, next.revision, `stint ${name} v${next.revision}`, remove);
    });
    if (await sent(work, token, `front${writer}`, records)) ended.forEach((stint) => work.stints.end(stint));
    await sleep(below(40));
  }
}

function recordOf(at: number, basisDocument: string, revision: number, cause: string, remove: boolean) {
  const course = remove ? { status: 'REMOVED_EARLY', removedOn: day(0), removalReason: '修复' } : {};
  return {
    ...{
      sourceId: String(at),
      revision,
      list: 'MARKET_SERIOUS_ILLEGAL',
      uscc: '91430682MA4L16JQ90',
      subjectName: '合成数据',
      cause,
    },
    ...{
      basisDocument,
      departmentCode: '430682-MARKET_SUPERVISION',
      decidedOn: day(-9),
      listedOn: day(-9),
      regionCode: '430682',
      decidedBy: 'decider',
    },
    ...course,
  };
}

/** Sends until it is taken in: a submission may be repeated without harm. */
async function sent(
  { stage, count, stopped }: Work,
  token: string,
  source: string,
  records: object[],
): Promise<boolean> {
  const query = `mutation ($source: String!, $records: [ListingInput!]!) { submitListings(source: $source, records: $records) { accepted unchanged rejected { code message } } }`;
  for (; !stopped(); await sleep(100)) {
    const { data } = await postTo(stage.address, query, { token, variables: { source, records } }).catch(
      () => ({ data: null }),
    );
    const rejected = data?.submitListings?.rejected as { code: string; message: string }[] | undefined;
    // while PostgreSQL restarts, registry cannot be asked whether it knows the enterprise
    const wrong = rejected?.filter(({ code }) => code !== 'REFERENCE_UNCHECKED') ?? [];
    if (wrong.length > 0) throw new Error(JSON.stringify(wrong));
    if (rejected?.length === 0) {
      count('submitted');
      return true;
    }
    count('submitted again');
  }
  return false;
}
