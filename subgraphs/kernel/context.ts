import type { Call } from './caller';
import type { OldKey } from './config';
import type { Database } from './database';
import type { CatalogueError } from './errors';
import type { TypedKey } from './events';
import type { Peers } from './peers';
import type { OpenedKeys } from './sealing';

/** A guarded field that was shown: which, and of whom. */
export interface Disclosure {
  field: string;
  subject: TypedKey;
}

/** The settings of a subgraph, besides its database. */
export interface SubgraphSettings {
  /** Sources that are the registration authority itself. */
  registrationSources: readonly string[];
  /** Seal personal data at rest: see sealing.ts and data-keys.ts. */
  dataKey: OpenedKeys;
  /** Signs what others rely on; null where none is set (in production). */
  signingKey: Uint8Array | null;
  /** What it was before, for whoever checks what was signed then. */
  oldSigningKeys: readonly OldKey[];
  /** How long an answer may wait for news, so that neither gateway nor client gives up before. */
  longestWaitMs: number;
  /** How long a request waits for a connection to the database. */
  databaseWaitMs: number;
  /** The folder that heads of journals are written to; none: they are not. */
  dataDir?: string;
}

/** What every resolver, service and loader of a subgraph is handed for one operation. */
export interface RequestContext extends Call {
  db: Database;
  settings: SubgraphSettings;
  peers: Peers;
  now: Date;
  /** The date in China (UTC+8, no summer time), which legal dates are compared with. */
  today: string;
  /** One set of loaders for the operation. */
  loaders: Map<unknown, unknown>;
  disclosures: Disclosure[];
  /** Guarded fields of rows that are not the caller's to see. */
  refusals: Disclosure[];
  /** What is told at its place beside an answer that is not all there is: the rest of it stands. */
  told: CatalogueError[];
}

const CHINA_OFFSET_MS = 8 * 3600 * 1000;

export function dateInChina(moment: Date): string {
  return new Date(moment.getTime() + CHINA_OFFSET_MS).toISOString().slice(0, 10);
}

/** Whoever works alone, such as a command, has nobody to ask. */
const ALONE: Peers = { self: '', others: new Map() };

export function openContext(
  call: Call,
  db: Database,
  settings: SubgraphSettings,
  now: Date,
  peers: Peers = ALONE,
): RequestContext {
  return {
    ...call,
    db,
    settings,
    peers,
    now,
    today: dateInChina(now),
    loaders: new Map(),
    disclosures: [],
    refusals: [],
    told: [],
  };
}
