import { defineSubgraph } from '../kernel';
import { Enterprise, Matter, MatterOverview, MatterScope, Region } from './others';
import { CylinderFilling } from './cylinder/cylinder-filling';
import { gasCylinderBySerial } from './cylinder/cylinder.loaders';
import { CylinderFillingResolver, GasCylinderResolver } from './cylinder/cylinder.resolver';
import { cylinderFillingSubmission, gasCylinderSubmission } from './cylinder/cylinder.submission';
import { GasCylinder } from './cylinder/gas-cylinder';
import { InspectionBody, Inspector } from './body/inspection-body';
import { InspectionBodyResolver, InspectorResolver } from './body/inspection-body.resolver';
import { inspectionBodySubmission, inspectorSubmission } from './body/inspection-body.submission';
import { EmergencyPlan, emergencyPlanSubmission } from './safety/emergency-plan';
import {
  EnterpriseMissedChecksResolver,
  MissedSafetyCheckResolver,
  UnitWithoutSafetyOfficerResolver,
} from './safety/missed-checks.resolver';
import { SafetyAppointment } from './safety/safety-appointment';
import { SafetyCheck } from './safety/safety-check';
import {
  EnterprisePlansResolver,
  EnterpriseSafetyResolver,
  EquipmentSafetyResolver,
  SafetyAppointmentResolver,
  SafetyCheckResolver,
} from './safety/safety.resolver';
import { safetyAppointmentSubmission, safetyCheckSubmission } from './safety/safety.submission';
import { kind } from './kind';
import { device } from './device';
import { life } from './life';
import { inspection, test } from './inspection';
import { campaign } from './campaign';
import { liftFault } from './lift';
import { violation, order } from './oversight';
import { loadReference } from './kind/reference';

export const equipment = defineSubgraph({
  name: 'equipment',
  title: '特种设备. Special equipment: devices, inspections, cylinders, the user’s own checks',
  port: 4002,
  nouns: [kind, device, life, inspection, test, campaign, liftFault, violation, order],
  others: [Enterprise, Region, Matter, MatterScope, MatterOverview],
  resolvers: [
    GasCylinderResolver,
    CylinderFillingResolver,
    InspectionBodyResolver,
    InspectorResolver,
    EquipmentSafetyResolver,
    EnterpriseSafetyResolver,
    SafetyAppointmentResolver,
    SafetyCheckResolver,
    MissedSafetyCheckResolver,
    UnitWithoutSafetyOfficerResolver,
    EnterpriseMissedChecksResolver,
    EnterprisePlansResolver,
  ],
  types: [GasCylinder, CylinderFilling, SafetyAppointment, SafetyCheck],
  entities: [GasCylinder, CylinderFilling, InspectionBody, Inspector, SafetyAppointment, SafetyCheck, EmergencyPlan],
  references: { GasCylinder: ({ serial }: { serial: string }, context) => gasCylinderBySerial(context).load(serial) },
  submissions: [
    gasCylinderSubmission,
    cylinderFillingSubmission,
    inspectionBodySubmission,
    inspectorSubmission,
    safetyAppointmentSubmission,
    safetyCheckSubmission,
    emergencyPlanSubmission,
  ],
  loadReference,
});
