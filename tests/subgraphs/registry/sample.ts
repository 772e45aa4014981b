import { composeUscc, type Caller } from '../../../subgraphs/kernel';
import { registry } from '../../../subgraphs/registry';
import { as } from '../../support/callers';
import { testSubgraph, type TestSubgraph } from '../../support/subgraph';

export const SUBMIT = `mutation ($source: String!, $records: [EnterpriseInput!]!) {
  submitEnterprises(source: $source, records: $records) { accepted unchanged rejected { index sourceId code field message } }
}`;
export const SUBMIT_LICENCES = `mutation ($source: String!, $records: [PriorLicenceInput!]!) {
  submitPriorLicences(source: $source, records: $records) { accepted unchanged rejected { index sourceId code field message } }
}`;

/** May submit in the whole country, and in 湖南 only. */
export const nation = as.officer('MARKET_SUPERVISION', '000000', 'write:registry');
export const hunan = as.officer('MARKET_SUPERVISION', '430000', 'write:registry');
export const fire = as.officer('FIRE_RESCUE', '430682');

/** The source that the tests configure as the registration authority. */
export const AUTHORITY = 'registration-authority';

/** The code of the enterprise with this number. */
export function usccOf(number: number): string {
  return composeUscc('91430682', `MA${String(number).padStart(6, '0')}`);
}

/** Its last check digit is wrong, the rest is a code. */
export const FLAGGED = '91430682MA4L16JQ91';

export const make = {
  enterprise: (number: number, changes: object = {}) => ({
    sourceId: `e${number}`,
    uscc: usccOf(number),
    name: `临湘市第${number}号公司`,
    regionCode: '430682',
    ...changes,
  }),
  licence: (number: number, changes: object = {}) => ({
    sourceId: `p${number}`,
    uscc: usccOf(number),
    name: '危险化学品经营许可证',
    number: `湘岳危化经字〔2026〕${number}号`,
    ...changes,
  }),
};

export interface Receipt {
  accepted: number;
  unchanged: number;
  rejected: { index: number; sourceId: string | null; code: string; field: string | null; message: string }[];
}
interface Sending {
  source?: string;
  caller?: Caller;
}

export interface RegistryTest extends TestSubgraph {
  submit: (records: object[], options?: Sending) => ReturnType<TestSubgraph['run']>;
  /** The receipt of a submission. */
  receiptOf: (records: object[], options?: Sending) => Promise<Receipt>;
  /** The receipt of a submission of prior licences. */
  licensed: (records: object[], options?: Sending) => Promise<Receipt>;
  /** What stands in the tables, past every rule. */
  rows: <Row = Record<string, unknown>>(text: string, values?: readonly unknown[]) => Promise<Row[]>;
  /** Submits records that must all be taken. */
  put: (...records: object[]) => Promise<void>;
}

/** The registry on a fresh database. */
export async function registryTest(): Promise<RegistryTest> {
  const test = await testSubgraph(registry);
  const submit: RegistryTest['submit'] = (records, { source = 'test', caller = nation } = {}) =>
    test.run(SUBMIT, { caller, variables: { source, records } });
  const receiptOf: RegistryTest['receiptOf'] = async (...sent) => (await submit(...sent)).data.submitEnterprises as Receipt;
  return {
    ...test,
    submit,
    receiptOf,
    licensed: async (records, { source = 'test', caller = nation } = {}) =>
      (await test.run(SUBMIT_LICENCES, { caller, variables: { source, records } })).data.submitPriorLicences as Receipt,
    rows: (text, values) => test.subgraph.db.read(text, values),
    put: async (...records) => {
      expect(await receiptOf(records)).toEqual({ accepted: records.length, unchanged: 0, rejected: [] });
    },
  };
}

/** The items of a page by their codes. */
export function codesIn(connection: { edges: { node: { uscc: string } }[] }): string[] {
  return connection.edges.map(({ node }) => node.uscc);
}
