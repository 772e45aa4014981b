import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { DateOnly, PageArgs, RegionCode, Shared, fields, workedOut, type RequestContext } from '../../kernel';
import { Enterprise } from '../others';
import {
  MissedSafetyCheck,
  MissedSafetyCheckConnection,
  SafetyOfficerCoverage,
  UnitWithoutSafetyOfficer,
  UnitWithoutSafetyOfficerConnection,
} from './missed-check';
import { missedCheckPage, missedChecksOf, officerCoverage, unitsWithoutOfficer } from './missed-checks.lists';
import { SafetyCheckPeriod } from './safety-check';

@ArgsType()
class MissedArgs {
  @Field(() => SafetyCheckPeriod, {
    nullable: true,
    defaultValue: 'DAILY',
    description: '类别，缺省为日管控. Daily by default, weekly or monthly.',
  })
  period?: SafetyCheckPeriod | null;

  @Field(() => DateOnly, {
    nullable: true,
    description:
      '自；缺省为昨日所在周，或上一整周、整月. From this day; by default the week of yesterday, or the last whole week or month.',
  })
  from?: string | null;

  @Field(() => DateOnly, {
    nullable: true,
    description: '至；缺省为昨日. Until this day, by default yesterday.',
  })
  to?: string | null;
}

const askedOf = ({ period, from, to }: MissedArgs) =>
  ({ period: period ?? 'DAILY', from: from ?? null, to: to ?? null }) as const;
const REGION = '区划及其下级. In the subtree of this division.';

export const missedCheckFields = fields(MissedSafetyCheck, {
  enterprise: workedOut(
    'UNCONDITIONAL',
    () => Enterprise,
    '使用单位. The enterprise that owes it.',
    ({ uscc }) => ({ uscc }),
  ),
});

export const unitWithoutOfficerFields = fields(UnitWithoutSafetyOfficer, {
  enterprise: workedOut(
    'UNCONDITIONAL',
    () => Enterprise,
    '使用单位. The enterprise without an officer.',
    ({ uscc }) => ({ uscc }),
  ),
});

@Resolver()
export class MissedSafetyChecksResolver {
  @Shared('UNCONDITIONAL')
  @Query(() => MissedSafetyCheckConnection, {
    nullable: true,
    description:
      '缺失的日管控、周排查、月调度，按单位、种类、日期排序. The checks that users of equipment owe and have not recorded.',
  })
  missedSafetyChecks(
    @Arg('region', () => RegionCode, { description: REGION }) region: string,
    @Args(() => MissedArgs) asked: MissedArgs,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return missedCheckPage(context, region, askedOf(asked), args);
  }

  @Shared('UNCONDITIONAL')
  @Query(() => UnitWithoutSafetyOfficerConnection, {
    nullable: true,
    description: '未配备安全员的使用单位. The users without a safety officer.',
  })
  unitsWithoutSafetyOfficer(
    @Arg('region', () => RegionCode, { description: REGION }) region: string,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return unitsWithoutOfficer(context, region, args);
  }

  @Shared('PUBLIC')
  @Query(() => SafetyOfficerCoverage, {
    nullable: true,
    description: '安全总监、安全员配备率. The share of users that have the safety staff they must have.',
  })
  safetyOfficerCoverage(
    @Arg('region', () => RegionCode, { description: REGION }) region: string,
    @Ctx() context: RequestContext,
  ) {
    return officerCoverage(context, region);
  }
}

@Resolver(() => Enterprise)
export class EnterpriseMissedChecksResolver {
  @Shared('UNCONDITIONAL')
  @FieldResolver(() => [MissedSafetyCheck], {
    nullable: true,
    description:
      '缺失的日管控、周排查、月调度，至多一年. The checks that it owes and has not recorded, of a year at most.',
  })
  missedSafetyChecks(
    @Root() { uscc }: Enterprise,
    @Args(() => MissedArgs) asked: MissedArgs,
    @Ctx() context: RequestContext,
  ) {
    return missedChecksOf(context, uscc, askedOf(asked));
  }
}
