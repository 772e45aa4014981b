import { defineNoun } from '../../kernel';
import { CccCertificate } from './certificate';
import { CccStatusEvent } from './certificate-event';
import { MatterCertificatesResolver, certificateFields } from './certificate.resolver';
import { certificateNumber } from './certificate.rules';
import { certificateSteps, validityCheckSteps } from './certificate.steps';
import { certificateSubmission, validityCheckSubmission } from './certificate.submission';
import { CccValidityCheck } from './validity-check';
import { ValidityCoverageResolver } from './validity-coverage';

export const certificate = defineNoun({
  entity: CccCertificate,
  submission: certificateSubmission,
  procedure: certificateSteps,
  one: {
    name: 'cccCertificate',
    says: '按编号查认证证书. The certificate with this number.',
    level: 'PUBLIC',
    key: 'number',
    keySays: '证书编号，16 位数字. The number of the certificate.',
    read: certificateNumber,
  },
  resolvers: [certificateFields, MatterCertificatesResolver],
  tables: [CccStatusEvent],
});

export const validityCheck = defineNoun({
  entity: CccValidityCheck,
  find: false,
  submission: validityCheckSubmission,
  procedure: validityCheckSteps,
  resolvers: [ValidityCoverageResolver],
});
