import type { Config } from './config';
import type { SubgraphSettings } from './context';
import { tableOf, type Database, type EntityClass } from './database';
import { declareError } from './errors';
import { openColumns, sealWhatLiesOpen } from './resealing';
import { sealedColumns } from './retention';
import { ERASED, seal, sealingKey, unseal, type DataKeys, type OpenedKeys } from './sealing';
import type { Submission } from './submission';

export const DataKeyWrong = declareError(
  'DATA_KEY_WRONG',
  '{subgraph} 的数据不是用设置 DATA_KEY 或 OLD_DATA_KEYS（或该子图自己的）给出的密钥封存的。',
  'The data of {subgraph} were sealed with none of the keys that DATA_KEY and OLD_DATA_KEYS (or the subgraph’s own) name.',
);

/** What a subgraph is told of its surroundings, before its own keys are known. */
export type GivenSettings = Omit<SubgraphSettings, 'dataKey'> & Pick<Config, 'dataKeysOf'>;

interface Sealing {
  name: string;
  entities: readonly EntityClass[];
  submissions?: readonly Submission[];
}

/**
 * Opens the key that outlasts every rotation, on which pseudonyms, digests of contents and cursors hang: they are compared
 * with what was stored long ago, so they may not change. It is the data key of the first start, kept wrapped under the
 * current one. What lies open in columns that are sealed since is sealed by the way.
 * @throws DataKeyWrong if no key that the settings name opens it, or what was sealed before there was one
 */
export async function withKeys(
  db: Database,
  subgraph: Sealing,
  { dataKeysOf, ...settings }: GivenSettings,
): Promise<SubgraphSettings> {
  const keys = dataKeysOf(subgraph.name);
  const wrapped = (await storedKey(db)) ?? (await makeKey(db, subgraph, keys));
  if (!sealingKey(wrapped, keys)) throw DataKeyWrong({ subgraph: subgraph.name });
  await sealWhatLiesOpen(db, subgraph, keys);
  return { ...settings, dataKey: opened(wrapped, keys) };
}

function opened(wrapped: string, keys: DataKeys): OpenedKeys {
  return { ...keys, lasting: Buffer.from(unseal(wrapped, keys), 'base64url') };
}

async function storedKey(db: Database): Promise<string | undefined> {
  const [stored] = await db.read<{ wrapped: string }>('SELECT wrapped FROM data_key');
  return stored?.wrapped;
}

/** Whoever is first makes it; the key that opens what is there already, so that all of that stays valid. */
async function makeKey(db: Database, { name, entities }: Sealing, keys: DataKeys): Promise<string> {
  const sample = await anySealed(db, entities);
  const key = sample === undefined ? keys.current : sealingKey(sample, keys);
  if (!key) throw DataKeyWrong({ subgraph: name });
  const wrapped = seal(Buffer.from(key.bytes).toString('base64url'), keys);
  await db.transaction((tx) =>
    tx.query('INSERT INTO data_key (wrapped) VALUES ($1) ON CONFLICT DO NOTHING', [wrapped]),
  );
  return (await storedKey(db)) ?? wrapped;
}

async function anySealed(db: Database, entities: readonly EntityClass[]): Promise<string | undefined> {
  const open = await openColumns(db);
  for (const entity of entities) {
    for (const column of sealedColumns(entity)) {
      if (open.get(tableOf(entity))?.includes(column)) continue;
      const [found] = await db.read<{ sealed: string }>(
        `SELECT ${column} AS sealed FROM ${tableOf(entity)} WHERE NOT starts_with(${column}, '${ERASED}') LIMIT 1`,
      );
      if (found) return found.sealed;
    }
  }
  return undefined;
}
