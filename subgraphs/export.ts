import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { credit, dishonesty } from './credit';
import { openDatabases } from './databases';
import { enforcement, penaltyFeed, typicalCaseFeed } from './enforcement';
import {
  FieldInvalid,
  PUBLIC_CALLER,
  Subgraph,
  createLog,
  fileStatementOf,
  readConfig,
  alike,
  jsonSchemaOf,
  proofsOf,
  spreadsheetOf,
  takeSnapshot,
  type Environment,
  type Feed,
  type RequestContext,
  type SubgraphDefinition,
} from './kernel';
import { quality, samplingFeed } from './quality';

/** What is published, and whose it is. */
export interface Published {
  feed: Feed;
  owner: SubgraphDefinition;
}

const ALL: readonly Published[] = [
  { feed: dishonesty, owner: credit },
  { feed: penaltyFeed, owner: enforcement },
  { feed: typicalCaseFeed, owner: enforcement },
  { feed: samplingFeed, owner: quality },
];

/** @throws FIELD_INVALID for what is no list that is published */
export function publishedAs(what: string): Published {
  const found = ALL.find(({ feed }) => feed.line.feed === what);
  if (found) return found;
  const names = ALL.map(({ feed }) => feed.line.feed).join(', ');
  throw FieldInvalid({ field: '<what>', shape: alike(names), got: what });
}

/**
 * `onematter export dishonesty --to DIR`: a published list as dishonesty.ndjson and dishonesty.csv, what a line
 * holds as dishonesty.schema.json, and in dishonesty.json cursor, root and proofs that go with them, the SHA-256 of either
 * file and a proof of it. Each file appears whole or not at all; the last of them only once the others are there.
 */
export async function exportTo({ feed, owner }: Published, to: string, env: Environment): Promise<number> {
  const config = readConfig(env);
  const databases = await openDatabases(config, () => undefined, { of: [owner] });
  const subgraph = await Subgraph.start(owner, {
    url: databases.urlOf(owner.name),
    settings: config,
    log: createLog('warn', 'export'),
  });
  try {
    const context = subgraph.open({ caller: PUBLIC_CALLER, purpose: null, requestId: 'export', client: '' });
    const { listed, root } = await exportList(context, feed, to);
    process.stdout.write(`${listed} lines of ${feed.line.feed} are in ${to}, root ${root}\n`);
    return 0;
  } finally {
    await subgraph.stop();
    await databases.close();
  }
}

export async function exportList(
  context: RequestContext,
  feed: Feed,
  folder: string,
): Promise<{ listed: number; root: string }> {
  mkdirSync(folder, { recursive: true });
  const snapshot = await takeSnapshot(context, feed);
  const { cursor, digest, head, proofs } = snapshot;
  const { feed: name, version, fields } = feed.line;
  const sha256 = {
    [`${name}.ndjson`]: await write(join(folder, `${name}.ndjson`), joined(snapshot.lines('again'))),
    [`${name}.csv`]: await write(
      join(folder, `${name}.csv`),
      spreadsheetOf(snapshot.lines(), Object.keys(fields)),
    ),
  };
  const madeAt = context.now.toISOString();
  const fileProofs = Object.entries(sha256).map(([file, of]) => {
    const statement = fileStatementOf(name, snapshot, file, { sha256: of, madeAt });
    return [file, proofsOf(statement, context.settings.signingKey)] as const;
  });
  const { sequence, root, listed, epoch } = head;
  const about = {
    cursor,
    sequence,
    ...(digest && { digest }),
    root,
    proofs,
    listed,
    epoch,
    sha256,
    madeAt,
    fileProofs: Object.fromEntries(fileProofs),
    lineVersion: version,
  };
  await write(join(folder, `${name}.schema.json`), [json(jsonSchemaOf(feed.line))]);
  await write(join(folder, `${name}.json`), [json(about)]);
  return { listed, root };
}

const json = (value: object) => `${JSON.stringify(value, null, 2)}\n`;

async function* joined(pages: AsyncIterable<string[]>): AsyncGenerator<string> {
  for await (const lines of pages) yield `${lines.join('\n')}\n`;
}

/** Returns the SHA-256 of what was written. */
async function write(
  path: string,
  parts: AsyncIterable<string | Buffer> | Iterable<string>,
): Promise<string> {
  const draft = `${path}.new`;
  const hash = createHash('sha256');
  const file = openSync(draft, 'w');
  try {
    for await (const part of parts) {
      hash.update(part);
      writeSync(file, typeof part === 'string' ? Buffer.from(part) : part);
    }
    fsyncSync(file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
  renameSync(draft, path);
  return hash.digest('hex');
}
