import { checkDay, checkSourceId, personIdOf, seal, submissionOf, type RequestContext } from '../../kernel';
import { PrincipalAppointment, PrincipalAppointmentInput, PrincipalBan, PrincipalBanInput } from './ban';
import { banEnd, checkRegistrar } from './ban.rules';

/** What is kept of a person. */
function person(
  { idNumber, name }: { idNumber: string; name: string },
  { settings: { dataKey } }: RequestContext,
) {
  return { personId: personIdOf(idNumber, dataKey), sealedName: seal(name, dataKey) };
}

export const principalBanSubmission = submissionOf(PrincipalBan, PrincipalBanInput, {
  kind: 'principal-bans',
  row(record, context) {
    checkSourceId(record.sourceId);
    return { ...person(record, context), endsOn: banEnd(record, context.today) };
  },
});

export const principalSubmission = submissionOf(PrincipalAppointment, PrincipalAppointmentInput, {
  kind: 'principals',
  row(record, context) {
    checkRegistrar(context.caller);
    checkSourceId(record.sourceId);
    checkDay('endedOn', record.endedOn, { from: record.appointedOn });
    return person(record, context);
  },
});
