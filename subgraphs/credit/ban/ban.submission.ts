import sql, { raw } from 'sql-template-tag';
import {
  ReferenceUnknown,
  checkDay,
  checkSourceId,
  code,
  factsOf,
  objectOf,
  orNull,
  personIdOf,
  seal,
  submissionOf,
  type RequestContext,
} from '../../kernel';
import { Enterprise } from '../others';
import { PrincipalAppointment, PrincipalAppointmentInput, PrincipalBan, PrincipalBanInput } from './ban';
import { banTerm, checkFree, checkIndustry, checkRegistrar } from './ban.rules';

/** What is kept of a person. */
function person(
  { idNumber, name }: { idNumber: string; name: string },
  { settings: { dataKey } }: RequestContext,
) {
  return { personId: personIdOf(idNumber, dataKey), sealedName: seal(name, dataKey) };
}

export const principalBanSubmission = submissionOf(PrincipalBan, PrincipalBanInput, {
  kind: 'principal-bans',
  decided: 'always',
  document: 'basisDocument',
  row(record, context) {
    checkSourceId(record.sourceId);
    return { ...person(record, context), ...banTerm(record, context.today) };
  },
});

/** The register's own word for what an enterprise does: a ban for an industry is judged by it, not by what is stated. */
const registeredIndustry = factsOf(Enterprise, {
  from: 'registry',
  fields: 'industryCode',
  facts: objectOf({ industryCode: orNull(code(4)) }),
});

async function industriesOf(context: RequestContext, records: readonly PrincipalAppointmentInput[]) {
  const usccs = [...new Set(records.map(({ uscc }) => uscc))];
  const known = await Promise.all(
    usccs.map(async (uscc) => [uscc, await registeredIndustry(context, uscc)] as const),
  );
  return new Map(known);
}

/** The bans of the people who are to be appointed. */
async function bansOf(context: RequestContext, records: readonly PrincipalAppointmentInput[]) {
  const { db, settings } = context;
  const people = records.map(({ idNumber }) => personIdOf(idNumber, settings.dataKey));
  const bans = await db.byKey<PrincipalBan>(
    sql`SELECT ${raw(db.columns(PrincipalBan))} FROM principal_ban WHERE person_id = ANY(${people}::varchar[])
        ORDER BY decided_on, id`,
  );
  return (personId: string) => bans.filter((ban) => ban.personId === personId);
}

export const principalSubmission = submissionOf(PrincipalAppointment, PrincipalAppointmentInput, {
  kind: 'principals',
  prepare: async (context, _, records) => ({
    context,
    industries: await industriesOf(context, records),
    bans: await bansOf(context, records),
  }),
  row(record, { context, industries, bans }) {
    checkRegistrar(context.caller);
    checkSourceId(record.sourceId);
    checkDay('endedOn', record.endedOn, { from: record.appointedOn });
    const registered = industries.get(record.uscc);
    if (!registered)
      throw ReferenceUnknown({
        field: 'uscc',
        target: { zh: '市场主体', en: 'enterprise' },
        got: record.uscc,
      });
    const industryCode = registered.industryCode ?? record.industryCode;
    checkIndustry(record.industryCode, registered.industryCode);
    const kept = person(record, context);
    // who has left is no appointment any more: that must be told of a barred one, too
    if (record.endedOn === null || record.endedOn >= context.today)
      checkFree(bans(kept.personId), industryCode, record.appointedOn);
    return { ...kept, industryCode };
  },
});
