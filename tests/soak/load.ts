import { setTimeout as sleep } from 'node:timers/promises';
import { composeUscc } from '../../subgraphs/kernel';
import { Dice } from '../fuzz/dice';
import { hostile } from '../fuzz/requests';
import { schema } from '../support/extreme-arguments';
import { postTo, sendTo } from '../support/http';
import { ASKS_FOR_POOLS, poolsIn } from '../support/pools';
import { OperationMaker } from '../support/random-operation';
import { sendRaw } from '../support/raw-http';

const SOURCE = 'soak';
const SUBMIT = `mutation ($records: [EnterpriseInput!]!) {
  submitEnterprises(source: "${SOURCE}", records: $records) { accepted unchanged rejected { code } } }`;
const GUARDED = `query ($after: String) { enterprises(first: 20, after: $after) { edges { cursor node { name contactPhone legalRepresentative
  equipment { totalCount } cases(first: 2) { edges { node { number } } } } } } }`;
const FEEDS = [
  '/feeds/dishonesty.ndjson',
  '/feeds/dishonesty.csv',
  '/.well-known/jwks.json',
  '/health/ready',
];
/** Clients rest, too. */
const REST_MS = 10;

export interface Load {
  counts: Record<string, number>;
  /** Answers with 5xx, and requests without an answer. */
  faults: string[];
  stop: () => Promise<void>;
}

/** Reads of many texts, guarded reads, submissions, feeds and wrong requests, each by a client of its own, until told to stop. */
export async function beginLoad(
  address: string,
  tokens: readonly [string, string],
  seed: number,
): Promise<Load> {
  const [officer] = tokens;
  const { data } = await postTo(address, ASKS_FOR_POOLS, { token: officer });
  const pool = poolsIn(data, [1, 2, 5, 20]);
  await postTo(address, `mutation { registerSource(input: { name: "${SOURCE}" }) { name } }`, {
    token: officer,
  });
  const [counts, faults]: [Record<string, number>, string[]] = [{}, []];
  let going = true;
  const client = async (name: string, ask: (number: number) => Promise<{ status: number; text: string }>) => {
    for (let number = 0; going; number++) {
      const { status, text } = await ask(number).catch((error: Error) => ({
        status: 0,
        text: error.message,
      }));
      counts[name] = (counts[name] ?? 0) + 1;
      if (going && (status === 0 || (status >= 500 && status !== 503)))
        faults.push(`${name}: ${status} ${text.slice(0, 300)}`);
      await sleep(REST_MS);
    }
  };
  const diced = (number: number) => new Dice(seed * 1_000_003 + number);
  const makerOf = (dice: Dice) => new OperationMaker(schema, dice.random, pool);
  let after: string | null = null;
  const clients = [
    client('read', (number) => {
      const { query, ...asked } = makerOf(diced(number)).make();
      return postTo(address, query, { ...asked, token: tokens[number % 3] ?? null, purpose: SOURCE });
    }),
    client('guarded read', async () => {
      const answer = await postTo(address, GUARDED, {
        token: officer,
        purpose: SOURCE,
        variables: { after },
      });
      const edges = (answer.data?.enterprises?.edges ?? []) as { cursor: string }[];
      after = edges.at(-1)?.cursor ?? null;
      return answer;
    }),
    client('submission', (number) => {
      const records = Array.from({ length: 10 }, (_, at) => {
        const id = (number * 10 + at) % 20_000;
        const uscc = composeUscc('91430682', `MB${String(id).padStart(6, '0')}`);
        const name = `${id}号公司（合成数据）`;
        return {
          sourceId: `s${id}`,
          uscc,
          name,
          regionCode: '430682',
          revision: Math.floor(number / 2_000) + 1,
        };
      });
      return postTo(address, SUBMIT, { token: officer, variables: { records } });
    }),
    client('feed', (number) => sendTo(`${address}${FEEDS[number % FEEDS.length]}`, null)),
    client('wrong request', (number) => {
      const dice = diced(number);
      return sendRaw(address, hostile(dice, { maker: makerOf(dice), tokens }).bytes);
    }),
  ];
  return {
    counts,
    faults,
    stop: async () => {
      going = false;
      await Promise.all(clients);
    },
  };
}
