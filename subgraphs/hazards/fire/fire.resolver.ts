import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import {
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
/** More than a province has: other departments ask for it whole, a client reads pages of `fireKeyUnits`. */
const MOST_UNITS = 100_000;

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

export const regionFireFields = fields(Region, {
  fireKeyUnitCodes: workedOut(
    'UNCONDITIONAL',
    listOf(uscc),
    '消防安全重点单位的统一社会信用代码，含下级. The codes of the key fire units of the register, in the subtree.',
    ({ code }, context) => fireKeyUnitCodes(context, code),
    { longest: MOST_UNITS },
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
