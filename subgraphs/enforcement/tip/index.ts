import { defineNoun } from '../../kernel';
import { Tip } from './tip';
import { TipEvent, TipReporter } from './tip-records';
import {
  EnterpriseTipsResolver,
  HazardTipsResolver,
  TipResolver,
  caseFileFields,
  tipContentFields,
  tipFields,
} from './tip.resolver';
import { tipSteps } from './tip.steps';

export const tip = defineNoun({
  entity: Tip,
  procedure: tipSteps,
  one: {
    name: 'tip',
    says: '按编号查举报. The tip with this number.',
    level: 'UNCONDITIONAL',
    key: 'number',
    keySays: '举报编号. The number of the tip.',
  },
  resolvers: [
    tipFields,
    tipContentFields,
    caseFileFields,
    TipResolver,
    EnterpriseTipsResolver,
    HazardTipsResolver,
  ],
  tables: [TipEvent, TipReporter],
});
