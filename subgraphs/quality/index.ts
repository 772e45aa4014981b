import { defineSubgraph } from '../kernel';
import { cccCategory } from './catalogue';
import { loadReference } from './catalogue/catalogue.lists';
import { certificate, validityCheck } from './certificate';
import { certificationBody, institutionCheck, laboratory } from './institution';
import { CreditFileResolver, MatterOverviewResolver } from './overview';
import { UnqualifiedRateResolver } from './rates';
import { CreditFile, Department, Enterprise, Matter, MatterOverview, MatterScope, Region } from './others';
import { recall } from './recall';
import { SamplingPlan } from './sampling/sampling-plan';
import { planByNumber, spotCheckById } from './sampling/sampling.loaders';
import { SpotCheck, SpotCheckOfParty } from './sampling/spot-check';
import { SpotCheckEvent } from './sampling/spot-check-event';
import { EnterpriseSpotChecksResolver, SamplingPlanResolver, SpotCheckResolver } from './sampling/spot-check.resolver';
import { samplingPlanSubmission, spotCheckSubmission } from './sampling/spot-check.submission';
import { SpotCheckStepResolver } from './sampling/step.resolver';
import { TraceStep } from './trace/trace-step';
import { TraceResolver, TraceStepResolver } from './trace/trace.resolver';
import { traceStepSubmission } from './trace/trace.submission';

export const quality = defineSubgraph({
  name: 'quality',
  title: '产品质量. Quality: key products, compulsory certification, sampling and tracing',
  port: 4003,
  resolvers: [
    SpotCheckResolver,
    SpotCheckStepResolver,
    EnterpriseSpotChecksResolver,
    SamplingPlanResolver,
    TraceResolver,
    TraceStepResolver,
    UnqualifiedRateResolver,
    MatterOverviewResolver,
    CreditFileResolver,
  ],
  nouns: [cccCategory, certificationBody, laboratory, institutionCheck, certificate, validityCheck, recall],
  others: [Enterprise, Region, Department, Matter, MatterScope, MatterOverview, CreditFile],
  entities: [SamplingPlan, SpotCheck, SpotCheckOfParty, SpotCheckEvent, TraceStep],
  references: {
    SpotCheck: ({ id }: { id: string }, context) => spotCheckById(context).load(id),
    SamplingPlan: ({ number }: { number: string }, context) => planByNumber(context).load(number),
  },
  submissions: [samplingPlanSubmission, spotCheckSubmission, traceStepSubmission],
  loadReference,
});
