import { submissionOf } from '../../kernel';
import { plans } from './plan.official';
import { checkReport } from './plan.rules';
import { ProgressReport, TaskProgressInput } from './progress';

export const progressSubmission = submissionOf(ProgressReport, TaskProgressInput, {
  kind: 'task-progress',
  term: { zh: '任务进展', en: 'progress report' },
  async prepare(context) {
    const { tasks } = await plans(context);
    return { caller: context.caller, today: context.today, tasks };
  },
  row(record, { caller, today, tasks }) {
    const { id: taskId } = checkReport(record, tasks, caller, today);
    return { taskId };
  },
});
