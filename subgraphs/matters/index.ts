import { defineSubgraph, echo } from '../kernel';
import { Assessment, IndicatorScore } from './assessment/assessment';
import { assessmentById } from './assessment/assessment.loaders';
import { AssessmentIndicatorResolver, AssessmentResolver } from './assessment/assessment.resolver';
import { AssessmentFigure, EnteredScore } from './assessment/figure';
import { figureSubmission } from './assessment/figure.submission';
import { AssessmentIndicator, AssessmentModel, AssessmentSection } from './assessment/model';
import { DutyCount, DutyRecord, MissedDuty } from './duty/duty-record';
import { DutyRecordResolver, MissedDutyResolver } from './duty/duty.resolver';
import { dutySubmission } from './duty/duty.submission';
import { ChainGap, ChainStage, Matter, MatterOverview, MatterScope } from './matter/matter';
import { loadReference, matters as knownMatters } from './matter/matter.reference';
import { ChainStageResolver, EnterpriseResolver, MatterResolver } from './matter/matter.resolver';
import { ActionMeasure, ActionPlan, ActionTask, Milestone } from './plan/action-task';
import { loadPlans, plans } from './plan/plan.reference';
import {
  ActionMeasureResolver,
  ActionPlanResolver,
  ActionTaskResolver,
  LateTaskResolver,
  ProgressReportResolver,
  TaskProgressResolver,
} from './plan/plan.resolver';
import { LateTask, ProgressReport, TaskProgress } from './plan/progress';
import { progressSubmission } from './plan/progress.submission';
import { Department, Enterprise, Region } from './references';
import { AssignedItem } from './work/assigned-item';
import { NewRisk } from './work/new-risk';
import { WorkStep } from './work/work-step';
import { assignedItemById, newRiskById } from './work/work.loaders';
import { AssignedItemResolver, NewRiskResolver, WorkStepResolver } from './work/work.resolver';

export const matters = defineSubgraph({
  name: 'matters',
  title: '一件事. Matters: who leads, who cooperates, who answers for which stage; plans, new risks and assessments',
  port: 4008,
  resolvers: [
    ...[MatterResolver, ChainStageResolver, EnterpriseResolver],
    ...[ActionPlanResolver, ActionTaskResolver, ActionMeasureResolver, TaskProgressResolver, ProgressReportResolver, LateTaskResolver],
    ...[AssessmentResolver, AssessmentIndicatorResolver, NewRiskResolver, AssignedItemResolver, WorkStepResolver],
    ...[DutyRecordResolver, MissedDutyResolver],
  ],
  types: [
    ...[Matter, MatterScope, MatterOverview, ChainStage, ChainGap, Department, Enterprise, Region],
    ...[ActionPlan, ActionTask, ActionMeasure, Milestone, TaskProgress, ProgressReport, LateTask],
    ...[Assessment, IndicatorScore, AssessmentModel, AssessmentSection, AssessmentIndicator, NewRisk, AssignedItem, WorkStep],
    ...[DutyRecord, MissedDuty, DutyCount],
  ],
  entities: [
    Matter,
    ActionPlan,
    ActionTask,
    ProgressReport,
    Assessment,
    AssessmentFigure,
    EnteredScore,
    NewRisk,
    AssignedItem,
    WorkStep,
    DutyRecord,
  ],
  references: {
    Matter: ({ code }: { code: string }, context) => knownMatters.pick(context, (table) => table.get(code) ?? null),
    MatterOverview: async ({ matterCode, regionCode }: { matterCode: string; regionCode: string }, context) => {
      const scope = (await knownMatters(context)).get(matterCode)?.scope;
      return scope ? { matterCode, regionCode, scope } : null;
    },
    ActionTask: ({ id }: { id: string }, context) => plans.pick(context, ({ tasks }) => tasks.get(id) ?? null),
    Assessment: ({ id }: { id: string }, context) => assessmentById(context, id),
    NewRisk: ({ id }: { id: string }, context) => newRiskById(context).load(id),
    AssignedItem: ({ id }: { id: string }, context) => assignedItemById(context).load(id),
    Department: echo,
    Enterprise: echo,
    Region: echo,
  },
  submissions: [progressSubmission, figureSubmission, dutySubmission],
  async loadReference(db) {
    await loadReference(db);
    await loadPlans(db);
  },
});
