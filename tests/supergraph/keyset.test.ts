import { composeUscc } from '../../subgraphs/kernel';
import { startPlatform, type Platform } from '../support/platform';

const LINXIANG = '430682';
const ROWS = 60;
const PAGE = 7;

interface Edge {
  cursor: string;
  node: { key: string };
}
interface Page {
  edges: Edge[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

let platform: Platform;
let token: string;
beforeAll(async () => {
  platform = await startPlatform('local');
  token = await platform.token('MARKET_SUPERVISION', '000000', 'write:registry', 'write:equipment');
});
afterAll(() => platform.stop());

/** A list that is walked, and how its rows come and go. */
interface Walked {
  query: string;
  keyOf: (number: number) => string;
  submit: (numbers: number[]) => Promise<void>;
  remove: (key: string) => Promise<unknown>;
}

const lists: Record<string, () => Walked> = {
  enterprises: () => {
    const keyOf = (number: number) => composeUscc('91430682', `MA${String(number).padStart(6, '0')}`);
    return {
      query: `query ($first: Int!, $after: String) {
        page: enterprises(filter: { region: "${LINXIANG}", nameContains: "翻页" }, first: $first, after: $after) {
          edges { cursor node { key: uscc } } pageInfo { hasNextPage endCursor }
        }
      }`,
      keyOf,
      submit: (numbers) =>
        submit(
          'submitEnterprises',
          'EnterpriseInput',
          numbers.map((number) => ({
            sourceId: `e${number}`,
            uscc: keyOf(number),
            name: `翻页${number}`,
            regionCode: LINXIANG,
          })),
        ),
      remove: (key) => platform.sql('DELETE FROM registry.enterprise WHERE uscc = $1', [key]),
    };
  },
  equipmentItems: () => {
    const keyOf = (number: number) => `9100431992024${String(number).padStart(5, '0')}`;
    return {
      query: `query ($first: Int!, $after: String) {
        page: equipmentItems(filter: { region: "${LINXIANG}", kindCode: "9100" }, first: $first, after: $after) {
          edges { cursor node { key: code } } pageInfo { hasNextPage endCursor }
        }
      }`,
      keyOf,
      submit: (numbers) =>
        submit(
          'submitEquipment',
          'EquipmentInput',
          numbers.map((number) => ({
            sourceId: `d${number}`,
            code: keyOf(number),
            kindCode: '9100',
            regionCode: LINXIANG,
          })),
        ),
      remove: (key) => platform.sql('DELETE FROM equipment.equipment WHERE code = $1', [key]),
    };
  },
};

async function submit(mutation: string, input: string, records: object[]): Promise<void> {
  const query = `mutation ($records: [${input}!]!) { receipt: ${mutation}(source: "walk", records: $records) { accepted rejected { message } } }`;
  const { data } = await platform.post(query, { token, variables: { records } });
  expect(data?.receipt).toEqual({ accepted: records.length, rejected: [] });
}

describe.each(Object.keys(lists))('a walk through %s', (name) => {
  const list = (lists[name] as () => Walked)();
  /** Every tenth number is free, for rows that come later. */
  const first = Array.from({ length: ROWS }, (_, at) => 10 * (at + 1));
  const order = (numbers: number[]) => numbers.map(list.keyOf).sort();

  async function walk(
    between: (page: Page, nth: number) => Promise<unknown> = async () => undefined,
  ): Promise<string[]> {
    const seen: string[] = [];
    let after: string | null = null;
    for (let nth = 0; nth < ROWS; nth++) {
      const answer = await platform.post(list.query, { token, variables: { first: PAGE, after } });
      expect(answer).toSucceed();
      const page = answer.data.page as Page;
      seen.push(...page.edges.map(({ node }) => node.key));
      expect(page.pageInfo.endCursor).toBe(page.edges.at(-1)?.cursor ?? null);
      if (!page.pageInfo.hasNextPage) return seen;
      await between(page, nth);
      after = page.pageInfo.endCursor;
    }
    throw new Error('the walk does not end');
  }

  beforeAll(() => list.submit(first));

  test('at rest it MUST give every row once, in order', async () => {
    expect(await walk()).toEqual(order(first));
  });

  test('it MUST neither skip nor repeat a row while others come and go before, behind and at its place', async () => {
    const come: number[] = [];
    const gone = new Set<string>();
    const seen = await walk(async ({ edges }, nth) => {
      const before = 1 + nth;
      const behind = 10 * ROWS + 1 + nth;
      come.push(before, behind);
      await list.submit([before, behind]);
      const last = edges.at(-1)?.node.key ?? '';
      gone.add(last);
      await list.remove(last);
      const ahead = list.keyOf(10 * (ROWS - nth));
      gone.add(ahead);
      await list.remove(ahead);
    });
    expect(new Set(seen).size).toBe(seen.length);
    const stayed = order(first).filter((key) => !gone.has(key));
    expect(stayed.length).toBeGreaterThan(ROWS / 2);
    expect(seen.filter((key) => stayed.includes(key))).toEqual(stayed);
    // what has come behind the place is seen, what has come before it is not
    const behind = come.filter((number) => number > 10 * ROWS).map(list.keyOf);
    expect(seen).toEqual(expect.arrayContaining(behind.slice(0, -1)));
    expect(
      seen.filter((key) =>
        come
          .filter((number) => number < 10)
          .map(list.keyOf)
          .includes(key),
      ),
    ).toEqual([]);
  });

  test('afterwards it MUST give what is there now', async () => {
    const rows = await platform.sql<{ key: string }>(
      name === 'enterprises'
        ? "SELECT uscc AS key FROM registry.enterprise WHERE name LIKE '%翻页%' ORDER BY uscc"
        : "SELECT code AS key FROM equipment.equipment WHERE kind_code = '9100' AND region_code = '430682' ORDER BY code",
    );
    expect(await walk()).toEqual(rows.map(({ key }) => key));
  });
});

test.each(['430682', '000000'])(
  'no entry of any journal MUST come twice to an auditor of %s, not even of the one that lists them',
  async (region) => {
    const auditor = await platform.token('MARKET_SUPERVISION', region, 'audit:read');
    const query = '{ auditRecords(first: 100) { edges { node { subgraph sequence } } } }';
    await platform.post(query, { token: auditor });
    const { data } = await platform.post(query, { token: auditor });
    const keys = data.auditRecords.edges.map(
      ({ node }: { node: { subgraph: string; sequence: string } }) => `${node.subgraph} ${node.sequence}`,
    ) as string[];
    expect(keys.filter((key) => key.startsWith('exchange ')).length).toBeGreaterThan(1);
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  },
);
