import { checkDay, submissionOf } from '../../kernel';
import { prepareDevices, regionOfDevice } from '../device/known-devices';
import { LiftFault, LiftFaultInput } from './lift-fault';

export const liftFaultSubmission = submissionOf(LiftFault, LiftFaultInput, {
  kind: 'lift-faults',
  prepare: prepareDevices,
  row({ equipmentCode, happenedOn }, { known, today }) {
    checkDay('happenedOn', happenedOn, { to: today });
    return { regionCode: regionOfDevice(known, equipmentCode) };
  },
});
