import { defineNoun } from '../../kernel';
import { Enterprise } from './enterprise';
import { visible } from './enterprise.lists';
import { EnterprisesResolver, MatterResolver, enterpriseFields } from './enterprise.resolver';
import { enterpriseSubmission, priorLicenceSubmission } from './enterprise.submission';
import { priorLicenceFields } from '../gate/gate.resolver';
import { PriorLicence } from './prior-licence';

export const enterprise = defineNoun({
  entity: Enterprise,
  submission: enterpriseSubmission,
  shown: visible,
  one: { name: 'enterprise', says: '按信用代码查市场主体. The enterprise with this code.', level: 'PUBLIC' },
  fields: enterpriseFields,
  resolvers: [EnterprisesResolver, MatterResolver],
});
export const priorLicence = defineNoun({
  entity: PriorLicence,
  submission: priorLicenceSubmission,
  find: false,
  fields: priorLicenceFields,
});
