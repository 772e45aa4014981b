import { defineNoun } from '../../kernel';
import { SamplingPlan } from './sampling-plan';
import { drawnAhead, openPlans, samplesAhead, visible } from './sampling.lists';
import { SpotCheck } from './spot-check';
import { SpotCheckEvent } from './spot-check-event';
import {
  EnterpriseSpotChecksResolver,
  SamplingLists,
  samplingPlanFields,
  spotCheckFields,
} from './spot-check.resolver';
import { recordSampling, samplingPlanSteps, spotCheckSteps } from './spot-check.steps';
import { samplingPlanSubmission, spotCheckSubmission } from './spot-check.submission';

export const samplingPlan = defineNoun({
  entity: SamplingPlan,
  submission: samplingPlanSubmission,
  procedure: samplingPlanSteps,
  resolvers: [samplingPlanFields],
  shown: openPlans,
});

export const spotCheck = defineNoun({
  entity: SpotCheck,
  submission: spotCheckSubmission,
  procedure: spotCheckSteps,
  verbs: [recordSampling],
  one: { name: 'spotCheck', says: '按编号查监督抽查. The spot check with this id.', level: 'PUBLIC' },
  resolvers: [spotCheckFields, SamplingLists, EnterpriseSpotChecksResolver],
  tables: [SpotCheckEvent],
  counts: [samplesAhead, drawnAhead],
  shown: visible,
});
