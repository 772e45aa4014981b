import {
  ReferenceUnknown,
  SourceNotYours,
  submissionOf,
  type Database,
  type RequestContext,
} from '../../kernel';
import { EnterpriseChange, recordChanges, recordWithdrawals } from '../change/enterprise-change';
import { places } from '../place/places';
import { Enterprise, EnterpriseInput } from './enterprise';
import { checkUscc, registeredIn } from './enterprise.rules';
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
  prepare: async (context, source) => ({
    regions: (await places(context)).regions,
    fromAuthority: isAuthority(context, source),
  }),
  row: (record, { regions, fromAuthority }) => ({
    regionCode: registeredIn(record.regionCode, regions),
    roles: record.roles ?? [],
    checksumValid: checkUscc(record.uscc, fromAuthority),
  }),
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

/** The division of each holder that is registered. */
async function regionsOf(
  db: Database,
  records: readonly { uscc: string }[],
): Promise<ReadonlyMap<string, string>> {
  const holders = await db.read<{ uscc: string; region: string }>(
    'SELECT uscc, region_code AS region FROM enterprise WHERE uscc = ANY($1::varchar[])',
    [records.map(({ uscc }) => uscc)],
  );
  return new Map(holders.map(({ uscc, region }) => [uscc, region]));
}

export const priorLicenceSubmission = submissionOf(PriorLicence, PriorLicenceInput, {
  kind: 'prior-licences',
  prepare: ({ db }, _, records) => regionsOf(db, records),
  row({ uscc }, regionOf) {
    const regionCode = regionOf.get(uscc);
    if (!regionCode)
      throw ReferenceUnknown({ field: 'uscc', target: { zh: '市场主体', en: 'enterprise' }, got: uscc });
    return { regionCode };
  },
});
