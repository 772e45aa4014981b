import { composeUscc } from '../../subgraphs/kernel';
import { startPlatform, type Platform } from '../support/platform';
import { ONE_MATTER } from './queries';

const CITY = '430600';
const FULL = ONE_MATTER.replaceAll('430000', CITY).replace('equipment(first: 3)', 'equipment(first: 5)');
/** Enterprises in the matter, each with so many devices and listings. */
const ENTERPRISES = 120;
const DEVICES = 5;
/** The most statements that the question may take, however large its page: one for each kind of thing that it asks for. */
const MOST = 8;

interface Node {
  equipment: { totalCount: number; edges: unknown[] };
  dishonestyListings: unknown[];
}

/** What follows the journals of others reads on whatever is asked. */
const FOLLOWING = /\b(?:journal_seal|reaction_cursor|happening)\b/;

describe('the statements of one matter', () => {
  let platform: Platform;
  let token: string;
  beforeAll(async () => {
    platform = await startPlatform('local');
    token = await platform.token(
      'MARKET_SUPERVISION',
      '000000',
      'write:registry',
      'write:equipment',
      'write:credit',
    );
    await submitPage();
    // reference data are read once a minute, whatever is asked
    await statementsOf(1);
  });
  afterAll(() => platform.stop());

  /** The statements that the question takes, by subgraph, and the enterprises of its answer. */
  async function statementsOf(first: number): Promise<{ texts: string[]; nodes: Node[] }> {
    const texts: string[] = [];
    for (const [name, { db }] of platform.subgraphs)
      db.observe = (text) => FOLLOWING.test(text) || texts.push(`${name}: ${text}`);
    const answer = await platform.post(FULL, { token, variables: { first } });
    for (const { db } of platform.subgraphs.values()) db.observe = undefined;
    expect(answer).toSucceed();
    return { texts, nodes: answer.data.matter.enterprises.edges.map(({ node }: { node: Node }) => node) };
  }

  test('their number MUST NOT grow with the page, be it of 5 or of 100 enterprises with devices and listings each', async () => {
    const small = await statementsOf(5);
    const large = await statementsOf(100);
    expect([small.nodes.length, large.nodes.length]).toEqual([5, 100]);
    for (const { equipment, dishonestyListings } of large.nodes) {
      expect([equipment.totalCount, equipment.edges.length, dishonestyListings.length]).toEqual([
        DEVICES,
        DEVICES,
        1,
      ]);
    }
    expect(large.texts.sort()).toEqual(small.texts.sort());
    expect(large.texts.length).toBeGreaterThan(3);
    expect(large.texts.length).toBeLessThanOrEqual(MOST);
  });

  test('however many texts there are, a connection MUST keep a bounded number of them prepared', async () => {
    const db = platform.subgraphs.get('registry')?.db;
    if (!db) throw new Error('there is no registry');
    let most = 0;
    for (let at = 0; at < 1_500; at++) {
      const [row] = await db.read<{ n: number; known: number }>(
        `SELECT ${at} AS n, (SELECT count(*)::int FROM pg_prepared_statements) AS known`,
      );
      expect(row?.n).toBe(at);
      most = Math.max(most, row?.known ?? 0);
    }
    expect(most).toBeGreaterThan(50);
    expect(most).toBeLessThanOrEqual(250);
  });

  test('their texts MUST NOT hold what was asked for, which stands in parameters', async () => {
    const { texts, nodes } = await statementsOf(5);
    for (const { uscc } of nodes as unknown as { uscc: string }[])
      expect(texts.filter((text) => text.includes(uscc))).toEqual([]);
  });

  async function submitPage(): Promise<void> {
    await platform.sql("DELETE FROM registry.enterprise WHERE region_code LIKE '4306%'");
    const numbers = Array.from({ length: ENTERPRISES }, (_, at) => at);
    const uscc = (at: number) => composeUscc('91430682', `MA${String(at).padStart(6, '0')}`);
    await submit(
      'submitEnterprises',
      'EnterpriseInput',
      numbers.map((at) => ({
        sourceId: `e${at}`,
        uscc: uscc(at),
        name: `${at}号车行`,
        regionCode: '430682',
        industryCode: '5238',
      })),
    );
    await submit(
      'submitEquipment',
      'EquipmentInput',
      numbers.flatMap((at) =>
        Array.from({ length: DEVICES }, (_, nth) => {
          const code = `311043102${2020 + nth}${String(at).padStart(5, '0')}`;
          return { sourceId: code, code, kindCode: '3110', userUscc: uscc(at), regionCode: '430682' };
        }),
      ),
    );
    await submit(
      'submitListings',
      'ListingInput',
      numbers.map((at) => ({
        ...{
          sourceId: `l${at}`,
          list: 'MARKET_SERIOUS_ILLEGAL',
          uscc: uscc(at),
          subjectName: `${at}号车行`,
          cause: '销售非法改装车辆',
        },
        ...{ basisDocument: `${at}号`, departmentCode: '430682-MARKET_SUPERVISION', regionCode: '430682' },
        ...{ decidedOn: '2026-10-20', listedOn: '2026-10-26' },
      })),
    );
  }

  async function submit(mutation: string, input: string, records: object[]): Promise<void> {
    const query = `mutation ($records: [${input}!]!) { receipt: ${mutation}(source: "page", records: $records) { accepted rejected { message } } }`;
    const { data } = await platform.post(query, { token, variables: { records } });
    expect(data?.receipt).toEqual({ accepted: records.length, rejected: [] });
  }
});
