import { defineNoun } from '../../kernel';
import { CreditRepair } from './credit-repair';
import { listingRepairs, repairFields } from './repair.resolver';
import { applyForRepair, repairSteps } from './repair.steps';

export const repair = defineNoun({
  entity: CreditRepair,
  procedure: repairSteps,
  verbs: [applyForRepair],
  one: {
    name: 'creditRepair',
    says: '按编号查信用修复. The application for repair with this id.',
    level: 'UNCONDITIONAL',
    key: 'id',
    keySays: '修复申请编号. The id of the application.',
  },
  resolvers: [repairFields, listingRepairs],
});
