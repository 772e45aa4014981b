import { SourceNotYours, regionCode, submissionOf, type RequestContext } from '../../kernel';
import { EnterpriseChange, recordChanges, recordWithdrawals } from '../change/enterprise-change';
import { places } from '../place/places';
import { Enterprise, EnterpriseInput } from './enterprise';
import { registeredOf } from './enterprise.lists';
import { checkPriorLicences, checkUscc, registeredIn } from './enterprise.rules';
import { PriorLicence, PriorLicenceInput } from './prior-licence';

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
  isAuthority,
  checkSource,
  prepare: async (context, source, records) => ({
    today: context.today,
    regions: (await places(context)).regions,
    fromAuthority: isAuthority(context, source),
    registered: await registeredOf(
      context,
      records.map(({ uscc }) => uscc),
    ),
  }),
  row(record, { today, regions, fromAuthority, registered }) {
    checkPriorLicences(record, { ...registered(record.uscc), today });
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

/** The division that registers the holder of a code: its third to eighth characters (GB 32100-2015). */
const REGISTERED_AT = [2, 8] as const;

/** A licence may come before its holder is registered (先证后照); its division is then that of the holder's code. */
export const priorLicenceSubmission = submissionOf(PriorLicence, PriorLicenceInput, {
  kind: 'prior-licences',
  prepare: async (context, _, records) => ({
    regions: (await places(context)).regions,
    registered: await registeredOf(
      context,
      records.map(({ uscc }) => uscc),
    ),
  }),
  row: ({ uscc }, { regions, registered }) => ({
    regionCode:
      registered(uscc).stored?.regionCode ??
      registeredIn(regionCode.parse(uscc.slice(...REGISTERED_AT), 'uscc'), regions),
  }),
});
