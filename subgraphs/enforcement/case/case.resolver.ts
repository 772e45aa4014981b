import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { DateOnly, PageArgs, RegionCode, Shared, type DepartmentKind, type RequestContext } from '../../kernel';
import { Campaign, allCampaigns, campaignOf } from '../campaign/campaign';
import { PenaltyDecision } from '../penalty/penalty-decision';
import { penaltyByCase } from '../penalty/penalty.loaders';
import { Department, Enterprise, Matter, Region } from '../others';
import { CaseConnection, CaseFilter, EnforcementCase } from './case';
import { CaseCause, caseCauses, causeOf } from './case-cause';
import { decisionDue, deliveryDue, filingDue, isOverdue, paymentDue } from './case-clock.rules';
import { CaseEvent } from './case-event';
import { CaseFile } from './case-file';
import { CaseStatus } from './case-terms';
import { caseByNumber, casePage, casesOfEnterprise, casesOfMatter, eventsByCase } from './case.loaders';
import { shownName } from './case.rules';
import { ClockStop } from './clock-stop';

@Resolver(() => EnforcementCase)
export class CaseResolver {
  @Shared('UNCONDITIONAL')
  @Query(() => EnforcementCase, { nullable: true, description: '按案号查案件. The case with this number.' })
  case(@Arg('number', () => ID, { description: '案号. Its number, in any brackets.' }) number: string, @Ctx() context: RequestContext) {
    return caseByNumber(context, number);
  }

  @Shared('UNCONDITIONAL')
  @Query(() => CaseConnection, { nullable: true, description: '案件，按办案地区划、案号排序. Cases by division and number.' })
  cases(
    @Arg('filter', () => CaseFilter, { nullable: true, description: '筛选. Which.' }) filter: CaseFilter | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return casePage(context, filter, args);
  }

  @Shared('PUBLIC')
  @Query(() => [CaseCause], { nullable: true, description: '案由目录. The controlled list of causes.' })
  caseCauses() {
    return caseCauses;
  }

  @Shared('PUBLIC')
  @Query(() => [Campaign], { nullable: true, description: '专项行动. The campaigns.' })
  campaigns() {
    return allCampaigns;
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => DateOnly, {
    description: '立案日期；未立案的为收到线索之日. When it was filed; of what was not filed, when the lead was received.',
  })
  filedOn(@Root() { filingDate, leadReceivedOn }: EnforcementCase) {
    return filingDate ?? leadReceivedOn;
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => DateOnly, { description: '立案期限. The last day for filing it.' })
  filingDue(@Root() one: EnforcementCase) {
    return filingDue(one).date;
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => DateOnly, {
    description: '办案期限；线索为立案期限. The last day for deciding it, stops and extension counted; of a lead, for filing it.',
  })
  decisionDue(@Root() one: EnforcementCase, @Ctx() { today }: RequestContext) {
    return decisionDue(one, today).date;
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Boolean, { description: '办案期限是否暂定. Whether decisionDue may move with the calendar of a new year.' })
  decisionDueProvisional(@Root() one: EnforcementCase, @Ctx() { today }: RequestContext) {
    return decisionDue(one, today).provisional;
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Boolean, { description: '是否超期. Whether its period was over before today.' })
  overdue(@Root() one: EnforcementCase, @Ctx() { today }: RequestContext) {
    return isOverdue(one, today);
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => DateOnly, { nullable: true, description: '送达期限. The last day for delivering the decision.' })
  deliveryDue(@Root() { decidedOn }: EnforcementCase) {
    return decidedOn && deliveryDue(decidedOn).date;
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => DateOnly, { nullable: true, description: '缴款期限. The last day for paying the fine.' })
  paymentDue(@Root() { deliveredOn }: EnforcementCase) {
    return deliveredOn && paymentDue(deliveredOn).date;
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => [ClockStop], { description: '不计入办案期限的期间. The times that do not count.' })
  stops(@Root() { clockStops }: EnforcementCase) {
    return clockStops;
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => CaseCause, { description: '案由. What it is about.' })
  cause(@Root() { causeCode }: EnforcementCase) {
    return causeOf(causeCode);
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Enterprise, { nullable: true, description: '当事人（单位）. The enterprise that it is about; null for a person.' })
  party(@Root() { partyUscc }: EnforcementCase) {
    return partyUscc && { uscc: partyUscc };
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => String, { nullable: true, description: '当事人名称；自然人以 张** 显示. The party’s name; a person’s is masked.' })
  partyName(@Root() { partyKind, storedPartyName }: EnforcementCase) {
    return shownName(partyKind, storedPartyName);
  }

  @Shared('CONDITIONAL')
  @FieldResolver(() => String, { nullable: true, description: '自然人姓名. The full name of a person; null for an enterprise.' })
  personName(@Root() { partyKind, storedPartyName }: EnforcementCase) {
    return partyKind === 'PERSON' ? storedPartyName : null;
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Region, { nullable: true, description: '当事人所在地. The division of the party.' })
  partyRegion(@Root() { partyRegionCode }: EnforcementCase) {
    return { code: partyRegionCode };
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Region, { nullable: true, description: '办案地. The division of the department that handles it.' })
  region(@Root() { regionCode }: EnforcementCase) {
    return { code: regionCode };
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Department, { nullable: true, description: '办案部门. The department that handles it.' })
  department(@Root() { departmentCode }: EnforcementCase) {
    return { code: departmentCode };
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Campaign, { nullable: true, description: '专项行动. The campaign that it belongs to.' })
  campaign(@Root() { campaignCode }: EnforcementCase) {
    return campaignOf(campaignCode);
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => PenaltyDecision, { nullable: true, description: '处罚决定. The decision.' })
  penalty(@Root() { number }: EnforcementCase, @Ctx() context: RequestContext) {
    return penaltyByCase(context).load(number);
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => [CaseEvent], { nullable: true, description: '办案记录. The steps that were taken here, in their order.' })
  async history(@Root() { number }: EnforcementCase, @Ctx() context: RequestContext) {
    return (await eventsByCase(context).load(number))?.events ?? [];
  }
}

/**
 * RESTRICTED names one owner a field, and a case has one of several: so the file has a field for each of the three kinds
 * of department that this platform is for. Each sees the file of its own cases; nobody those of other departments.
 */
@Resolver(() => EnforcementCase)
export class CaseFileResolver {
  @Shared('RESTRICTED', 'MARKET_SUPERVISION')
  @FieldResolver(() => CaseFile, { nullable: true, description: '案卷（市场监管）. Lead and evidence of a case of market supervision.' })
  fileOfMarketSupervision(@Root() one: EnforcementCase) {
    return fileOf(one, 'MARKET_SUPERVISION');
  }

  @Shared('RESTRICTED', 'EMERGENCY_MANAGEMENT')
  @FieldResolver(() => CaseFile, { nullable: true, description: '案卷（应急管理）. Lead and evidence of a case of emergency management.' })
  fileOfEmergencyManagement(@Root() one: EnforcementCase) {
    return fileOf(one, 'EMERGENCY_MANAGEMENT');
  }

  @Shared('RESTRICTED', 'FIRE_RESCUE')
  @FieldResolver(() => CaseFile, { nullable: true, description: '案卷（消防救援）. Lead and evidence of a case of fire and rescue.' })
  fileOfFireRescue(@Root() one: EnforcementCase) {
    return fileOf(one, 'FIRE_RESCUE');
  }
}

function fileOf({ departmentKind, leadSummary, evidence }: EnforcementCase, owner: DepartmentKind): CaseFile | null {
  return departmentKind === owner ? { leadSummary, evidence } : null;
}

@Resolver(() => Enterprise)
export class EnterpriseCasesResolver {
  @Shared('UNCONDITIONAL')
  @FieldResolver(() => CaseConnection, { nullable: true, description: '案件，新的在前. The cases about it, the latest first.' })
  cases(
    @Root() { uscc }: InstanceType<typeof Enterprise>,
    @Arg('status', () => [CaseStatus], { nullable: true, description: '案件状态. In one of these states.' }) status: CaseStatus[] | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return casesOfEnterprise(context, uscc, status, args);
  }
}

@Resolver(() => Matter)
export class MatterCasesResolver {
  @Shared('UNCONDITIONAL')
  @FieldResolver(() => CaseConnection, { nullable: true, description: '本事项的案件. The cases that belong to it, by tag or by industry.' })
  @Directive('@requires(fields: "scope { industries }")')
  cases(
    @Root() { code, scope }: InstanceType<typeof Matter>,
    @Arg('region', () => RegionCode, {
      nullable: true,
      description: '当事人所在区划及其下级. About parties in the subtree of this division.',
    })
    region: string | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return casesOfMatter(context, code, scope?.industries ?? [], region, args);
  }
}
