import { createHash } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { credit, csvOf, takeSnapshot } from './credit';
import { openDatabases } from './databases';
import {
  FieldInvalid,
  PUBLIC_CALLER,
  Subgraph,
  createLog,
  readConfig,
  alike,
  type Environment,
  type RequestContext,
} from './kernel';

/** There is one thing to export. */
export function refuseUnknown(what: string): void {
  if (what !== 'dishonesty') throw FieldInvalid({ field: '<what>', shape: alike('dishonesty'), got: what });
}

/**
 * `onematter export dishonesty --to DIR`: the published lists as dishonesty.ndjson and dishonesty.csv, and in
 * dishonesty.json the cursor and the digest that go with them and the digest of either file. Each file appears whole or
 * not at all; the last of them only once the others are there.
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
  for (;;) {
    const [first, second] = [await takeSnapshot(context), await takeSnapshot(context)];
    const isSame = first.cursor === second.cursor;
    if (!isSame) {
      // something was written in between: both files must be of one moment
      first.close();
      second.close();
      continue;
    }
    const ndjson = await write(join(folder, 'dishonesty.ndjson'), joined(first.lines()));
    const csv = await write(join(folder, 'dishonesty.csv'), csvOf(second));
    const { cursor, digest, head, proofs } = first;
    const about = {
      cursor,
      sequence: head.sequence,
      digest,
      root: head.root,
      proofs,
      listed: head.listed,
      epoch: head.epoch,
      sha256: { 'dishonesty.ndjson': ndjson, 'dishonesty.csv': csv },
    };
    writeFileSync(join(folder, 'dishonesty.json.new'), `${JSON.stringify(about, null, 2)}\n`, {
      flush: true,
    });
    renameSync(join(folder, 'dishonesty.json.new'), join(folder, 'dishonesty.json'));
    process.stdout.write(`${head.listed} listings are in ${folder}, digest ${digest}\n`);
    return;
  }
}

async function* joined(pages: AsyncIterable<string[]>): AsyncGenerator<string> {
  for await (const lines of pages) yield `${lines.join('\n')}\n`;
}

/** Returns the SHA-256 of what was written. */
async function write(path: string, parts: AsyncIterable<string | Buffer>): Promise<string> {
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
