/** One setting of the environment. docs/configuration.md is printed from this list. */
interface Setting {
  name: string;
  fallback: string;
  meaning: string;
  /** What a value must look like; a wrong one is refused at start, by name. */
  holds?: RegExp;
  /** Its value is not printed. */
  secret?: boolean;
  /** Must hold in production as well. */
  inProduction?: RegExp;
}

const URL_SHAPE = /^https?:\/\/\S+$/;
const DATABASE_SHAPE = /^postgres(ql)?:\/\/\S+$/;
const SWITCH = /^(on|off)$/;

export const settings: readonly Setting[] = [
  {
    name: 'PORT',
    fallback: '4000',
    meaning: 'Port of the gateway, or of the part that is served alone.',
    holds: /^(\d{1,4}|[1-5]\d{4}|6[0-4]\d{3}|65[0-4]\d\d|655[0-2]\d|6553[0-5])$/,
  },
  { name: 'HOST', fallback: '127.0.0.1', meaning: 'Address to listen at.', holds: /^\S+$/ },
  {
    name: 'DATABASE_URL',
    fallback: '',
    meaning: 'A PostgreSQL 15 or later. Unset: the embedded PostgreSQL under DATA_DIR.',
    holds: DATABASE_SHAPE,
    secret: true,
  },
  {
    name: '<SUBGRAPH>_DATABASE_URL',
    fallback: '',
    meaning: 'A database of the subgraph’s own, e.g. REGISTRY_DATABASE_URL.',
    holds: DATABASE_SHAPE,
    secret: true,
  },
  {
    name: 'DATA_DIR',
    fallback: './.data',
    meaning: 'Where the embedded PostgreSQL and the development keys are kept.',
    holds: /\S/,
  },
  {
    name: 'SUBGRAPHS',
    fallback: 'local',
    meaning: 'local: all subgraphs in this process; remote: each at its own address.',
    holds: /^(local|remote)$/,
  },
  {
    name: '<SUBGRAPH>_URL',
    fallback: 'http://127.0.0.1:<port>/graphql',
    meaning: 'Where a remote subgraph listens, e.g. REGISTRY_URL.',
    holds: URL_SHAPE,
  },
  {
    name: 'DEMO_DATA',
    fallback: 'on',
    meaning: 'on: an empty embedded database is filled with synthetic data at first start.',
    holds: SWITCH,
    inProduction: /^off$/,
  },
  {
    name: 'JWKS_URL',
    fallback: '',
    meaning: 'Where the public keys of the agencies’ identity provider are fetched.',
    holds: URL_SHAPE,
  },
  {
    name: 'JWKS_FILE',
    fallback: '',
    meaning: 'The same keys in a file. With neither, a development key is made and used.',
    holds: /\S/,
  },
  { name: 'TOKEN_ISSUER', fallback: 'onematter', meaning: 'The issuer that a token must name.', holds: /\S/ },
  {
    name: 'TOKEN_AUDIENCE',
    fallback: 'onematter',
    meaning: 'The audience that a token must name.',
    holds: /\S/,
  },
  {
    name: 'GATEWAY_KEY',
    fallback: '',
    meaning: 'Signs the caller for the subgraphs; 32 characters or more. Unset: a development key.',
    holds: /^.{32,}$/,
    secret: true,
  },
  {
    name: 'DATA_KEY',
    fallback: '',
    meaning:
      'Seals personal data at rest; 32 characters or more, never changed once there are data. Unset: a development key.',
    holds: /^.{32,}$/,
    secret: true,
  },
  {
    name: 'SIGNING_KEY',
    fallback: '',
    meaning:
      'Signs the feed of the lists; 32 characters or more; needed where credit is served. Unset: a development key.',
    holds: /^.{32,}$/,
    secret: true,
  },
  {
    name: 'TRUSTED_PROXIES',
    fallback: '',
    meaning:
      'Addresses or networks, by comma, of the proxies whose X-Forwarded-For is believed when clients are told apart.',
    holds: /^[\da-fA-F.:/]+(,[\da-fA-F.:/]+)*$/,
  },
  {
    name: 'REGISTRATION_SOURCES',
    fallback: 'registration-authority,synthetic-registration-authority',
    meaning:
      'Sources, by comma, that are the registration authority itself: a wrong check digit is accepted from them and flagged.',
    holds: /^[\w-]+(,[\w-]+)*$/,
  },
  {
    name: 'LEGAL_RULES_FILE',
    fallback: '',
    meaning: 'A JSON file of legal numbers that an operator has checked, in place of unverified ones.',
    holds: /\S/,
  },
  {
    name: 'SUBGRAPH_TIMEOUT_MS',
    fallback: '4000',
    meaning: 'How long the gateway waits for a remote subgraph.',
    holds: /^\d{2,6}$/,
  },
  {
    name: 'OPERATION_TIMEOUT_MS',
    fallback: '10000',
    meaning: 'After so long an operation is ended, with all that is under way for it.',
    holds: /^\d{3,6}$/,
  },
  {
    name: 'COST_LIMIT',
    fallback: '10000',
    meaning: 'Points that one operation may cost: an object is one, a value a tenth, figures more.',
    holds: /^[1-9]\d{2,9}$/,
  },
  {
    name: 'PUBLIC_POINTS',
    fallback: '200000',
    meaning: 'Points that a caller without a token may spend in a minute, by address.',
    holds: /^[1-9]\d{2,9}$/,
  },
  {
    name: 'AGENCY_POINTS',
    fallback: '5000000',
    meaning: 'Points that an agency may spend in a minute, by the subject of its token.',
    holds: /^[1-9]\d{2,9}$/,
  },
  {
    name: 'LOG_LEVEL',
    fallback: 'info',
    meaning: 'fatal, error, warn, info, debug, trace or silent.',
    holds: /^(fatal|error|warn|info|debug|trace|silent)$/,
  },
  {
    name: 'CORS_ORIGINS',
    fallback: '',
    meaning: 'Origins, by comma, whose pages may query. Unset: none but the gateway’s own.',
    holds: /^https?:\/\/[^\s,]+(,https?:\/\/[^\s,]+)*$/,
  },
  { name: 'SANDBOX', fallback: 'on', meaning: 'The sandbox at /.', holds: SWITCH },
  { name: 'INTROSPECTION', fallback: 'on', meaning: 'Introspection of the API schema.', holds: SWITCH },
];
