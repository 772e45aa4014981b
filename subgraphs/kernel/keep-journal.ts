import type { SubgraphSettings } from './context';
import type { Database } from './database';
import { Anchors, fileOfHeads } from './journal-anchors';
import { HeadSigner } from './journal-heads';
import { journalKey } from './journal-links';
import type { Log } from './log';
import { keptByNext, type Peer } from './peers';
import { Sealer } from './sealer';

interface Keeping {
  url: string;
  name: string;
  settings: SubgraphSettings;
  log: Log;
  peers: ReadonlyMap<string, Peer> | undefined;
  /** How often the head is carried out of the database. */
  everyMs?: number;
}

/** Seals the journal of a subgraph, and anchors its head outside its database. */
export function keepJournal(db: Database, { url, name, settings, log, peers, everyMs }: Keeping): Sealer {
  const { dataKey, dataDir } = settings;
  const anchors = new Anchors({
    signer: HeadSigner.of(dataKey),
    log,
    file: dataDir === undefined ? null : fileOfHeads(dataDir, name),
    tell: (head) => keptByNext({ self: name, others: peers ?? new Map() }, head),
    everyMs,
  });
  return new Sealer(db, { url, schema: name, key: journalKey(dataKey), log, anchors });
}
