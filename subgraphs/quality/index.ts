import { defineNoun, defineSubgraph } from '../kernel';
import { catalogueOf, loadReference } from './catalogue/catalogue.loaders';
import { CatalogueResolver } from './catalogue/catalogue.resolver';
import { rowOn } from './catalogue/catalogue.rules';
import { cccCategorySubmission } from './catalogue/catalogue.submission';
import { CccCategory } from './catalogue/ccc-category';
import { keyProductOf } from './catalogue/key-product';
import { certificate, validityCheck } from './certificate';
import { CertificationBody, InstitutionCheck, Laboratory } from './institution/institution';
import { CertificationBodyResolver, LaboratoryResolver } from './institution/institution.resolver';
import { certificationBodySubmission, institutionCheckSubmission, laboratorySubmission } from './institution/institution.submission';
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
    CatalogueResolver,
    CertificationBodyResolver,
    LaboratoryResolver,
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
  nouns: [certificate, validityCheck, recall, defineNoun({ entity: CertificationBody }), defineNoun({ entity: Laboratory })],
  others: [Enterprise, Region, Department, Matter, MatterScope, MatterOverview, CreditFile],
  entities: [CccCategory, InstitutionCheck, SamplingPlan, SpotCheck, SpotCheckOfParty, SpotCheckEvent, TraceStep],
  references: {
    KeyProduct: ({ code }: { code: string }) => keyProductOf(code),
    CccCategory: async ({ code }: { code: string }, context) => {
      const rows = (await catalogueOf(context)).get(code);
      return rows ? rowOn(rows, context.today) : null;
    },
    SpotCheck: ({ id }: { id: string }, context) => spotCheckById(context).load(id),
    SamplingPlan: ({ number }: { number: string }, context) => planByNumber(context).load(number),
  },
  submissions: [
    cccCategorySubmission,
    certificationBodySubmission,
    laboratorySubmission,
    institutionCheckSubmission,
    samplingPlanSubmission,
    spotCheckSubmission,
    traceStepSubmission,
  ],
  loadReference,
});
