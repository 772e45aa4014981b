import { defineNoun } from '../../kernel';
import { Assessment } from './assessment';
import { assessmentById } from './assessment.lists';
import { AssessmentQueries, assessmentFields, indicatorFields, scoreFields } from './assessment.resolver';
import { confirmAssessment, enterScore } from './assessment.steps';
import { AssessmentFigure, EnteredScore } from './figure';
import { figureSubmission } from './figure.submission';

export const assessment = defineNoun({
  entity: Assessment,
  find: assessmentById,
  submission: figureSubmission,
  verbs: [enterScore, confirmAssessment],
  resolvers: [assessmentFields, scoreFields, indicatorFields, AssessmentQueries],
  tables: [AssessmentFigure, EnteredScore],
});
