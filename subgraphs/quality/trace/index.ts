import { defineNoun } from '../../kernel';
import { TraceStep } from './trace-step';
import { TraceLists, traceOfSpotCheck, traceStepFields } from './trace.resolver';
import { addTraceStep, traceSteps, tracingSteps } from './trace.steps';
import { traceStepSubmission } from './trace.submission';

export const traceStep = defineNoun({
  entity: TraceStep,
  find: false,
  submission: traceStepSubmission,
  procedure: traceSteps,
  verbs: [...tracingSteps.resolvers, addTraceStep],
  resolvers: [traceStepFields, traceOfSpotCheck, TraceLists],
});
