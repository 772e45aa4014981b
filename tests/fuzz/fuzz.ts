import { catalogue } from '../../subgraphs/kernel';
import { schema } from '../support/extreme-arguments';
import { ASKS_FOR_POOLS, poolsIn } from '../support/pools';
import { postTo } from '../support/http';
import { OperationMaker } from '../support/random-operation';
import { sendRaw, type RawAnswer } from '../support/raw-http';
import { Dice } from './dice';
import { hostile, type Hostile } from './requests';

export interface Attack {
  address: string;
  tokens: readonly string[];
  seed: number;
  /** The number of the first request: each falls by its number alone, so that it can be repeated. */
  from?: number;
  count: number;
}
export interface Outcome {
  /** How many of a kind were answered by which status and codes. */
  counts: Record<string, number>;
  faults: Offence[];
  /** The slowest first; what is no whole request is waited for, and is none of these. */
  slow: Offence[];
}
export interface Offence {
  /** Kind, status and codes. */
  key: string;
  number: number;
  ms: number;
  what: string;
  sent: string;
}

const AT_ONCE = 8;
const SHOWN = 600;
const SLOW = 10;

/** Sends hostile requests; a fault is what is dropped, answered with 5xx or with a code for what is our own. */
export async function attack({ address, tokens, seed, from = 0, count }: Attack): Promise<Outcome> {
  const ask = await askerOf({ address, tokens, seed });
  const outcome: Outcome = { counts: {}, faults: [], slow: [] };
  let next = from;
  const work = async () => {
    for (let number = next++; number < from + count; number = next++) note(outcome, await ask(number));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return outcome;
}

/** How long those took that were slow beside others, asked again one after the other. */
export async function askedAlone(how: Omit<Attack, 'count'>, slow: readonly Offence[]): Promise<number[]> {
  const ask = await askerOf(how);
  const took: number[] = [];
  for (const { number } of slow) took.push((await ask(number)).ms);
  return took;
}

/** Sends the request of a number. */
async function askerOf({ address, tokens, seed }: Omit<Attack, 'count'>) {
  const { data } = await postTo(address, ASKS_FOR_POOLS, { token: tokens[0] });
  const pool = poolsIn(data, [1, 2, 5, 100, 101, 0, -1]);
  return async (number: number): Promise<Answered> => {
    const dice = new Dice(seed * 1_000_003 + number);
    const maker = new OperationMaker(schema, dice.random, pool);
    const request = hostile(dice, { maker, tokens });
    const began = performance.now();
    const answer = await sendRaw(address, request.bytes);
    return { number, request, answer, ms: performance.now() - began };
  };
}

interface Answered {
  number: number;
  request: Hostile;
  answer: RawAnswer;
  ms: number;
}

function note(outcome: Outcome, { number, request: { kind, bytes }, answer, ms }: Answered): void {
  const codes = codesOf(answer);
  const key =
    `${kind}: ${answer.status || 'dropped'} ${[...new Set(codes)].sort().slice(0, 3).join(' ')}`.trim();
  outcome.counts[key] = (outcome.counts[key] ?? 0) + 1;
  const offence = {
    number,
    key,
    ms: Math.round(ms),
    what: `${key} ${answer.text.slice(0, SHOWN)}`,
    sent: bytes.toString().slice(0, SHOWN * 4),
  };
  if (faultIn(answer, codes)) outcome.faults.push(offence);
  if (kind === 'hostile head') return;
  outcome.slow = [...outcome.slow, offence].sort((one, other) => other.ms - one.ms).slice(0, SLOW);
}

function faultIn({ status, text }: RawAnswer, codes: readonly string[]): boolean {
  if (!status || status >= 500) return true;
  if (/node_modules|"stacktrace"|ECONN|SELECT /.test(text)) return true;
  return codes.some((code) => code === 'INTERNAL_SERVER_ERROR' || !catalogue.has(code));
}

/** The codes of an answer in JSON; what is none of ours is told as it is. */
function codesOf({ headers, text, status }: RawAnswer): string[] {
  if (!/json/.test(headers['content-type'] ?? '') || text === '') return [];
  try {
    const { errors = [], data } = JSON.parse(text) as {
      errors?: { extensions?: { code?: string } }[];
      data?: unknown;
    };
    if (errors.length === 0 && data === undefined && status !== 200) return ['no error'];
    return errors.map(({ extensions }) => String(extensions?.code));
  } catch {
    return ['no JSON'];
  }
}
