import DataLoader from 'dataloader';
import sql, { raw } from 'sql-template-tag';
import {
  Throttle,
  audit,
  factsOf,
  objectOf,
  once,
  orNull,
  page,
  personIdOf,
  searchKey,
  text,
  unseal,
  within,
  type PageArgs,
  type RequestContext,
} from '../../kernel';
import { Enterprise } from '../others';
import {
  PRINCIPALS,
  PrincipalBan,
  type PrincipalAppointment,
  type PrincipalBanCheck,
  type PrincipalBanCheckInput,
} from './ban';
import { INDUSTRY_DIGITS, bars } from './ban.rules';

/** `bars` of ban.rules.ts, in SQL, for principals in office today: `ban` and the columns of principal_appointment. */
export function barredToday(today: string, industryCode: string | null = null) {
  const ofIndustry =
    industryCode === null ? sql`principal_appointment.industry_code` : sql`${industryCode}::varchar`;
  return sql`principal_appointment.appointed_on <= ${today} AND (principal_appointment.ended_on IS NULL OR principal_appointment.ended_on >= ${today})
    AND ban.person_id = principal_appointment.person_id AND ban.decided_on <= ${today} AND (ban.ends_on IS NULL OR ban.ends_on >= ${today})
    AND (ban.kind = 'FIVE_YEARS_ANYWHERE' OR ${ofIndustry} IS NULL
      OR left(ban.industry_code, ${INDUSTRY_DIGITS}) = left(${ofIndustry}, ${INDUSTRY_DIGITS}))`;
}

/** Checks that one caller may make in an hour: enough for a registrar, too few to look through a population. */
const throttle = new Throttle(600, 3_600);

/** Whether a person is barred; the check itself is on record, under the opaque id. */
export async function checkPrincipal(
  context: RequestContext,
  { idNumber, industryCode, on }: PrincipalBanCheckInput,
): Promise<PrincipalBanCheck> {
  await throttle.take(context);
  const { db } = context;
  const personId = personIdOf(idNumber, context.settings.dataKey);
  const found = await db.byKey<PrincipalBan>(
    sql`SELECT ${raw(db.columns(PrincipalBan))} FROM principal_ban WHERE person_id = ${personId} AND duplicate_of IS NULL ORDER BY decided_on, id`,
  );
  const bans = found.filter((ban) => bars(ban, industryCode, on ?? context.today));
  await db.transaction((tx) =>
    audit(tx, context, {
      operation: 'principalBarred',
      subjects: [{ type: 'Person', key: personId }],
      outcome: bans.length > 0 ? 'barred' : 'free',
    }),
  );
  return { barred: bans.length > 0, bans };
}

/** Who heads an enterprise today though barred: what registration has to put right. */
export function barredPrincipals(context: RequestContext, region: string | null, args: PageArgs) {
  return page<PrincipalAppointment>(
    context,
    PRINCIPALS,
    sql`${within(raw('region_code'), region)} AND EXISTS (SELECT FROM principal_ban ban WHERE ${barredToday(context.today)})`,
    args,
  );
}

const legalRepresentativeOf = factsOf(Enterprise, {
  fields: 'legalRepresentative',
  facts: objectOf({ legalRepresentative: orNull(text(100)) }),
});

/**
 * Whether the register, which is where principals have their home, names the person of an appointment; both may be right,
 * as a principal need not be the legal representative.
 * @throws SUBGRAPH_UNAVAILABLE where the register is silent
 */
export async function agreesWithRegister(
  context: RequestContext,
  { uscc, sealedName, endedOn }: PrincipalAppointment,
): Promise<boolean | null> {
  if (endedOn !== null && endedOn < context.today) return null;
  const registered = (await legalRepresentativeOf(context, uscc))?.legalRepresentative ?? null;
  const name = unseal(sealedName, context.settings.dataKey);
  return registered === null ? null : searchKey(registered) === searchKey(name);
}

/**
 * Whether whoever heads an enterprise on a day is barred on that day, from its industry or from the one that it is to have;
 * one statement for all that are asked for with the same.
 */
export function isHeadedByBarred(
  context: RequestContext,
  uscc: string,
  on: string,
  industryCode: string | null,
): Promise<boolean> {
  const loader = once(
    context,
    `headed by barred|${on}|${industryCode}`,
    () =>
      new DataLoader<string, boolean>(async (usccs) => {
        const rows = await context.db.query<{ uscc: string }>(
          sql`SELECT DISTINCT uscc FROM principal_appointment, principal_ban ban
            WHERE uscc = ANY(${usccs}::varchar[]) AND ${barredToday(on, industryCode)}`,
        );
        const barred = new Set(rows.map((row) => row.uscc));
        return usccs.map((each) => barred.has(each));
      }),
  );
  return loader.load(uscc);
}
