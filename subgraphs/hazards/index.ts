import { defineSubgraph, echo } from '../kernel';
import { Accident, AccidentEvent } from './accident/accident';
import { accidentByNumber } from './accident/accident.loaders';
import { AccidentEventResolver, AccidentResolver, AccidentStepResolver } from './accident/accident.resolver';
import { accidentSubmission } from './accident/accident.submission';
import { CriterionResolver, HazardCriterion, criterionOf } from './criterion/criterion';
import { FireCheck } from './fire/fire-check';
import { FireKeyUnit } from './fire/fire-key-unit';
import { fireKeyUnitByUscc } from './fire/fire.loaders';
import { EnterpriseFireResolver, FireCheckResolver, FireKeyUnitResolver } from './fire/fire.resolver';
import { fireCheckSubmission, fireKeyUnitSubmission } from './fire/fire.submission';
import { Hazard } from './hazard/hazard';
import { HazardEvent, HazardNotification, RectificationPlan } from './hazard/hazard-records';
import { HazardStepsResolver } from './hazard/hazard-steps.resolver';
import { hazardByNumber } from './hazard/hazard.loaders';
import { HazardEventResolver, HazardNotificationResolver, HazardResolver, RectificationPlanResolver } from './hazard/hazard.resolver';
import { hazardSubmission } from './hazard/hazard.submission';
import { EnterpriseHazardsResolver, EquipmentHazardsResolver, MatterHazardsResolver } from './hazard/stub.resolver';
import { Department, Enterprise, Equipment, Matter, MatterOverview, MatterScope, Region } from './references';
import { HazardPenalty, PrincipalCheck } from './signals/records';
import { EnterpriseSignalsResolver } from './signals/signals.resolver';
import { hazardPenaltySubmission, principalCheckSubmission } from './signals/signals.submission';
import { MatterOverviewResolver, StatisticsResolver } from './statistics/statistics.resolver';
import { InspectionTally, LifelineTally, inspectionTallySubmission, lifelineTallySubmission } from './statistics/tally';

export const hazards = defineSubgraph({
  name: 'hazards',
  title: '事故隐患. Hazards: the major-hazard database, its closed loop, fire units, accidents',
  port: 4007,
  resolvers: [
    HazardResolver,
    HazardStepsResolver,
    HazardNotificationResolver,
    RectificationPlanResolver,
    HazardEventResolver,
    EnterpriseHazardsResolver,
    EquipmentHazardsResolver,
    MatterHazardsResolver,
    CriterionResolver,
    StatisticsResolver,
    MatterOverviewResolver,
    EnterpriseSignalsResolver,
    AccidentResolver,
    AccidentEventResolver,
    AccidentStepResolver,
    FireKeyUnitResolver,
    FireCheckResolver,
    EnterpriseFireResolver,
  ],
  types: [
    ...[Hazard, HazardEvent, HazardNotification, RectificationPlan, HazardCriterion, HazardPenalty, PrincipalCheck],
    ...[Accident, AccidentEvent, FireKeyUnit, FireCheck],
    ...[Enterprise, Equipment, Region, Department, Matter, MatterScope, MatterOverview],
  ],
  entities: [
    ...[Hazard, HazardEvent, HazardNotification, RectificationPlan],
    ...[HazardPenalty, PrincipalCheck, InspectionTally, LifelineTally],
    ...[Accident, AccidentEvent, FireKeyUnit, FireCheck],
  ],
  references: {
    Hazard: ({ number }: { number: string }, context) => hazardByNumber(context).load(number),
    HazardCriterion: ({ code }: { code: string }) => criterionOf(code),
    Accident: ({ number }: { number: string }, context) => accidentByNumber(context).load(number),
    FireKeyUnit: ({ uscc }: { uscc: string }, context) => fireKeyUnitByUscc(context).load(uscc),
    Enterprise: echo,
    Equipment: echo,
    Region: echo,
    Department: echo,
    Matter: echo,
    MatterOverview: echo,
  },
  submissions: [
    hazardSubmission,
    hazardPenaltySubmission,
    principalCheckSubmission,
    inspectionTallySubmission,
    lifelineTallySubmission,
    accidentSubmission,
    fireKeyUnitSubmission,
    fireCheckSubmission,
  ],
});
