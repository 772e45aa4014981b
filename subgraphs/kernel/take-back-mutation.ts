import { Directive, Arg, Ctx, Field, ID, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { RequestContext } from './context';
import { Shared } from './sharing';
import { takeBack, type TakenIn } from './take-back';

@ObjectType({
  description: '未撤回的记录. A record that was not taken back, and why.',
  simpleResolvers: true,
})
@Directive('@shareable')
export class LeftRecord {
  @Shared('PUBLIC')
  @Field(() => ID, { description: '记录的编号. The key of the record.' })
  key: string;

  @Shared('PUBLIC')
  @Field(() => String, { description: '原因代码. The code of the reason, see docs/errors.md.' })
  code: string;

  @Shared('PUBLIC')
  @Field(() => String, { description: '原因（中英文）. The reason, in English and Chinese.' })
  message: string;

  @Shared('PUBLIC')
  @Field(() => Boolean, {
    description:
      '是否待更正：可直接报送更正后的记录. Whether it waits for its correction: its record is taken at any revision, from any source.',
  })
  correctable: boolean;
}

@ObjectType({
  description: '撤回回执. What was taken back of an import, one batch of it at a time.',
  simpleResolvers: true,
})
@Directive('@shareable')
export class TakeBackReceipt {
  @Shared('PUBLIC')
  @Field(() => ID, { description: '报送批次编号. The import that was asked for.' })
  import: string;

  @Shared('PUBLIC')
  @Field(() => Int, {
    description: '撤回条数. The number of records that are again what they were before the import.',
  })
  takenBack: number;

  @Shared('PUBLIC')
  @Field(() => [LeftRecord], { description: '未撤回的记录. Those that stay, each with its reason.' })
  left: LeftRecord[];

  @Shared('PUBLIC')
  @Field(() => Int, {
    nullable: true,
    description:
      '应继续撤回的分批序号；已全部处理则为空. The batch to go on with; null when nothing of the import is left to look at.',
  })
  nextBatch: number | null;
}

/** The mutation that takes an import back: a subgraph has one for all that it takes in. */
export function takeBackResolver(of: TakenIn): new () => object {
  const { name } = of;

  @Resolver()
  class TakeBackResolver {
    @Shared('UNCONDITIONAL')
    @Mutation(() => TakeBackReceipt, {
      name: `takeBack${name.charAt(0).toUpperCase()}${name.slice(1)}Import`,
      nullable: true,
      description: `撤回误报的批次，每次一个分批，写明理由. Takes back a mistaken import to ${name}, one batch at a time, the last first. Records of other subgraphs that refer to it are not looked at.`,
    })
    takeBack(
      @Arg('import', () => ID, {
        description: '报送批次编号，见回执. The import, as the receipts of its batches name it.',
      })
      id: string,
      @Arg('reason', () => String, {
        description: '撤回理由，记入审计. The reason for it, which is put on record.',
      })
      reason: string,
      @Arg('batch', () => Int, {
        nullable: true,
        description:
          '分批序号，取自上次回执的 nextBatch；首次不填. The batch, as nextBatch of the answer before says; left out at first.',
      })
      batch: number | null,
      @Ctx() context: RequestContext,
    ) {
      return takeBack(context, of, { import: id, reason, batch });
    }
  }
  return TakeBackResolver;
}
