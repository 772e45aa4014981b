import { Query, Resolver } from 'type-graphql';
import { Argument, Bounded, Shared, date, flag, legalRules, text, workedOut } from '../../kernel';
import { places } from '../place/places';
import { Region } from '../place/region';
import { LegalRule } from './legal-rule';
import { served } from './legal-rule.rules';

/** All numbers of all departments with all their versions; a test holds their count below it. */
const LONGEST = 400;

@Resolver()
export class LegalRuleResolver {
  @Bounded(LONGEST)
  @Shared('PUBLIC')
  @Query(() => [LegalRule], {
    nullable: true,
    description:
      '法定数值，按标识和起始日排列. The numbers of the law that answers are computed by, ordered by id and first day.',
  })
  legalRules(
    @Argument('id', text(100), '数值标识. Returns only the versions of this number.', { optional: true })
    id?: string | null,
    @Argument('on', date, '在该日有效. Returns only the versions that hold on this day.', { optional: true })
    on?: string | null,
    @Argument('verified', flag, '是否已核对条文. Returns only those whose text was, or was not, seen.', {
      optional: true,
    })
    verified?: boolean | null,
  ): LegalRule[] {
    return legalRules()
      .filter((rule) => rule.id === (id ?? rule.id))
      .filter(({ from, to }) => !on || (from <= on && (to === null || on <= to)))
      .filter((rule) => rule.verified === (verified ?? rule.verified))
      .map(served)
      .sort((a, b) => (a.version < b.version ? -1 : 1));
  }
}

export const legalRuleFields = {
  region: workedOut<LegalRule>(
    'PUBLIC',
    () => Region,
    '出自哪一区划的文件；全国适用的为空. The division whose document says it; null where it holds in the whole country.',
    ({ regionCode }, context) => places.pick(context, ({ regions }) => regions.get(regionCode ?? '') ?? null),
  ),
};
