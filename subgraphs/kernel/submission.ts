import { Directive, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Column } from 'typeorm';
import type { RequestContext } from './context';
import type { Decisions } from './decided';
import { CodeColumn, type EntityClass, type Transaction } from './database';
import type { CatalogueError, Words } from './errors';
import { text, whole } from './kinds';
import { Sent } from './record';
import type { DataKeys } from './sealing';
import { Shared } from './sharing';

/** What every submitted record says of itself. */
@InputType({ description: '报送记录. What every submitted record says of itself.' })
export class SubmittedInput {
  @Sent(text(64), '来源系统中的记录编号. The id of the record in its source.')
  sourceId: string;

  @Sent(
    whole(1, 2_000_000_000),
    '记录版本，默认 1；更正时提高. The revision of the record, 1 by default; a correction has a higher one.',
    1,
  )
  revision: number;
}

/** Where a stored record comes from. */
export abstract class Submitted {
  @CodeColumn(64)
  source: string;

  @CodeColumn(64)
  sourceId: string;

  @Column('int')
  revision: number;

  /** Of the content, so that the same revision with other content is noticed. */
  @Column('varchar', { length: 32 })
  contentDigest: string;
}

@ObjectType({ description: '被退回的记录. A record that was refused.', simpleResolvers: true })
@Directive('@shareable')
export class RejectedRecord {
  @Shared('PUBLIC')
  @Field(() => Int, { description: '在本批中的序号，从 0 起. Its place in the batch, from 0.' })
  index: number;

  @Shared('PUBLIC')
  @Field(() => String, {
    nullable: true,
    description: '来源系统中的记录编号. The id of the record in the system that sent it.',
  })
  sourceId: string | null;

  @Shared('PUBLIC')
  @Field(() => String, { description: '错误代码. The code of the error, see docs/errors.md.' })
  code: string;

  @Shared('PUBLIC')
  @Field(() => String, {
    nullable: true,
    description: '出错的数据项. The name of the field that was refused.',
  })
  field: string | null;

  @Shared('PUBLIC')
  @Field(() => String, { description: '原因（中英文）. The reason, in English and Chinese.' })
  message: string;
}

@ObjectType({
  description: '回执. The receipt of a submission: what was stored and what was refused.',
  simpleResolvers: true,
})
@Directive('@shareable')
export class SubmissionReceipt {
  @Shared('PUBLIC')
  @Field(() => Int, { description: '接收条数. The number of records that were new or newer and are stored.' })
  accepted: number;

  @Shared('PUBLIC')
  @Field(() => Int, { description: '未变条数. The number of records that were known already.' })
  unchanged: number;

  @Shared('PUBLIC')
  @Field(() => [RejectedRecord], {
    description: '退回的记录. Those that were refused, each with its reason.',
  })
  rejected: RejectedRecord[];

  @Shared('PUBLIC')
  @Field(() => ID, {
    nullable: true,
    description:
      '报送批次编号，可凭以整批撤回；未写入任何记录则为空. The import that was written to, by which it can be taken back as a whole; null if nothing was written.',
  })
  import: string | null;

  @Shared('PUBLIC')
  @Field(() => Boolean, {
    description:
      '是否试报：只校验，未写入. Whether it was a dry run: all was checked as it would be, and nothing was written.',
  })
  dryRun: boolean;
}

/** Records of a source with this prefix are made for demonstration, and marked wherever they appear. */
const SYNTHETIC_PREFIX = 'synthetic';

export function isSynthetic(source: string): boolean {
  return source.startsWith(SYNTHETIC_PREFIX);
}

/** How the records of one noun are taken in. */
export interface Submission<
  Input extends SubmittedInput = SubmittedInput,
  Row extends Submitted = Submitted,
  Prepared = unknown,
> {
  /** As in `npm run import -- <kind>`. */
  kind: string;
  /** The mutation that takes them in; its receipt is the same for all. */
  mutation: string;
  /** What is submitted, by its official term. */
  term: Words;
  subgraph: string;
  input: new () => Input;
  entity: EntityClass<Row>;
  /** The property that identifies a row. */
  key: string;
  /** The property with the division that the writer must answer for; the division of the subject, `regionCode`, unless it is said. */
  writtenIn?: string;
  /** What of its records an officer has decided: see decided.ts. */
  decisions?: Decisions;
  /** Whether a source is the authority itself, which may replace what others have sent. */
  isAuthority?(context: RequestContext, source: string): boolean;
  /** Refuses the use of a source by this caller. */
  checkSource?(context: RequestContext, source: string): void;
  /** Fetches, once for a batch, what its records refer to. */
  prepare(context: RequestContext, source: string, records: readonly Input[]): Promise<Prepared>;
  /** One record as the columns to store, or a thrown CatalogueError that names the field. Always the same columns. */
  toRow(record: Input, prepared: Prepared, source: string, dataKey: DataKeys): SubmittedRow;
  /** Why a row, though it is kept on record, is reported back as refused. */
  refusalOf?(row: SubmittedRow): CatalogueError | null;
  /** What follows from stored rows, in the same transaction. */
  afterStore?(tx: Transaction, rows: readonly SubmittedRow[]): Promise<void>;
  /** What a record can say that has an event of its own, by the word for it: the first that holds. */
  outcomes?: Record<string, Words & { when: (row: SubmittedRow) => boolean }>;
  /** The table in which `afterStore` tells what became of a row. */
  history?: History;
  /** What follows from rows that are gone, since the import that brought them was taken back. */
  afterTakeBack?(tx: Transaction, rows: readonly SubmittedRow[]): Promise<void>;
  /** Why some of these rows cannot be taken back, by their keys, besides what the kernel sees itself. */
  whyKept?(tx: Transaction, rows: readonly SubmittedRow[]): Promise<ReadonlyMap<string, CatalogueError>>;
}

/** The history of the rows of a noun. */
interface History {
  entity: EntityClass;
  /** The property that names the row, and the one that the entries of a row are in order by. */
  of: string;
  order: string;
  /** Others follow it as a feed: entries stay, and `afterTakeBack` adds that a row is gone. */
  isFollowed?: boolean;
}

/** The columns of a row by property; every submitted row lies in a region. */
export type SubmittedRow = Record<string, unknown> & { regionCode: string };
