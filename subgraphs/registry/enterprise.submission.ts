import { ReferenceUnknown, SourceNotYours, isSynthetic, type RequestContext, type Submission } from '../kernel';
import { recordChanges } from './change/enterprise-change';
import { Enterprise } from './enterprise';
import { checkUscc, currentRegion } from './enterprise.rules';
import { PriorLicence } from './prior-licence';
import { EnterpriseInput, PriorLicenceInput } from './registry.inputs';
import { places } from './reference';
import type { Region } from './region';

interface Prepared {
  regions: ReadonlyMap<string, Region>;
  fromAuthority: boolean;
}

const isAuthority = ({ settings }: RequestContext, source: string) => settings.registrationSources.includes(source);

/** Only market supervision, which keeps the register (市场主体登记管理条例 第五条), may speak as the registration authority. */
function checkSource(context: RequestContext, source: string): void {
  if (isAuthority(context, source) && context.caller.department !== 'MARKET_SUPERVISION') {
    throw SourceNotYours({ field: 'source', owner: 'MARKET_SUPERVISION', got: source });
  }
}

export const enterpriseSubmission: Submission<EnterpriseInput, Enterprise, Prepared> = {
  kind: 'enterprises',
  term: { zh: '市场主体', en: 'enterprise' },
  mutation: 'submitEnterprises',
  subgraph: 'registry',
  input: EnterpriseInput,
  entity: Enterprise,
  key: 'uscc',
  isAuthority,
  checkSource,
  async prepare(context, source) {
    return { regions: (await places(context)).regions, fromAuthority: isAuthority(context, source) };
  },
  toRow({ sourceId: _, revision: __, ...record }, { regions, fromAuthority }, source) {
    return {
      ...record,
      regionCode: currentRegion(record.regionCode, regions),
      roles: record.roles ?? [],
      checksumValid: checkUscc(record.uscc, fromAuthority),
      synthetic: isSynthetic(source),
    };
  },
  afterStore: (tx, rows) =>
    recordChanges(
      tx,
      rows.map(({ uscc }) => String(uscc)),
    ),
};

export const priorLicenceSubmission: Submission<PriorLicenceInput, PriorLicence, ReadonlyMap<string, string>> = {
  kind: 'prior-licences',
  term: { zh: '前置许可', en: 'prior licence' },
  mutation: 'submitPriorLicences',
  subgraph: 'registry',
  input: PriorLicenceInput,
  entity: PriorLicence,
  key: 'id',
  /** The division of each holder that is registered. */
  async prepare({ db }, _, records) {
    const holders = await db.read<{ uscc: string; region: string }>(
      'SELECT uscc, region_code AS region FROM enterprise WHERE uscc = ANY($1::varchar[])',
      [records.map(({ uscc }) => uscc)],
    );
    return new Map(holders.map(({ uscc, region }) => [uscc, region]));
  },
  toRow({ sourceId, revision: _, ...record }, regionOf, source) {
    const regionCode = regionOf.get(record.uscc);
    if (!regionCode) throw ReferenceUnknown({ field: 'uscc', target: { zh: '市场主体', en: 'enterprise' }, got: record.uscc });
    return { ...record, id: `${source}/${sourceId}`, regionCode };
  },
};
