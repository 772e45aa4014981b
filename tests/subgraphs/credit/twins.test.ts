import fc from 'fast-check';
import sql, { raw } from 'sql-template-tag';
import { masked, valuesOf } from '../../../subgraphs/kernel';
import { credit } from '../../../subgraphs/credit';
import { BanKind, PrincipalAppointment, PrincipalBan } from '../../../subgraphs/credit/ban/ban';
import { barredToday } from '../../../subgraphs/credit/ban/ban.lists';
import { bars } from '../../../subgraphs/credit/ban/ban.rules';
import { DishonestyListing } from '../../../subgraphs/credit/listing/listing';
import { inStatus, isOnList } from '../../../subgraphs/credit/listing/listing.lists';
import { forAnyone, isOnListOn, statusOn } from '../../../subgraphs/credit/listing/listing.rules';
import { ListingStatus, SubjectKind } from '../../../subgraphs/credit/listing/listing.terms';
import { testBed } from '../../support/test-bed';
import { dayNear, dayNearOrNull, sameInBoth, storeRandom } from '../../support/twins';

/** Names of one to four characters, some of two code units, some alike in part. */
const name = fc.string({
  unit: fc.constantFrom('张', '三', '𠮷', 'a', '$', '&', '*'),
  minLength: 1,
  maxLength: 4,
});
/** Whoever is LISTED has a last day: a submission without one is refused, and a decision works it out. */
const standing = fc.oneof(
  fc.record({ status: fc.constant<ListingStatus>('LISTED'), expiresOn: dayNear() }),
  fc.record({
    status: fc.constantFrom(...valuesOf<ListingStatus>(ListingStatus).filter((each) => each !== 'LISTED')),
    expiresOn: dayNearOrNull(),
  }),
);
const listing = fc
  .record({
    standing,
    subjectKind: fc.constantFrom(...valuesOf(SubjectKind)),
    subjectName: name,
    words: fc.array(name, { maxLength: 4 }),
    duplicateOf: fc.option(fc.constant('test/1'), { freq: 3 }),
  })
  .map(({ words, standing: course, ...row }) => ({
    ...course,
    ...row,
    cause: [...words, row.subjectName, ...words, row.subjectName].join(''),
  }));

const industry = fc.constantFrom('3', '37', '371', '3770', '38', '3810');
const person = fc.constantFrom(...Array.from({ length: 60 }, (_, at) => `person-${at}`));

describe('rules of credit that stand in SQL as well', () => {
  const bed = testBed(credit);
  beforeAll(async () => {
    const { db } = bed.subgraph;
    await storeRandom(db, DishonestyListing, listing);
    const ban = fc.record({
      ...{
        personId: person,
        kind: fc.constantFrom(...valuesOf(BanKind)),
        industryCode: fc.option(industry, { freq: 6 }),
      },
      ...{ decidedOn: dayNear(30), endsOn: dayNearOrNull() },
    });
    await storeRandom(db, PrincipalBan, ban);
    const post = {
      personId: person,
      industryCode: fc.option(industry, { freq: 6 }),
      appointedOn: dayNear(30),
      endedOn: dayNearOrNull(),
    };
    await storeRandom(db, PrincipalAppointment, fc.record(post));
  });

  test.each(valuesOf<ListingStatus>(ListingStatus))(
    'the list MUST find as %s the listings that say so themselves',
    async (status) => {
      const moves = status === 'LISTED' || status === 'EXPIRED';
      const rule = (one: DishonestyListing, today: string) => statusOn(one, today) === status;
      await sameInBoth(bed.subgraph.db, {
        entity: DishonestyListing,
        sql: (today) => inStatus(status, today),
        rule,
        moves,
      });
    },
  );

  test('what counts as on the list MUST be what is LISTED on the day and repeats no other', async () => {
    await sameInBoth(bed.subgraph.db, { entity: DishonestyListing, sql: isOnList, rule: isOnListOn });
  });

  test('the feed MUST mask a person’s name as the fields of a listing do', async () => {
    const { db } = bed.subgraph;
    const rows = await db.query<
      DishonestyListing & { line: Pick<DishonestyListing, 'subjectName' | 'cause'> }
    >(
      sql`SELECT ${raw(db.columns(DishonestyListing))}, listing_line(dishonesty_listing)::json AS line FROM dishonesty_listing`,
    );
    const shown = rows.map(({ line: { subjectName, cause } }) => ({ subjectName, cause }));
    const byRule = rows.map((one) => ({
      subjectName: one.subjectKind === 'PERSON' ? masked(one.subjectName) : one.subjectName,
      cause: forAnyone(one, one.cause),
    }));
    expect(shown).toEqual(byRule);
    expect(rows.filter(({ subjectName, line }) => subjectName !== line.subjectName).length).toBeGreaterThan(
      0,
    );
  });

  test('a principal in office MUST be found barred on the days on which one of the bans of the person bars it', async () => {
    const { db } = bed.subgraph;
    const bans = await db.query<PrincipalBan>(
      sql`SELECT ${raw(db.columns(PrincipalBan))} FROM principal_ban`,
    );
    const isInOffice = ({ appointedOn, endedOn }: PrincipalAppointment, today: string) =>
      appointedOn <= today && (endedOn === null || today <= endedOn);
    await sameInBoth(db, {
      entity: PrincipalAppointment,
      sql: (today) => sql`EXISTS (SELECT FROM principal_ban ban WHERE ${barredToday(today)})`,
      rule: (post, today) =>
        isInOffice(post, today) &&
        bans.some((ban) => ban.personId === post.personId && bars(ban, post.industryCode, today)),
    });
  });
});
