import sql, { raw } from 'sql-template-tag';
import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import {
  Bounded,
  DateOnly,
  RegionCode,
  Shared,
  defineLoader,
  fields,
  valuesOf,
  within,
  workedOut,
  type RequestContext,
} from '../../kernel';
import { CreditFile } from '../credit-file';
import { InsuranceCoverage, InsuranceField, SafetyInsurance } from './insurance';
import { DUE } from './insurance.rules';

/** The policy of each enterprise that ends last. */
const insuranceByUscc = defineLoader<SafetyInsurance>(
  ({ db }, usccs) =>
    db.byKey(
      sql`SELECT DISTINCT ON (uscc) ${raw(db.columns(SafetyInsurance))} FROM safety_insurance WHERE uscc = ANY(${usccs}::varchar[]) AND duplicate_of IS NULL
          ORDER BY uscc, valid_until DESC NULLS LAST, id`,
    ),
  ({ uscc }) => uscc,
);

async function coverage(
  { db }: RequestContext,
  regionCode: string,
  day: string,
): Promise<InsuranceCoverage[]> {
  const rows = await db.query<{ field: InsuranceField; obliged: number; insured: number }>(
    sql`SELECT field, count(DISTINCT uscc)::int AS obliged,
          count(DISTINCT uscc) FILTER (WHERE valid_from <= ${day} AND valid_until >= ${day})::int AS insured
        FROM safety_insurance WHERE duplicate_of IS NULL ${within(raw('region_code'), regionCode)} GROUP BY field`,
  );
  return valuesOf(InsuranceField).map((field) => {
    const { obliged, insured } = rows.find((row) => row.field === field) ?? { obliged: 0, insured: 0 };
    return {
      regionCode,
      field,
      dueOn: DUE[field],
      obliged,
      insured,
      rate: obliged === 0 ? null : insured / obliged,
    };
  });
}

@Resolver()
export class InsuranceCoverageResolver {
  @Bounded(1000)
  @Shared('PUBLIC')
  @Query(() => [InsuranceCoverage], {
    nullable: true,
    description: '安责险覆盖率，分行业领域. The share of enterprises that are insured, by field.',
  })
  insuranceCoverage(
    @Arg('region', () => RegionCode, { description: '区划，含全部下级. The division, with its subtree.' })
    region: string,
    @Arg('on', () => DateOnly, {
      nullable: true,
      description: '日期；默认为当日. The day as of which the coverage is counted; by default today.',
    })
    on: string | null,
    @Ctx() context: RequestContext,
  ) {
    return coverage(context, region, on ?? context.today);
  }
}

export const creditFileInsurance = fields(CreditFile, {
  insurance: workedOut(
    'UNCONDITIONAL',
    () => SafetyInsurance,
    '安责险；不属应投保单位时为空. The insurance of the enterprise; null if it need not be insured.',
    ({ uscc }, context) => insuranceByUscc(context).load(uscc),
  ),
});
