import { defineNoun } from '../../kernel';
import { InspectionBody } from './inspection-body';
import { bodyFields, inspectorFields } from './inspection-body.resolver';
import { inspectionBodySubmission, inspectorSubmission } from './inspection-body.submission';
import { Inspector } from './inspector';

export const inspectionBody = defineNoun({
  entity: InspectionBody,
  find: false,
  submission: inspectionBodySubmission,
  lists: {
    inspectionBodies: {
      level: 'PUBLIC',
      says: '检验检测机构，按区划、编号排序. Approved bodies by division and number.',
    },
  },
  resolvers: [bodyFields],
});

export const inspector = defineNoun({
  entity: Inspector,
  find: false,
  submission: inspectorSubmission,
  resolvers: [inspectorFields],
});
