import { createUnionType, Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTime, Shared, Uscc, vocabulary } from '../../kernel';
import { DishonestyList } from '../listing/listing.terms';

export const ChangeKind = vocabulary('ChangeKind', '变动类型. What happened to a published listing.', {
  LISTED: '列入. It came on the list.',
  AMENDED: '更正. What is published of it has changed.',
  REMOVED: '移出. It left the list: stop publishing, sharing and using it.',
});
export type ChangeKind = keyof typeof ChangeKind;

export const RemovalReason = vocabulary('RemovalReason', '移出原因. Why a listing left the list.', {
  EXPIRED: '管理期届满. Its term is over.',
  REPAIRED: '信用修复，提前移出. Removed before its term after credit repair.',
  REVOKED: '决定被撤销. The decision was annulled.',
  WITHDRAWN: '更正撤回. Withdrawn by a correction of its source.',
});
export type RemovalReason = keyof typeof RemovalReason;

/** The code of no enterprise, formally right: stands for a natural person, who has none. */
export const NO_ENTERPRISE = '000000000000000000';

/** One change of the published lists. What was written about the subject is read at the moment of asking, and only while it is published. */
@ObjectType({ description: '失信名单变动. One change of the published lists.', simpleResolvers: true })
export class DishonestyChange {
  @Shared('PUBLIC')
  @Field(() => String, { description: '序号，按提交次序连续. Its number, in the order of the commits, without gaps.' })
  sequence: string;

  @Shared('PUBLIC')
  @Field(() => ChangeKind, { description: '变动类型. What happened.' })
  kind: ChangeKind;

  @Shared('PUBLIC')
  @Field(() => DateTime, { description: '变动时间. When it happened.' })
  at: string;

  @Shared('PUBLIC')
  @Field(() => ID, { description: '列入记录编号. The id of the listing.' })
  listingId: string;

  @Shared('PUBLIC')
  @Field(() => DishonestyList, { description: '名单. The list.' })
  list: DishonestyList;

  @Shared('PUBLIC')
  @Field(() => Uscc, {
    description: '被列入单位的统一社会信用代码；自然人为 18 个 0. The code of the enterprise; eighteen zeros for a person.',
  })
  subjectUscc: string;

  @Shared('PUBLIC')
  @Field(() => RemovalReason, { nullable: true, description: '移出原因. Why it was removed.' })
  reason: RemovalReason | null;

  @Shared('PUBLIC')
  @Field(() => DateTime, {
    nullable: true,
    description: '停止公示、共享和使用的期限. The latest moment at which use must have stopped.',
  })
  stopUseBy: string | null;

  @Shared('PUBLIC')
  @Field(() => String, {
    nullable: true,
    description: '列入记录的规范文本行，同快照. The listing as its line of the snapshot, while it is published; see docs/feed.md.',
  })
  line: string | null;
}

@ObjectType({ description: '变动页. A page of changes, read at one moment.', simpleResolvers: true })
export class DishonestyChangePage {
  @Shared('PUBLIC')
  @Field(() => [DishonestyChange], { description: '变动，按序号. The changes in their order.' })
  changes: DishonestyChange[];

  @Shared('PUBLIC')
  @Field(() => String, { description: '下一页游标. The cursor to go on after.' })
  next: string;

  @Shared('PUBLIC')
  @Field(() => Boolean, { description: '是否已到最新. Whether these are all the changes there are.' })
  caughtUp: boolean;

  @Shared('PUBLIC')
  @Field(() => String, {
    description: '在列集合摘要；追平时应与本地副本一致. The digest of the whole list now: of your copy, too, once caughtUp.',
  })
  digest: string;
}

@ObjectType({ description: '游标过旧. The cursor is too old: begin anew.', simpleResolvers: true })
export class CursorExpired {
  @Shared('PUBLIC')
  @Field(() => String, { description: '清空副本后由此开始. Begin with an empty copy after this cursor.' })
  restartAfter: string;

  @Shared('PUBLIC')
  @Field(() => String, { description: '仍可续读的最早游标. The oldest cursor that can still be gone on from.' })
  oldest: string;
}

@ObjectType({ description: '游标无效. The cursor is none that this feed has given.', simpleResolvers: true })
export class CursorInvalid {
  @Shared('PUBLIC')
  @Field(() => String, { description: '说明. What is wrong.' })
  message: string;
}

export const DishonestyChanges = createUnionType({
  name: 'DishonestyChanges',
  description: '变动查询结果. A page of changes, or why there is none.',
  types: () => [DishonestyChangePage, CursorExpired, CursorInvalid] as const,
  resolveType: (value) => ('changes' in value ? 'DishonestyChangePage' : 'restartAfter' in value ? 'CursorExpired' : 'CursorInvalid'),
});

@ObjectType({ description: '失信名单变动源. The feed of changes, as it stands.', simpleResolvers: true })
export class DishonestyFeed {
  @Shared('PUBLIC')
  @Field(() => ID, { description: '纪元；变更后须重新开始. Cursors of another epoch are worth nothing.' })
  epoch: string;

  @Shared('PUBLIC')
  @Field(() => String, { description: '最新游标. The cursor of the last change.' })
  head: string;

  @Shared('PUBLIC')
  @Field(() => String, { description: '最早可用游标. The oldest cursor that can still be gone on from.' })
  oldest: string;

  @Shared('PUBLIC')
  @Field(() => Int, { description: '在列数. How many are on the lists.' })
  listed: number;

  @Shared('PUBLIC')
  @Field(() => String, { description: '在列集合摘要. The digest of the whole list, see docs/feed.md.' })
  digest: string;

  @Shared('PUBLIC')
  @Field(() => String, { description: '快照地址. Where the whole list is, as NDJSON; .csv as well.' })
  snapshotUrl: string;

  @Shared('PUBLIC')
  @Field(() => String, { description: '验签公钥地址. Where the keys of the signatures are.' })
  publicKeyUrl: string;
}
