import { defineNoun } from '../../kernel';
import { Tip } from './tip';
import { TipEvent, TipReporter } from './tip-records';
import {
  EnterpriseTipsResolver,
  HazardTipsResolver,
  TipResolver,
  caseFileFields,
  progressFields,
  receiptFields,
  tipContentFields,
  tipFields,
} from './tip.resolver';
import { visible } from './tip.lists';
import { tipSteps } from './tip.steps';

export const tip = defineNoun({
  entity: Tip,
  shown: visible,
  procedure: tipSteps,
  one: {
    name: 'tip',
    says: '按编号查举报；仅本部门在本辖区办理的. The tip with this number, if the caller’s department handles it in its region.',
    level: 'UNCONDITIONAL',
    key: 'number',
    keySays: '举报编号. The number of the tip.',
  },
  resolvers: [
    tipFields,
    tipContentFields,
    caseFileFields,
    receiptFields,
    progressFields,
    TipResolver,
    EnterpriseTipsResolver,
    HazardTipsResolver,
  ],
  tables: [TipEvent, TipReporter],
});
