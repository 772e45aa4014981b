import { ObjectType, createUnionType } from 'type-graphql';
import {
  Bounded,
  ChangeKind,
  CursorExpired,
  CursorInvalid,
  DateTime,
  RemovalReason,
  Served,
  code,
  flag,
  id,
  oneOf,
  text,
  uscc,
  whole,
} from '../../kernel';
import { DishonestyList, SubjectKind } from '../listing/listing.terms';

/** The code of no enterprise, formally right: stands for a natural person, who has none. */
export const NO_ENTERPRISE = '000000000000000000';

/** Numbers of changes may pass 2^53, so they are served as text. */
const sequence = code(20);
const cursor = text(300);
const digest = code(64);
const url = text(200);

const ROOT =
  '整个名单的哈希树根，见 docs/feed.md. The root of the hash tree over the whole list, see docs/feed.md.';

const FLOOR =
  '已清理至的序号：此号及以下可能缺号，以上不缺. What lies at or below it may have been cleaned up; above it no number is missing.';

/** One change of the published lists. What was written about the subject is read at the moment of asking, and only while it is published. */
@ObjectType({ description: '失信名单变动. One change of the published lists.', simpleResolvers: true })
export class DishonestyChange {
  @Served(
    'PUBLIC',
    sequence,
    '序号，按提交次序；缺号只在 floorSequence 及以下. Its number, in the order of the commits; numbers are missing at or below floorSequence only.',
    { always: true },
  )
  sequence: string;

  @Served('PUBLIC', oneOf(ChangeKind), '变动类型. The kind of change to the listing.', { always: true })
  kind: ChangeKind;

  @Served('PUBLIC', () => DateTime, '变动时间. The moment at which it happened.', { always: true })
  at: string;

  @Served('PUBLIC', id(130), '列入记录编号. The id of the listing.', { always: true })
  listingId: string;

  @Served('PUBLIC', oneOf(DishonestyList), '名单. The list that has changed.', { always: true })
  list: DishonestyList;

  @Served('PUBLIC', oneOf(SubjectKind), '主体类型. Whether it is about an enterprise or a natural person.', {
    always: true,
  })
  subjectKind: SubjectKind;

  @Served(
    'PUBLIC',
    uscc,
    '被列入单位的统一社会信用代码；自然人为 18 个 0，以 subjectKind 为准. The code of the enterprise; eighteen zeros for a person, whom subjectKind tells.',
    {
      always: true,
    },
  )
  subjectUscc: string;

  @Served(
    'PUBLIC',
    oneOf(RemovalReason),
    '移出原因. The reason why the listing was removed; null for any other change.',
    {
      optional: true,
    },
  )
  reason: RemovalReason | null;

  @Served(
    'PUBLIC',
    () => DateTime,
    '停止公示、共享和使用的期限. The latest moment at which use must have stopped.',
  )
  stopUseBy: string | null;

  @Served(
    'PUBLIC',
    text(4000),
    '列入记录的规范文本行，同快照. The listing as its line of the snapshot, while it is published; see docs/feed.md.',
    {
      optional: true,
    },
  )
  line: string | null;
}

@ObjectType({ description: '变动页. A page of changes, read at one moment.', simpleResolvers: true })
export class DishonestyChangePage {
  @Bounded(1_000)
  @Served('PUBLIC', () => [DishonestyChange], '变动，按序号. The changes in their order.', { always: true })
  changes: DishonestyChange[];

  @Served('PUBLIC', cursor, '下一页游标. The cursor to go on after.', { always: true })
  next: string;

  @Served('PUBLIC', flag, '是否已到最新. Whether these are all the changes there are.', { always: true })
  caughtUp: boolean;

  @Served('PUBLIC', sequence, FLOOR, { always: true }) floorSequence: string;

  @Served(
    'PUBLIC',
    sequence,
    '本页所至的序号，next 即由此续. The number up to which this page tells of everything: next goes on after it.',
    { always: true },
  )
  endSequence: string;

  @Served(
    'PUBLIC',
    digest,
    '在列集合摘要（不能防伪，已由 root 取代）. The digest of the whole list now: it proves nothing against forgery, which the root does.',
    {
      always: true,
    },
  )
  digest: string;

  @Served('PUBLIC', digest, ROOT, { always: true }) root: string;

  @Served('PUBLIC', whole(0, 1_000_000_000), '在列数. The number of subjects that are on the lists.', {
    always: true,
  })
  listed: number;
}

function nameOf(answer: object): string {
  if ('changes' in answer) return 'DishonestyChangePage';
  return 'restartAfter' in answer ? 'CursorExpired' : 'CursorInvalid';
}

export const DishonestyChanges = createUnionType({
  name: 'DishonestyChanges',
  description: '变动查询结果. A page of changes, or why there is none.',
  types: () => [DishonestyChangePage, CursorExpired, CursorInvalid] as const,
  resolveType: nameOf,
});

@ObjectType({ description: '失信名单变动源. The feed of changes, as it stands.', simpleResolvers: true })
export class DishonestyFeed {
  @Served('PUBLIC', id(40), '纪元；变更后须重新开始. Cursors of another epoch are worth nothing.', {
    always: true,
  })
  epoch: string;

  @Served('PUBLIC', cursor, '最新游标. The cursor of the last change.', { always: true })
  head: string;

  @Served('PUBLIC', cursor, '最早可用游标. The oldest cursor that can still be gone on from.', {
    always: true,
  })
  oldest: string;

  @Served('PUBLIC', sequence, FLOOR, { always: true }) floorSequence: string;

  @Served('PUBLIC', sequence, '最新变动的序号. The number of the last change.', { always: true })
  headSequence: string;

  @Served('PUBLIC', whole(0, 1_000_000_000), '在列数. The number of subjects that are on the lists.', {
    always: true,
  })
  listed: number;

  @Served(
    'PUBLIC',
    digest,
    '在列集合摘要（不能防伪，已由 root 取代）. The digest of the whole list: it proves nothing against forgery, which the root does.',
    { always: true },
  )
  digest: string;

  @Served('PUBLIC', digest, ROOT, { always: true }) root: string;

  @Served('PUBLIC', code(40), '哈希树的算法. The way in which the root is made.', { always: true })
  rootAlgorithm: string;

  @Served('PUBLIC', url, '快照地址. The address of the whole list as NDJSON; as .csv as well.', {
    always: true,
  })
  snapshotUrl: string;

  @Served('PUBLIC', whole(1, 1_000), '规范文本行的版本. The version of the lines that are served.', {
    always: true,
  })
  lineVersion: number;

  @Served('PUBLIC', url, '文本行的 JSON Schema 地址. The address of the JSON Schema of a line.', {
    always: true,
  })
  schemaUrl: string;

  @Served('PUBLIC', url, '验签公钥地址. The address of the keys that verify signatures.', { always: true })
  publicKeyUrl: string;
}

@ObjectType({
  description: '名单哈希树的一行或一桶. A row of the hash tree over the list, or one of its buckets.',
  simpleResolvers: true,
})
export class DishonestyBucket {
  @Served('PUBLIC', whole(0, 255), '行号. The number of the row.', { always: true }) row: number;
  @Served('PUBLIC', whole(0, 255), '桶号；整行为空. The number of the bucket in its row; null for a row.', {
    optional: true,
  })
  bucket: number | null;
  @Served('PUBLIC', digest, '哈希，十六进制. The hash, in hexadecimal.', { always: true }) hash: string;
}
