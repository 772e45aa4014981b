import { defineNoun } from '../../kernel';
import { registerLead } from './lead';
import { penaltyProcedure } from './procedure.steps';

/** What officers do with cases. It stands apart from them, since it begins penalties and transfers as well. */
export const caseProcedure = defineNoun({ procedure: penaltyProcedure, verbs: [registerLead] });
