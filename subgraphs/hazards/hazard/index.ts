import { defineNoun, ofField, ofKind, taggedWith } from '../../kernel';
import { criterionOf } from '../criterion/criterion.rules';
import { Hazard } from './hazard';
import { HazardEvent, HazardNotification, RectificationPlan } from './hazard-records';
import { visible } from './hazard.lists';
import { reportHazard } from './hazard.reporting';
import {
  EnterpriseHazardsResolver,
  EquipmentHazardsResolver,
  HazardListResolver,
  hazardFields,
} from './hazard.resolver';
import { hazardSteps } from './hazard.steps';
import { hazardSubmission } from './hazard.submission';

export { overdueHazard } from './hazard.turning';

export const hazard = defineNoun({
  entity: Hazard,
  shown: visible,
  submission: hazardSubmission,
  about: {
    through: ['equipmentCode', 'uscc'],
    by: ['domain', 'criterionCode', 'matterCodes'],
    own: ({ domain, criterionCode, matterCodes }, learned) => [
      ...taggedWith(matterCodes),
      ...ofField(domain, learned),
      ...ofKind(criterionOf(criterionCode)?.equipmentKind),
    ],
  },
  procedure: hazardSteps,
  verbs: [reportHazard],
  one: {
    name: 'hazard',
    says: '按编号查隐患；公众仅见曝光的. The hazard with this number; the public sees those exposed.',
    level: 'PUBLIC',
    key: 'number',
    keySays: '隐患编号. The number of the hazard.',
  },
  resolvers: [hazardFields, HazardListResolver, EnterpriseHazardsResolver, EquipmentHazardsResolver],
  tables: [HazardEvent, HazardNotification, RectificationPlan],
});
