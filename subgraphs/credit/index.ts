import { defineSubgraph } from '../kernel';
import { ban, principal } from './ban';
import { creditFile } from './credit-file';
import { feed } from './feed';
import { csvSnapshot, feedMetrics, lineSchema, ndjsonSnapshot, publicKeys } from './feed/snapshot';
import { feedback } from './feedback';
import { insurance } from './insurance';
import { listing } from './listing';
import {
  Department,
  Enterprise,
  Matter,
  MatterOverview,
  MatterScope,
  PenaltyDecision,
  Region,
} from './others';
import { overview } from './overview';
import { repair } from './repair';
import { standard } from './standard';

/** For `npm run export`. */
export { dishonesty } from './feed/line';
import { retention } from './retention';

export const credit = defineSubgraph({
  name: 'credit',
  title: '信用监管. Credit: the lists of those who gravely break the law',
  port: 4006,
  retention,
  nouns: [listing, repair, feed, creditFile, feedback, ban, principal, insurance, standard, overview],
  others: [Enterprise, Region, Department, PenaltyDecision, Matter, MatterOverview, MatterScope],
  resources: [ndjsonSnapshot, csvSnapshot, lineSchema, publicKeys, feedMetrics],
  needs: { setting: 'SIGNING_KEY', of: 'signingKey' },
});
