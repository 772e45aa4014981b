import { Arg, Query, Resolver } from 'type-graphql';
import { Argument, Bounded, HazardDomain, Shared, date, defineNoun, findBy } from '../../kernel';
import { HazardGrade } from '../hazard/hazard.terms';
import { HazardCriterion, HazardStandard } from './criterion';
import { criteriaOf, criterionOf, standards } from './criterion.rules';

@Resolver()
class CriteriaResolver {
  @Bounded(1000)
  @Shared('PUBLIC')
  @Query(() => [HazardCriterion], {
    nullable: true,
    description: '隐患判定条款. The items by which hazards are judged.',
  })
  hazardCriteria(
    @Arg('domain', () => HazardDomain, {
      nullable: true,
      description: '领域. Returns only those of this field.',
    })
    domain: HazardDomain | null,
    @Arg('grade', () => HazardGrade, {
      nullable: true,
      description: '等级. Returns only those of this grade.',
    })
    grade: HazardGrade | null,
    @Argument('on', date, '在该日施行. Returns only those in force on this day.', { optional: true })
    on?: string | null,
  ) {
    return criteriaOf(domain, grade, on);
  }

  @Bounded(100)
  @Shared('PUBLIC')
  @Query(() => [HazardStandard], {
    nullable: true,
    description:
      '隐患判定标准，含来源、施行日期、条数和缺失. The documents by which hazards are judged, with source, days, count and what is missing.',
  })
  hazardStandards() {
    return standards;
  }
}

findBy(HazardCriterion, (_, code) => criterionOf(code));

/** A noun of the reference file: nobody submits it. */
export const criterion = defineNoun({
  types: [HazardCriterion, HazardStandard],
  resolvers: [CriteriaResolver],
  references: { HazardCriterion: ({ code }: { code: string }) => criterionOf(code) },
});
