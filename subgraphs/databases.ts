import { subgraphs } from '.';
import { openEmbeddedPostgres } from './embedded-postgres';
import type { Settings, SubgraphDefinition } from './kernel';

/** Where the subgraphs' data are. */
export interface Databases {
  urlOf: (subgraph: string) => string;
  /** For migrations, by a login of their own if there is one. */
  migrationUrlOf: (subgraph: string) => string;
  embedded: boolean;
  close: () => Promise<void>;
}

/** Where the settings say that a subgraph's data are; null where that is the embedded PostgreSQL. */
export function namedUrl(settings: Settings, subgraph: string): string | null {
  return settings.databaseUrlOf(subgraph) ?? settings.databaseUrl ?? settings.migrationUrlOf(subgraph);
}

/** The databases that the settings name; the embedded PostgreSQL where they name none, which tells `onLost` if it ends for good. */
export async function openDatabases(
  settings: Settings,
  say: (line: string) => void,
  { of = subgraphs, onLost }: { of?: readonly SubgraphDefinition[]; onLost?: (error: Error) => void } = {},
): Promise<Databases> {
  const embedded = of.some(({ name }) => namedUrl(settings, name) === null)
    ? await openEmbeddedPostgres(settings.dataDir, say, [], onLost)
    : null;
  const urlOf = (subgraph: string) => namedUrl(settings, subgraph) ?? embedded?.url ?? '';
  return {
    urlOf,
    migrationUrlOf: (subgraph) => settings.migrationUrlOf(subgraph) ?? urlOf(subgraph),
    embedded: embedded !== null,
    close: async () => embedded?.close(),
  };
}
