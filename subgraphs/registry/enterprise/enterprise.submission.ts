import { SourceNotYours, regionCode, submissionOf, whereAnswered } from '../../kernel';
import type { RequestContext } from '../../kernel';
import { EnterpriseChange, recordChanges, recordWithdrawals } from '../change/enterprise-change';
import { places } from '../place/places';
import { Enterprise, EnterpriseInput } from './enterprise';
import { registeredOf } from './enterprise.lists';
import { checkHeadOf, checkPriorLicences, checkUscc, isRegistration, registeredIn } from './enterprise.rules';
import { priorLicences } from '../gate/catalogue';
import { isHeadBarred } from './head.lists';
import { PriorLicence, PriorLicenceInput } from './prior-licence';
import { HeadBarred, checkLicenceDays, industriesOf, isToBeJudged, permittedOn } from './prior-licence.rules';

const isAuthority = ({ settings }: RequestContext, source: string) =>
  settings.registrationSources.includes(source);

/** Only market supervision, which keeps the register (市场主体登记管理条例 第五条), may speak as the registration authority. */
function checkSource(context: RequestContext, source: string): void {
  if (isAuthority(context, source) && context.caller.department !== 'MARKET_SUPERVISION') {
    throw SourceNotYours({ field: 'source', owner: 'MARKET_SUPERVISION', got: source });
  }
}

export const enterpriseSubmission = submissionOf(Enterprise, EnterpriseInput, {
  kind: 'enterprises',
  decided: { status: { OPERATING: false, SUSPENDED: false, REVOKED: true, CANCELLED: false } },
  isAuthority,
  checkSource,
  prepare: async (context, source, records) => {
    const registered = await registeredOf(
      context,
      records.map(({ uscc }) => uscc),
    );
    // whoever is new has nobody in office yet: an appointment is for a unit that the register knows
    const changed = records.filter((record) => {
      const { stored } = registered(record.uscc);
      return stored !== undefined && isRegistration(record, stored);
    });
    return {
      today: context.today,
      regions: (await places(context)).regions,
      fromAuthority: isAuthority(context, source),
      registered,
      barred: await barredFrom(context, changed),
    };
  },
  row(record, { today, regions, fromAuthority, registered, barred }) {
    checkPriorLicences(record, { ...registered(record.uscc), today });
    checkHeadOf(record, barred.get(record), today);
    return {
      regionCode: registeredIn(record.regionCode, regions),
      roles: record.roles ?? [],
      checksumValid: checkUscc(record.uscc, fromAuthority),
    };
  },
  afterStore: (tx, rows) =>
    recordChanges(
      tx,
      rows.map(({ uscc }) => String(uscc)),
    ),
  history: { entity: EnterpriseChange, of: 'uscc', order: 'sequence', isFollowed: true },
  afterTakeBack: (tx, rows) =>
    recordWithdrawals(
      tx,
      rows.map(({ uscc }) => String(uscc)),
    ),
});

type Changed = Pick<Enterprise, 'uscc' | 'industryCode'>;

/** Whether whoever heads an enterprise today is barred from the industry that it is to have; null where credit is silent. */
async function barredFrom(context: RequestContext, records: readonly Changed[]) {
  const judged = records.map(
    async (record) =>
      [
        record,
        await whereAnswered(isHeadBarred(context, record.uscc, context.today, record.industryCode)),
      ] as const,
  );
  return new Map<Changed, boolean | null>(await Promise.all(judged));
}

/** The division that registers the holder of a code: its third to eighth characters (GB 32100-2015). */
const REGISTERED_AT = [2, 8] as const;

/**
 * Whose head is barred on the day of a permission: from what the register says of the holder, or from all that the licence
 * is for.
 * @throws SUBGRAPH_UNAVAILABLE where credit is silent: a permission is not given unjudged
 */
async function barredHeads(
  context: RequestContext,
  records: readonly InstanceType<typeof PriorLicenceInput>[],
  industryOf: (uscc: string) => string | null,
) {
  const judged = records.filter((record) => isToBeJudged(record, context.today));
  const barred = await Promise.all(
    judged.map(async (record) => {
      const from = (industryCode: string | null) =>
        isHeadBarred(context, record.uscc, permittedOn(record, context.today), industryCode);
      const [ofHolder, ...ofLicence] = await Promise.all(
        [industryOf(record.uscc), ...industriesOf(record, priorLicences)].map(from),
      );
      return ofHolder || (ofLicence.length > 0 && ofLicence.every(Boolean)) ? [record] : [];
    }),
  );
  return new Set(barred.flat());
}

/** A licence may come before its holder is registered (先证后照); its division is then that of the holder's code. */
export const priorLicenceSubmission = submissionOf(PriorLicence, PriorLicenceInput, {
  kind: 'prior-licences',
  decided: 'always',
  document: 'number',
  async prepare(context, _, records) {
    const usccs = records.map(({ uscc }) => uscc);
    const registered = await registeredOf(context, usccs);
    const industryOf = (uscc: string) => registered(uscc).stored?.industryCode ?? null;
    return {
      regions: (await places(context)).regions,
      registered,
      today: context.today,
      barred: await barredHeads(context, records, industryOf),
    };
  },
  row(record, { regions, registered, today, barred }) {
    const { uscc } = record;
    checkLicenceDays(record, today);
    if (barred.has(record)) throw HeadBarred({ field: 'uscc', on: permittedOn(record, today), got: uscc });
    return {
      regionCode:
        registered(uscc).stored?.regionCode ??
        registeredIn(regionCode.parse(uscc.slice(...REGISTERED_AT), 'uscc'), regions),
    };
  },
});
