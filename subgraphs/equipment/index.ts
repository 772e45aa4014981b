import { defineSubgraph, echo } from '../kernel';
import { InspectionBodyResolver, InspectorResolver } from './body/inspection-body.resolver';
import { InspectionBody, Inspector } from './body/inspection-body';
import { inspectionBodySubmission, inspectorSubmission } from './body/inspection-body.submission';
import { CampaignCheck, campaignCheckSubmission } from './campaign/campaign-check';
import { CampaignListResolver, EquipmentCampaignResolver } from './campaign/campaign.resolver';
import { gasCylinderBySerial } from './cylinder/cylinder.loaders';
import { EquipmentChange } from './life/equipment-change';
import { EquipmentLifeResolver } from './life/life.resolver';
import { LiftFault, liftFaultSubmission } from './lift/lift-fault';
import { LiftResolver } from './lift/lift.resolver';
import { EquipmentOrder } from './oversight/equipment-order';
import { EquipmentViolation } from './oversight/equipment-violation';
import { orderByNumber } from './oversight/oversight.loaders';
import { EquipmentOrderResolver, EquipmentOversightResolver, EquipmentViolationResolver } from './oversight/oversight.resolver';
import { equipmentOrderSubmission, equipmentViolationSubmission } from './oversight/oversight.submission';
import { EmergencyPlan, emergencyPlanSubmission } from './safety/emergency-plan';
import {
  EnterpriseMissedChecksResolver,
  MissedSafetyCheckResolver,
  UnitWithoutSafetyOfficerResolver,
} from './safety/missed-checks.resolver';
import { CylinderFilling } from './cylinder/cylinder-filling';
import { CylinderFillingResolver, GasCylinderResolver } from './cylinder/cylinder.resolver';
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
  EnterprisePlansResolver,
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
    EquipmentLifeResolver,
    EquipmentOversightResolver,
    EquipmentViolationResolver,
    EquipmentOrderResolver,
    CampaignListResolver,
    EquipmentCampaignResolver,
    MissedSafetyCheckResolver,
    UnitWithoutSafetyOfficerResolver,
    EnterpriseMissedChecksResolver,
    EnterprisePlansResolver,
    LiftResolver,
    InspectionBodyResolver,
    InspectorResolver,
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
  entities: [
    Equipment,
    EquipmentKind,
    EquipmentChange,
    Inspection,
    EquipmentTest,
    EquipmentViolation,
    EquipmentOrder,
    CampaignCheck,
    GasCylinder,
    CylinderFilling,
    SafetyAppointment,
    SafetyCheck,
    EmergencyPlan,
    LiftFault,
    InspectionBody,
    Inspector,
  ],
  references: {
    Equipment: ({ code }: { code: string }, context) => equipmentByCode(context).load(code),
    EquipmentKind: ({ code }: { code: string }, context) => catalogue.pick(context, (table) => table.get(code) ?? null),
    GasCylinder: ({ serial }: { serial: string }, context) => gasCylinderBySerial(context).load(serial),
    EquipmentOrder: ({ number }: { number: string }, context) => orderByNumber(context).load(number),
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
    emergencyPlanSubmission,
    equipmentViolationSubmission,
    equipmentOrderSubmission,
    campaignCheckSubmission,
    liftFaultSubmission,
    inspectionBodySubmission,
    inspectorSubmission,
  ],
  loadReference,
});
