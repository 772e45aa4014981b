import { defineNoun } from '../../kernel';
import { ActionPlan, ActionTask } from './action-task';
import { plans } from './plan.official';
import {
  MeasureProgressResolver,
  PlanQueries,
  TaskProgressResolver,
  lateFields,
  dueFields,
  measureFields,
  planFields,
  progressFields,
  taskFields,
} from './plan.resolver';
import { ProgressReport } from './progress';
import { progressSubmission } from './progress.submission';

export const actionPlan = defineNoun({
  entity: ActionPlan,
  find: false,
  resolvers: [planFields, PlanQueries],
});

export const actionTask = defineNoun({
  entity: ActionTask,
  find: (context, id) => plans.pick(context, ({ tasks }) => tasks.get(id) ?? null),
  resolvers: [taskFields, TaskProgressResolver, measureFields, MeasureProgressResolver],
});

export const progressReport = defineNoun({
  entity: ProgressReport,
  find: false,
  submission: progressSubmission,
  resolvers: [progressFields, lateFields, dueFields],
});
