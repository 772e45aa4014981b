import 'reflect-metadata';
import { mkdtempSync, rmSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { subgraphs } from '../subgraphs';
import { openEmbeddedPostgres } from '../subgraphs/embedded-postgres';
import { drift, migrate } from './run';

/** `npm run migrations:check`: a freshly migrated database must be what the entities declare. */
async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'onematter-'));
  chmodSync(folder, 0o755); // PostgreSQL's own user must reach it when this runs as root
  const postgres = await openEmbeddedPostgres(folder);
  try {
    await migrate(subgraphs, () => postgres.url);
    for (const subgraph of subgraphs) {
      const missing = await drift(subgraph, postgres.url);
      if (missing.length === 0) continue;
      process.exitCode = 1;
      process.stderr.write(`${subgraph.name}: a migration is missing for\n${missing.map((statement) => `  ${statement}\n`).join('')}`);
    }
  } finally {
    await postgres.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

void main();
