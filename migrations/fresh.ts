import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbeddedPostgres } from '../subgraphs/embedded-postgres';

/** An empty PostgreSQL for as long as `work` takes. */
export async function withFreshDatabase(work: (url: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'onematter-'));
  chmodSync(folder, 0o755); // PostgreSQL's own user must reach it when this runs as root
  const postgres = await openEmbeddedPostgres(folder);
  try {
    await work(postgres.url);
  } finally {
    await postgres.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
