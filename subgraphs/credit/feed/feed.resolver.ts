import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import {
  Bounded,
  MOST_HASHES,
  MOST_LINES,
  Shared,
  SignatureAlgorithm,
  bucketHashes,
  defineVerb,
  feedNow,
  fields,
  linesIn,
  signersOf,
  statementOf,
  workedOut,
  rulesBeside,
  type RequestContext,
} from '../../kernel';
import { DishonestyListing } from '../listing/listing';
import { LegalRule } from '../others';
import {
  DishonestyBucket,
  DishonestyChange,
  DishonestyChangePage,
  DishonestyChanges,
  DishonestyFeed,
} from './change';
import { AcknowledgeInput, FeedConsumer } from './consumer';
import { acknowledge, feedConsumers } from './consumer.service';
import { publishedListing } from './feed.loaders';
import { stopRule, textOf } from './feed.rules';
import { listingChanges, type Page } from './feed.service';
import { dishonesty } from './line';

@Resolver()
export class FeedResolver {
  @Shared('PUBLIC')
  @Query(() => DishonestyFeed, {
    nullable: true,
    description: '失信名单变动源. The feed of changes of the published lists.',
  })
  dishonestyFeed(@Ctx() context: RequestContext) {
    return feedNow(context, dishonesty);
  }

  @Shared('PUBLIC')
  @Query(() => DishonestyChanges, {
    nullable: true,
    description:
      '失信名单变动，按提交次序，不漏不重. The changes in the order of their commits: none is skipped, none comes twice.',
  })
  dishonestyChanges(
    @Arg('after', () => String, {
      nullable: true,
      description: '游标；不填从头开始. The cursor to go on after; left out, from the beginning.',
    })
    after: string | null,
    @Arg('first', () => Int, {
      nullable: true,
      defaultValue: 500,
      description: '条数，1 至 1000. The number of changes on a page, 1 to 1,000.',
    })
    first: number | null,
    @Arg('waitSeconds', () => Int, {
      nullable: true,
      defaultValue: 0,
      description:
        '无新变动时等待秒数，0 至 30；服务端可提前返回空页. The number of seconds to wait for new changes; an empty page may come sooner.',
    })
    waitSeconds: number | null,
    @Ctx() context: RequestContext,
  ) {
    return listingChanges(context, {
      after: after ?? null,
      first: first ?? 500,
      waitSeconds: waitSeconds ?? 0,
    });
  }

  @Bounded(MOST_HASHES)
  @Shared('PUBLIC')
  @Query(() => [DishonestyBucket], {
    nullable: true,
    description:
      '名单哈希树：不填为 256 行，填则为各行的 256 桶，至多 16 行. The hash tree over the list: its 256 rows, or the 256 buckets of up to 16 rows.',
  })
  dishonestyBuckets(
    @Arg('rows', () => [Int], {
      nullable: true,
      description: '行号，0 至 255. The numbers of the rows whose buckets are asked for.',
    })
    rows: number[] | null,
    @Ctx() context: RequestContext,
  ) {
    return bucketHashes(context, dishonesty, rows ?? null);
  }

  @Bounded(MOST_LINES)
  @Shared('PUBLIC')
  @Query(() => [String], {
    nullable: true,
    description:
      '若干桶中名单的规范文本行，同快照，至多 2000 行. The lines of some buckets, as the snapshot has them, 2,000 at most.',
  })
  dishonestyLines(
    @Arg('buckets', () => [Int], {
      description: '桶号：行号乘 256 加桶号. Numbers of buckets: 256 times the row and the bucket.',
    })
    buckets: number[],
    @Ctx() context: RequestContext,
  ) {
    return linesIn(context, dishonesty, buckets);
  }

  @Bounded(1000)
  @Shared('UNCONDITIONAL')
  @Query(() => [FeedConsumer], {
    nullable: true,
    description: '变动源用户及其滞后，滞后最多的在前. The consumers, the one furthest behind first.',
  })
  feedConsumers(@Ctx() context: RequestContext) {
    return feedConsumers(context);
  }
}

export const acknowledgeChanges = defineVerb({
  name: 'acknowledgeChanges',
  says: '确认已处理的变动. Says up to which change a consumer has taken over.',
  input: AcknowledgeInput,
  returns: () => FeedConsumer,
  on: 'DishonestyListing',
  done: 'changesAcknowledged',
  run: acknowledge,
});

export const changeFields = fields(DishonestyChange, {
  listing: workedOut(
    'PUBLIC',
    () => DishonestyListing,
    '列入记录；已移出的为空. The listing as it is published now; null once it is removed.',
    ({ line, listingId }, context) => (line === null ? null : publishedListing(context).load(listingId)),
  ),
  ...rulesBeside<DishonestyChange>(() => LegalRule, 'PUBLIC', {
    stopUseBy: ({ reason, list, at }) =>
      reason === null || reason === 'EXPIRED' ? null : stopRule(list, new Date(at)),
  }),
});

@Resolver(() => DishonestyChangePage)
export class PageResolver {
  @Shared('PUBLIC')
  @FieldResolver(() => String, {
    nullable: true,
    description: '分离式 JWS 签名，见 docs/feed.md. A detached JWS over the page.',
  })
  signature(
    @Root() page: Page,
    @Arg('algorithm', () => SignatureAlgorithm, {
      nullable: true,
      defaultValue: 'EDDSA',
      description: '签名算法. The algorithm by which the page is to be signed.',
    })
    algorithm: SignatureAlgorithm | null,
    @Ctx() { settings }: RequestContext,
  ) {
    return settings.signingKey && signersOf(settings.signingKey)[algorithm ?? 'EDDSA'].sign(textOf(page));
  }

  @Shared('PUBLIC')
  @FieldResolver(() => String, {
    nullable: true,
    description:
      '对 next、root、listed 和 endSequence 的分离式 JWS 签名，见 docs/feed.md. A detached JWS over next, root, listed and endSequence.',
  })
  proof(
    @Root() { next, root, listed, endSequence }: Page,
    @Arg('algorithm', () => SignatureAlgorithm, {
      nullable: true,
      defaultValue: 'EDDSA',
      description: '签名算法. The algorithm by which it is to be signed.',
    })
    algorithm: SignatureAlgorithm | null,
    @Ctx() { settings }: RequestContext,
  ) {
    const statement = statementOf(dishonesty, { cursor: next, root, listed, sequence: endSequence });
    return settings.signingKey && signersOf(settings.signingKey)[algorithm ?? 'EDDSA'].sign(statement);
  }
}
