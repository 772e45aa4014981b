import { ReferenceUnknown, type Submission, wordsOf } from '../../kernel';
import { CertificationBody, InstitutionCheck, InstitutionKind, Laboratory } from './institution';
import { CertificationBodyInput, InstitutionCheckInput, LaboratoryInput } from './institution.inputs';
import { checkInspection } from './institution.rules';

export const certificationBodySubmission: Submission<CertificationBodyInput, CertificationBody, null> = {
  kind: 'certification-bodies',
  term: { zh: '指定认证机构', en: 'certification body' },
  mutation: 'submitCertificationBodies',
  subgraph: 'quality',
  input: CertificationBodyInput,
  entity: CertificationBody,
  key: 'code',
  isAuthority: ({ caller }) => caller.department === 'MARKET_SUPERVISION',
  prepare: async () => null,
  toRow: ({ sourceId: _, revision: __, ...record }) => record,
};

export const laboratorySubmission: Submission<LaboratoryInput, Laboratory, null> = {
  kind: 'laboratories',
  term: { zh: '指定实验室', en: 'laboratory' },
  mutation: 'submitLaboratories',
  subgraph: 'quality',
  input: LaboratoryInput,
  entity: Laboratory,
  key: 'code',
  prepare: async () => null,
  toRow: ({ sourceId: _, revision: __, ...record }) => ({ ...record, categoryCodes: record.categoryCodes ?? [] }),
};

interface Prepared {
  /** The division of each institution, by kind and code. */
  regionOf: ReadonlyMap<string, string>;
  today: string;
}

export const institutionCheckSubmission: Submission<InstitutionCheckInput, InstitutionCheck, Prepared> = {
  kind: 'institution-checks',
  term: { zh: '认证机构、实验室监督检查', en: 'check of an institution' },
  mutation: 'submitInstitutionChecks',
  subgraph: 'quality',
  input: InstitutionCheckInput,
  entity: InstitutionCheck,
  key: 'id',
  async prepare({ db, today }, _, records) {
    const known = await db.read<{ name: string; region: string }>(
      `SELECT 'BODY ' || code AS name, region_code AS region FROM certification_body WHERE code = ANY($1::varchar[])
       UNION ALL SELECT 'LABORATORY ' || code, region_code FROM laboratory WHERE code = ANY($1::varchar[])`,
      [records.map(({ institutionCode }) => institutionCode)],
    );
    return { regionOf: new Map(known.map(({ name, region }) => [name, region])), today };
  },
  toRow({ sourceId, revision: _, ...record }, { regionOf, today }, source) {
    const { kind, institutionCode } = record;
    const regionCode = regionOf.get(`${kind} ${institutionCode}`);
    if (!regionCode) throw ReferenceUnknown({ field: 'institutionCode', target: wordsOf(InstitutionKind, kind), got: institutionCode });
    checkInspection(record, today);
    return { ...record, regionCode, id: `${source}/${sourceId}` };
  },
};
