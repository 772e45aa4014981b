import { defineNoun } from '../../kernel';
import { CertificationBody, InstitutionCheck, Laboratory } from './institution';
import { InstitutionsResolver, bodyFields, coverageFields, laboratoryFields } from './institution.resolver';
import {
  certificationBodySubmission,
  institutionCheckSubmission,
  laboratorySubmission,
} from './institution.submission';

export const certificationBody = defineNoun({
  entity: CertificationBody,
  submission: certificationBodySubmission,
  fields: bodyFields,
  resolvers: [InstitutionsResolver, coverageFields],
});
export const laboratory = defineNoun({
  entity: Laboratory,
  submission: laboratorySubmission,
  fields: laboratoryFields,
});
export const institutionCheck = defineNoun({
  entity: InstitutionCheck,
  submission: institutionCheckSubmission,
  find: false,
});
