import { registry } from '../../../subgraphs/registry';
import { as } from '../../support/callers';
import { testSubgraph, type TestSubgraph } from '../../support/subgraph';

const SUBMIT = `mutation ($source: String!, $records: [EnterpriseInput!]!) {
  submitEnterprises(source: $source, records: $records) { accepted unchanged rejected { index sourceId code field message } }
}`;
const officer = as.officer('MARKET_SUPERVISION', '430000', 'write:registry');
const good = { sourceId: '1', uscc: '91430682MA4L16JQ90', name: '甲公司', regionCode: '430682', industryCode: 'C3770' };

describe('submitEnterprises', () => {
  let registryTest: TestSubgraph;
  beforeEach(async () => {
    registryTest = await testSubgraph(registry);
  });
  afterEach(() => registryTest.stop());

  const submit = (records: object[], { source = 'test', caller = officer } = {}) =>
    registryTest.run(SUBMIT, { caller, variables: { source, records } });

  test('a bad record MUST be refused by name and the good ones kept', async () => {
    const answer = await submit([
      good,
      { ...good, sourceId: '2', uscc: '91430682MA4L16JQ91' },
      { ...good, sourceId: '3', registeredOn: '2024-02-30' },
    ]);
    expect(answer.data.submitEnterprises).toMatchObject({
      accepted: 1,
      rejected: [
        { index: 1, sourceId: '2', code: 'USCC_INVALID', field: 'uscc' },
        { index: 2, sourceId: '3', code: 'DATE_INVALID', field: 'registeredOn' },
      ],
    });
  });
});
