import sql, { raw } from 'sql-template-tag';
import { Arg, Ctx, Field, Float, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { Bounded, RegionCode, Shared, within, type RequestContext } from '../../kernel';
import { catalogueOf } from '../catalogue/catalogue.lists';
import { rowOn, rowsOf, type Catalogue } from '../catalogue/catalogue.rules';
import { CccCategory } from '../catalogue/ccc-category';
import { isValid } from './certificate.lists';
import { checksDue, ratioOf } from './validity-check.rules';

@ObjectType({
  description: '有效性抽查完成情况. How far the certificates of a category were checked this year.',
  simpleResolvers: true,
})
export class ValidityCoverage {
  @Shared('PUBLIC')
  @Field(() => CccCategory, { description: '类别. The category of products that is counted.' })
  category: CccCategory;

  @Shared('PUBLIC')
  @Field(() => Float, {
    description: '抽查比例（百分比），高关注产品较高. The share to be checked in a year, in percent.',
  })
  ratioPercent: number;

  @Shared('PUBLIC')
  @Field(() => Int, { description: '有效证书数. The number of certificates that are valid today.' })
  certificates: number;

  @Shared('PUBLIC')
  @Field(() => Int, { description: '本年应抽查数. The number of certificates to be checked this year.' })
  due: number;

  @Shared('UNCONDITIONAL')
  @Field(() => Int, {
    nullable: true,
    description: '本年已抽查数. The number of certificates that were checked this year.',
  })
  checked: number;

  @Shared('UNCONDITIONAL')
  @Field(() => Int, {
    nullable: true,
    description: '本年发现不符合数. The number of them that do not conform.',
  })
  nonconforming: number;
}

interface Counted {
  code: string;
  certificates: number;
  checked: number;
  nonconforming: number;
}

function coverageOf(catalogue: Catalogue, { code, ...counts }: Counted, today: string): ValidityCoverage {
  const category = rowOn(rowsOf(catalogue, code), today);
  const ratioPercent = ratioOf(category.highConcern, today);
  return { category, ratioPercent, due: checksDue(counts.certificates, ratioPercent), ...counts };
}

export async function validityCoverage(
  context: RequestContext,
  region: string | null,
): Promise<ValidityCoverage[]> {
  const { db, today } = context;
  const place = within(raw('region_code'), region);
  const rows = await db.query<Counted>(sql`
    SELECT code, sum(valid)::int AS certificates, sum(checked)::int AS checked, sum(failed)::int AS nonconforming FROM (
      SELECT category_code AS code, count(*) AS valid, 0 AS checked, 0 AS failed FROM ccc_certificate WHERE ${isValid(today)} ${place} GROUP BY 1
      UNION ALL
      SELECT category_code, 0, count(DISTINCT certificate_number), count(DISTINCT certificate_number) FILTER (WHERE result = 'NONCONFORMING') FROM ccc_validity_check
      WHERE duplicate_of IS NULL AND checked_on >= ${`${today.slice(0, 4)}-01-01`} AND checked_on <= ${today} ${place} GROUP BY 1
    ) AS each GROUP BY 1 ORDER BY 1`);
  const catalogue = await catalogueOf(context);
  return rows.map((row) => coverageOf(catalogue, row, today));
}

@Resolver()
export class ValidityCoverageResolver {
  @Bounded(1000)
  @Shared('PUBLIC')
  @Query(() => [ValidityCoverage], {
    nullable: true,
    description: '本年有效性抽查完成情况，按类别. How far certificates were checked this year, by category.',
  })
  validityCoverage(
    @Arg('region', () => RegionCode, {
      nullable: true,
      description: '区划及其下级. In the subtree of this division.',
    })
    region: string | null,
    @Ctx() context: RequestContext,
  ) {
    return validityCoverage(context, region);
  }
}
