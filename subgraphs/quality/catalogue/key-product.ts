import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Shared } from '../../kernel';
import products from '../reference/key-products.json';

@ObjectType({ description: '重点产品. A product that the campaign watches in particular, one of nine.', simpleResolvers: true })
@Directive('@key(fields: "code")')
export class KeyProduct {
  @Shared('PUBLIC')
  @Field(() => ID, { description: '代码（本平台自定）. Its code, this platform’s own.' })
  code: string;

  @Shared('PUBLIC')
  @Field(() => String, { nullable: true, description: '名称. Its name.' })
  name: string;
}

export const keyProducts: readonly KeyProduct[] = products;

const byCode = new Map(keyProducts.map((product) => [product.code, product]));

export function keyProductOf(code: string | null): KeyProduct | null {
  return byCode.get(code ?? '') ?? null;
}
