import { declareError } from './errors';

// ── what was sent ──────────────────────────────────────────────────────────────────────────────────────────────────
export const PageSizeInvalid = declareError(
  'PAGE_SIZE_INVALID',
  'first 应为 1 至 {max} 的整数，收到：{got}。',
  'first must be 1 to {max}, but got: {got}.',
);
export const CursorBroken = declareError(
  'CURSOR_INVALID',
  'after 不是本列表给出的游标，收到：{got}。',
  'after is not a cursor of this list, but got: {got}.',
);
export const ListTooLong = declareError(
  'LIST_TOO_LONG',
  '{field} 超过 {max} 项，请缩小范围，或改用同名分页列表。',
  '{field} has more than {max} items: narrow it down, or read the list of pages beside it.',
);
export const EnumValueUnknown = declareError(
  'ENUM_VALUE_UNKNOWN',
  '{field} 应为 {allowed} 之一，收到：{got}。',
  '{field} must be one of {allowed}, but got: {got}.',
);
export const DateInvalid = declareError(
  'DATE_INVALID',
  '{field} 应为真实存在的日期 YYYY-MM-DD，收到：{got}。',
  '{field} must be a date that exists, as YYYY-MM-DD, but got: {got}.',
);
export const DateTimeInvalid = declareError(
  'DATETIME_INVALID',
  '{field} 应为带时区的 ISO 8601 时间，收到：{got}。',
  '{field} must be an ISO 8601 time with its zone, but got: {got}.',
);
export const UsccInvalid = declareError(
  'USCC_INVALID',
  '{field} 应为 18 位统一社会信用代码 (GB 32100-2015)，两个校验位均须正确，收到：{got}。',
  '{field} must be a unified social credit code of 18 characters with both check digits right (GB 32100-2015), but got: {got}.',
);
export const RegionCodeInvalid = declareError(
  'REGION_CODE_INVALID',
  '{field} 应为 6、9 或 12 位行政区划代码 (GB/T 2260)，收到：{got}。',
  '{field} must be a division code of 6, 9 or 12 digits (GB/T 2260), but got: {got}.',
);
export const YuanInvalid = declareError(
  'YUAN_INVALID',
  '{field} 应为至多两位小数的非负金额，收到：{got}。',
  '{field} must be an amount of zero or more with at most two decimals, but got: {got}.',
);
export const NumberInvalid = declareError(
  'NUMBER_INVALID',
  '{field} 应为 {min} 至 {max} 的整数，收到：{got}。',
  '{field} must be a whole number from {min} to {max}, but got: {got}.',
);
export const TextInvalid = declareError(
  'TEXT_INVALID',
  '{field} 应为可见的文本，但{fault:words}。',
  '{field} must be text as people see it, but {fault:words}.',
);
/** What graphql-js says of variables, and of arguments that they lead to. */
export const BadUserInput = declareError(
  'BAD_USER_INPUT',
  '变量不符合架构：{reason:words}',
  'The variables do not fit the schema: {reason:words}',
);
export const FieldInvalid = declareError(
  'FIELD_INVALID',
  '{field} 应形如 {shape:words}，收到：{got}。',
  '{field} must look like {shape:words}, but got: {got}.',
);
export const TextTooShort = declareError(
  'TEXT_TOO_SHORT',
  '{field} 至少 {min} 个字符，收到：{got}。',
  '{field} must have {min} characters at least, but got: {got}.',
);
export const QuarterInvalid = declareError(
  'QUARTER_INVALID',
  '{field} 应形如 2026-Q3（第 1 至 4 季度），收到：{got}。',
  '{field} must be a quarter such as 2026-Q3, but got: {got}.',
);
export const RegionUnknown = declareError(
  'REGION_UNKNOWN',
  '{field} 不是已知的行政区划，收到：{got}。',
  '{field} is no division that is known, but got: {got}.',
);
export const RegionDivided = declareError(
  'REGION_DIVIDED',
  '{field} 的区划已撤销并划入 {into}，请指明其一，收到：{got}。',
  '{field} is a division that was divided among {into}: name one of them, but got: {got}.',
);
export const IndustryUnknown = declareError(
  'INDUSTRY_UNKNOWN',
  '{field} 应为 GB/T 4754-2017 的代码，前导零不可省，收到：{got}。',
  '{field} must be a code of GB/T 4754-2017 with its leading zeros, but got: {got}.',
);
export const FieldMissing = declareError(
  'FIELD_MISSING',
  '缺少必填项 {field}。',
  '{field} is required, but is missing.',
);
export const FieldUnknown = declareError(
  'FIELD_UNKNOWN',
  '没有名为 {field} 的数据项；可用：{allowed}。',
  'There is no field {field}; there are: {allowed}.',
);
export const BatchTooLarge = declareError(
  'BATCH_TOO_LARGE',
  '一次报送 1 至 {max} 条，收到：{got} 条。',
  'A submission holds 1 to {max} records, but got: {got}.',
);

// ── what a record runs into ────────────────────────────────────────────────────────────────────────────────────────
export const RevisionConflict = declareError(
  'REVISION_CONFLICT',
  '来源 {source} 的记录 {sourceId} 第 {revision} 版已存在且内容不同；更正请提高版本号。',
  'Revision {revision} of record {sourceId} from {source} exists with other content; send a correction with a higher revision.',
);
export const OwnedByAnotherSource = declareError(
  'OWNED_BY_ANOTHER_SOURCE',
  '{key} 由来源 {owner} 报送，{source} 不得更改。',
  '{key} was submitted by {owner}; {source} may not change it.',
);
export const SourceIdTaken = declareError(
  'SOURCE_ID_TAKEN',
  '来源 {source} 的 sourceId {sourceId} 已指向 {owner}，不能再指向 {key}。',
  'sourceId {sourceId} of {source} already names {owner}, it cannot name {key} as well.',
);
export const DuplicateInBatch = declareError(
  'DUPLICATE_IN_BATCH',
  '{key} 在本批中出现不止一次，且内容不同。',
  '{key} is in this batch more than once, with different content.',
);
export const RecordDuplicate = declareError(
  'RECORD_DUPLICATE',
  '该{term:words}已由 {first} 记录，同一事项只记录一次；{field} 收到：{got}。',
  'This {term:words} is on record already as {first}: one thing is recorded once; {field} is: {got}.',
);

// ── what taking back an import runs into ───────────────────────────────────────────────────────────────────────────
export const ImportNotYours = declareError(
  'IMPORT_NOT_YOURS',
  '报送批次 {got} 由 {owner:DepartmentKind} 报送，只能由该部门续报或撤回。',
  'The import {got} was sent by {owner:DepartmentKind}; that department alone goes on with it or takes it back.',
);
export const ImportTakenBack = declareError(
  'IMPORT_TAKEN_BACK',
  '报送批次 {got} 已撤回，不能续报；请重新报送。',
  'The import {got} was taken back and does not go on; please send the records anew.',
);
export const ImportTooOld = declareError(
  'IMPORT_TOO_OLD',
  '报送批次 {got} 已超过 {days} 天，不能整批撤回；请以更高版本更正。',
  'The import {got} is more than {days} days old and cannot be taken back; please correct it with a higher revision.',
);
export const ImportRowChanged = declareError(
  'IMPORT_ROW_CHANGED',
  '{key} 在该批报送之后又有变更（{by:words}），予以保留。',
  '{key} was changed after that import ({by:words}), so it stays.',
);
export const ImportRowReferredTo = declareError(
  'IMPORT_ROW_REFERRED_TO',
  '{key} 已被其他记录（{by:words}）引用，暂予保留；可直接报送更正后的记录，版本号、来源不限。',
  '{key} is referred to by other records ({by:words}), so it stays for now: send the corrected record, of any revision and source, in its place.',
);

export const NotFound = declareError(
  'NOT_FOUND',
  '{field} 没有对应的{term:words}，收到：{got}。',
  '{field} names no {term:words} that is known, but got: {got}.',
);
export const StepNotAllowed = declareError(
  'STEP_NOT_ALLOWED',
  '{key} 处于 {status:words}，不能进行 {step}；可行：{allowed}。',
  '{key} is {status:words}: {step} is not possible; these are: {allowed}.',
);

// ── who may ────────────────────────────────────────────────────────────────────────────────────────────────────────
export const AuthenticationRequired = declareError(
  'AUTHENTICATION_REQUIRED',
  '此操作须由持令牌的部门进行。',
  'This needs the token of an agency.',
);
export const ScopeMissing = declareError(
  'SCOPE_MISSING',
  '令牌缺少权限 {scope}。',
  'The token lacks the scope {scope}.',
);
/** Whoever submits never approves. */
export const DeciderMustDiffer = declareError(
  'DECIDER_MUST_DIFFER',
  '{key} 由本人登记、办理或报告，须由他人审核、决定。',
  'You have recorded, handled or reported {key} yourself: somebody else must review and decide it.',
);
export const OutsideRegion = declareError(
  'OUTSIDE_REGION',
  '{field} 不在令牌的辖区 {region} 内，收到：{got}。',
  '{field} is outside the region {region} of the token, but got: {got}.',
);
export const SourceNotYours = declareError(
  'SOURCE_NOT_YOURS',
  '来源 {got} 只能由 {owner:DepartmentKind} 使用。',
  'The source {got} may be used by {owner:DepartmentKind} only.',
);
export const SharingDenied = declareError(
  'SHARING_DENIED',
  '{field} 的共享级别为 {level:SharingLevel}（提供部门：{owner:DepartmentKind}），您不可见：{reason:words}。',
  '{field} is shared as {level:SharingLevel} (owner: {owner:DepartmentKind}); it is not for you: {reason:words}.',
);
export const AuditUnavailable = declareError(
  'AUDIT_UNAVAILABLE',
  '审计记录无法写入，{field} 暂不提供。',
  'The audit record cannot be written, so {field} is withheld for now.',
);
export const TokenInvalid = declareError(
  'TOKEN_INVALID',
  '令牌无效：{reason:words}。',
  'The token is not valid: {reason:words}.',
);
export const CallerUnsigned = declareError(
  'CALLER_UNSIGNED',
  '子图只接受网关签名的请求：{reason:words}。',
  'A subgraph answers only requests that the gateway has signed: {reason:words}.',
);

export const RateLimited = declareError(
  'RATE_LIMITED',
  '请求过于频繁，请在 {retryAfterSeconds} 秒后重试。',
  'Too many requests; please try again in {retryAfterSeconds} s.',
);
export const PurposeInvalid = declareError(
  'PURPOSE_INVALID',
  '请求头 {field} 应为百分号编码的文本，但{fault:words}，收到：{got}。',
  'The header {field} must be percent-encoded text, but {fault:words}; got: {got}.',
);

// ── what the gateway refuses, and what fails behind it ─────────────────────────────────────────────────────────────
export const AliasForbidden = declareError(
  'ALIAS_FORBIDDEN',
  '别名 {got} 与 {type} 的字段同名或以 __ 开头，请换一个。',
  'The alias {got} is also a field of {type}, or begins with __; please choose another.',
);
export const QueryTooDeep = declareError(
  'QUERY_TOO_DEEP',
  '查询嵌套不得超过 {max} 层，收到：{got} 层。',
  'A query may be {max} levels deep, but got: {got}.',
);
export const QueryTooCostly = declareError(
  'QUERY_TOO_COSTLY',
  '一次查询不得超过 {max} 点，本次需 {got} 点：请减少每页条数或嵌套列表，分次查询。',
  'An operation may cost {max} points, but this one costs {got}: ask for smaller pages or fewer lists within lists.',
);
export const OperationTooLong = declareError(
  'OPERATION_TOO_LONG',
  '操作在 {seconds} 秒内未能完成，已中止：请减少所查内容后重试。',
  'The operation was not done within {seconds} seconds and was ended: ask for less, or try again.',
);
export const QueryTooComplex = declareError(
  'QUERY_TOO_COMPLEX',
  '{seconds} 秒内未能为该查询制定执行计划：请分次查询。',
  'The operation could not be planned within {seconds} seconds: ask in parts.',
);
export const IntrospectionTooCostly = declareError(
  'INTROSPECTION_TOO_COSTLY',
  '一次查询至多可读取完整架构 {max} 遍。',
  'An operation may ask for the whole schema {max} times at most.',
);
export const QueryTooLarge = declareError(
  'QUERY_TOO_LARGE',
  '展开后的查询不得超过 {max} 个字段。',
  'A query may have {max} fields once its fragments are put in place.',
);
export const SubgraphUnavailable = declareError(
  'SUBGRAPH_UNAVAILABLE',
  '子图 {subgraph} 暂时无法应答，其字段留空。',
  'The subgraph {subgraph} does not answer for now; its fields are left empty.',
);
export const SubgraphFailed = declareError(
  'SUBGRAPH_FAILED',
  '子图 {subgraph} 的应答有误，其字段留空。',
  'What the subgraph {subgraph} answers is no good; its fields are left empty.',
);
export const DatabaseBusy = declareError(
  'DATABASE_BUSY',
  '数据库暂时繁忙，请在 {retryAfterSeconds} 秒后重试。',
  'The database is busy; please try again in {retryAfterSeconds} s.',
);
export const DataIncomplete = declareError(
  'DATA_INCOMPLETE',
  '部分必填数据缺失，相关字段留空。',
  'Some required data were missing; the fields that hold them are left empty.',
);
export const InternalError = declareError(
  'INTERNAL_SERVER_ERROR',
  '内部错误，请联系运维并提供请求编号 {requestId}。',
  'Something went wrong; tell the operator the request id {requestId}.',
);
