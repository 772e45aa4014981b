import { defineNoun } from '../../kernel';
import { EmergencyPlan } from './emergency-plan';
import {
  EnterpriseMissedChecksResolver,
  MissedSafetyChecksResolver,
  missedCheckFields,
  unitWithoutOfficerFields,
} from './missed-checks.resolver';
import { SafetyAppointment } from './safety-appointment';
import { SafetyCheck } from './safety-check';
import {
  EnterpriseSafetyChecksResolver,
  appointmentFields,
  safetyOfEnterprise,
  safetyOfEquipment,
} from './safety.resolver';
import {
  emergencyPlanSubmission,
  safetyAppointmentSubmission,
  safetyCheckSubmission,
} from './safety.submission';

export const appointment = defineNoun({
  entity: SafetyAppointment,
  find: false,
  submission: safetyAppointmentSubmission,
  resolvers: [appointmentFields, safetyOfEquipment, safetyOfEnterprise],
});

export const safetyCheck = defineNoun({
  entity: SafetyCheck,
  find: false,
  submission: safetyCheckSubmission,
  resolvers: [EnterpriseSafetyChecksResolver],
});

/** Checks that are owed and were not recorded, and users without an officer: worked out, in no table. */
export const missedCheck = defineNoun({
  resolvers: [
    missedCheckFields,
    unitWithoutOfficerFields,
    MissedSafetyChecksResolver,
    EnterpriseMissedChecksResolver,
  ],
});

export const emergencyPlan = defineNoun({
  entity: EmergencyPlan,
  find: false,
  submission: emergencyPlanSubmission,
});
