import sql, { empty } from 'sql-template-tag';
import { defineNoun, isInsider, oneOf, submissionOf, workedOut } from '../../kernel';
import { Recall, RecallInput, RecallStatus } from './recall';
import { inStatus } from './recall.lists';
import { recallSteps, statusOf } from './recall.steps';

export const recall = defineNoun({
  entity: Recall,
  submission: submissionOf(Recall, RecallInput, { kind: 'recalls', row: () => ({}) }),
  procedure: recallSteps,
  inState: { kind: oneOf(RecallStatus), condition: inStatus },
  // a plan becomes public with its announcement
  shown: ({ caller }) => (isInsider(caller) ? empty : sql`AND announced_on IS NOT NULL`),
  one: { name: 'recall', says: '按编号查召回. The recall with this id.', level: 'PUBLIC' },
  lists: {
    recalls: {
      says: '缺陷产品召回，按区划；期间按公告日期筛选. The recalls of a division, with all below it; a period is one of the day of the announcement.',
      level: 'PUBLIC',
      period: 'announcedOn',
      state: true,
    },
    recallsOfBatch: {
      says: '按批次查召回. The recalls that concern a batch of a product.',
      level: 'PUBLIC',
      by: 'batch',
    },
  },
  fields: {
    status: workedOut('PUBLIC', oneOf(RecallStatus), '召回状态. The stage that it has reached.', statusOf),
  },
});
