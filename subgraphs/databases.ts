import { subgraphs } from '.';
import { openEmbeddedPostgres } from './embedded-postgres';
import type { Config } from './kernel';

/** Where the subgraphs' data are. */
export interface Databases {
  urlOf: (subgraph: string) => string;
  embedded: boolean;
  close: () => Promise<void>;
}

/** The databases that the settings name; the embedded PostgreSQL where they name none, which tells `onLost` if it ends for good. */
export async function openDatabases(
  config: Config,
  say: (line: string) => void,
  onLost?: (error: Error) => void,
): Promise<Databases> {
  const named = (subgraph: string) => config.databaseUrlOf(subgraph) ?? config.databaseUrl;
  const embedded = subgraphs.some(({ name }) => !named(name))
    ? await openEmbeddedPostgres(config.dataDir, say, [], onLost)
    : null;
  return {
    urlOf: (subgraph) => named(subgraph) ?? embedded?.url ?? '',
    embedded: embedded !== null,
    close: async () => embedded?.close(),
  };
}
