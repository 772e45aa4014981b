import { defineSubgraph, filesOf, publicityOf } from '../kernel';
import { campaign } from './campaign';
import { enforcementCase } from './case';
import { draw, drawCheck } from './draw';
import { supervisoryInspection } from './inspection';
import { caseMaterial, materialOfFailedSample, materialOfOverdueHazard } from './material';
import { notice } from './notice';
import {
  CreditFile,
  Department,
  Enterprise,
  Hazard,
  SpotCheck,
  Matter,
  MatterOverview,
  MatterScope,
  Region,
} from './others';
import { overviewFields } from './overview';
import { penaltyDecision } from './penalty';
import { penaltyFeed } from './penalty/penalty.feed';
import { caseProcedure } from './procedure';
import { ranking } from './ranking';
import { tip, tipRecusal, tipTransfer } from './tip';
import { criminalTransfer } from './transfer';
import { typicalCase } from './typical-case';
import { typicalCaseFeed } from './typical-case/typical-case.feed';
import { retention } from './retention';

/** For `npm run export`. */
export { penaltyFeed, typicalCaseFeed };

export const enforcement = defineSubgraph({
  name: 'enforcement',
  title: '执法办案. Enforcement: cases, penalties and their publicity, notices, draws, tips, ranking',
  port: 4004,
  retention,
  nouns: [
    enforcementCase,
    penaltyDecision,
    criminalTransfer,
    caseProcedure,
    caseMaterial,
    notice,
    campaign,
    typicalCase,
    tip,
    tipTransfer,
    tipRecusal,
    draw,
    drawCheck,
    supervisoryInspection,
    ranking,
  ],
  resolvers: [
    ...overviewFields,
    ...publicityOf(
      penaltyFeed,
      'penaltyFeed',
      '行政处罚公示变动源. The feed of the penalties that are public.',
    ),
    ...publicityOf(
      typicalCaseFeed,
      'typicalCaseFeed',
      '典型案例公布变动源. The feed of the typical cases that were published.',
    ),
  ],
  resources: [penaltyFeed, typicalCaseFeed].flatMap((feed) => Object.values(filesOf(feed))),
  reactions: [materialOfFailedSample, materialOfOverdueHazard],
  others: [
    Enterprise,
    Region,
    Department,
    Hazard,
    SpotCheck,
    CreditFile,
    Matter,
    MatterScope,
    MatterOverview,
  ],
});
