import { Ctx, Query, Resolver } from 'type-graphql';
import { Argument, Bounded, Shared, asId, type RequestContext } from '../../kernel';
import { EquipmentKind, kindCode } from './equipment-kind';
import { catalogue } from './catalogue';

@Resolver()
export class EquipmentKindsResolver {
  @Bounded(300)
  @Shared('PUBLIC')
  @Query(() => [EquipmentKind], {
    nullable: true,
    description:
      '特种设备目录，缺省为最上一级的种类. The entries right below one, by default the categories at the top.',
  })
  async equipmentKinds(
    @Argument('parent', asId(kindCode), '上级代码. The code of the entry above.', { optional: true })
    parent: string | null,
    @Ctx() context: RequestContext,
  ) {
    return [...(await catalogue(context)).values()].filter(
      ({ parentCode }) => parentCode === (parent ?? null),
    );
  }
}
