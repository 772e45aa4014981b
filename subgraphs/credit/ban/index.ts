import { defineNoun } from '../../kernel';
import { PrincipalAppointment, PrincipalBan, PrincipalBanCheck } from './ban';
import { CreditFileBanResolver, PrincipalsResolver, banFields, principalFields } from './ban.resolver';
import { principalBanSubmission, principalSubmission } from './ban.submission';

export const ban = defineNoun({
  entity: PrincipalBan,
  find: false,
  submission: principalBanSubmission,
  resolvers: [banFields, CreditFileBanResolver],
  types: [PrincipalBanCheck],
});

export const principal = defineNoun({
  entity: PrincipalAppointment,
  find: false,
  submission: principalSubmission,
  resolvers: [PrincipalsResolver, principalFields],
});
