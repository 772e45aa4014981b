import {
  ReferenceUnknown,
  submissionOf,
  type Database,
  type SubmittedRow,
  type Transaction,
} from '../../kernel';
import { readCatalogue } from '../catalogue/catalogue.lists';
import { CertificationBody } from '../institution/institution';
import { CccCertificate, CccCertificateInput } from './certificate';
import { CccStatusEvent } from './certificate-event';
import { categoryFor, checkCourse, checkDesignated, partsOf } from './certificate.rules';
import { CccValidityCheck, CccValidityCheckInput } from './validity-check';
import { checkFinding } from './validity-check.rules';

export const certificateSubmission = submissionOf(CccCertificate, CccCertificateInput, {
  kind: 'ccc-certificates',
  // a valid one was issued by its certification body, which is no department: nobody here has decided it
  decided: { status: { VALID: false, SUSPENDED: true, REVOKED: true, CANCELLED: true, EXPIRED: false } },
  term: { zh: '强制性产品认证证书', en: 'CCC certificate' },
  async prepare({ db, today }) {
    const bodies = await db.read<CertificationBody>(
      `SELECT ${db.columns(CertificationBody)} FROM certification_body`,
    );
    return {
      catalogue: await readCatalogue(db),
      bodies: new Map(bodies.map((each) => [each.code, each])),
      today,
    };
  },
  row(record, { catalogue, bodies, today }) {
    const { number, holderUscc, issuedOn, statusSince } = record;
    const { body: code } = partsOf(number);
    const body = bodies.get(code);
    if (!body)
      throw ReferenceUnknown({
        field: 'number',
        target: { zh: '认证机构', en: 'certification body' },
        got: number,
      });
    checkDesignated(body, issuedOn);
    const row = {
      manufacturerUscc: record.manufacturerUscc ?? holderUscc,
      categoryCode: categoryFor(catalogue, number, record.categoryCode, issuedOn),
      bodyCode: code,
      statusSince: statusSince ?? issuedOn,
    };
    checkCourse({ ...record, ...row }, today);
    return row;
  },
  afterStore: keepHistory,
  history: { entity: CccStatusEvent, of: 'certificateNumber', order: 'id' },
});

/** A status that is new goes into the history of its certificate. */
async function keepHistory(tx: Transaction, rows: readonly SubmittedRow[]): Promise<void> {
  await tx.query(
    `INSERT INTO ccc_status_event (certificate_number, status, since, reason, decided_by, region_code)
     SELECT number, now.status, status_since, status_reason, source, now.region_code FROM ccc_certificate AS now
     LEFT JOIN LATERAL (
       SELECT status, since FROM ccc_status_event WHERE certificate_number = now.number ORDER BY id DESC LIMIT 1) AS last ON true
     WHERE number = ANY($1::varchar[]) AND (last.status, last.since) IS DISTINCT FROM (now.status, now.status_since)`,
    [rows.map(({ number }) => number)],
  );
}

/** What a check keeps of the certificate that was checked. */
async function checkedOf(
  db: Database,
  records: readonly { certificateNumber: string }[],
): Promise<ReadonlyMap<string, Pick<CccValidityCheck, 'categoryCode' | 'holderRegionCode'>>> {
  const certificates = await db.read<{ number: string; categoryCode: string; holderRegionCode: string }>(
    'SELECT number, category_code AS "categoryCode", region_code AS "holderRegionCode" FROM ccc_certificate WHERE number = ANY($1::varchar[])',
    [records.map(({ certificateNumber }) => certificateNumber)],
  );
  return new Map(certificates.map(({ number, ...checked }) => [number, checked]));
}

export const validityCheckSubmission = submissionOf(CccValidityCheck, CccValidityCheckInput, {
  kind: 'validity-checks',
  decided: { disposal: true },
  prepare: async ({ db, today }, _, records) => ({ checked: await checkedOf(db, records), today }),
  row(record, { checked, today }) {
    const { certificateNumber } = record;
    const certificate = checked.get(certificateNumber);
    if (!certificate) {
      throw ReferenceUnknown({
        field: 'certificateNumber',
        target: { zh: '认证证书', en: 'certificate' },
        got: certificateNumber,
      });
    }
    checkFinding(record, today);
    return { ...certificate };
  },
});
