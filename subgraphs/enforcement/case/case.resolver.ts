import { Arg, Args, Ctx, ID, Query, Resolver } from 'type-graphql';
import {
  Bounded,
  PageArgs,
  Shared,
  connectionFor,
  date,
  fields,
  flag,
  knowsOfTip,
  oneOf,
  rulesBeside,
  sourceShown,
  text,
  workedOut,
  type DepartmentKind,
  type RequestContext,
} from '../../kernel';
import { Campaign, allCampaigns, campaignOf } from '../campaign/campaign';
import { LegalRule } from '../others';
import { EnforcementCase } from './case';
import { CaseFilter } from './case.filter';
import { CaseCause, caseCauses, causeOf } from './case-cause';
import { decisionDue, deliveryDue, filingDue, isOverdue, paymentDue } from './case-clock.rules';
import { ClockStop } from './case-course';
import { CaseEvent } from './case-event';
import { CaseFile } from './case-file';
import { casePage, eventsOfCase } from './case.lists';
import { BY_TIP, goesBackToTip } from './case.rules';
import { OriginKind } from './case.terms';

const CaseConnection = connectionFor(EnforcementCase);

/**
 * RESTRICTED names one owner a field, and a case has one of several: so the file has a field for each of the three kinds
 * of department that this platform is for. Each sees the file of its own cases; nobody those of other departments.
 */
function fileFor(owner: DepartmentKind, says: string) {
  return workedOut<EnforcementCase>(
    'RESTRICTED',
    () => CaseFile,
    says,
    (row) => (row.departmentKind === owner ? row : null),
    { owner },
  );
}

const always = { always: true };
export const caseFields = fields(EnforcementCase, {
  filedOn: workedOut(
    'UNCONDITIONAL',
    date,
    '立案日期；未立案的为收到线索之日. The day on which it was filed; of what was not filed, when the lead was received.',
    ({ filingDate, leadReceivedOn }) => filingDate ?? leadReceivedOn,
    always,
  ),
  filingDue: workedOut(
    'UNCONDITIONAL',
    date,
    '立案期限；该部门的规章未见的为空. The last day for filing it; null where the order of its department was not seen.',
    (row) => filingDue(row)?.date,
  ),
  decisionDue: workedOut(
    'UNCONDITIONAL',
    date,
    '办案期限；线索为立案期限. The last day for deciding it, stops and extension counted; of a lead, for filing it or, where that period is not known, as if it was filed at once.',
    (row, { today }) => decisionDue(row, today).date,
    always,
  ),
  decisionDueProvisional: workedOut(
    'UNCONDITIONAL',
    flag,
    '办案期限是否暂定. Whether decisionDue may move with the calendar of a new year.',
    (row, { today }) => decisionDue(row, today).provisional,
    always,
  ),
  overdue: workedOut(
    'UNCONDITIONAL',
    flag,
    '是否超期. Whether its period was over before today.',
    (row, { today }) => isOverdue(row, today),
    always,
  ),
  ...rulesBeside<EnforcementCase>(() => LegalRule, 'UNCONDITIONAL', {
    filingDue: (row) => filingDue(row)?.rule,
    decisionDue: (row, { today }) => decisionDue(row, today).rule,
    deliveryDue: ({ decidedOn }) => (decidedOn === null ? null : deliveryDue(decidedOn).rule),
    paymentDue: ({ deliveredOn }) => (deliveredOn === null ? null : paymentDue(deliveredOn).rule),
  }),
  deliveryDue: workedOut(
    'UNCONDITIONAL',
    date,
    '送达期限. The last day for delivering the decision.',
    ({ decidedOn }) => decidedOn && deliveryDue(decidedOn).date,
  ),
  paymentDue: workedOut(
    'UNCONDITIONAL',
    date,
    '缴款期限. The last day for paying the fine.',
    ({ deliveredOn }) => deliveredOn && paymentDue(deliveredOn).date,
  ),
  stops: workedOut(
    'UNCONDITIONAL',
    () => [ClockStop],
    '不计入办案期限的期间. The times that do not count.',
    ({ clockStops }) => clockStops,
    always,
  ),
  cause: workedOut(
    'UNCONDITIONAL',
    () => CaseCause,
    '案由. The cause of the case, from the controlled list.',
    ({ causeCode }) => causeOf(causeCode),
    always,
  ),
  partyName: workedOut(
    'UNCONDITIONAL',
    text(200),
    '当事人名称；自然人以 张** 显示. The party’s name; a person’s is masked.',
    ({ storedPartyName }) => storedPartyName,
  ),
  campaign: workedOut(
    'UNCONDITIONAL',
    () => Campaign,
    '专项行动. The campaign that it belongs to.',
    ({ campaignCode }) => campaignOf(campaignCode),
  ),
  originKind: workedOut(
    'UNCONDITIONAL',
    oneOf(OriginKind),
    '案件来源；由举报立案的，非办案部门见监督检查. The kind of thing that it began with; a tip reads INSPECTION to all but the department that handles it.',
    ({ originKind, departmentKind, regionCode }, { caller }) =>
      sourceShown(originKind, BY_TIP, knowsOfTip(caller, departmentKind, regionCode)),
    always,
  ),
  originReference: workedOut(
    'UNCONDITIONAL',
    () => ID,
    '来源编号（抽查、检查、隐患等）；举报编号见案卷. The number of what it began with; that of a tip stands in the file.',
    (row) => (goesBackToTip(row) ? null : row.originReference),
  ),
  history: workedOut(
    'UNCONDITIONAL',
    () => [CaseEvent],
    '办案记录. The steps that were taken here, in their order.',
    ({ number }, context) => eventsOfCase(context)(number),
  ),
  fileOfMarketSupervision: fileFor(
    'MARKET_SUPERVISION',
    '案卷（市场监管）. Lead and evidence of a case of market supervision.',
  ),
  fileOfEmergencyManagement: fileFor(
    'EMERGENCY_MANAGEMENT',
    '案卷（应急管理）. Lead and evidence of a case of emergency management.',
  ),
  fileOfFireRescue: fileFor(
    'FIRE_RESCUE',
    '案卷（消防救援）. Lead and evidence of a case of fire and rescue.',
  ),
});

const FILTER = '筛选. The cases for which all of this holds.';

@Resolver()
export class CaseListsResolver {
  @Shared('UNCONDITIONAL')
  @Query(() => CaseConnection, {
    nullable: true,
    description: '案件，按办案地区划、案号排序. Cases by division and number.',
  })
  cases(
    @Arg('filter', () => CaseFilter, { nullable: true, description: FILTER })
    filter: CaseFilter | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return casePage(context, filter, args);
  }

  @Bounded(300)
  @Shared('PUBLIC')
  @Query(() => [CaseCause], { nullable: true, description: '案由目录. The controlled list of causes.' })
  caseCauses() {
    return caseCauses;
  }

  @Shared('PUBLIC')
  @Query(() => [Campaign], {
    nullable: true,
    description: '专项行动. The campaigns that are under way or over.',
  })
  campaigns() {
    return allCampaigns;
  }
}
