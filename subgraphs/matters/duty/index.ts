import { defineNoun } from '../../kernel';
import { DutyRecord } from './duty';
import { DutyQueries, missedDutyFields } from './duty.resolver';
import { dutySubmission } from './duty.submission';

export const dutyRecord = defineNoun({
  entity: DutyRecord,
  find: false,
  submission: dutySubmission,
  resolvers: [DutyQueries, missedDutyFields],
});
