import { defineSubgraph, echo } from '../kernel';
import { ChainStage, Matter, MatterOverview, MatterScope } from './matter/matter';
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

export const matters = defineSubgraph({
  name: 'matters',
  title: '一件事. Matters: who leads, who cooperates, who answers for which stage; plans, new risks and assessments',
  port: 4008,
  resolvers: [
    ...[MatterResolver, ChainStageResolver, EnterpriseResolver],
    ...[ActionPlanResolver, ActionTaskResolver, ActionMeasureResolver, TaskProgressResolver, ProgressReportResolver, LateTaskResolver],
  ],
  types: [
    ...[Matter, MatterScope, MatterOverview, ChainStage, Department, Enterprise, Region],
    ...[ActionPlan, ActionTask, ActionMeasure, Milestone, TaskProgress, ProgressReport, LateTask],
  ],
  entities: [Matter, ActionPlan, ActionTask, ProgressReport],
  references: {
    Matter: ({ code }: { code: string }, context) => knownMatters.pick(context, (table) => table.get(code) ?? null),
    MatterOverview: async ({ matterCode, regionCode }: { matterCode: string; regionCode: string }, context) => {
      const scope = (await knownMatters(context)).get(matterCode)?.scope;
      return scope ? { matterCode, regionCode, scope } : null;
    },
    ActionTask: ({ id }: { id: string }, context) => plans.pick(context, ({ tasks }) => tasks.get(id) ?? null),
    Department: echo,
    Enterprise: echo,
    Region: echo,
  },
  submissions: [progressSubmission],
  async loadReference(db) {
    await loadReference(db);
    await loadPlans(db);
  },
});
