import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  DepartmentKind,
  arrayOf,
  code,
  date,
  keptTable,
  flag,
  objectOf,
  oneOf,
  orNull,
  regionCode,
  replaceOfficial,
  text,
  whole,
  type Database,
  type ReadBy,
} from '../../kernel';
import { ActionPlan, ActionTask, type ActionMeasure } from './action-task';

/** Plans and their tasks in the order of their documents, kept in memory: about a hundred tasks. */
export const plans = keptTable(async (db) => ({
  plans: await db.read<ActionPlan>(`SELECT ${db.columns(ActionPlan)} FROM action_plan ORDER BY position`),
  tasks: byId(
    await db.read<ActionTask>(`SELECT ${db.columns(ActionTask)} FROM action_task ORDER BY plan, position`),
  ),
}));

function byId<Row extends { id: string }>(rows: readonly Row[]): ReadonlyMap<string, Row> {
  return new Map(rows.map((row) => [row.id, row]));
}

const departments = arrayOf(oneOf(DepartmentKind));
const milestones = arrayOf(objectOf({ dueOn: date, phrase: text(500) }));
const measure = objectOf({ number: text(12), text: text(2000), departments, milestones });
const task = objectOf({
  number: text(12),
  title: text(200),
  text: orNull(text(2000)),
  responsible: orNull(text(200)),
  leaders: orNull(arrayOf(text(100))),
  target: orNull(whole(0, 100)),
  departments,
  departmentsVerified: flag,
  milestones: orNull(milestones),
  measures: arrayOf(measure),
});
const plan = objectOf({
  id: code(40),
  title: text(200),
  document: text(200),
  regionCode,
  tasks: arrayOf(task),
});

type TaskRecord = ReadBy<typeof task>;
export type PlanRecord = ReadBy<typeof plan>;

const FOLDER = join(__dirname, 'official');

/** The plans as their files have them. */
export async function readPlans(): Promise<PlanRecord[]> {
  const files = (await readdir(FOLDER)).filter((file) => file.endsWith('.json')).sort();
  return Promise.all(
    files.map(async (file) => plan.parse(JSON.parse(await readFile(join(FOLDER, file), 'utf8')), file)),
  );
}

/** Loads the plans of the source documents; rows that are the same are not written. */
export async function loadPlans(db: Database): Promise<void> {
  const records = await readPlans();
  const planRows = records.map(({ id, title, document, regionCode: region_code }, position) => ({
    id,
    position,
    title,
    document,
    region_code,
  }));
  const taskRows = records.flatMap((record) => record.tasks.map((each, at) => taskRow(record, each, at + 1)));
  await db.transaction(async (tx) => {
    await replaceOfficial(tx, 'action_plan', 'id', planRows);
    await replaceOfficial(tx, 'action_task', 'id', taskRows);
  });
}

/** Ids are places, since printed numbers are not unique: two measures of 建安区's plan are printed with a 6. */
function taskRow(
  record: PlanRecord,
  { departments: kinds, departmentsVerified, measures, ...stated }: TaskRecord,
  position: number,
) {
  const id = `${record.id}.${position}`;
  const stored = measures.map(({ departments: departmentKinds, ...each }, at): ActionMeasure => {
    return { ...each, id: `${id}.${at + 1}`, departmentKinds, regionCode: record.regionCode };
  });
  return {
    ...stated,
    id,
    plan: record.id,
    position,
    region_code: record.regionCode,
    department_kinds: kinds,
    departments_verified: departmentsVerified,
    leaders: stated.leaders ?? [],
    milestones: stated.milestones ?? [],
    stored_measures: stored,
  };
}
