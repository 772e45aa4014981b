import { checkDay, submissionOf, type SubmittedRow } from '../../kernel';
import { prepareDevices, regionOfDevice } from '../device/known-devices';
import { renewDueDates } from './due-dates';
import { EquipmentTest, EquipmentTestInput } from './equipment-test';
import { Inspection, InspectionInput } from './inspection';
import { checkReport } from './inspection.rules';
import { FAILED } from './inspection.terms';

export const inspectionSubmission = submissionOf(Inspection, InspectionInput, {
  kind: 'inspections',
  outcomes: {
    failed: {
      zh: '报送，检验不合格',
      en: 'A report is taken in by which the device does not conform',
      when: ({ conclusion }) => FAILED.some((each) => each === conclusion),
    },
  },
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
