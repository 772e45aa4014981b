import fc from 'fast-check';
import { valuesOf } from '../../../subgraphs/kernel';
import { quality } from '../../../subgraphs/quality';
import { CccCertificate, CccStatus } from '../../../subgraphs/quality/certificate/certificate';
import { isValid } from '../../../subgraphs/quality/certificate/certificate.loaders';
import { statusOn } from '../../../subgraphs/quality/certificate/certificate.rules';
import { testSubgraph, type TestSubgraph } from '../../support/subgraph';
import { dayNear, sameInBoth, storeRandom } from '../../support/twins';

describe('rules of quality that stand in SQL as well', () => {
  let test1: TestSubgraph;
  beforeAll(async () => {
    test1 = await testSubgraph(quality);
  });
  afterAll(() => test1.stop());

  test('lists and counts MUST hold a certificate valid on the days on which it says so itself', async () => {
    const { db } = test1.subgraph;
    const row = fc.record({ status: fc.constantFrom(...valuesOf(CccStatus)), expiresOn: dayNear() });
    await storeRandom(db, CccCertificate, row);
    await sameInBoth(db, { entity: CccCertificate, sql: isValid, rule: (one, today) => statusOn(one, today) === 'VALID' });
  });
});
