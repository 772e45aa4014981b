import { defineNoun } from '../../kernel';
import { inspectionsAhead } from '../ranking/ranking.lists';
import {
  InspectionResolver,
  OverlappingVisitsResolver,
  SupervisionCountResolver,
  countFields,
  overlapFields,
  visitFields,
} from './inspection.resolver';
import { supervisoryInspectionSubmission } from './inspection.submission';
import { SupervisoryInspection } from './supervisory-inspection';

export const supervisoryInspection = defineNoun({
  entity: SupervisoryInspection,
  counts: [inspectionsAhead],
  submission: supervisoryInspectionSubmission,
  one: {
    name: 'supervisoryInspection',
    says: '按编号查监督检查. The inspection with this id.',
    level: 'UNCONDITIONAL',
    key: 'id',
    keySays: '监督检查编号. The id of the inspection.',
  },
  resolvers: [
    InspectionResolver,
    overlapFields,
    OverlappingVisitsResolver,
    SupervisionCountResolver,
    countFields,
    visitFields,
  ],
});
