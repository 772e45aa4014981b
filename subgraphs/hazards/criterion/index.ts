import { Arg, Query, Resolver } from 'type-graphql';
import { Bounded, HazardDomain, Shared, defineNoun, findBy } from '../../kernel';
import { HazardGrade } from '../hazard/hazard.terms';
import { HazardCriterion } from './criterion';
import { criteriaOf, criterionOf } from './criterion.rules';

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
  ) {
    return criteriaOf(domain, grade);
  }
}

findBy(HazardCriterion, (_, code) => criterionOf(code));

/** A noun of the reference file: nobody submits it. */
export const criterion = defineNoun({
  types: [HazardCriterion],
  resolvers: [CriteriaResolver],
  references: { HazardCriterion: ({ code }: { code: string }) => criterionOf(code) },
});
