import { ReferenceUnknown, isSynthetic, type Submission, type SubmittedRow, type Transaction } from '../../kernel';
import { readCatalogue } from '../catalogue/catalogue.loaders';
import type { Catalogue } from '../catalogue/catalogue.rules';
import { CccCertificate } from './certificate';
import { CccCertificateInput } from './certificate.inputs';
import { categoryFor, checkCourse, partsOf } from './certificate.rules';
import { CccValidityCheck } from './validity-check';
import { CccValidityCheckInput } from './validity-check.inputs';
import { checkFinding } from './validity-check.rules';

interface Prepared {
  catalogue: Catalogue;
  bodies: ReadonlySet<string>;
  today: string;
}

export const certificateSubmission: Submission<CccCertificateInput, CccCertificate, Prepared> = {
  kind: 'ccc-certificates',
  term: { zh: '强制性产品认证证书', en: 'CCC certificate' },
  mutation: 'submitCccCertificates',
  subgraph: 'quality',
  input: CccCertificateInput,
  entity: CccCertificate,
  key: 'number',
  async prepare({ db, today }) {
    const bodies = await db.read<{ code: string }>('SELECT code FROM certification_body');
    return { catalogue: await readCatalogue(db), bodies: new Set(bodies.map(({ code }) => code)), today };
  },
  toRow({ sourceId: _, revision: __, ...record }, { catalogue, bodies, today }, source) {
    const { number, holderUscc, issuedOn } = record;
    const { body } = partsOf(number);
    // 认证认可条例 第二十八条: nobody certifies who is not designated
    if (!bodies.has(body)) throw ReferenceUnknown({ field: 'number', target: { zh: '认证机构', en: 'certification body' }, got: number });
    const row = {
      ...record,
      manufacturerUscc: record.manufacturerUscc ?? holderUscc,
      categoryCode: categoryFor(catalogue, number, record.categoryCode, issuedOn),
      bodyCode: body,
      statusSince: record.statusSince ?? issuedOn,
      synthetic: isSynthetic(source),
    };
    checkCourse(row, today);
    return row;
  },
  afterStore: keepHistory,
};

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

interface PreparedCheck {
  categoryOf: ReadonlyMap<string, string>;
  today: string;
}

export const validityCheckSubmission: Submission<CccValidityCheckInput, CccValidityCheck, PreparedCheck> = {
  kind: 'validity-checks',
  term: { zh: '认证有效性抽查', en: 'validity check' },
  mutation: 'submitValidityChecks',
  subgraph: 'quality',
  input: CccValidityCheckInput,
  entity: CccValidityCheck,
  key: 'id',
  async prepare({ db, today }, _, records) {
    const certificates = await db.read<{ number: string; category: string }>(
      'SELECT number, category_code AS category FROM ccc_certificate WHERE number = ANY($1::varchar[])',
      [records.map(({ certificateNumber }) => certificateNumber)],
    );
    return { categoryOf: new Map(certificates.map(({ number, category }) => [number, category])), today };
  },
  toRow({ sourceId, revision: _, ...record }, { categoryOf, today }, source) {
    const categoryCode = categoryOf.get(record.certificateNumber);
    if (!categoryCode)
      throw ReferenceUnknown({ field: 'certificateNumber', target: { zh: '认证证书', en: 'certificate' }, got: record.certificateNumber });
    checkFinding(record, today);
    return { ...record, categoryCode, id: `${source}/${sourceId}` };
  },
};
