import { ObjectType } from 'type-graphql';
import { HazardDomain, ReferenceUnknown, Served, flag, id, oneOf, text } from '../../kernel';
import causes from '../official/case-causes.json';

const domain = oneOf(HazardDomain);
const always = { always: true };

@ObjectType({
  description: '案由. What a case is about: a controlled list with law and article.',
  simpleResolvers: true,
})
export class CaseCause {
  @Served('PUBLIC', id(40), '案由代码. The code of the cause.', always) code: string;
  @Served('PUBLIC', text(100), '违法行为类型. The kind of unlawful act.', always) name: string;
  @Served('PUBLIC', text(100), '法律、法规. The law that the act breaks.', always) law: string;
  @Served('PUBLIC', text(40), '条款. The article of the law that was breached.', always) article: string;
  @Served('PUBLIC', domain, '领域. The field that it belongs to.', always) domain: HazardDomain;
  @Served('PUBLIC', flag, '条款是否核对. Whether the article was compared with the text of the law.', always)
  verified: boolean;
}

const byCode: ReadonlyMap<string, CaseCause> = new Map(
  causes.map((cause) => [cause.code, { ...cause, domain: domain.parse(cause.domain, 'domain') }]),
);

export const caseCauses: readonly CaseCause[] = [...byCode.values()];

/** @throws REFERENCE_UNKNOWN */
export function causeOf(code: string): CaseCause {
  const cause = byCode.get(code);
  if (!cause) throw ReferenceUnknown({ field: 'causeCode', target: { zh: '案由', en: 'cause' }, got: code });
  return cause;
}
