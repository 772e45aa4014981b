import { defineSubgraph, filesOf, publicityOf } from '../kernel';
import { cccCategory } from './catalogue';
import { loadOfficial } from './catalogue/catalogue.lists';
import { certificate, validityCheck } from './certificate';
import { certificationBody, institutionCheck, laboratory } from './institution';
import { CreditFile, Department, Enterprise, Matter, MatterOverview, MatterScope, Region } from './others';
import { creditFileFields, overviewFields } from './overview';
import { UnqualifiedRate, UnqualifiedRates, rateFields, ratesRelease } from './rates';
import { recall } from './recall';
import { samplingPlan, spotCheck } from './sampling';
import { samplingFeed } from './sampling/spot-check.feed';
import { SpotCheckOfParty } from './sampling/spot-check';
import { traceStep } from './trace';

/** For `npm run export`. */
export { samplingFeed };

export const quality = defineSubgraph({
  name: 'quality',
  title: '产品质量. Quality: key products, compulsory certification, sampling and tracing',
  port: 4003,
  resolvers: [
    UnqualifiedRates,
    ...ratesRelease.verbs,
    rateFields,
    ...overviewFields,
    creditFileFields,
    ...publicityOf(
      samplingFeed,
      'samplingFeed',
      '监督抽查结果公布变动源. The feed of the results of sampling that were published.',
    ),
  ],
  resources: Object.values(filesOf(samplingFeed)),
  nouns: [
    cccCategory,
    certificationBody,
    laboratory,
    institutionCheck,
    certificate,
    validityCheck,
    recall,
    samplingPlan,
    spotCheck,
    traceStep,
  ],
  others: [Enterprise, Region, Department, Matter, MatterScope, MatterOverview, CreditFile],
  // a view of spot checks, read for the lists of an enterprise only
  entities: [SpotCheckOfParty],
  types: [UnqualifiedRate],
  loadOfficial,
});
