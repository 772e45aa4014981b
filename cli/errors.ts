import { declareError } from '../subgraphs/kernel';

export const SettingUnknown = declareError(
  'SETTING_UNKNOWN',
  '没有设置 {setting}，请从环境中去掉；可用的设置见 {document}。',
  'There is no setting {setting}: take it out of the environment; {document} has those that there are.',
);
export const SettingMisspelt = declareError(
  'SETTING_MISSPELT',
  '没有设置 {setting}，是否指 {meant}？请更正，或从环境中去掉。',
  'There is no setting {setting}; if {meant} is meant, correct it, else take it out of the environment.',
);
export const FileUnusable = declareError(
  'FILE_UNUSABLE',
  '设置 {setting} 所指的文件 {got} 无法使用：{reason:words}。',
  'The file {got} that the setting {setting} names cannot be used: {reason:words}.',
);
export const SandboxNotBuilt = declareError(
  'SANDBOX_NOT_BUILT',
  '沙箱页面尚未构建：请运行 {command}，或将设置 {setting} 设为 off。',
  'The sandbox is not built: run {command}, or set {setting} to off.',
);
export const PortUnavailable = declareError(
  'PORT_UNAVAILABLE',
  '无法在 {address} 监听：{reason:words}。请更改设置 {setting}。',
  'The address {address} cannot be listened at: {reason:words}; change the setting {setting}.',
);
export const FolderUnusable = declareError(
  'FOLDER_UNUSABLE',
  '设置 {setting} 所指的文件夹 {got} 无法使用：{reason:words}。',
  'The folder {got} that the setting {setting} names cannot be used: {reason:words}.',
);
export const DiskFull = declareError(
  'DISK_FULL',
  '{got} 所在磁盘仅余 {free} MB，至少需要 {min} MB。',
  'The disk of {got} has {free} MB left, but {min} MB are needed.',
);
export const DatabaseUnreachable = declareError(
  'DATABASE_UNREACHABLE',
  '无法连接设置 {setting} 所指的数据库 {database}：{reason:words}。',
  'The database {database} that the setting {setting} names cannot be reached: {reason:words}.',
);
export const DatabaseNotMade = declareError(
  'DATABASE_NOT_MADE',
  '设置 {setting} 所指的文件夹 {got} 中尚无数据库：请先运行 {command}，或指明另一文件夹。',
  'There is no database in {got}, the folder that the setting {setting} names: run {command} first, or name another.',
);
export const DatabaseTooOld = declareError(
  'DATABASE_TOO_OLD',
  '数据库 {database} 的 PostgreSQL 版本应为 {min} 或更高，收到：{got}。',
  'The PostgreSQL of {database} must be version {min} or later, but got: {got}.',
);
export const DatabaseReadOnly = declareError(
  'DATABASE_READ_ONLY',
  '数据库 {database} 是备库，只能读；设置 {setting} 须指向主库。',
  'The database {database} is a standby that can only be read; the setting {setting} must name the primary.',
);
export const MigrationsPending = declareError(
  'MIGRATIONS_PENDING',
  '{subgraph} 的数据库结构尚未升级，缺 {count} 项：{allowed}。请运行 {command}。',
  'The database of {subgraph} lacks {count} migrations: {allowed}; run {command}.',
);
export const LoginShared = declareError(
  'LOGIN_SHARED',
  '登录名 {login} 供多个子图共用或为超级用户：各子图须有自己的登录名，见 {command}。',
  'The login {login} is shared by subgraphs or a superuser: give each its own, by {command}.',
);
export const ConnectionsTooFew = declareError(
  'CONNECTIONS_TOO_FEW',
  '数据库 {database} 允许 {got} 个连接，满负荷时需要 {min} 个：请调高 {parameter}。',
  'PostgreSQL at {database} allows {got} connections, but under full load {min} are needed: raise {parameter}.',
);
export const ClocksDiffer = declareError(
  'CLOCKS_DIFFER',
  '本机与数据库 {database} 的时钟相差 {got} 秒，至多可差 {max} 秒：请校时。',
  'The clocks of this machine and of {database} differ by {got} s, but may by {max} s: set them right.',
);
export const KeysUnreachable = declareError(
  'KEYS_UNREACHABLE',
  '无法从设置 {setting} 所指的 {got} 取得公钥：{reason:words}。',
  'No keys can be had from {got}, which the setting {setting} names: {reason:words}.',
);
export const PartUnreachable = declareError(
  'PART_UNREACHABLE',
  '子图 {subgraph} 在设置 {setting} 所指的 {got} 未就绪：{reason:words}。',
  'The subgraph {subgraph} is not ready at {got}, which the setting {setting} names: {reason:words}.',
);
export const NodeUnsupported = declareError(
  'NODE_UNSUPPORTED',
  'Node 的版本应为 {allowed}，收到：{got}。',
  'Node must be of version {allowed}, but got: {got}.',
);
export const NotAllReady = declareError(
  'NOT_ALL_READY',
  '在 {address} 运行的一件事未全部就绪：{got}。请查看其日志。',
  'OneMatter at {address} is not ready as a whole: {got}; see its log.',
);
