import { isSynthetic, type Caller, type Submission, checkDay } from '../../kernel';
import { SupervisoryInspectionInput } from './inspection.inputs';
import { checkMode, checkPlace, leaderOf } from './inspection.rules';
import { SupervisoryInspection } from './supervisory-inspection';

interface Prepared {
  caller: Caller;
  today: string;
}

/** `submitInspections` is that of equipment: a technical inspection of a device. This one is a regulator’s visit. */
export const supervisoryInspectionSubmission: Submission<SupervisoryInspectionInput, SupervisoryInspection, Prepared> = {
  kind: 'supervisory-inspections',
  term: { zh: '监督检查', en: 'inspection' },
  mutation: 'submitSupervisoryInspections',
  subgraph: 'enforcement',
  input: SupervisoryInspectionInput,
  entity: SupervisoryInspection,
  key: 'id',
  async prepare({ caller, today }) {
    return { caller, today };
  },
  toRow(record, { caller, today }, source) {
    const { sourceId, revision: _, regionCode: placeRegionCode, ...stated } = record;
    const { place, departmentKind } = leaderOf(record.departmentCode, caller.department);
    checkPlace(record, place);
    checkMode(record);
    checkDay('inspectedOn', record.inspectedOn, { to: today });
    return {
      ...stated,
      id: `${source}/${sourceId}`,
      placeRegionCode,
      regionCode: place,
      departmentKind,
      jointDepartmentCodes: record.jointDepartmentCodes ?? [],
      steps: record.steps ?? [],
      expertAttached: record.expertAttached === 1,
      synthetic: isSynthetic(source),
    };
  },
};
