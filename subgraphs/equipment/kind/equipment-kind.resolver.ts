import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { Bounded, Shared, type RequestContext } from '../../kernel';
import { EquipmentKind } from './equipment-kind';
import { catalogue } from './catalogue';

@Resolver()
export class EquipmentKindsResolver {
  @Bounded(300)
  @Shared('PUBLIC')
  @Query(() => [EquipmentKind], {
    nullable: true,
    description:
      '特种设备目录，缺省为八个种类. The entries right below one, by default the eight categories.',
  })
  async equipmentKinds(
    @Arg('parent', () => ID, { nullable: true, description: '上级代码. The code of the entry above.' })
    parent: string | null,
    @Ctx() context: RequestContext,
  ) {
    return [...(await catalogue(context)).values()].filter(
      ({ parentCode }) => parentCode === (parent ?? null),
    );
  }
}
