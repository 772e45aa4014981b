import { checkDay, submissionOf, type SubmittedRow } from '../../kernel';
import { prepareDevices, regionOfDevice } from '../device/known-devices';
import { renewDueDates } from './due-dates';
import { EquipmentTest, EquipmentTestInput } from './equipment-test';
import { Inspection, InspectionInput } from './inspection';
import { checkReport } from './inspection.rules';

export const inspectionSubmission = submissionOf(Inspection, InspectionInput, {
  kind: 'inspections',
  prepare: prepareDevices,
  row(record, { known, today }) {
    checkReport(record, today);
    return { regionCode: regionOfDevice(known, record.equipmentCode) };
  },
  afterStore: (tx, rows) => renewDueDates(tx, devicesOf(rows)),
  afterTakeBack: (tx, rows) => renewDueDates(tx, devicesOf(rows)),
});

const devicesOf = (rows: readonly SubmittedRow[]): string[] => [
  ...new Set(rows.map(({ equipmentCode }) => String(equipmentCode))),
];

export const equipmentTestSubmission = submissionOf(EquipmentTest, EquipmentTestInput, {
  kind: 'tests',
  prepare: prepareDevices,
  row({ equipmentCode, testedOn }, { known, today }) {
    checkDay('testedOn', testedOn, { to: today });
    return { regionCode: regionOfDevice(known, equipmentCode) };
  },
});
