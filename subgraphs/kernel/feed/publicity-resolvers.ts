import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../context';
import { Bounded } from '../cost';
import { Shared } from '../sharing';
import { changesAfter, feedNow, type Page } from './changes';
import type { Feed } from './feed';
import { PublicityBucket, PublicityChanges, PublicityFeed, PublicityPage } from './publicity';
import { signersOf } from './signing';
import { SignatureAlgorithm } from './terms';
import { MOST_HASHES, MOST_LINES, bucketHashes, linesIn, statementOf } from './tree';

/** Whatever is answered of a feed knows of which. */
interface Of {
  of: Feed;
}

@Resolver(() => PublicityFeed)
class PublicityFeedResolver {
  @Shared('PUBLIC')
  @FieldResolver(() => PublicityChanges, {
    nullable: true,
    description:
      '变动，按提交次序，不漏不重. The changes in the order of their commits: none is skipped, none comes twice.',
  })
  async changes(
    @Root() { of }: Of,
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
    const asked = { after: after ?? null, first: first ?? 500, waitSeconds: waitSeconds ?? 0 };
    const answer = await changesAfter(context, of, asked);
    if (!('changes' in answer)) return answer;
    const changes = answer.changes.map((change) => ({ ...change, at: change.at.toISOString() }));
    return { ...answer, changes, of };
  }

  @Bounded(MOST_HASHES)
  @Shared('PUBLIC')
  @FieldResolver(() => [PublicityBucket], {
    nullable: true,
    description:
      '哈希树：不填为 256 行，填则为各行的 256 桶，至多 16 行. The hash tree: its 256 rows, or the 256 buckets of up to 16 rows.',
  })
  buckets(
    @Root() { of }: Of,
    @Arg('rows', () => [Int], {
      nullable: true,
      description: '行号，0 至 255. The numbers of the rows whose buckets are asked for.',
    })
    rows: number[] | null,
    @Ctx() context: RequestContext,
  ) {
    return bucketHashes(context, of, rows ?? null);
  }

  @Bounded(MOST_LINES)
  @Shared('PUBLIC')
  @FieldResolver(() => [String], {
    nullable: true,
    description:
      '若干桶中的规范文本行，同快照，至多 2000 行. The lines of some buckets, as the snapshot has them, 2,000 at most.',
  })
  lines(
    @Root() { of }: Of,
    @Arg('buckets', () => [Int], {
      description: '桶号：行号乘 256 加桶号. Numbers of buckets: 256 times the row and the bucket.',
    })
    buckets: number[],
    @Ctx() context: RequestContext,
  ) {
    return linesIn(context, of, buckets);
  }
}

@Resolver(() => PublicityPage)
class PublicityPageResolver {
  @Shared('PUBLIC')
  @FieldResolver(() => String, {
    nullable: true,
    description:
      '对 next、root、listed 和 endSequence 的分离式 JWS 签名，见 docs/feed.md. A detached JWS over next, root, listed and endSequence.',
  })
  proof(
    @Root() { of, next, root, listed, endSequence }: Page & Of,
    @Arg('algorithm', () => SignatureAlgorithm, {
      nullable: true,
      defaultValue: 'EDDSA',
      description: '签名算法. The algorithm by which it is to be signed.',
    })
    algorithm: SignatureAlgorithm | null,
    @Ctx() { settings }: RequestContext,
  ) {
    const statement = statementOf(of, { cursor: next, root, listed, sequence: endSequence });
    return settings.signingKey && signersOf(settings.signingKey)[algorithm ?? 'EDDSA'].sign(statement);
  }
}

/** The resolvers of a feed that is asked for by this query. */
export function publicityOf(feed: Feed, query: string, says: string) {
  @Resolver()
  class FeedQuery {
    @Shared('PUBLIC')
    @Query(() => PublicityFeed, { name: query, nullable: true, description: says })
    async feed(@Ctx() context: RequestContext) {
      return { ...(await feedNow(context, feed)), of: feed };
    }
  }
  return [FeedQuery, PublicityFeedResolver, PublicityPageResolver];
}
