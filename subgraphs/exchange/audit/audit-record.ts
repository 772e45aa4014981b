import { ObjectType } from 'type-graphql';
import {
  Bounded,
  RecordKey,
  Served,
  asId,
  asked,
  connectionOf,
  date,
  inputType,
  listOf,
  moment,
  text,
  whole,
  type JournalRecord,
} from '../../kernel';

/** So many records of one entry are listed: a batch has a thousand. */
export const SUBJECTS = 20;
/** No operation has more fields. */
const FIELDS = 10_000;
const always = { always: true };
const optional = { optional: true } as const;

@ObjectType({
  description:
    '审计记录：谁、为何、做了什么、涉及哪些记录；只载标识，不载内容. An entry of a journal: who did what, for what purpose, to which records; keys only.',
  simpleResolvers: true,
})
export class AuditRecord implements Pick<JournalRecord, 'operation' | 'outcome'> {
  @Served('UNCONDITIONAL', text(32), '所在子图. The subgraph in whose journal it stands.', always)
  subgraph: string;

  @Served(
    'UNCONDITIONAL',
    asId(text(32)),
    '在该日志中的序号；尚未封存的以 open/ 开头. Its number in that journal; begins with open/ until it is sealed.',
    always,
  )
  sequence: string;

  @Served('UNCONDITIONAL', moment, '时间. The moment at which it was written.', always) at: Date;

  @Served('UNCONDITIONAL', text(200), '经办用户. The user who acted, as the token names them.', optional)
  subject: string | null;

  @Served('UNCONDITIONAL', text(64), '部门. The department that acted, by its code or its kind.', optional)
  department: string | null;

  @Served('UNCONDITIONAL', text(500), '使用目的. The purpose that was stated.', optional) purpose:
    string | null;

  @Served(
    'UNCONDITIONAL',
    text(80),
    '操作，如 read、verifyHazard. The mutation that was made, or that something guarded was read.',
    always,
  )
  operation: string;

  @Bounded(SUBJECTS)
  @Served(
    'UNCONDITIONAL',
    () => [RecordKey],
    '所涉记录，最多列 20 条；按 type、key 筛选不受此限. The records that it is about, the first 20 of them; the filter finds by all.',
    always,
  )
  subjects: RecordKey[];

  @Served(
    'UNCONDITIONAL',
    whole(0, 2_147_483_647),
    '所涉记录数. The number of records that it is about, listed or not.',
    always,
  )
  subjectCount: number;

  @Bounded(FIELDS)
  @Served('UNCONDITIONAL', listOf(text(200)), '所涉数据项. The guarded fields that were read.', always)
  fields: string[];

  @Served(
    'UNCONDITIONAL',
    text(500),
    '结果，如 shown、refused、done. What came of it: shown or refused of a read, what was done of a write.',
    always,
  )
  outcome: string;
}

export const AuditRecordConnection = connectionOf('AuditRecord', '审计记录', () => AuditRecord);

export const AuditFilter = inputType(
  'AuditFilter',
  '审计记录筛选. The audit records for which all of this holds.',
  {
    subgraph: asked(text(32), '所在子图. Returns only those in the journal of this subgraph.', optional),
    subject: asked(text(200), '经办用户. Returns only those of what this user has done.', optional),
    operation: asked(
      text(80),
      '操作，如 read、verifyHazard. Returns only those of this operation, as AuditRecord.operation names it.',
      optional,
    ),
    type: asked(text(64), '所涉记录类型. Returns only those about a record of this type.', optional),
    key: asked(text(256), '所涉记录主键. Returns only those about a record with this key.', optional),
    from: asked(date, '起始日期（含）. Returns only those of this day or later.', optional),
    to: asked(date, '截止日期（含）. Returns only those of this day or earlier.', optional),
    outcome: asked(
      text(80),
      '结果，按开头匹配，如 shown、refused. Returns only those whose outcome begins with this text.',
      optional,
    ),
  },
);
export type AuditFilter = InstanceType<typeof AuditFilter>;
