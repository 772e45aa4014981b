import { defineSubgraph } from '../kernel';
import { Enterprise, Matter, MatterOverview, MatterScope, Region } from './others';
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
import { cylinder, filling } from './cylinder';
import { inspectionBody, inspector } from './body';
import { loadReference } from './kind/reference';

export const equipment = defineSubgraph({
  name: 'equipment',
  title: '特种设备. Special equipment: devices, inspections, cylinders, the user’s own checks',
  port: 4002,
  nouns: [kind, device, life, inspection, test, campaign, liftFault, violation, order, cylinder, filling, inspectionBody, inspector],
  others: [Enterprise, Region, Matter, MatterScope, MatterOverview],
  resolvers: [
    EquipmentSafetyResolver,
    EnterpriseSafetyResolver,
    SafetyAppointmentResolver,
    SafetyCheckResolver,
    MissedSafetyCheckResolver,
    UnitWithoutSafetyOfficerResolver,
    EnterpriseMissedChecksResolver,
    EnterprisePlansResolver,
  ],
  types: [SafetyAppointment, SafetyCheck],
  entities: [SafetyAppointment, SafetyCheck, EmergencyPlan],
  references: {},
  submissions: [safetyAppointmentSubmission, safetyCheckSubmission, emergencyPlanSubmission],
  loadReference,
});
