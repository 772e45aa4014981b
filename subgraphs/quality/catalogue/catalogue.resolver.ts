import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import {
  Argument,
  Bounded,
  DateOnly,
  Shared,
  asId,
  fields,
  workedOut,
  type RequestContext,
} from '../../kernel';
import { catalogueOf } from './catalogue.lists';
import { catalogueOn, isMandatory, upcoming } from './catalogue.rules';
import { CccCategory, categoryCode } from './ccc-category';
import { KeyProduct, keyProductOf, keyProducts } from './key-product';

export const categoryFields = fields(CccCategory, {
  keyProduct: workedOut(
    'PUBLIC',
    () => KeyProduct,
    '所属重点产品. The key product that it belongs to.',
    ({ keyProductCode }) => keyProductOf(keyProductCode),
  ),
});

@Resolver()
export class CatalogueResolver {
  @Shared('PUBLIC')
  @Query(() => [KeyProduct], { nullable: true, description: '九类重点产品. The nine kinds of key products.' })
  keyProducts() {
    return keyProducts;
  }

  @Shared('PUBLIC')
  @Query(() => Boolean, {
    nullable: true,
    description:
      '该类别在该日是否须经强制性认证. Whether a category was mandatory on a day; an error, never a no, where that is not known.',
  })
  async cccRequired(
    @Argument('categoryCode', asId(categoryCode), '类别代码. The code of the category.')
    categoryCode: string,
    @Arg('on', () => DateOnly, { description: '日期. The day whose state of the law is asked for.' })
    on: string,
    @Ctx() context: RequestContext,
  ) {
    return isMandatory(await catalogueOf(context), categoryCode, on);
  }

  @Bounded(300)
  @Shared('PUBLIC')
  @Query(() => [CccCategory], {
    nullable: true,
    description: '该日有效的认证目录. The catalogue as it was in force on a day, today by default.',
  })
  async cccCatalogue(
    @Arg('on', () => DateOnly, {
      nullable: true,
      description: '日期. The day whose state of the law is asked for.',
    })
    on: string | null,
    @Ctx() context: RequestContext,
  ) {
    return catalogueOn(await catalogueOf(context), on ?? context.today);
  }

  @Bounded(300)
  @Shared('PUBLIC')
  @Query(() => [CccCategory], {
    nullable: true,
    description: '即将强制实施的类别，近者在前. What becomes mandatory in a period, the soonest first.',
  })
  async cccUpcoming(
    @Arg('from', () => DateOnly, {
      nullable: true,
      description: '起始日，默认当日. From this day, today by default.',
    })
    from: string | null,
    @Arg('to', () => DateOnly, { nullable: true, description: '截止日. The last day of the period.' })
    to: string | null,
    @Ctx() context: RequestContext,
  ) {
    return upcoming(await catalogueOf(context), from ?? context.today, to ?? '9999-12-31');
  }
}
