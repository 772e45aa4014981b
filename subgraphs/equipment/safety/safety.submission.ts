import { NumberInvalid, ReferenceUnknown, type Submission, checkDay } from '../../kernel';
import { SafetyAppointment } from './safety-appointment';
import { SafetyCheck } from './safety-check';
import { SafetyAppointmentInput, SafetyCheckInput } from './safety.inputs';

/** More devices than one officer can look after. */
const MOST_DEVICES = 500;

export const safetyAppointmentSubmission: Submission<SafetyAppointmentInput, SafetyAppointment, ReadonlySet<string>> = {
  kind: 'safety-appointments',
  term: { zh: '安全总监、安全员任命', en: 'appointment of a safety officer' },
  mutation: 'submitSafetyAppointments',
  subgraph: 'equipment',
  input: SafetyAppointmentInput,
  entity: SafetyAppointment,
  key: 'id',
  /** The devices of the batch that are known. */
  async prepare({ db }, _, records) {
    const devices = await db.read<{ code: string }>('SELECT code FROM equipment WHERE code = ANY($1::varchar[])', [
      [...new Set(records.flatMap(({ equipmentCodes }) => equipmentCodes ?? []))],
    ]);
    return new Set(devices.map(({ code }) => code));
  },
  toRow({ sourceId, revision: _, ...record }, known, source) {
    const { appointedOn, endedOn } = record;
    const equipmentCodes = [...new Set(record.equipmentCodes)];
    if (equipmentCodes.length > MOST_DEVICES) {
      throw NumberInvalid({ field: 'equipmentCodes', min: 0, max: MOST_DEVICES, got: equipmentCodes.length });
    }
    const unknown = equipmentCodes.find((code) => !known.has(code));
    if (unknown !== undefined) throw ReferenceUnknown({ field: 'equipmentCodes', target: { zh: '特种设备', en: 'device' }, got: unknown });
    checkDay('endedOn', endedOn, { from: appointedOn });
    return { ...record, id: `${source}/${sourceId}`, equipmentCodes };
  },
};

export const safetyCheckSubmission: Submission<SafetyCheckInput, SafetyCheck, { today: string }> = {
  kind: 'safety-checks',
  term: { zh: '日管控、周排查、月调度记录', en: 'safety check' },
  mutation: 'submitSafetyChecks',
  subgraph: 'equipment',
  input: SafetyCheckInput,
  entity: SafetyCheck,
  key: 'id',
  prepare: async ({ today }) => ({ today }),
  toRow({ sourceId, revision: _, ...record }, { today }, source) {
    checkDay('checkedOn', record.checkedOn, { to: today });
    return { ...record, id: `${source}/${sourceId}` };
  },
};
