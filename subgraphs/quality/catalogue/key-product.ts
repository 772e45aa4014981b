import { Directive, ObjectType } from 'type-graphql';
import { Served, id, printedCode, shaped, text } from '../../kernel';
import products from '../official/key-products.json';

@ObjectType({
  description: '重点产品. A product that the campaign watches in particular, one of nine.',
  simpleResolvers: true,
})
@Directive('@key(fields: "code")')
export class KeyProduct {
  @Served('PUBLIC', id(28), '代码（本平台自定）. Its code, this platform’s own.', { always: true })
  code: string;
  @Served('PUBLIC', text(100), '名称. The name of the product.') name: string;
}

export const keyProducts: readonly KeyProduct[] = products;

const byCode = new Map(keyProducts.map((product) => [product.code, product]));

export function keyProductOf(code: string | null): KeyProduct | null {
  return byCode.get(code ?? '') ?? null;
}

/** The code of a key product, as `keyProducts` lists them. */
export const keyProductCode = printedCode(
  28,
  shaped((code) => keyProductOf(code) !== null, {
    zh: 'keyProducts 中的代码，如 GAS_APPLIANCE',
    en: 'a code of keyProducts, e.g. GAS_APPLIANCE',
  }),
);
