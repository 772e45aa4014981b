import { defineSubgraph, echo } from '../kernel';
import { CylinderFilling } from './cylinder/cylinder-filling';
import { CylinderFillingResolver, GasCylinderResolver, gasCylinderBySerial } from './cylinder/cylinder.resolver';
import { cylinderFillingSubmission, gasCylinderSubmission } from './cylinder/cylinder.submission';
import { GasCylinder } from './cylinder/gas-cylinder';
import { Equipment } from './device/equipment';
import { equipmentByCode } from './device/equipment.loaders';
import { EnterpriseEquipmentResolver, EquipmentResolver, MatterEquipmentResolver } from './device/equipment.resolver';
import { equipmentSubmission } from './device/equipment.submission';
import { MatterOverviewResolver } from './device/overview';
import { EquipmentTest } from './inspection/equipment-test';
import { Inspection } from './inspection/inspection';
import { EquipmentInspectionsResolver, EquipmentTestResolver, InspectionResolver } from './inspection/inspection.resolver';
import { equipmentTestSubmission, inspectionSubmission } from './inspection/inspection.submission';
import { EquipmentKind } from './kind/equipment-kind';
import { EquipmentKindResolver } from './kind/equipment-kind.resolver';
import { catalogue, loadReference } from './kind/reference';
import { Enterprise, Matter, MatterOverview, MatterScope, Region } from './references';
import { SafetyAppointment } from './safety/safety-appointment';
import { SafetyCheck } from './safety/safety-check';
import {
  EnterpriseSafetyResolver,
  EquipmentSafetyResolver,
  SafetyAppointmentResolver,
  SafetyCheckResolver,
} from './safety/safety.resolver';
import { safetyAppointmentSubmission, safetyCheckSubmission } from './safety/safety.submission';

export const equipment = defineSubgraph({
  name: 'equipment',
  title: '特种设备. Special equipment: devices, inspections, cylinders, the user’s own checks',
  port: 4002,
  resolvers: [
    EquipmentResolver,
    EnterpriseEquipmentResolver,
    MatterEquipmentResolver,
    MatterOverviewResolver,
    EquipmentKindResolver,
    EquipmentInspectionsResolver,
    InspectionResolver,
    EquipmentTestResolver,
    GasCylinderResolver,
    CylinderFillingResolver,
    EquipmentSafetyResolver,
    EnterpriseSafetyResolver,
    SafetyAppointmentResolver,
    SafetyCheckResolver,
  ],
  types: [
    Equipment,
    EquipmentKind,
    Inspection,
    EquipmentTest,
    GasCylinder,
    CylinderFilling,
    SafetyAppointment,
    SafetyCheck,
    Enterprise,
    Region,
    Matter,
    MatterScope,
    MatterOverview,
  ],
  entities: [Equipment, EquipmentKind, Inspection, EquipmentTest, GasCylinder, CylinderFilling, SafetyAppointment, SafetyCheck],
  references: {
    Equipment: ({ code }: { code: string }, context) => equipmentByCode(context).load(code),
    EquipmentKind: ({ code }: { code: string }, context) => catalogue.pick(context, (table) => table.get(code) ?? null),
    GasCylinder: ({ serial }: { serial: string }, context) => gasCylinderBySerial(context).load(serial),
    Enterprise: echo,
    Region: echo,
    Matter: echo,
    MatterOverview: echo,
  },
  submissions: [
    equipmentSubmission,
    inspectionSubmission,
    equipmentTestSubmission,
    gasCylinderSubmission,
    cylinderFillingSubmission,
    safetyAppointmentSubmission,
    safetyCheckSubmission,
  ],
  loadReference,
});
