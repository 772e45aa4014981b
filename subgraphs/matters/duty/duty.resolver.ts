import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import {
  Bounded,
  PageArgs,
  RegionCode,
  Shared,
  connectionFor,
  fields,
  rulesBeside,
  workedOut,
  type RequestContext,
} from '../../kernel';
import { Department, LegalRule } from '../others';
import { DutyCount, DutyKind, DutyRecord, MissedDuty } from './duty';
import { countedIn, dutyPage, missedIn } from './duty.lists';

const QUARTER = { description: '季度，如 2026-Q3. Returns only those of this quarter, as 2026-Q3.' } as const;

const DutyRecordConnection = connectionFor(DutyRecord);

@Resolver()
export class DutyQueries {
  @Shared('UNCONDITIONAL')
  @Query(() => DutyRecordConnection, {
    nullable: true,
    description: '履职记录，按区划、日期排序. What was done, by division and day.',
  })
  dutyRecords(
    @Arg('region', () => RegionCode, {
      nullable: true,
      description: '区划及其下级. In the subtree of this division.',
    })
    region: string | null,
    @Arg('kind', () => DutyKind, {
      nullable: true,
      description: '履职事项. Returns only those of this kind.',
    })
    kind: DutyKind | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return dutyPage(context, region, kind, args);
  }

  @Bounded(1000)
  @Shared('UNCONDITIONAL')
  @Query(() => [DutyCount], {
    nullable: true,
    description: '一个季度的履职次数，含下级. How often each was done in a quarter, in the subtree.',
  })
  dutyCounts(
    @Arg('region', () => RegionCode, { description: '区划及其下级. The division and all below it.' })
    region: string,
    @Arg('quarter', () => String, QUARTER) quarter: string,
    @Ctx() context: RequestContext,
  ) {
    return countedIn(context, region, quarter);
  }

  @Bounded(1000)
  @Shared('UNCONDITIONAL')
  @Query(() => [MissedDuty], {
    nullable: true,
    description:
      '一个季度内谁未履职；没有已知文件要求的区划为空. The duties that were missed in the past periods of a quarter, and by whom; null where no document is known that asks for them.',
  })
  missedDuties(
    @Arg('region', () => RegionCode, { description: '区划. Of the departments of this division.' })
    region: string,
    @Arg('quarter', () => String, QUARTER) quarter: string,
    @Ctx() context: RequestContext,
  ) {
    return missedIn(context, region, quarter);
  }
}

export const missedDutyFields = fields(MissedDuty, {
  ...rulesBeside<MissedDuty>(() => LegalRule, 'UNCONDITIONAL', { to: ({ rule }) => rule }),
  department: workedOut(
    'UNCONDITIONAL',
    () => Department,
    '未履职部门. The department that has missed it.',
    ({ departmentCode }) => ({ code: departmentCode }),
  ),
});
