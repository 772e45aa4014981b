import { defineSubgraph } from '../kernel';
import { accident } from './accident';
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
import { Department, Enterprise, Equipment, Matter, MatterOverview, MatterScope, Region } from './others';
import { HazardPenalty, PrincipalCheck } from './signals/records';
import { EnterpriseSignalsResolver } from './signals/signals.resolver';
import { hazardPenaltySubmission, principalCheckSubmission } from './signals/signals.submission';
import { MatterOverviewResolver, StatisticsResolver } from './statistics/statistics.resolver';
import { InspectionTally, LifelineTally, inspectionTallySubmission, lifelineTallySubmission } from './statistics/tally';

export const hazards = defineSubgraph({
  name: 'hazards',
  title: '事故隐患. Hazards: the major-hazard database, its closed loop, fire units, accidents',
  port: 4007,
  nouns: [accident],
  others: [Enterprise, Equipment, Region, Department, Matter, MatterScope, MatterOverview],
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
    FireKeyUnitResolver,
    FireCheckResolver,
    EnterpriseFireResolver,
  ],
  types: [
    ...[Hazard, HazardEvent, HazardNotification, RectificationPlan, HazardCriterion, HazardPenalty, PrincipalCheck],
    ...[FireKeyUnit, FireCheck],
  ],
  entities: [
    ...[Hazard, HazardEvent, HazardNotification, RectificationPlan],
    ...[HazardPenalty, PrincipalCheck, InspectionTally, LifelineTally],
    ...[FireKeyUnit, FireCheck],
  ],
  references: {
    Hazard: ({ number }: { number: string }, context) => hazardByNumber(context).load(number),
    HazardCriterion: ({ code }: { code: string }) => criterionOf(code),
    FireKeyUnit: ({ uscc }: { uscc: string }, context) => fireKeyUnitByUscc(context).load(uscc),
  },
  submissions: [
    hazardSubmission,
    hazardPenaltySubmission,
    principalCheckSubmission,
    inspectionTallySubmission,
    lifelineTallySubmission,
    fireKeyUnitSubmission,
    fireCheckSubmission,
  ],
});
