import { defineNoun } from '../../kernel';
import { AssignedItem } from './assigned-item';
import { NewRisk } from './new-risk';
import { WorkStep } from './work-step';
import { WorkQueries, assignedItemFields, newRiskFields } from './work.resolver';
import { assignItem, assignedItemSteps, newRiskSteps, registerNewRisk } from './work.steps';

export const newRisk = defineNoun({
  entity: NewRisk,
  procedure: newRiskSteps,
  verbs: [registerNewRisk],
  one: {
    name: 'newRisk',
    says: '按编号查新风险. The new risk with this id.',
    level: 'UNCONDITIONAL',
    key: 'id',
    keySays: '登记编号. The id of the new risk.',
  },
  resolvers: [newRiskFields, WorkQueries],
});

export const assignedItem = defineNoun({
  entity: AssignedItem,
  procedure: assignedItemSteps,
  verbs: [assignItem],
  resolvers: [assignedItemFields],
});

/** The history of both. */
export const workStep = defineNoun({ entity: WorkStep, find: false });
