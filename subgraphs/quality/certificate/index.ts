import { date, defineNoun, flag, oneOf, workedOut, rulesBeside } from '../../kernel';
import { LegalRule } from '../others';
import { CccCertificate, CccStatus } from './certificate';
import { CccStatusEvent } from './certificate-event';
import { certificatesAhead, inStatus, stoodOn } from './certificate.lists';
import { certificateFields } from './certificate.resolver';
import { certificateNumber } from './certificate.rules';
import { certificateSteps, validityCheckSteps } from './certificate.steps';
import { certificateSubmission, validityCheckSubmission } from './certificate.submission';
import { CccValidityCheck, CertificateOrderState } from './validity-check';
import { isOrderOverdue, orderDue, orderState } from './validity-check.rules';
import { ValidityCoverageResolver } from './validity-coverage';

export const certificate = defineNoun({
  entity: CccCertificate,
  submission: certificateSubmission,
  procedure: certificateSteps,
  counts: [certificatesAhead],
  inState: { kind: oneOf(CccStatus), condition: inStatus, stoodOn },
  one: {
    name: 'cccCertificate',
    says: '按编号查认证证书. The certificate with this number.',
    level: 'PUBLIC',
    key: 'number',
    keySays: '证书编号，16 位数字. The number of the certificate.',
    read: certificateNumber,
  },
  lists: {
    cccCertificates: {
      says: '认证证书，按持证人所在区划、编号；期间按发证日期筛选. Certificates by division of their holders and number; a period is one of the day of issue.',
      level: 'PUBLIC',
      period: 'issuedOn',
      state: true,
    },
  },
  resolvers: [certificateFields],
  tables: [CccStatusEvent],
});

export const validityCheck = defineNoun({
  entity: CccValidityCheck,
  find: false,
  submission: validityCheckSubmission,
  procedure: validityCheckSteps,
  fields: {
    orderState: workedOut(
      'UNCONDITIONAL',
      oneOf(CertificateOrderState),
      '责令暂停或者撤销的办理状态；未责令为空. How far the order to suspend or revoke has come; null if there is none.',
      orderState,
    ),
    orderDue: workedOut(
      'UNCONDITIONAL',
      date,
      '发证机构处理期限. The day by which the issuing body must have decided.',
      (check: CccValidityCheck) => orderDue(check)?.date,
    ),
    ...rulesBeside<CccValidityCheck>(() => LegalRule, 'UNCONDITIONAL', {
      orderDue: (check) => orderDue(check)?.rule,
    }),
    orderOverdue: workedOut(
      'UNCONDITIONAL',
      flag,
      '发证机构是否逾期未处理（当日）. Whether the issuing body is late with its decision today.',
      (check: CccValidityCheck, { today }) => isOrderOverdue(check, today),
    ),
  },
  resolvers: [ValidityCoverageResolver],
});
