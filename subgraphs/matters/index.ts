import { defineSubgraph } from '../kernel';
import { Assessment, IndicatorScore } from './assessment/assessment';
import { assessmentById } from './assessment/assessment.loaders';
import { AssessmentIndicatorResolver, AssessmentResolver } from './assessment/assessment.resolver';
import { AssessmentFigure, EnteredScore } from './assessment/figure';
import { figureSubmission } from './assessment/figure.submission';
import { AssessmentIndicator, AssessmentModel, AssessmentSection } from './assessment/model';
import { dutyRecord } from './duty';
import { ChainGap, ChainStage, Matter, MatterOverview, MatterScope } from './matter/matter';
import { loadReference, matters as knownMatters } from './matter/matter.reference';
import { ChainStageResolver, EnterpriseResolver, MatterResolver } from './matter/matter.resolver';
import { Department, Enterprise, Region } from './others';
import { actionPlan, actionTask, progressReport } from './plan';
import { loadPlans } from './plan/plan.reference';
import { assignedItem, newRisk, workStep } from './work';

export const matters = defineSubgraph({
  name: 'matters',
  title: '一件事. Matters: who leads, who cooperates, who answers for which stage; plans, new risks and assessments',
  port: 4008,
  nouns: [actionPlan, actionTask, progressReport, newRisk, assignedItem, workStep, dutyRecord],
  others: [Department, Enterprise, Region],
  resolvers: [...[MatterResolver, ChainStageResolver, EnterpriseResolver], ...[AssessmentResolver, AssessmentIndicatorResolver]],
  types: [
    ...[Matter, MatterScope, MatterOverview, ChainStage, ChainGap],
    ...[Assessment, IndicatorScore, AssessmentModel, AssessmentSection, AssessmentIndicator],
  ],
  entities: [Matter, Assessment, AssessmentFigure, EnteredScore],
  references: {
    Matter: ({ code }: { code: string }, context) => knownMatters.pick(context, (table) => table.get(code) ?? null),
    MatterOverview: async ({ matterCode, regionCode }: { matterCode: string; regionCode: string }, context) => {
      const scope = (await knownMatters(context)).get(matterCode)?.scope;
      return scope ? { matterCode, regionCode, scope } : null;
    },
    Assessment: ({ id }: { id: string }, context) => assessmentById(context, id),
  },
  submissions: [figureSubmission],
  async loadReference(db) {
    await loadReference(db);
    await loadPlans(db);
  },
});
