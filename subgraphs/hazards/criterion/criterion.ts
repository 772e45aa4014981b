import { Arg, Directive, Field, ID, ObjectType, Query, Resolver } from 'type-graphql';
import { HazardDomain, Shared, declareError } from '../../kernel';
import criteria from '../reference/criteria.json';
import { CriterionMissing, CriterionOfOther, GradeOfOther } from '../hazard/refusals.rules';
import { HazardGrade } from '../hazard/vocabulary';

@ObjectType({ description: '隐患判定条款. An item by which a hazard is judged.', simpleResolvers: true })
@Directive('@key(fields: "code")')
export class HazardCriterion {
  @Shared('PUBLIC')
  @Field(() => ID, { description: '条款代码. Its code.' })
  code: string;

  @Shared('PUBLIC')
  @Field(() => String, { nullable: true, description: '标准或规章. The standard or order that it stands in.' })
  standard: string;

  @Shared('PUBLIC')
  @Field(() => String, { nullable: true, description: '条款号. Its clause.' })
  clause: string;

  @Shared('PUBLIC')
  @Field(() => String, { nullable: true, description: '概要. What it says, in few words.' })
  title: string;

  @Shared('PUBLIC')
  @Field(() => HazardDomain, { nullable: true, description: '适用领域. The field that it is for.' })
  domain: HazardDomain;

  @Shared('PUBLIC')
  @Field(() => HazardGrade, { nullable: true, description: '判定等级. The grade of a hazard that meets it.' })
  grade: HazardGrade;

  @Shared('PUBLIC')
  @Field(() => Boolean, { nullable: true, description: '条文是否见过. Whether its substance was seen, not only its number.' })
  seen: boolean;

  @Shared('PUBLIC')
  @Field(() => Boolean, { nullable: true, description: '文字是否已核对. Whether its wording was checked against the official text.' })
  verified: boolean;
}

const catalogue = new Map((criteria as HazardCriterion[]).map((each) => [each.code, each]));

export const CriterionUnknown = declareError(
  'HAZARD_CRITERION_UNKNOWN',
  '{field} 不是 hazardCriteria 中的条款，收到：{got}。',
  '{field} is no item of hazardCriteria, but got: {got}.',
);

export const criterionOf = (code: string | null): HazardCriterion | null => (code === null ? null : (catalogue.get(code) ?? null));

export function criteriaOf(domain?: HazardDomain | null, grade?: HazardGrade | null): HazardCriterion[] {
  return [...catalogue.values()].filter((each) => (!domain || each.domain === domain) && (!grade || each.grade === grade));
}

/** The criterion that a record names must be of its domain and grade. */
export function checkCriterion(grade: HazardGrade, domain: HazardDomain, code: string | null): void {
  if (grade === 'SEVERE_EQUIPMENT' && domain !== 'SPECIAL_EQUIPMENT') throw GradeOfOther({ field: 'grade', got: domain });
  if (code === null) return;
  const criterion = criterionOf(code);
  if (!criterion) throw CriterionUnknown({ field: 'criterionCode', got: code });
  if (criterion.domain !== domain || criterion.grade !== grade)
    throw CriterionOfOther({ field: 'criterionCode', domain, grade, got: code });
}

/** 判定: a verified hazard names its criterion wherever there are some. */
export function requireCriterion(grade: HazardGrade, domain: HazardDomain, code: string | null): void {
  if (code === null && criteriaOf(domain, grade).length > 0) throw CriterionMissing({ field: 'criterionCode', domain, grade });
  checkCriterion(grade, domain, code);
}

@Resolver()
export class CriterionResolver {
  @Shared('PUBLIC')
  @Query(() => [HazardCriterion], { nullable: true, description: '隐患判定条款. The items by which hazards are judged.' })
  hazardCriteria(
    @Arg('domain', () => HazardDomain, { nullable: true, description: '领域. Of this field.' }) domain: HazardDomain | null,
    @Arg('grade', () => HazardGrade, { nullable: true, description: '等级. Of this grade.' }) grade: HazardGrade | null,
  ) {
    return criteriaOf(domain, grade);
  }
}
