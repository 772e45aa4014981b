import { defineSubgraph } from '../kernel';
import { accident } from './accident';
import { criterion } from './criterion';
import { fireCheck, fireKeyUnit } from './fire';
import { Hazard } from './hazard/hazard';
import { HazardEvent, HazardNotification, RectificationPlan } from './hazard/hazard-records';
import { HazardStepsResolver } from './hazard/hazard-steps.resolver';
import { hazardByNumber } from './hazard/hazard.loaders';
import { HazardEventResolver, HazardNotificationResolver, HazardResolver, RectificationPlanResolver } from './hazard/hazard.resolver';
import { hazardSubmission } from './hazard/hazard.submission';
import { EnterpriseHazardsResolver, EquipmentHazardsResolver, MatterHazardsResolver } from './hazard/stub.resolver';
import { Department, Enterprise, Equipment, Matter, MatterOverview, MatterScope, Region } from './others';
import { hazardPenalty, principalCheck } from './signals';
import { statistics } from './statistics';

export const hazards = defineSubgraph({
  name: 'hazards',
  title: '事故隐患. Hazards: the major-hazard database, its closed loop, fire units, accidents',
  port: 4007,
  nouns: [criterion, statistics, hazardPenalty, principalCheck, fireKeyUnit, fireCheck, accident],
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
  ],
  types: [Hazard, HazardEvent, HazardNotification, RectificationPlan],
  entities: [Hazard, HazardEvent, HazardNotification, RectificationPlan],
  references: { Hazard: ({ number }: { number: string }, context) => hazardByNumber(context).load(number) },
  submissions: [hazardSubmission],
});
