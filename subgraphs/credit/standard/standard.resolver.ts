import sql, { raw } from 'sql-template-tag';
import { Query, Resolver } from 'type-graphql';
import { Shared, defineLoader, fields, workedOut } from '../../kernel';
import { CreditFile } from '../credit-file';
import { INCENTIVES, Incentive, SafetyStandard } from './standard';

/** The highest level of each enterprise that holds today. */
const standardByUscc = defineLoader<SafetyStandard>(
  ({ db, today }, usccs) =>
    db.byKey(
      sql`SELECT DISTINCT ON (uscc) ${raw(db.columns(SafetyStandard))} FROM safety_standard
          WHERE uscc = ANY(${usccs}::varchar[]) AND duplicate_of IS NULL AND awarded_on <= ${today} AND valid_until >= ${today} ORDER BY uscc, level, id`,
    ),
  ({ uscc }) => uscc,
);

@Resolver()
export class IncentivesResolver {
  @Shared('PUBLIC')
  @Query(() => [Incentive], {
    nullable: true,
    description: '标准化达标激励政策及来源. What enterprises that meet the standard are entitled to.',
  })
  incentives() {
    return INCENTIVES;
  }
}

export const creditFileStandard = fields(CreditFile, {
  standard: workedOut(
    'PUBLIC',
    () => SafetyStandard,
    '现行标准化等级. The highest level that holds today.',
    ({ uscc }, context) => standardByUscc(context).load(uscc),
  ),
  incentives: workedOut(
    'PUBLIC',
    () => [Incentive],
    '可享受的激励政策；在列失信主体不享受. What it is entitled to; nothing while it is listed.',
    async ({ uscc, listedNow }, context) =>
      !listedNow && (await standardByUscc(context).load(uscc)) !== null ? INCENTIVES : [],
  ),
});
