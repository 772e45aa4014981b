import sql, { empty } from 'sql-template-tag';
import { defineNoun, isInsider, oneOf, submissionOf, workedOut } from '../../kernel';
import { Recall, RecallInput, RecallStatus } from './recall';
import { recallSteps, statusOf } from './recall.steps';

export const recall = defineNoun({
  entity: Recall,
  submission: submissionOf(Recall, RecallInput, { kind: 'recalls', row: () => ({}) }),
  procedure: recallSteps,
  // a plan becomes public with its announcement
  shown: ({ caller }) => (isInsider(caller) ? empty : sql`AND announced_on IS NOT NULL`),
  one: { name: 'recall', says: '按编号查召回. The recall with this id.', level: 'PUBLIC' },
  lists: {
    recalls: { says: '缺陷产品召回，按区划. The recalls of a division, with all below it.', level: 'PUBLIC' },
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
