import { Arg, Args, Ctx, Int, Query, Resolver } from 'type-graphql';
import {
  PageArgs,
  RegionCode,
  Shared,
  connectionFor,
  date,
  fields,
  flag,
  oneOf,
  rulesBeside,
  workedOut,
  type RequestContext,
} from '../../kernel';
import { LegalRule } from '../others';
import { Accident, AccidentEvent } from './accident';
import { AccidentStatistic, accidentStatistics } from './accident-statistics';
import { AccidentFilter } from './accident.inputs';
import { accidentPage, eventsOfAccident } from './accident.lists';
import {
  evaluationDue,
  evaluationRule,
  investigationLevel,
  isEvaluationOverdueOn,
  isReportedInTime,
  isReportedUpwardInTime,
} from './accident.rules';
import { AccidentKind, InvestigationLevel } from './accident.terms';

export const accidentFields = fields(Accident, {
  reportedInTime: workedOut(
    'PUBLIC',
    flag,
    '单位是否在1小时内报告. Whether the unit reported within the hour.',
    isReportedInTime,
    {
      always: true,
    },
  ),
  reportedUpwardInTime: workedOut(
    'UNCONDITIONAL',
    flag,
    '部门是否按时上报；未到期为空. Whether the level above was told in time; null while there is time.',
    (accident, { now }) => isReportedUpwardInTime(accident, accident.grade, now),
  ),
  investigationLevel: workedOut(
    'PUBLIC',
    oneOf(InvestigationLevel),
    '事故调查层级. The level of government that investigates, by law or as it was raised.',
    ({ raisedTo, kind, grade }) => raisedTo ?? investigationLevel(kind, grade),
  ),
  evaluationDue: workedOut(
    'PUBLIC',
    date,
    '整改评估期限，结案后一年内. The last day for the evaluation.',
    ({ closedOn }) => evaluationDue(closedOn),
  ),
  ...rulesBeside<Accident>(() => LegalRule, 'PUBLIC', {
    evaluationDue: ({ closedOn }) => (closedOn === null ? null : evaluationRule(closedOn)),
  }),
  evaluationOverdue: workedOut(
    'PUBLIC',
    flag,
    '评估是否逾期. Whether the evaluation is overdue today.',
    ({ closedOn, evaluatedOn }, { today }) => isEvaluationOverdueOn(closedOn, evaluatedOn, today),
  ),
  history: workedOut(
    'UNCONDITIONAL',
    () => [AccidentEvent],
    '办理记录. What was done about it, the first step first.',
    ({ number }, context) => eventsOfAccident(context)(number),
  ),
});

const AccidentConnection = connectionFor(Accident);

@Resolver()
export class AccidentListResolver {
  @Shared('PUBLIC')
  @Query(() => AccidentConnection, {
    nullable: true,
    description:
      '事故列表，按区划、编号排序；公众仅见已公布调查报告的. Accidents by division and number; the public sees those of which the report is published.',
  })
  accidents(
    @Arg('filter', () => AccidentFilter, {
      nullable: true,
      description: '筛选. Returns only what meets these conditions.',
    })
    filter: AccidentFilter | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return accidentPage(context, filter, args);
  }

  @Shared('UNCONDITIONAL')
  @Query(() => [AccidentStatistic], {
    nullable: true,
    description: '事故统计，含上年对比. Accidents of a year by grade, beside the year before.',
  })
  accidentStatistics(
    @Arg('region', () => RegionCode, { description: '区划，含全部下级. The division, with its subtree.' })
    region: string,
    @Arg('year', () => Int, { description: '年份. The calendar year to be counted.' }) year: number,
    @Arg('kind', () => AccidentKind, {
      nullable: true,
      description: '事故类别，默认全部. Counts only accidents of this field; by default of all.',
    })
    kind: AccidentKind | null,
    @Ctx() context: RequestContext,
  ) {
    return accidentStatistics(context, region, year, kind);
  }
}
