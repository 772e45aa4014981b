import type { Words } from './errors';
import { keySettings } from './key-settings';
import { limitSettings } from './limit-settings';
import { address, database, file, number, onOrOff, text } from './setting-kinds';

/** One setting of the environment. docs/configuration.md is printed from this list. */
export interface Setting {
  name: string;
  fallback: string;
  /** What it is for. */
  zh: string;
  en: string;
  /** What a value must be, to go on from 应为 and "must be"; a wrong one is refused at start, by name. */
  must: Words;
  holds: RegExp;
  /** Its value is not printed. */
  secret?: boolean;
  /** Must hold in production as well. */
  inProduction?: RegExp;
}

export const settings: readonly Setting[] = [
  {
    name: 'PORT',
    fallback: '4000',
    zh: '网关（或单独启动的部分）的端口；单独启动的子图默认用自己的端口。',
    en: 'Port of the gateway, or of the part that is served alone, which has a port of its own if none is set.',
    ...number(0, 65_535, /^(\d{1,4}|[1-5]\d{4}|6[0-4]\d{3}|65[0-4]\d\d|655[0-2]\d|6553[0-5])$/),
  },
  {
    name: 'HOST',
    fallback: '127.0.0.1',
    zh: '监听地址。',
    en: 'Address to listen at.',
    must: { zh: '主机名或 IP 地址', en: 'a host name or an address' },
    holds: /^[\w.:%-]+$/,
  },
  {
    name: 'DATABASE_URL',
    fallback: '',
    zh: 'PostgreSQL 15 或更高版本；不设则使用 DATA_DIR 下的内嵌数据库。其登录名须有 CREATEROLE 与在库内创建模式（CREATE）的权限；也可由管理员按 onematter doctor --sql 的输出为各子图备好登录名，生产环境须如此。',
    en: 'A PostgreSQL 15 or later; unset, the embedded one under DATA_DIR. Its login needs CREATEROLE and CREATE on the database; or an administrator prepares a login for each subgraph by what `onematter doctor --sql` prints, as production needs it.',
    ...database,
  },
  {
    name: '<SUBGRAPH>_DATABASE_URL',
    fallback: '',
    zh: '某子图自己的登录名或数据库，如 REGISTRY_DATABASE_URL；只需其角色的权限。',
    en: 'A login or a database of the subgraph’s own, e.g. REGISTRY_DATABASE_URL; it needs the rights of its role only.',
    ...database,
  },
  {
    name: 'MIGRATION_DATABASE_URL',
    fallback: '',
    zh: '升级数据库结构所用的登录名，拥有各模式；不设则用各子图自己的。',
    en: 'The login that migrates and owns the schemas; unset, each subgraph’s own.',
    ...database,
  },
  {
    name: '<SUBGRAPH>_MIGRATION_DATABASE_URL',
    fallback: '',
    zh: '同上，用于自有数据库的子图。',
    en: 'The same for a subgraph that has a database of its own.',
    ...database,
  },
  {
    name: 'DATA_DIR',
    fallback: './.data',
    zh: '内嵌数据库、开发密钥与各日志链首（journal/<子图>.ndjson）所在的文件夹；链首应与数据库分开存放。',
    en: 'Where the embedded PostgreSQL, the development keys and the heads of the journals (journal/<subgraph>.ndjson) are kept: the heads best on another disk than the database.',
    must: { zh: '文件夹路径', en: 'the path of a folder' },
    holds: /\S/,
  },
  {
    name: 'SUBGRAPHS',
    fallback: 'local',
    zh: 'local：所有子图在本进程内；remote：各在自己的地址。',
    en: 'local: all subgraphs in this process; remote: each at its own address.',
    must: { zh: ' local 或 remote', en: 'local or remote' },
    holds: /^(local|remote)$/,
  },
  {
    name: '<SUBGRAPH>_URL',
    fallback: 'http://127.0.0.1:<port>/graphql',
    zh: '远程子图的地址，如 REGISTRY_URL。',
    en: 'Where a remote subgraph listens, e.g. REGISTRY_URL.',
    ...address,
  },
  {
    name: 'DEMO_DATA',
    fallback: 'on',
    zh: 'on：首次启动时为空的内嵌数据库载入合成数据。',
    en: 'on: an empty embedded database is filled with synthetic data at first start.',
    ...onOrOff,
    inProduction: /^off$/,
  },
  {
    name: 'JWKS_URL',
    fallback: '',
    zh: '各部门身份提供方公钥的获取地址。',
    en: 'Where the public keys of the agencies’ identity provider are fetched.',
    ...address,
  },
  {
    name: 'JWKS_FILE',
    fallback: '',
    zh: '存有上述公钥的文件；两者都不设则使用开发密钥。',
    en: 'The same keys in a file. With neither, a development key is made and used.',
    ...file,
  },
  {
    name: 'SUPERGRAPH_FILE',
    fallback: '',
    zh: '网关据以应答的超图文件；空则用随附的 schema/supergraph.graphql。文件更换后即按新文件应答；不可用的，沿用原来的，并在日志和 /health/ready 载明。',
    en: 'The supergraph that the gateway answers by; left empty, the schema/supergraph.graphql that comes with it. A file that is replaced is answered by from then on; of one that cannot be used the one before is kept, which the log and /health/ready say.',
    ...file,
  },
  {
    name: 'REVOKED_FILE',
    fallback: '',
    zh: '撤销名单文件：{ "clients": [], "subjects": [], "tokens": [] }，分别对应令牌的 client_id、sub、jti；改动即时生效。',
    en: 'A file of what is revoked: { "clients": [], "subjects": [], "tokens": [] }, by the claims client_id, sub and jti; a change counts at once.',
    ...file,
  },
  {
    name: 'TOKEN_ISSUER',
    fallback: 'onematter',
    zh: '令牌须注明的签发者。',
    en: 'The issuer that a token must name.',
    ...text,
  },
  {
    name: 'TOKEN_AUDIENCE',
    fallback: 'onematter',
    zh: '令牌须注明的受众。',
    en: 'The audience that a token must name.',
    ...text,
  },
  ...keySettings,
  {
    name: 'TRUSTED_PROXIES',
    fallback: '',
    zh: '可信代理的地址或网段，以逗号分隔；区分客户端时采信其 X-Forwarded-For。',
    en: 'Addresses or networks, by comma, of the proxies whose X-Forwarded-For is believed when clients are told apart.',
    must: { zh: '以逗号分隔的地址或网段', en: 'addresses or networks, by comma' },
    holds: /^[\da-fA-F.:/]+(,[\da-fA-F.:/]+)*$/,
  },
  {
    name: 'REGISTRATION_SOURCES',
    fallback: 'registration-authority,synthetic-registration-authority',
    zh: '登记机关自身的来源，以逗号分隔；其校验位有误的代码予以接收并标注。',
    en: 'Sources, by comma, that are the registration authority itself: a wrong check digit is accepted from them and flagged.',
    must: { zh: '以逗号分隔的来源名', en: 'names of sources, by comma' },
    holds: /^[\w-]+(,[\w-]+)*$/,
  },
  {
    name: 'LEGAL_RULES_FILE',
    fallback: '',
    zh: '运维更正、终止或新增法定数值版本的 JSON 文件，见 legal-rules.md。',
    en: 'A JSON file by which an operator corrects, ends or adds versions of legal numbers: see legal-rules.md.',
    ...file,
  },
  {
    name: 'HOLIDAYS_FILE',
    fallback: '',
    zh: '放假通知的 JSON 文件：数组，每项为 off（放假日）、worked（上班的周末）、source（文件）。国务院办公厅每年秋季公布次年安排；未公布的年份，跨入的期限为暂定。',
    en: 'A JSON file with the State Council’s notices of holidays: an array of off (days off), worked (weekends that are worked) and source (the document). The notice of a year comes out in the autumn before it; a deadline that reaches a year without one is provisional.',
    ...file,
  },
  {
    name: 'EMPOWERMENTS_FILE',
    fallback: '',
    zh: '赋权清单的 JSON 文件：数组，每项为 region（乡镇区划）、steps（可办步骤）、document（文件）、from、to（无终止日为 null）。',
    en: 'A JSON file with the lists of what towns are empowered to decide: an array of region (the town), steps (the mutations), document, from and to (null where it has no end).',
    ...file,
  },
  {
    name: 'ASSESSMENT_MODELS_FILE',
    fallback: '',
    zh: '各地考核办法的 JSON 文件：数组，写法同 subgraphs/matters/assessment/official/ 内的文件，每项写明考核方区划（assessor）和文件（document）；指标以 countedAs 指明按 docs/assessment.md 的哪项计算。',
    en: 'A JSON file with the methods by which divisions assess their members: an array, each written as the file in subgraphs/matters/assessment/official/, with the division (assessor) and its document; an indicator says by countedAs which figure of docs/assessment.md computes it.',
    ...file,
  },
  {
    name: 'SUBGRAPH_TIMEOUT_MS',
    fallback: '4000',
    zh: '网关等待远程子图的毫秒数。',
    en: 'How many milliseconds the gateway waits for a remote subgraph.',
    ...number(10, 999_999, /^\d{2,6}$/),
  },
  {
    name: 'DATABASE_WAIT_MS',
    fallback: '2500',
    zh: '等待数据库连接的毫秒数，超过即答 DATABASE_BUSY。',
    en: 'How many milliseconds a request waits for a connection to the database before it is answered DATABASE_BUSY.',
    ...number(10, 999_999, /^\d{2,6}$/),
  },
  {
    name: 'OPERATION_TIMEOUT_MS',
    fallback: '10000',
    zh: '一次操作最长的毫秒数，到时连同其进行中的工作一并终止。',
    en: 'After so many milliseconds an operation is ended, with all that is under way for it.',
    ...number(100, 999_999, /^\d{3,6}$/),
  },
  ...limitSettings,
  {
    name: 'GATEWAY_PEERS',
    fallback: '',
    zh: '其他网关 METRICS_PORT 的地址，以逗号分隔：每秒互告调用方已耗的点数，以便合计。',
    en: 'Addresses, by comma, of the METRICS_PORT of the other gateways: each second they tell each other which points were spent, so that a caller has them once.',
    must: {
      zh: '以逗号分隔、形如 http://gateway-2:9464 的地址',
      en: 'addresses such as http://gateway-2:9464, by comma',
    },
    holds: /^https?:\/\/[^\s,/]+(,https?:\/\/[^\s,/]+)*$/,
  },
  {
    name: 'LOG_LEVEL',
    fallback: 'info',
    zh: '日志级别：fatal、error、warn、info、debug、trace 或 silent。',
    en: 'fatal, error, warn, info, debug, trace or silent.',
    must: {
      zh: ' fatal、error、warn、info、debug、trace 或 silent',
      en: 'fatal, error, warn, info, debug, trace or silent',
    },
    holds: /^(fatal|error|warn|info|debug|trace|silent)$/,
  },
  {
    name: 'ACCESS_LOG',
    fallback: 'on',
    zh: '每次请求在日志中记一行（info 级）：时间、地址、状态、时长、字节数、编号、调用方类别；不记个人信息和查询内容。',
    en: 'A line for each request at level info: when, which address, status, duration, bytes, id, kind of caller; nothing of a person or of what was asked.',
    ...onOrOff,
  },
  {
    name: 'CORS_ORIGINS',
    fallback: '',
    zh: '可跨域查询的来源，以逗号分隔；不设则仅限网关自身。',
    en: 'Origins, by comma, whose pages may query. Unset: none but the gateway’s own.',
    must: {
      zh: '以逗号分隔、形如 https://例.中国 的来源',
      en: 'origins such as https://a.example, by comma, without spaces',
    },
    holds: /^https?:\/\/[^\s,]+(,https?:\/\/[^\s,]+)*$/,
  },
  {
    name: 'HSTS_SECONDS',
    fallback: '0',
    zh: '经 TLS 提供服务时，令浏览器在此秒数内只用 https（Strict-Transport-Security）；0 为不发。',
    en: 'Where it is served by TLS: for so many seconds browsers use https only (Strict-Transport-Security); 0 sends none.',
    ...number(0, 99_999_999, /^\d{1,8}$/),
  },
  {
    name: 'METRICS_PORT',
    fallback: '',
    zh: '网关（或单独启动的子图）指标（Prometheus，GET /metrics；数据流的在 /metrics/feed）自己的端口；不设则不提供。',
    en: 'Port of its own for the figures of the gateway, or of a subgraph that is served alone (Prometheus, GET /metrics; those of the feed at /metrics/feed); unset, they are not served.',
    ...number(1, 65_535, /^([1-9]\d{0,3}|[1-5]\d{4}|6[0-4]\d{3}|655[0-2]\d|6553[0-5])$/),
  },
  {
    name: 'DRAIN_MS',
    fallback: '1000',
    zh: '收到停止信号后，网关先以 /health/ready 告知不再就绪、仍照常应答的毫秒数，之后才停止接受连接；单独运行的子图应答两倍之久（至多 8 秒），以便同时停止时办完网关已接受的请求。',
    en: 'Told to stop, the gateway first says so at /health/ready and goes on answering for so many milliseconds before it takes no more connections; a subgraph that is served alone answers for twice as long (8 s at most), so that what the gateway has taken in is answered when all are stopped at once.',
    ...number(0, 9_999, /^\d{1,4}$/),
  },
  { name: 'SANDBOX', fallback: 'on', zh: '根路径处的沙箱。', en: 'The sandbox at /.', ...onOrOff },
  {
    name: 'INTROSPECTION',
    fallback: 'on',
    zh: '接口架构的内省。',
    en: 'Introspection of the API schema.',
    ...onOrOff,
  },
];
