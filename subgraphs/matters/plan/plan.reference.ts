import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { defineReference, replaceReference, type Database, type DepartmentKind } from '../../kernel';
import { ActionPlan, ActionTask, type ActionMeasure, type Milestone } from './action-task';

/** Plans and their tasks in the order of their documents, kept in memory: about a hundred tasks. */
export const plans = defineReference(async (db) => ({
  plans: await db.read<ActionPlan>(`SELECT ${db.columns(ActionPlan)} FROM action_plan ORDER BY position`),
  tasks: byId(await db.read<ActionTask>(`SELECT ${db.columns(ActionTask)} FROM action_task ORDER BY plan, position`)),
}));

function byId<Row extends { id: string }>(rows: readonly Row[]): ReadonlyMap<string, Row> {
  return new Map(rows.map((row) => [row.id, row]));
}

interface MeasureRecord {
  number: string;
  text: string;
  departments: DepartmentKind[];
  milestones: Milestone[];
}
interface TaskRecord extends Omit<MeasureRecord, 'text'> {
  title: string;
  departmentsVerified: boolean;
  text?: string;
  responsible?: string;
  target?: number;
  measures: MeasureRecord[];
}
export interface PlanRecord {
  id: string;
  title: string;
  document: string;
  regionCode: string;
  tasks: TaskRecord[];
}

const FOLDER = join(__dirname, 'reference');

/** The plans as their files have them. */
export async function readPlans(): Promise<PlanRecord[]> {
  const files = (await readdir(FOLDER)).filter((file) => file.endsWith('.json')).sort();
  return Promise.all(files.map(async (file) => JSON.parse(await readFile(join(FOLDER, file), 'utf8')) as PlanRecord));
}

/** Loads the plans of the source documents; rows that are the same are not written. */
export async function loadPlans(db: Database): Promise<void> {
  const records = await readPlans();
  const planRows = records.map(({ id, title, document, regionCode }, position) => ({
    id,
    position,
    title,
    document,
    region_code: regionCode,
  }));
  const taskRows = records.flatMap((plan) => plan.tasks.map((task, at) => taskRow(plan, task, at + 1)));
  await db.transaction(async (tx) => {
    await replaceReference(tx, 'action_plan', 'id', planRows);
    await replaceReference(tx, 'action_task', 'id', taskRows);
  });
}

/** Ids are places, since printed numbers are not unique: two measures of 建安区's plan are printed with a 6. */
function taskRow({ id: plan, regionCode }: PlanRecord, task: TaskRecord, position: number) {
  const id = `${plan}.${position}`;
  const measures = task.measures.map(({ number, text, departments, milestones }, at): ActionMeasure => ({
    ...{ id: `${id}.${at + 1}`, number, text, departmentKinds: departments, milestones, regionCode },
  }));
  return {
    ...{ id, plan, position, number: task.number, title: task.title, text: task.text ?? null },
    ...{ responsible: task.responsible ?? null, target: task.target ?? null, region_code: regionCode },
    ...{ department_kinds: task.departments, departments_verified: task.departmentsVerified },
    ...{ milestones: task.milestones ?? [], stored_measures: measures },
  };
}
