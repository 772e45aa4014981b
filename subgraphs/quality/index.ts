import { defineSubgraph, echo } from '../kernel';
import { catalogueOf, loadReference } from './catalogue/catalogue.loaders';
import { CatalogueResolver } from './catalogue/catalogue.resolver';
import { rowOn } from './catalogue/catalogue.rules';
import { cccCategorySubmission } from './catalogue/catalogue.submission';
import { CccCategory } from './catalogue/ccc-category';
import { keyProductOf } from './catalogue/key-product';
import { CccCertificate } from './certificate/certificate';
import { CccStatusEvent } from './certificate/certificate-event';
import { certificateByNumber } from './certificate/certificate.loaders';
import {
  CertificateResolver,
  CertificateStepResolver,
  EnterpriseCertificatesResolver,
  MatterCertificatesResolver,
} from './certificate/certificate.resolver';
import { certificateSubmission, validityCheckSubmission } from './certificate/certificate.submission';
import { CccValidityCheck } from './certificate/validity-check';
import { ValidityCoverageResolver } from './certificate/validity-coverage';
import { CertificationBody, InstitutionCheck, Laboratory } from './institution/institution';
import { bodyByCode, laboratoryByCode } from './institution/institution.loaders';
import { CertificationBodyResolver, LaboratoryResolver } from './institution/institution.resolver';
import { certificationBodySubmission, institutionCheckSubmission, laboratorySubmission } from './institution/institution.submission';
import { CreditFileResolver, MatterOverviewResolver } from './overview';
import { UnqualifiedRateResolver } from './rates';
import { CreditFile, Department, Enterprise, Matter, MatterOverview, MatterScope, Region } from './references';
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
    CertificateResolver,
    CertificateStepResolver,
    EnterpriseCertificatesResolver,
    MatterCertificatesResolver,
    ValidityCoverageResolver,
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
  types: [Enterprise, Region, Department, Matter, MatterScope, MatterOverview, CreditFile],
  entities: [
    CccCategory,
    CccCertificate,
    CccStatusEvent,
    CccValidityCheck,
    CertificationBody,
    Laboratory,
    InstitutionCheck,
    SamplingPlan,
    SpotCheck,
    SpotCheckOfParty,
    SpotCheckEvent,
    TraceStep,
  ],
  references: {
    KeyProduct: ({ code }: { code: string }) => keyProductOf(code),
    CccCategory: async ({ code }: { code: string }, context) => {
      const rows = (await catalogueOf(context)).get(code);
      return rows ? rowOn(rows, context.today) : null;
    },
    CccCertificate: ({ number }: { number: string }, context) => certificateByNumber(context).load(number),
    CertificationBody: ({ code }: { code: string }, context) => bodyByCode(context).load(code),
    Laboratory: ({ code }: { code: string }, context) => laboratoryByCode(context).load(code),
    SpotCheck: ({ id }: { id: string }, context) => spotCheckById(context).load(id),
    SamplingPlan: ({ number }: { number: string }, context) => planByNumber(context).load(number),
    Enterprise: echo,
    Region: echo,
    Department: echo,
    Matter: echo,
    MatterOverview: echo,
    CreditFile: echo,
  },
  submissions: [
    cccCategorySubmission,
    certificationBodySubmission,
    laboratorySubmission,
    institutionCheckSubmission,
    certificateSubmission,
    validityCheckSubmission,
    samplingPlanSubmission,
    spotCheckSubmission,
    traceStepSubmission,
  ],
  loadReference,
});
