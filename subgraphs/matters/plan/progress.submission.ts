import { isSynthetic, type Caller, type Submission } from '../../kernel';
import type { ActionTask } from './action-task';
import { plans } from './plan.reference';
import { checkReport } from './plan.rules';
import { ProgressReport, TaskProgressInput } from './progress';

interface Prepared {
  caller: Caller;
  today: string;
  tasks: ReadonlyMap<string, ActionTask>;
}

export const progressSubmission: Submission<TaskProgressInput, ProgressReport, Prepared> = {
  kind: 'task-progress',
  term: { zh: '任务进展', en: 'progress report' },
  mutation: 'submitTaskProgress',
  subgraph: 'matters',
  input: TaskProgressInput,
  entity: ProgressReport,
  key: 'id',
  async prepare(context) {
    return { caller: context.caller, today: context.today, tasks: (await plans(context)).tasks };
  },
  toRow(record, { caller, today, tasks }, source) {
    const { sourceId, revision: _, ...stated } = record;
    const { id: taskId } = checkReport(record, tasks, caller, today);
    return { ...stated, id: `${source}/${sourceId}`, taskId, synthetic: isSynthetic(source) };
  },
};
