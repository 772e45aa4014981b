import { Directive, ObjectType, createUnionType } from 'type-graphql';
import { Bounded } from '../cost';
import { Served } from '../fact';
import { uscc } from '../identifier-kinds';
import { code, flag, id, oneOf, text, whole } from '../kinds';
import { DateTime } from '../scalars';
import { ChangeKind, RemovalReason } from './terms';

/** Numbers of changes may pass 2^53, so they are served as text. */
const sequence = code(20);
const cursor = text(300);
const digest = code(64);
const url = text(200);
const always = { always: true } as const;

@Directive('@shareable')
@ObjectType({ description: '游标过旧. The cursor is too old: begin anew.', simpleResolvers: true })
export class CursorExpired {
  @Served('PUBLIC', cursor, '清空副本后由此开始. Begin with an empty copy after this cursor.', {
    always: true,
  })
  restartAfter: string;

  @Served('PUBLIC', cursor, '仍可续读的最早游标. The oldest cursor that can still be gone on from.', {
    always: true,
  })
  oldest: string;
}

@Directive('@shareable')
@ObjectType({ description: '游标无效. The cursor is none that this feed has given.', simpleResolvers: true })
export class CursorInvalid {
  @Served('PUBLIC', text(200), '说明，中英文. A sentence for people, in Chinese and English.', {
    always: true,
  })
  message: string;
}

@Directive('@shareable')
@ObjectType('PublicityChange', {
  description: '公开信息变动. One change of what is published.',
  simpleResolvers: true,
})
class PublicityChange {
  @Served(
    'PUBLIC',
    sequence,
    '序号，按提交次序；缺号只在 floorSequence 及以下. Its number, in the order of the commits; numbers are missing at or below floorSequence only.',
    always,
  )
  sequence: string;
  @Served('PUBLIC', oneOf(ChangeKind), '变动类型. The kind of change.', always) kind: ChangeKind;
  @Served('PUBLIC', () => DateTime, '变动时间. The moment at which it happened.', always) at: string;
  @Served('PUBLIC', id(130), '记录编号. The id of the record.', always) recordId: string;
  @Served(
    'PUBLIC',
    uscc,
    '所涉单位的统一社会信用代码；自然人或无单位的为空. The code of the enterprise that it is about; null for a person, or where it is about none.',
    { optional: true },
  )
  uscc: string | null;
  @Served(
    'PUBLIC',
    oneOf(RemovalReason),
    '移出原因. The reason why it is published no more; null for any other change.',
    { optional: true },
  )
  reason: RemovalReason | null;
  @Served(
    'PUBLIC',
    text(8000),
    '规范文本行，同快照；已移出的为空. The record as its line of the snapshot, while it is published; see docs/feed.md.',
    { optional: true },
  )
  line: string | null;
}

@Directive('@shareable')
@ObjectType('PublicityPage', {
  description: '变动页. A page of changes, read at one moment.',
  simpleResolvers: true,
})
export class PublicityPage {
  @Bounded(1_000)
  @Served('PUBLIC', () => [PublicityChange], '变动，按序号. The changes in their order.', always)
  changes: PublicityChange[];
  @Served('PUBLIC', cursor, '下一页游标. The cursor to go on after.', always) next: string;
  @Served('PUBLIC', flag, '是否已到最新. Whether these are all the changes there are.', always)
  caughtUp: boolean;
  @Served(
    'PUBLIC',
    sequence,
    '已清理至的序号：此号及以下可能缺号. What lies at or below it may have been cleaned up.',
    always,
  )
  floorSequence: string;
  @Served('PUBLIC', sequence, '本页所至的序号. The number up to which this page tells of everything.', always)
  endSequence: string;
  @Served('PUBLIC', whole(0, 1_000_000_000), '在列数. The number of records that are published.', always)
  listed: number;
  @Served(
    'PUBLIC',
    digest,
    '整个名单的哈希树根，见 docs/feed.md. The root of the hash tree over all of it, see docs/feed.md.',
    always,
  )
  root: string;
}

function nameOf(answer: object): string {
  if ('changes' in answer) return 'PublicityPage';
  return 'restartAfter' in answer ? 'CursorExpired' : 'CursorInvalid';
}

export const PublicityChanges = createUnionType({
  name: 'PublicityChanges',
  description: '变动查询结果. A page of changes, or why there is none.',
  types: () => [PublicityPage, CursorExpired, CursorInvalid] as const,
  resolveType: nameOf,
});

@Directive('@shareable')
@ObjectType('PublicityBucket', {
  description: '哈希树的一行或一桶. A row of the hash tree, or one of its buckets.',
  simpleResolvers: true,
})
export class PublicityBucket {
  @Served('PUBLIC', whole(0, 255), '行号. The number of the row.', always) row: number;
  @Served('PUBLIC', whole(0, 255), '桶号；整行为空. The number of the bucket in its row; null for a row.', {
    optional: true,
  })
  bucket: number | null;
  @Served('PUBLIC', digest, '哈希，十六进制. The hash, in hexadecimal.', always) hash: string;
}

@Directive('@shareable')
@ObjectType('PublicityFeed', {
  description: '公开信息变动源. A feed of what is published, as it stands.',
  simpleResolvers: true,
})
export class PublicityFeed {
  @Served('PUBLIC', id(40), '纪元；变更后须重新开始. Cursors of another epoch are worth nothing.', always)
  epoch: string;
  @Served('PUBLIC', cursor, '最新游标. The cursor of the last change.', always) head: string;
  @Served('PUBLIC', cursor, '最早可用游标. The oldest cursor that can still be gone on from.', always)
  oldest: string;
  @Served(
    'PUBLIC',
    sequence,
    '已清理至的序号：此号及以下可能缺号. What lies at or below it may have been cleaned up.',
    always,
  )
  floorSequence: string;
  @Served('PUBLIC', sequence, '最新变动的序号. The number of the last change.', always) headSequence: string;
  @Served('PUBLIC', whole(0, 1_000_000_000), '在列数. The number of records that are published.', always)
  listed: number;
  @Served('PUBLIC', digest, '整个名单的哈希树根. The root of the hash tree over all of it.', always)
  root: string;
  @Served('PUBLIC', code(40), '哈希树的算法. The way in which the root is made.', always)
  rootAlgorithm: string;
  @Served('PUBLIC', url, '快照地址. The address of all of it as NDJSON; as .csv as well.', always)
  snapshotUrl: string;
  @Served('PUBLIC', whole(1, 1_000), '规范文本行的版本. The version of the lines.', always)
  lineVersion: number;
  @Served('PUBLIC', url, '文本行的 JSON Schema 地址. The address of the JSON Schema of a line.', always)
  schemaUrl: string;
  @Served('PUBLIC', url, '验签公钥地址. The address of the keys that verify signatures.', always)
  publicKeyUrl: string;
}
