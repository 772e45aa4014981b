import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { credit, dishonesty } from './credit';
import { openDatabases } from './databases';
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
  type RequestContext,
} from './kernel';

/** There is one thing to export. */
export function refuseUnknown(what: string): void {
  if (what !== 'dishonesty') throw FieldInvalid({ field: '<what>', shape: alike('dishonesty'), got: what });
}

/**
 * `onematter export dishonesty --to DIR`: the published lists as dishonesty.ndjson and dishonesty.csv, what a line
 * holds as dishonesty.schema.json, and in dishonesty.json cursor, root and proofs that go with them, the SHA-256 of either
 * file and a proof of it. Each file appears whole or not at all; the last of them only once the others are there.
 */
export async function exportTo(to: string, env: Environment): Promise<number> {
  const config = readConfig(env);
  const databases = await openDatabases(config, () => undefined, { of: [credit] });
  const subgraph = await Subgraph.start(credit, {
    url: databases.urlOf('credit'),
    settings: config,
    log: createLog('warn', 'export'),
  });
  try {
    mkdirSync(to, { recursive: true });
    await exportLists(
      subgraph.open({ caller: PUBLIC_CALLER, purpose: null, requestId: 'export', client: '' }),
      to,
    );
    return 0;
  } finally {
    await subgraph.stop();
    await databases.close();
  }
}

async function exportLists(context: RequestContext, folder: string): Promise<void> {
  const snapshot = await takeSnapshot(context, dishonesty);
  const { cursor, digest, head, proofs } = snapshot;
  const { version, fields } = dishonesty.line;
  const sha256 = {
    'dishonesty.ndjson': await write(join(folder, 'dishonesty.ndjson'), joined(snapshot.lines('again'))),
    'dishonesty.csv': await write(
      join(folder, 'dishonesty.csv'),
      spreadsheetOf(snapshot.lines(), Object.keys(fields)),
    ),
  };
  const madeAt = context.now.toISOString();
  const fileProofs = Object.entries(sha256).map(([file, of]) => {
    const statement = fileStatementOf(dishonesty.line.feed, snapshot, file, { sha256: of, madeAt });
    return [file, proofsOf(statement, context.settings.signingKey)] as const;
  });
  const { sequence, root, listed, epoch } = head;
  const about = {
    cursor,
    sequence,
    digest,
    root,
    proofs,
    listed,
    epoch,
    sha256,
    madeAt,
    fileProofs: Object.fromEntries(fileProofs),
    lineVersion: version,
  };
  await write(join(folder, 'dishonesty.schema.json'), [json(jsonSchemaOf(dishonesty.line))]);
  await write(join(folder, 'dishonesty.json'), [json(about)]);
  process.stdout.write(`${listed} listings are in ${folder}, digest ${digest}\n`);
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
