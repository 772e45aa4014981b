import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import {
  Argument,
  Bounded,
  FACTS_AT_A_TIME,
  PageArgs,
  RegionCode,
  Shared,
  byKey,
  connectionFor,
  fields,
  listOf,
  uscc,
  workedOut,
  type RequestContext,
} from '../../kernel';
import { Enterprise, Region } from '../others';
import { FireKeyUnit, FireKeyUnitFilter, FireUnitCoverage } from './fire-key-unit';
import { fireKeyUnitCodes, fireKeyUnitPage, fireUnitCoverage, fireVisits } from './fire.lists';
import { FireVisits } from './fire-visits';

const FireKeyUnitConnection = connectionFor(FireKeyUnit);

export const fireKeyUnitFields = fields(FireKeyUnit, {
  enterprise: workedOut(
    'PUBLIC',
    () => Enterprise,
    '单位. The enterprise that the unit is.',
    ({ uscc }) => ({ uscc }),
  ),
});

export const enterpriseFireFields = fields(Enterprise, {
  fireUnit: workedOut(
    'UNCONDITIONAL',
    () => FireKeyUnit,
    '消防安全重点单位. The key fire unit that it is; null if it is none.',
    ({ uscc }, context) => byKey(FireKeyUnit)(context).load(uscc),
  ),
  fireVisits: workedOut(
    'UNCONDITIONAL',
    () => [FireVisits],
    '消防上门检查次数，按年份，近的在前. How often fire and rescue has inspected it, by year, the latest first.',
    ({ uscc }, context) => fireVisits(context, uscc),
    { longest: 100 },
  ),
});

@Resolver(() => Region)
export class RegionFireResolver {
  @Bounded(FACTS_AT_A_TIME)
  @Shared('UNCONDITIONAL')
  @FieldResolver(listOf(uscc).graphql, {
    nullable: true,
    description:
      '消防安全重点单位的统一社会信用代码，含下级，每次至多一千. The codes of the key fire units of the register, in the subtree, in their order, a thousand at a time.',
  })
  fireKeyUnitCodes(
    @Root() { code }: InstanceType<typeof Region>,
    @Argument('after', uscc, '在此代码之后的. Only those after this code.', { optional: true })
    after: string | null,
    @Ctx() context: RequestContext,
  ) {
    return fireKeyUnitCodes(context, code, after);
  }
}

@Resolver()
export class FireKeyUnitListResolver {
  @Shared('UNCONDITIONAL')
  @Query(() => FireKeyUnitConnection, {
    nullable: true,
    description: '消防安全重点单位，按区划排序. Key fire units by division.',
  })
  fireKeyUnits(
    @Arg('filter', () => FireKeyUnitFilter, {
      nullable: true,
      description: '筛选. Returns only what meets these conditions.',
    })
    filter: FireKeyUnitFilter | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return fireKeyUnitPage(context, filter, args);
  }

  @Shared('PUBLIC')
  @Query(() => FireUnitCoverage, {
    nullable: true,
    description: '重点单位在线监管、“五包一”覆盖率. The coverage of key fire units.',
  })
  fireUnitCoverage(
    @Arg('region', () => RegionCode, { description: '区划及其下级. In the subtree of this division.' })
    region: string,
    @Ctx() context: RequestContext,
  ) {
    return fireUnitCoverage(context, region);
  }
}
