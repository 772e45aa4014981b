import { defineNoun } from '../../kernel';
import { EquipmentTest } from './equipment-test';
import { Inspection } from './inspection';
import {
  InspectionCyclesResolver,
  InspectionListResolver,
  inspectionFields,
  inspectionsOfEquipment,
} from './inspection.resolver';
import { equipmentTestSubmission, inspectionSubmission } from './inspection.submission';

export const inspection = defineNoun({
  entity: Inspection,
  submission: inspectionSubmission,
  resolvers: [inspectionFields, InspectionListResolver, inspectionsOfEquipment, InspectionCyclesResolver],
});

export const test = defineNoun({ entity: EquipmentTest, find: false, submission: equipmentTestSubmission });
