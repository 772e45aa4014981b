import sql, { raw } from 'sql-template-tag';
import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { DateOnly, RegionCode, Shared, defineLoader, within, type RequestContext } from '../../kernel';
import { CreditFile } from '../credit-file';
import { InsuranceCoverage, InsuranceField, SafetyInsurance } from './insurance';

/** 建安区提醒函: six named fields by the end of 2024, others by the end of 2025. */
const DUE: Record<InsuranceField, string> = {
  ...{ COAL_MINE: '2024-12-31', NON_COAL_MINE: '2024-12-31', HAZARDOUS_CHEMICALS: '2024-12-31', TRANSPORT: '2024-12-31' },
  ...{ CONSTRUCTION: '2024-12-31', CIVIL_EXPLOSIVES: '2024-12-31', OTHER_HIGH_RISK: '2025-12-31' },
};

/** The policy of each enterprise that ends last. */
const insuranceByUscc = defineLoader<SafetyInsurance>(
  ({ db }, usccs) =>
    db.byKey(
      sql`SELECT DISTINCT ON (uscc) ${raw(db.columns(SafetyInsurance))} FROM safety_insurance WHERE uscc = ANY(${usccs}::varchar[])
          ORDER BY uscc, valid_until DESC NULLS LAST, id`,
    ),
  ({ uscc }) => uscc,
);

async function coverage({ db }: RequestContext, regionCode: string, day: string): Promise<InsuranceCoverage[]> {
  const rows = await db.query<{ field: InsuranceField; obliged: number; insured: number }>(
    sql`SELECT field, count(DISTINCT uscc)::int AS obliged,
          count(DISTINCT uscc) FILTER (WHERE valid_from <= ${day} AND valid_until >= ${day})::int AS insured
        FROM safety_insurance WHERE true ${within(raw('region_code'), regionCode)} GROUP BY field`,
  );
  return Object.values(InsuranceField).map((field) => {
    const { obliged, insured } = rows.find((row) => row.field === field) ?? { obliged: 0, insured: 0 };
    return { regionCode, field, dueOn: DUE[field], obliged, insured, rate: obliged === 0 ? null : insured / obliged };
  });
}

@Resolver(() => CreditFile)
export class CreditFileInsuranceResolver {
  @Shared('PUBLIC')
  @Query(() => [InsuranceCoverage], {
    nullable: true,
    description: '安责险覆盖率，分行业领域. How many enterprises are insured, by field.',
  })
  insuranceCoverage(
    @Arg('region', () => RegionCode, { description: '区划，含全部下级. The division, with its subtree.' }) region: string,
    @Arg('on', () => DateOnly, { nullable: true, description: '日期；默认为当日. On this day; by default today.' }) on: string | null,
    @Ctx() context: RequestContext,
  ) {
    return coverage(context, region, on ?? context.today);
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => SafetyInsurance, {
    nullable: true,
    description: '安责险；不属应投保单位时为空. Its insurance; null if it need not be insured.',
  })
  insurance(@Root() { uscc }: CreditFile, @Ctx() context: RequestContext) {
    return insuranceByUscc(context).load(uscc);
  }
}
