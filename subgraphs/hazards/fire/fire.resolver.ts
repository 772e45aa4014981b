import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import {
  PageArgs,
  RegionCode,
  Shared,
  byKey,
  connectionFor,
  fields,
  workedOut,
  type RequestContext,
} from '../../kernel';
import { Enterprise } from '../others';
import { FireKeyUnit, FireKeyUnitFilter, FireUnitCoverage } from './fire-key-unit';
import { fireKeyUnitPage, fireUnitCoverage } from './fire.lists';

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
});

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
