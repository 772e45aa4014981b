import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLocal, startSubgraphs } from '../../gateway/platform';
import { migrate } from '../../migrations/run';
import { subgraphs } from '../../subgraphs';
import { openEmbeddedPostgres } from '../../subgraphs/embedded-postgres';
import { findOrCreate, run } from '../../subgraphs/embedded-postgres/cluster';
import { createLog, readConfig, type Config } from '../../subgraphs/kernel';
import { Mirror } from '../support/mirror';

/** The whole platform on a PostgreSQL of its own, which can be restarted under it. */
export interface Stage {
  address: string;
  /** What the consumers ask. */
  mirror: Mirror;
  url: string;
  config: Config;
  /** Files of the consumers. */
  folder: string;
  /** Restarts PostgreSQL at once, as a crash would, at the same port. */
  restartPostgres: () => Promise<void>;
  /** Another platform on the same database, with another key: the mirror passes on what that one says. */
  renewKeys: () => Promise<void>;
  close: () => Promise<void>;
}

export async function openStage(): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'onematter-torture-'));
  chmodSync(folder, 0o755); // PostgreSQL’s OS user has to enter it
  const postgres = await openEmbeddedPostgres(folder);
  const { url } = postgres;
  await migrate(subgraphs, () => url);
  const settings = {
    DATA_DIR: folder,
    DATABASE_URL: url,
    PORT: '0',
    SANDBOX: 'off',
    SIGNING_KEY: 'the-signing-key-that-the-torture-begins-with',
    // all its consumers come from one address, and none of them rests
    PUBLIC_POINTS: '9999999999',
    AGENCY_POINTS: '9999999999',
    LOG_LEVEL: 'silent',
    // on a busy machine a connection after the restart takes its time
    DATABASE_WAIT_MS: '60000',
  };
  const config = readConfig(settings);
  const log = createLog('silent', 'torture');
  const databases = { urlOf: () => url };
  const start = async (of: Config) => startLocal(of, await startSubgraphs(of, databases, log), log);
  const gateways = [await start(config)];
  const { address } = gateways[0]!;
  const mirror = await new Mirror(address).start();
  const cluster = await findOrCreate(folder, () => undefined);
  return {
    address,
    mirror,
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
    renewKeys: async () => {
      const SIGNING_KEY = 'another-signing-key-after-the-first-was-renewed';
      // an answer that was signed before is checked after
      const OLD_SIGNING_KEYS = `${settings.SIGNING_KEY}@2099-12-31`;
      const renewed = await start(readConfig({ ...settings, SIGNING_KEY, OLD_SIGNING_KEYS }));
      gateways.push(renewed);
      mirror.from = renewed.address;
    },
    close: async () => {
      await mirror.stop();
      for (const gateway of gateways) await gateway.stop();
      await run(cluster, 'pg_ctl', 'stop', '-D', cluster.data, '-m', 'immediate');
      await postgres.close().catch(() => undefined);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
