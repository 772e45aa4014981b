import { checkDay, submissionOf } from '../../kernel';
import { checkMode, checkPlace, leaderOf } from './inspection.rules';
import { SupervisoryInspection, SupervisoryInspectionInput } from './supervisory-inspection';

/** `submitInspections` is that of equipment: a technical inspection of a device. This one is a regulator’s visit. */
export const supervisoryInspectionSubmission = submissionOf(
  SupervisoryInspection,
  SupervisoryInspectionInput,
  {
    kind: 'supervisory-inspections',
    row(record, { caller, today }) {
      const { place, departmentKind } = leaderOf(record.departmentCode, caller.department);
      checkPlace(record, place);
      checkMode(record);
      checkDay('inspectedOn', record.inspectedOn, { to: today });
      return {
        placeRegionCode: record.regionCode,
        regionCode: place,
        departmentKind,
        jointDepartmentCodes: record.jointDepartmentCodes ?? [],
        steps: record.steps ?? [],
        expertAttached: record.expertAttached === 1,
      };
    },
  },
);
