import { defineNoun } from '../../kernel';
import { FireCheck } from './fire-check';
import { FireKeyUnit } from './fire-key-unit';
import {
  FireKeyUnitListResolver,
  RegionFireResolver,
  enterpriseFireFields,
  fireKeyUnitFields,
} from './fire.resolver';
import { fireCheckSubmission, fireKeyUnitSubmission } from './fire.submission';

export const fireKeyUnit = defineNoun({
  entity: FireKeyUnit,
  submission: fireKeyUnitSubmission,
  resolvers: [fireKeyUnitFields, enterpriseFireFields, RegionFireResolver, FireKeyUnitListResolver],
});

export const fireCheck = defineNoun({ entity: FireCheck, find: false, submission: fireCheckSubmission });
