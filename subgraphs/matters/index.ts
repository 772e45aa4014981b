import { defineSubgraph } from '../kernel';
import { Assessment, IndicatorScore } from './assessment/assessment';
import { assessmentById } from './assessment/assessment.loaders';
import { AssessmentIndicatorResolver, AssessmentResolver } from './assessment/assessment.resolver';
import { AssessmentFigure, EnteredScore } from './assessment/figure';
import { figureSubmission } from './assessment/figure.submission';
import { AssessmentIndicator, AssessmentModel, AssessmentSection } from './assessment/model';
import { dutyRecord } from './duty';
import { matter } from './matter';
import { loadReference } from './matter/matter.reference';
import { Department, Enterprise, Region } from './others';
import { actionPlan, actionTask, progressReport } from './plan';
import { loadPlans } from './plan/plan.reference';
import { assignedItem, newRisk, workStep } from './work';

export const matters = defineSubgraph({
  name: 'matters',
  title: '一件事. Matters: who leads, who cooperates, who answers for which stage; plans, new risks and assessments',
  port: 4008,
  nouns: [matter, actionPlan, actionTask, progressReport, newRisk, assignedItem, workStep, dutyRecord],
  others: [Department, Enterprise, Region],
  types: [...[Assessment, IndicatorScore, AssessmentModel, AssessmentSection, AssessmentIndicator]],
  entities: [Assessment, AssessmentFigure, EnteredScore],
  references: {
    Assessment: ({ id }: { id: string }, context) => assessmentById(context, id),
  },
  submissions: [figureSubmission],
  async loadReference(db) {
    await loadReference(db);
    await loadPlans(db);
  },
});
