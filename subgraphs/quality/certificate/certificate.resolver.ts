import { fields, oneOf, workedOut } from '../../kernel';
import { catalogueOf } from '../catalogue/catalogue.lists';
import { rowOn, rowsOf } from '../catalogue/catalogue.rules';
import { CccCategory } from '../catalogue/ccc-category';
import { CccCertificate, CccNumberParts, CccStatus } from './certificate';
import { CccStatusEvent } from './certificate-event';
import { checksOfCertificate, eventsOfCertificate } from './certificate.lists';
import { partsOf, statusOn } from './certificate.rules';
import { CccValidityCheck } from './validity-check';

export const certificateFields = fields(CccCertificate, {
  status: workedOut(
    'PUBLIC',
    oneOf(CccStatus),
    '证书状态（当日）. The state that it is in today.',
    (certificate, { today }) => statusOn(certificate, today),
    {
      always: true,
    },
  ),
  numberParts: workedOut(
    'PUBLIC',
    () => CccNumberParts,
    '证书编号各部分. The parts that make up the number of the certificate.',
    ({ number }) => partsOf(number),
  ),
  category: workedOut(
    'PUBLIC',
    () => CccCategory,
    '产品类别，按发证日目录. Its category, as the catalogue had it on the day of issue.',
    async ({ categoryCode, issuedOn }, context) =>
      rowOn(rowsOf(await catalogueOf(context), categoryCode), issuedOn),
    { always: true },
  ),
  history: workedOut(
    'PUBLIC',
    () => [CccStatusEvent],
    '状态变更记录，早者在前. Its changes of status, the earliest first.',
    ({ number }, context) => eventsOfCertificate(context)(number),
  ),
  // The list is there for anyone, what it says is for agencies: each field of a check has its own level.
  validityChecks: workedOut(
    'PUBLIC',
    () => [CccValidityCheck],
    '有效性抽查，新的在前. Its validity checks, the latest first.',
    ({ number }, context) => checksOfCertificate(context)(number),
    { always: true },
  ),
});
