import { defineNoun } from '../../kernel';
import { LiftFault } from './lift-fault';
import { LiftFiguresResolver } from './lift.resolver';
import { liftFaultSubmission } from './lift.submission';

export const liftFault = defineNoun({
  entity: LiftFault,
  find: false,
  submission: liftFaultSubmission,
  resolvers: [LiftFiguresResolver],
});
