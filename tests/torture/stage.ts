import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLocal, startSubgraphs } from '../../gateway/platform';
import { migrate } from '../../migrations/run';
import { subgraphs } from '../../subgraphs';
import { openEmbeddedPostgres } from '../../subgraphs/embedded-postgres';
import { findOrCreate, run } from '../../subgraphs/embedded-postgres/cluster';
import { createLog, readConfig, type Config } from '../../subgraphs/kernel';

/** The whole platform on a PostgreSQL of its own, which can be restarted under it. */
export interface Stage {
  address: string;
  url: string;
  config: Config;
  /** Files of the consumers. */
  folder: string;
  /** Restarts PostgreSQL at once, as a crash would, at the same port. */
  restartPostgres: () => Promise<void>;
  close: () => Promise<void>;
}

export async function openStage(): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'onematter-torture-'));
  chmodSync(folder, 0o755); // PostgreSQL’s OS user has to enter it
  const postgres = await openEmbeddedPostgres(folder);
  const { url } = postgres;
  await migrate(subgraphs, () => url);
  const config = readConfig({
    DATA_DIR: folder,
    DATABASE_URL: url,
    PORT: '0',
    SANDBOX: 'off',
    // all its consumers come from one address, and none of them rests
    PUBLIC_POINTS: '9999999999',
    AGENCY_POINTS: '9999999999',
    LOG_LEVEL: 'silent',
  });
  const log = createLog('silent', 'torture');
  const databases = { urlOf: () => url };
  const gateway = await startLocal(config, await startSubgraphs(config, databases, log), log);
  const cluster = await findOrCreate(folder, () => undefined);
  return {
    address: gateway.address,
    url,
    config,
    folder,
    restartPostgres: () =>
      run(
        cluster,
        'pg_ctl',
        'restart',
        '-D',
        cluster.data,
        '-m',
        'immediate',
        '-l',
        join(cluster.data, 'restart.log'),
      ),
    close: async () => {
      await gateway.stop();
      await run(cluster, 'pg_ctl', 'stop', '-D', cluster.data, '-m', 'immediate');
      await postgres.close().catch(() => undefined);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
