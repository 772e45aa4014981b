import { defineSubgraph } from '../kernel';
import { assessment } from './assessment';
import { dutyRecord } from './duty';
import { matter, matterVersion } from './matter';
import { loadOfficial } from './matter/matter.official';
import { Department, Enterprise, Region } from './others';
import { actionPlan, actionTask, progressReport } from './plan';
import { loadPlans } from './plan/plan.official';
import { assessmentProposal } from './proposal';
import { assignedItem, newRisk, workStep } from './work';

export { applyAssessmentModels } from './assessment/model-file';

export const matters = defineSubgraph({
  name: 'matters',
  title:
    '一件事. Matters: who leads, who cooperates, who answers for which stage; plans, new risks and assessments',
  port: 4008,
  nouns: [
    matter,
    matterVersion,
    actionPlan,
    actionTask,
    progressReport,
    assessment,
    assessmentProposal,
    newRisk,
    assignedItem,
    workStep,
    dutyRecord,
  ],
  others: [Department, Enterprise, Region],
  async loadOfficial(db) {
    await loadOfficial(db);
    await loadPlans(db);
  },
});
