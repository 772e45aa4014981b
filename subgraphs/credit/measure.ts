import { ObjectType } from 'type-graphql';
import { Served, declareError, flag, id, oneOf, text } from '../kernel';
import { DishonestyList } from './listing/listing.terms';
import measures from './official/measures.json';

export const MeasureUnknown = declareError(
  'MEASURE_UNKNOWN',
  '{field} 应为该名单的惩戒措施：{allowed}；收到：{got}。',
  '{field} must be measures of this list: {allowed}; but got: {got}.',
);

@ObjectType({ description: '联合惩戒措施. A measure against the subjects of a list.', simpleResolvers: true })
export class JointMeasure {
  @Served('PUBLIC', id(40), '代码. The code of the measure.', { always: true }) code: string;
  @Served('PUBLIC', text(60), '名称，即 measures 所用. Its name, which stands in measures.', { always: true })
  name: string;
  @Served('PUBLIC', oneOf(DishonestyList), '适用名单. The list that it belongs to.', { always: true })
  list: DishonestyList;
  @Served('PUBLIC', text(200), '依据. The law that it rests on.', { always: true }) legalBasis: string;
  @Served('PUBLIC', flag, '条文是否已核对. Whether the wording was checked against the law’s text.', {
    always: true,
  })
  verified: boolean;
}

/** The controlled vocabulary: a measure without a law is none. */
export const jointMeasures: readonly JointMeasure[] = measures.map((measure) => {
  return { ...measure, list: oneOf(DishonestyList).parse(measure.list, 'list') };
});

export function measuresOf(list: DishonestyList | null | undefined): readonly JointMeasure[] {
  return jointMeasures.filter((measure) => !list || measure.list === list);
}

/** The measures sent, each once, all of them known for the list. */
export function checkMeasures(names: readonly string[], list: DishonestyList): string[] {
  const known = measuresOf(list).map(({ name }) => name);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined)
    throw MeasureUnknown({ field: 'measures', allowed: known.join('、'), got: unknown });
  return [...new Set(names)];
}
