import sql, { raw } from 'sql-template-tag';
import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Shared, defineLoader, type RequestContext } from '../../kernel';
import { CreditFile } from '../credit-file';
import { INCENTIVES, Incentive, SafetyStandard } from './standard';

/** The highest level of each enterprise that holds today. */
const standardByUscc = defineLoader<SafetyStandard>(
  ({ db, today }, usccs) =>
    db.byKey(
      sql`SELECT DISTINCT ON (uscc) ${raw(db.columns(SafetyStandard))} FROM safety_standard
          WHERE uscc = ANY(${usccs}::varchar[]) AND awarded_on <= ${today} AND valid_until >= ${today} ORDER BY uscc, level, id`,
    ),
  ({ uscc }) => uscc,
);

@Resolver(() => CreditFile)
export class CreditFileStandardResolver {
  @Shared('PUBLIC')
  @Query(() => [Incentive], {
    name: 'incentives',
    nullable: true,
    description: '标准化达标激励政策及来源. What enterprises that meet the standard are entitled to.',
  })
  allIncentives() {
    return INCENTIVES;
  }

  @Shared('PUBLIC')
  @FieldResolver(() => SafetyStandard, { nullable: true, description: '现行标准化等级. The highest level that holds today.' })
  standard(@Root() { uscc }: CreditFile, @Ctx() context: RequestContext) {
    return standardByUscc(context).load(uscc);
  }

  @Shared('PUBLIC')
  @FieldResolver(() => [Incentive], {
    nullable: true,
    description: '可享受的激励政策；在列失信主体不享受. What it is entitled to; nothing while it is listed.',
  })
  async incentives(@Root() { uscc, listedNow }: CreditFile, @Ctx() context: RequestContext) {
    return !listedNow && (await standardByUscc(context).load(uscc)) !== null ? INCENTIVES : [];
  }
}
