import type { RequestContext } from '../../kernel';
import type { ActionMeasure, ActionTask } from './action-task';
import { plans } from './plan.official';
import { dueBy, itemProgress, itemsOf, lateOf, taskProgress } from './plan.rules';
import type { DueTask, LateTask, TaskProgress } from './progress';
import { reportsIn, reportsWithin } from './progress.lists';

export async function tasksOf(context: RequestContext, plan: string): Promise<ActionTask[] | null> {
  const tasks = [...(await plans(context)).tasks.values()].filter((task) => task.plan === plan);
  return tasks.length > 0 ? tasks : null;
}

export async function progressOfTask(
  context: RequestContext,
  task: ActionTask,
  region: string,
): Promise<TaskProgress> {
  return taskProgress(task, await reportsIn(context, task.id, region), region, context.today);
}

export async function progressOfMeasure(
  context: RequestContext,
  measure: ActionMeasure,
  region: string,
): Promise<TaskProgress> {
  const task = measure.id.slice(0, measure.id.lastIndexOf('.'));
  return itemProgress(measure, await reportsIn(context, task, region), region, context.today);
}

export async function progressByRegion(
  context: RequestContext,
  task: ActionTask,
  region: string,
): Promise<TaskProgress[]> {
  const byRegion = await reportsWithin(context, task.id, region);
  return [...byRegion].map(([code, reports]) => taskProgress(task, reports, code, context.today));
}

/** What is late today in a division, the longest overdue first. */
export async function lateTasks(
  context: RequestContext,
  plan: string,
  region: string,
): Promise<LateTask[] | null> {
  const tasks = await tasksOf(context, plan);
  if (!tasks) return null;
  const late = await Promise.all(
    tasks.map(async (task) => {
      const reports = await reportsIn(context, task.id, region);
      return itemsOf(task).flatMap((item) => lateOf(item, task.id, reports, region, context.today));
    }),
  );
  return late.flat().sort((one, other) => Number(one.dueOn > other.dueOn) - Number(one.dueOn < other.dueOn));
}

/** What the plans of a division itself wanted done by a day, as was reported by then; the longest due first. */
export async function dueTasks(
  context: RequestContext,
  region: string,
  by: string,
  done: boolean | null | undefined,
): Promise<DueTask[]> {
  const tasks = [...(await plans(context)).tasks.values()].filter((task) => task.regionCode === region);
  const due = await Promise.all(
    tasks.map(async (task) => {
      const reports = await reportsIn(context, task.id, region, by);
      return itemsOf(task).flatMap((item) => dueBy(item, task.id, reports, region, by));
    }),
  );
  return due
    .flat()
    .filter((each) => typeof done !== 'boolean' || each.done === done)
    .sort((one, other) => Number(one.dueOn > other.dueOn) - Number(one.dueOn < other.dueOn));
}
