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
import { TipMove, TipTransfer } from './tip-transfer';
import { tipTransferFields } from './tip-transfer.resolver';
import { transferVisible } from './tip-transfer.lists';
import { tipTransferSteps } from './tip-transfer.steps';
import { TipRecusal } from './tip-recusal';
import { askTipRecusal, recusalVisible, tipRecusalSteps } from './tip-recusal.steps';
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
  types: [TipMove],
});

export const tipTransfer = defineNoun({
  entity: TipTransfer,
  shown: transferVisible,
  procedure: tipTransferSteps,
  lists: {
    tipTransfers: {
      says: '举报移送，按登记答复的部门所在区划、编号排序；仅首办部门和接收部门可见. Transfers of tips by the division of the department that answers and number, for the two departments alone.',
      level: 'UNCONDITIONAL',
      state: 'status',
    },
  },
  resolvers: [tipTransferFields],
});

export const tipRecusal = defineNoun({
  entity: TipRecusal,
  shown: recusalVisible,
  procedure: tipRecusalSteps,
  verbs: [askTipRecusal],
  lists: {
    tipRecusals: {
      says: '回避，按部门所在区划、编号排序；仅本部门可见，被他人提出回避的人员除外. Recusals by the division of the department and number, for that department, but not for an officer whom another has named.',
      level: 'UNCONDITIONAL',
      state: 'status',
    },
  },
});
