import {
  NATIONWIDE,
  Unreachable,
  checkDay,
  declareError,
  departmentOf,
  identifier,
  undashedCode,
  type Acting,
  type CatalogueError,
} from '../../kernel';
import { rowOn, rowsOf, type Catalogue } from '../catalogue/catalogue.rules';
import type { CertificationBody } from '../institution/institution';
import type { CccCertificate, CccNumberParts, CccStatus } from './certificate';

export const CccNumberInvalid = declareError(
  'CCC_NUMBER_INVALID',
  '{field} 应为 16 位数字：发证年份 4 位、认证机构 2 位、产品类别 4 位、流水号 6 位，如 2016010901123456；收到：{got}。',
  '{field} must be 16 digits: year of issue 4, certification body 2, category 4, serial 6, like 2016010901123456; but got: {got}.',
);
export const CccNumberMismatch = declareError(
  'CCC_NUMBER_MISMATCH',
  '证书编号 {number} 的{part:words}与 {field} 不符，收到：{got}。',
  'The {part:words} in the number {number} does not agree with {field}, which is: {got}.',
);
export const CccIssuerDecides = declareError(
  'CCC_ISSUER_DECIDES',
  '证书 {number} 由发证机构处理：{department} 应以 disposeValidityCheck 责令其暂停或者撤销，并登记其处理结果。',
  'The certificate {number} is for the body that issued it: {department} orders it to suspend or revoke, by disposeValidityCheck, and records what it decides.',
);
export const CccOtherBody = declareError(
  'CCC_OTHER_BODY',
  '证书 {number} 由认证机构 {issuer} 所发，只由其处理；{body} 不是该机构，或者该机构的统一社会信用代码未登记。',
  'The certificate {number} was issued by the certification body {issuer}, which alone disposes of it; {body} is not that body, or the unified social credit code of that body is not on record.',
);
const CccBodyNotDesignated = declareError(
  'CCC_BODY_NOT_DESIGNATED',
  '认证机构 {body} 的指定期间为 {from} 至 {to}，证书发证日期不在其内（认证认可条例 第二十八条），收到：{got}。',
  'The body {body} was designated from {from} to {to}, and nobody certifies at another time (Regulation on Certification and Accreditation, article 28), but got: {got}.',
);
export const CccNotValid = declareError(
  'CCC_NOT_VALID',
  '证书 {number} 处于 {status:CccStatus}，只有有效证书可以暂停。',
  'The certificate {number} is {status:CccStatus}; only a valid one can be suspended.',
);
export const CccNotSuspended = declareError(
  'CCC_NOT_SUSPENDED',
  '证书 {number} 处于 {status:CccStatus}，只有暂停的证书可以恢复。',
  'The certificate {number} is {status:CccStatus}; only a suspended one can be resumed.',
);
export const CccEnded = declareError(
  'CCC_ENDED',
  '证书 {number} 已是 {status:CccStatus}，不再变更。',
  'The certificate {number} is {status:CccStatus} and changes no more.',
);

const NUMBER = /^((?:19|20)\d{2})(\d{2})(\d{4})(\d{6})$/;

export const certificateNumber = undashedCode(16, {
  ...identifier((number) => NUMBER.test(number), CccNumberInvalid),
  shape: { zh: '16 位证书编号，如 2016010901123456', en: 'a number of 16 digits, like 2016010901123456' },
});

/** The parts of a number that has its shape. */
export function partsOf(number: string): CccNumberParts {
  const [, year = '', body = '', category = '', serial = ''] = NUMBER.exec(number) ?? [];
  return { year, body, category, serial };
}

/** Nobody certifies who is not designated on the day of issue; an end that is not on record is none. */
export function checkDesignated(
  { code, designatedFrom, designatedTo }: CertificationBody,
  issuedOn: string,
): void {
  if ((designatedFrom ?? issuedOn) <= issuedOn && issuedOn <= (designatedTo ?? issuedOn)) return;
  const [from, to] = [designatedFrom ?? '…', designatedTo ?? '…'];
  throw CccBodyNotDesignated({ field: 'issuedOn', body: code, from, to, got: issuedOn });
}

type Standing = Pick<CccCertificate, 'status' | 'expiresOn'>;

/** On its last day a certificate is still valid; the day after it is not. `isValid` in certificate.lists.ts is the same in SQL. */
export function statusOn({ status, expiresOn }: Standing, today: string): CccStatus {
  return (status === 'VALID' || status === 'SUSPENDED') && expiresOn < today ? 'EXPIRED' : status;
}

/** The category that a certificate is of: the one stated, which must agree with the number as far as its code is known. */
export function categoryFor(
  catalogue: Catalogue,
  number: string,
  stated: string | null,
  issuedOn: string,
): string {
  const { category } = partsOf(number);
  const row = rowOn(rowsOf(catalogue, stated ?? category), issuedOn);
  if (row.officialCode !== null && row.officialCode !== category) {
    throw CccNumberMismatch({
      field: 'categoryCode',
      part: { zh: '产品类别', en: 'category' },
      number,
      got: row.code,
    });
  }
  return row.code;
}

/** What a submitted certificate says of itself happened in order. */
export function checkCourse(
  record: Pick<CccCertificate, 'number' | 'issuedOn' | 'expiresOn' | 'statusSince'>,
  today: string,
): void {
  const { number, issuedOn, expiresOn, statusSince } = record;
  if (partsOf(number).year > issuedOn.slice(0, 4)) {
    throw CccNumberMismatch({
      field: 'issuedOn',
      part: { zh: '发证年份', en: 'year' },
      number,
      got: issuedOn,
    });
  }
  checkDay('issuedOn', issuedOn, { from: '2002-05-01', to: today });
  checkDay('expiresOn', expiresOn, { from: issuedOn });
  checkDay('statusSince', statusSince, { from: issuedOn, to: today });
}

/**
 * Who disposes of a certificate. It is suspended, resumed, revoked and cancelled by the body that issued it (认证认可条例;
 * 国家认监委 2008 年第 19 号公告《强制性产品认证证书注销、暂停、撤销实施规则》; their articles were not seen), which acts for
 * itself, or whose decision comes in with the certificate or as its answer to an order. Only the authority of the State
 * Council (国务院认证认可监督管理部门, of market supervision) takes such a step instead; any other office orders it.
 */
export function issuerDecides(
  { number, bodyCode }: Pick<CccCertificate, 'number' | 'bodyCode'>,
  { caller }: Pick<Acting, 'caller'>,
  issuer: string | null,
): void {
  const { body } = caller;
  if (body !== undefined && body === issuer) return;
  if (body !== undefined)
    throw CccOtherBody({ field: 'number', number, issuer: bodyCode, body, got: number });
  if (caller.department === 'MARKET_SUPERVISION' && caller.region === NATIONWIDE) return;
  throw CccIssuerDecides({ field: 'number', number, department: departmentOf(caller), got: number });
}

/** Why a certificate that stands like this is not suspended, resumed, revoked or cancelled. One that has run out changes no more. */
export function refusedIn(
  { number }: Pick<CccCertificate, 'number'>,
  _: string,
  status: CccStatus,
): CatalogueError {
  const details = { field: 'number', number, status, got: number };
  switch (status) {
    case 'VALID':
      return CccNotSuspended(details);
    case 'SUSPENDED':
      return CccNotValid(details);
    case 'REVOKED':
    case 'CANCELLED':
    case 'EXPIRED':
      return CccEnded(details);
    default:
      throw new Unreachable(status);
  }
}
