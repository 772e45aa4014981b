import { dateInChina, defineNoun, fields, rulesBeside } from '../../kernel';
import { LegalRule } from '../others';
import { CaseMaterial } from './material';
import { visible } from './material.lists';
import { receiptDue } from './material.rules';
import { materialSteps } from './material.steps';

export { materialOfFailedSample, materialOfOverdueHazard } from './material.reaction';

const materialFields = fields(
  CaseMaterial,
  rulesBeside<CaseMaterial>(() => LegalRule, 'UNCONDITIONAL', {
    receiveBy: ({ sentAt }) => receiptDue(dateInChina(sentAt)).rule,
  }),
);

export const caseMaterial = defineNoun({
  entity: CaseMaterial,
  procedure: materialSteps,
  shown: visible,
  one: {
    name: 'caseMaterial',
    says: '按编号查案件线索材料，仅主管部门可见. The material with this number, for the competent office alone.',
    level: 'UNCONDITIONAL',
  },
  lists: {
    caseMaterials: {
      says: '案件线索材料，按区划、编号排序，仅主管部门可见. Material by division and number, for the competent office alone.',
      level: 'UNCONDITIONAL',
      period: 'occurredOn',
      state: 'status',
    },
  },
  resolvers: [materialFields],
});
