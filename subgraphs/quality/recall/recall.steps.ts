import { checkDay, procedure } from '../../kernel';
import { AnnounceRecallInput, CompleteRecallInput, Recall, RecallStatus } from './recall';

export function statusOf({ announcedOn, completedOn }: Recall): RecallStatus {
  if (completedOn !== null) return 'COMPLETED';
  return announcedOn === null ? 'SUBMITTED' : 'ANNOUNCED';
}

export const recallSteps = procedure(
  Recall,
  { scope: 'quality', key: 'id', states: RecallStatus, stateOf: statusOf },
  {
    announceRecall: {
      from: ['SUBMITTED'],
      scope: 'decide',
      says: '公告召回. Records that a recall was announced to consumers.',
      input: AnnounceRecallInput,
      decide: (_, { on }, { today }) => ({ announcedOn: checkDay('on', on, { to: today }) }),
    },
    completeRecall: {
      from: ['ANNOUNCED'],
      scope: 'decide',
      says: '完成召回. Records that a recall is completed.',
      input: CompleteRecallInput,
      decide: ({ announcedOn: from }, { on, recalled }, { today }) => ({
        completedOn: checkDay('on', on, { from, to: today }),
        recalled,
      }),
    },
  },
);
