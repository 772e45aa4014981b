import { checkSourceId, personIdOf, seal, type Caller, type Submission, checkDay } from '../../kernel';
import { PrincipalAppointment, PrincipalBan } from './ban';
import { PrincipalAppointmentInput, PrincipalBanInput } from './ban.inputs';
import { banEnd, checkRegistrar } from './ban.rules';

interface Surroundings {
  today: string;
  dataKey: Uint8Array;
}

export const principalBanSubmission: Submission<PrincipalBanInput, PrincipalBan, Surroundings> = {
  kind: 'principal-bans',
  term: { zh: '主要负责人任职禁止', en: 'ban' },
  mutation: 'submitPrincipalBans',
  subgraph: 'credit',
  input: PrincipalBanInput,
  entity: PrincipalBan,
  key: 'id',
  prepare: async ({ today, settings: { dataKey } }) => ({ today, dataKey }),
  toRow(record, { today, dataKey }, source) {
    const { sourceId, idNumber, name, kind, industryCode, basisDocument, regionCode, decidedOn } = record;
    checkSourceId(sourceId);
    const person = { personId: personIdOf(idNumber, dataKey), sealedName: seal(name, dataKey) };
    return {
      id: `${source}/${sourceId}`,
      ...person,
      kind,
      industryCode,
      basisDocument,
      regionCode,
      decidedOn,
      endsOn: banEnd(record, today),
    };
  },
};

export const principalSubmission: Submission<PrincipalAppointmentInput, PrincipalAppointment, { caller: Caller; dataKey: Uint8Array }> = {
  kind: 'principals',
  term: { zh: '主要负责人任职', en: 'principal' },
  mutation: 'submitPrincipals',
  subgraph: 'credit',
  input: PrincipalAppointmentInput,
  entity: PrincipalAppointment,
  key: 'id',
  prepare: async ({ caller, settings: { dataKey } }) => ({ caller, dataKey }),
  toRow({ sourceId, uscc, regionCode, industryCode, idNumber, name, appointedOn, endedOn }, { caller, dataKey }, source) {
    checkRegistrar(caller);
    checkSourceId(sourceId);
    checkDay('endedOn', endedOn, { from: appointedOn });
    const person = { personId: personIdOf(idNumber, dataKey), sealedName: seal(name, dataKey) };
    return { id: `${source}/${sourceId}`, uscc, regionCode, industryCode, ...person, appointedOn, endedOn };
  },
};
