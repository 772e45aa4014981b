import { buildSchema } from 'graphql';
import { read } from '../../support/sources';
import { EveryQuestion, type Question } from './every-question';
import { CASES, DECISION, HAZARD, LIFT, NOTICE, PLACE, UNIT, type World } from './worlds';

/** Every question, by what is in the world. */
export function questionsOf({ tips, reported }: Pick<World, 'tips' | 'reported'>): Question[] {
  const byPlace: Record<string, readonly unknown[]> = {
    'Query.hazard.number': [HAZARD, reported],
    'Query.case.number': [...Object.values(CASES)],
    'Query.tip.number': tips,
    'Query.penalty.documentNumber': [DECISION],
    'Query.notice.number': [NOTICE],
    'Query.equipment.code': [LIFT],
    'CaseFilter.originReference': [tips[0], 'JB00000000000000000000'],
    'CaseFilter.hazardNumber': [HAZARD, reported],
    'CaseFilter.equipment': [LIFT],
  };
  const byName: Record<string, readonly unknown[]> = {
    'quarter: String': ['2026-Q2'],
    'month: String': ['2026-06'],
    'year: Int': [2026],
    'matter: ID': ['ELEVATOR'],
    'plan: ID': ['JIANAN-2024'],
    'industryPrefix: String': ['70'],
    'industryCode: String': ['7020'],
    'kindCode: ID': ['3110'],
    'rows: Int': [0],
    'buckets: Int': [0],
    'days: Int': [30],
  };
  const byType: Record<string, readonly unknown[]> = {
    RegionCode: [PLACE],
    Uscc: [UNIT],
    Boolean: [true, false],
    Date: ['2026-06-15'],
    Int: [1],
  };
  const schema = buildSchema(read('schema/api.graphql'));
  const values = (place: string, type: string) =>
    byPlace[place] ??
    byName[`${place.slice(place.lastIndexOf('.') + 1)}: ${type}`] ??
    byType[type] ?? ['none'];
  return new EveryQuestion(schema, values).of({
    hazard: `hazard(number: "${reported}")`,
    case: `case(number: "${CASES.decided}")`,
    penalty: `penalty(documentNumber: "${DECISION}")`,
    notice: `notice(number: "${NOTICE}")`,
    enterprise: `enterprise(uscc: "${UNIT}")`,
    equipment: `equipment(code: "${LIFT}")`,
    region: `region(code: "${PLACE}")`,
    matter: 'matter(code: "ELEVATOR")',
  });
}
