import fc from 'fast-check';
import sql from 'sql-template-tag';
import { addDays, valuesOf } from '../../../subgraphs/kernel';
import { quality } from '../../../subgraphs/quality';
import { readCatalogue } from '../../../subgraphs/quality/catalogue/catalogue.lists';
import { isMandatory } from '../../../subgraphs/quality/catalogue/catalogue.rules';
import { CccCertificate, CccStatus } from '../../../subgraphs/quality/certificate/certificate';
import { inStatus, isValid } from '../../../subgraphs/quality/certificate/certificate.lists';
import { statusOn } from '../../../subgraphs/quality/certificate/certificate.rules';
import { Recall, RecallStatus } from '../../../subgraphs/quality/recall/recall';
import { inStatus as recallIn } from '../../../subgraphs/quality/recall/recall.lists';
import { statusOf } from '../../../subgraphs/quality/recall/recall.steps';
import { isRequired } from '../../../subgraphs/quality/sampling/certificate-grounds.lists';
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

  test('a certificate MUST be found in the state that it says of itself on that day, and a recall in its stage', async () => {
    const { db } = bed.subgraph;
    for (const status of valuesOf(CccStatus))
      await sameInBoth(db, {
        entity: CccCertificate,
        sql: (today) => inStatus(status, today),
        rule: (one, today) => statusOn(one, today) === status,
        moves: ['VALID', 'SUSPENDED', 'EXPIRED'].includes(status),
      });
    const row = fc.record({ announcedOn: fc.option(dayNear()), completedOn: fc.option(dayNear()) });
    await storeRandom(db, Recall, row);
    for (const stage of valuesOf(RecallStatus))
      await sameInBoth(db, {
        entity: Recall,
        sql: () => recallIn(stage),
        rule: (one) => statusOf(one) === stage,
        moves: false,
      });
  });

  test('samples MUST be held to need a certificate on the days on which the catalogue says so, and where it is not known neither may', async () => {
    const { db } = bed.subgraph;
    const catalogue = await readCatalogue(db);
    const said = (code: string, on: string) => {
      try {
        return isMandatory(catalogue, code, on);
      } catch {
        return null;
      }
    };
    const cases = [...catalogue.values()]
      .flat()
      .flatMap(({ code, ...days }) =>
        ['2020-01-01', '2026-06-15', days.knownFrom, days.mandatoryFrom, days.mandatoryTo]
          .filter((day) => day !== null)
          .flatMap((day) => [-1, 0, 1].map((off) => ({ code, on: addDays(day, off) }))),
      );
    const inSql = await db.query<{ required: boolean | null }>(
      sql`SELECT ${isRequired(sql`asked.code`, sql`asked.day`)} AS required
        FROM unnest(${[...cases.map(({ code }) => code), 'NONE']}::varchar[], ${[...cases.map(({ on }) => on), '2026-01-01']}::date[])
          WITH ORDINALITY AS asked (code, day, nth) ORDER BY nth`,
    );
    const inCode = [...cases.map(({ code, on }) => said(code, on)), null];
    expect(inSql.map(({ required }) => required)).toEqual(inCode);
    expect(new Set(inCode)).toEqual(new Set([true, false, null]));
  });
});
