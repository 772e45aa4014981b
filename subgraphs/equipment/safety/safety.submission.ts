import { NumberInvalid, checkDay, submissionOf } from '../../kernel';
import { knownDevices, regionOfDevice } from '../device/known-devices';
import { EmergencyPlan, EmergencyPlanInput } from './emergency-plan';
import { SafetyAppointment, SafetyAppointmentInput } from './safety-appointment';
import { SafetyCheck, SafetyCheckInput } from './safety-check';

/** More devices than one officer can look after. */
const MOST_DEVICES = 500;

export const safetyAppointmentSubmission = submissionOf(SafetyAppointment, SafetyAppointmentInput, {
  kind: 'safety-appointments',
  prepare: ({ db }, _, records) =>
    knownDevices(
      db,
      records.flatMap(({ equipmentCodes }) => equipmentCodes),
    ),
  row(record, known) {
    const { appointedOn, endedOn } = record;
    const equipmentCodes = [...new Set(record.equipmentCodes)];
    if (equipmentCodes.length > MOST_DEVICES) {
      throw NumberInvalid({ field: 'equipmentCodes', min: 0, max: MOST_DEVICES, got: equipmentCodes.length });
    }
    for (const code of equipmentCodes) regionOfDevice(known, code, 'equipmentCodes');
    checkDay('endedOn', endedOn, { from: appointedOn });
    return { equipmentCodes };
  },
});

export const safetyCheckSubmission = submissionOf(SafetyCheck, SafetyCheckInput, {
  kind: 'safety-checks',
  row({ checkedOn }, { today }) {
    checkDay('checkedOn', checkedOn, { to: today });
    return {};
  },
});

export const emergencyPlanSubmission = submissionOf(EmergencyPlan, EmergencyPlanInput, {
  kind: 'emergency-plans',
  row({ adoptedOn }, { today }) {
    checkDay('adoptedOn', adoptedOn, { to: today });
    return {};
  },
});
