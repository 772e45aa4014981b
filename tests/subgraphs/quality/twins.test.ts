import fc from 'fast-check';
import { valuesOf } from '../../../subgraphs/kernel';
import { quality } from '../../../subgraphs/quality';
import { CccCertificate, CccStatus } from '../../../subgraphs/quality/certificate/certificate';
import { isValid } from '../../../subgraphs/quality/certificate/certificate.lists';
import { statusOn } from '../../../subgraphs/quality/certificate/certificate.rules';
import { testBed } from '../../support/test-bed';
import { dayNear, sameInBoth, storeRandom } from '../../support/twins';

describe('rules of quality that stand in SQL as well', () => {
  const bed = testBed(quality);

  test('lists and counts MUST hold a certificate valid on the days on which it says so itself', async () => {
    const { db } = bed.subgraph;
    const row = fc.record({ status: fc.constantFrom(...valuesOf(CccStatus)), expiresOn: dayNear() });
    await storeRandom(db, CccCertificate, row);
    await sameInBoth(db, {
      entity: CccCertificate,
      sql: isValid,
      rule: (one, today) => statusOn(one, today) === 'VALID',
    });
  });
});
