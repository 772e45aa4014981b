import { ReferenceUnknown, submissionOf, wordsOf, type Database } from '../../kernel';
import {
  CertificationBody,
  CertificationBodyInput,
  InstitutionCheck,
  InstitutionCheckInput,
  InstitutionKind,
  Laboratory,
  LaboratoryInput,
} from './institution';
import { checkInspection } from './institution.rules';

export const certificationBodySubmission = submissionOf(CertificationBody, CertificationBodyInput, {
  kind: 'certification-bodies',
  isAuthority: ({ caller }) => caller.department === 'MARKET_SUPERVISION',
  row: () => ({}),
});

export const laboratorySubmission = submissionOf(Laboratory, LaboratoryInput, {
  kind: 'laboratories',
  row: ({ categoryCodes }) => ({ categoryCodes: categoryCodes ?? [] }),
});

/** The division of each institution, by kind and code. */
async function regionsOf(
  db: Database,
  records: readonly { institutionCode: string }[],
): Promise<ReadonlyMap<string, string>> {
  const known = await db.read<{ name: string; region: string }>(
    `SELECT 'BODY ' || code AS name, region_code AS region FROM certification_body WHERE code = ANY($1::varchar[])
     UNION ALL SELECT 'LABORATORY ' || code, region_code FROM laboratory WHERE code = ANY($1::varchar[])`,
    [records.map(({ institutionCode }) => institutionCode)],
  );
  return new Map(known.map(({ name, region }) => [name, region]));
}

export const institutionCheckSubmission = submissionOf(InstitutionCheck, InstitutionCheckInput, {
  kind: 'institution-checks',
  prepare: async ({ db, today }, _, records) => ({ regionOf: await regionsOf(db, records), today }),
  row(record, { regionOf, today }) {
    const { kind, institutionCode } = record;
    const regionCode = regionOf.get(`${kind} ${institutionCode}`);
    if (!regionCode)
      throw ReferenceUnknown({
        field: 'institutionCode',
        target: wordsOf(InstitutionKind, kind),
        got: institutionCode,
      });
    checkInspection(record, today);
    return { regionCode };
  },
});
