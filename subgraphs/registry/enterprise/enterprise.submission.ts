import {
  SourceNotYours,
  factsOf,
  flag,
  objectOf,
  orNull,
  regionCode,
  submissionOf,
  whereAnswered,
} from '../../kernel';
import type { RequestContext } from '../../kernel';
import { EnterpriseChange, recordChanges, recordWithdrawals } from '../change/enterprise-change';
import { places } from '../place/places';
import { Enterprise, EnterpriseInput } from './enterprise';
import { registeredOf } from './enterprise.lists';
import {
  changesIndustry,
  checkHeadOf,
  checkPriorLicences,
  checkUscc,
  registeredIn,
} from './enterprise.rules';
import { Holder } from '../others';
import { PriorLicence, PriorLicenceInput } from './prior-licence';
import { checkHead, isToBeJudged, permittedOn } from './prior-licence.rules';

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
    const changed = records.filter((record) => changesIndustry(record, registered(record.uscc).stored));
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
  const askBy = new Map(
    records.map(({ industryCode }) => [
      industryCode,
      factsOf(Holder, {
        fields: `creditFile { principalBarred(industryCode: "${industryCode}") }`,
        facts: heads,
      }),
    ]),
  );
  const judged = records.map(async (record) => {
    const asking = Promise.resolve(askBy.get(record.industryCode)?.(context, record.uscc));
    const answer = await whereAnswered(asking.then((facts) => ({ facts })));
    return [record, answer && answer.facts?.creditFile?.principalBarred === true] as const;
  });
  return new Map<Changed, boolean | null>(await Promise.all(judged));
}

/** The division that registers the holder of a code: its third to eighth characters (GB 32100-2015). */
const REGISTERED_AT = [2, 8] as const;

const heads = objectOf({ creditFile: orNull(objectOf({ principalBarred: flag })) });

/**
 * Whether whoever heads an enterprise on the day of a permission is barred then, as credit says: asked for each day at once.
 * @throws SUBGRAPH_UNAVAILABLE where credit is silent: a permission is not given unjudged
 */
async function barredHeads(
  context: RequestContext,
  records: readonly InstanceType<typeof PriorLicenceInput>[],
) {
  const days = new Set(records.map((record) => permittedOn(record, context.today)));
  const askBy = new Map(
    [...days].map((on) => [
      on,
      factsOf(Holder, {
        fields: `creditFile { principalBarred(on: "${on}") }`,
        facts: heads,
      }),
    ]),
  );
  const judged = records.filter((record) => isToBeJudged(record, context.today));
  const barred = await Promise.all(
    judged.map(async (record) => {
      const facts = await askBy.get(permittedOn(record, context.today))?.(context, record.uscc);
      return facts?.creditFile?.principalBarred === true ? [record.uscc] : [];
    }),
  );
  return new Set(barred.flat());
}

/** A licence may come before its holder is registered (先证后照); its division is then that of the holder's code. */
export const priorLicenceSubmission = submissionOf(PriorLicence, PriorLicenceInput, {
  kind: 'prior-licences',
  decided: 'always',
  document: 'number',
  prepare: async (context, _, records) => ({
    regions: (await places(context)).regions,
    registered: await registeredOf(
      context,
      records.map(({ uscc }) => uscc),
    ),
    today: context.today,
    barred: await barredHeads(context, records),
  }),
  row(record, { regions, registered, today, barred }) {
    const { uscc } = record;
    if (isToBeJudged(record, today)) checkHead(uscc, permittedOn(record, today), barred);
    return {
      regionCode:
        registered(uscc).stored?.regionCode ??
        registeredIn(regionCode.parse(uscc.slice(...REGISTERED_AT), 'uscc'), regions),
    };
  },
});
