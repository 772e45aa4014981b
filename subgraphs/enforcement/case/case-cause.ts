import { Field, ID, ObjectType } from 'type-graphql';
import { HazardDomain, ReferenceUnknown, Shared } from '../../kernel';
import causes from '../reference/case-causes.json';

@ObjectType({ description: '案由. What a case is about: a controlled list with law and article.', simpleResolvers: true })
export class CaseCause {
  @Shared('PUBLIC')
  @Field(() => ID, { description: '案由代码. Its code.' })
  code: string;

  @Shared('PUBLIC')
  @Field(() => String, { description: '违法行为类型. The kind of unlawful act.' })
  name: string;

  @Shared('PUBLIC')
  @Field(() => String, { description: '法律、法规. The law.' })
  law: string;

  @Shared('PUBLIC')
  @Field(() => String, { description: '条款. Its article.' })
  article: string;

  @Shared('PUBLIC')
  @Field(() => HazardDomain, { description: '领域. The field that it belongs to.' })
  domain: HazardDomain;

  @Shared('PUBLIC')
  @Field(() => Boolean, { description: '条款是否核对. Whether the article was compared with the text of the law.' })
  verified: boolean;
}

const byCode = new Map((causes as CaseCause[]).map((cause) => [cause.code, cause]));

export const caseCauses: readonly CaseCause[] = [...byCode.values()];

export function causeOf(code: string): CaseCause {
  return byCode.get(code) as CaseCause;
}

/** @throws REFERENCE_UNKNOWN */
export function checkCause(code: string): string {
  if (!byCode.has(code)) throw ReferenceUnknown({ field: 'causeCode', target: { zh: '案由', en: 'cause' }, got: code });
  return code;
}
