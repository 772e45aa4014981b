import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { developmentToken } from '../../gateway/identity';
import { readConfig } from '../../subgraphs/kernel';
import { ownLogins, productionSettings } from '../bench/production';
import { flagsOfStart, startChild } from '../support/child';
import { sendTo } from '../support/http';
import { freePort } from '../support/platform';
import { TEST_DATA_KEY } from '../support/settings';

export interface Seen {
  /** The most memory of the process. */
  rssMb: number;
  /** The longest that its event loop has stood still, as it tells operators. */
  stallMs: number;
  /** The longest that its main thread has worked between two turns: what others on the machine take is not in it. */
  workedMs: number;
}

/** Everything in one process, as in production, and what of it can be seen from outside. */
export interface Service {
  address: string;
  /** Of an officer who may see what is shared on conditions. */
  token: string;
  /** Begins to look anew. */
  forget: () => Promise<void>;
  seen: () => Promise<Seen>;
  stop: () => Promise<void>;
}

export async function startService(url: string, folder: string): Promise<Service> {
  const metricsPort = await freePort();
  const turns = join(folder, 'turns');
  const config = readConfig({ DATA_DIR: folder, DATABASE_URL: url, DATA_KEY: TEST_DATA_KEY });
  const child = startChild(
    'cli/onematter.cjs',
    ['start'],
    {
      ...productionSettings(config, await ownLogins(url)),
      DATA_DIR: folder,
      HOST: '127.0.0.1',
      PORT: '0',
      METRICS_PORT: String(metricsPort),
      PUBLIC_POINTS: '9999999999',
      AGENCY_POINTS: '9999999999',
      LOG_LEVEL: 'error',
      SANDBOX: 'off',
      BURST_TURNS: turns,
    },
    [...flagsOfStart(), '--require', join(__dirname, 'turns.cjs')],
  );
  try {
    const [, address = ''] = await child.line(/^OneMatter is ready: (\S+)\/$/m);
    const told = async () => (await sendTo(`http://127.0.0.1:${metricsPort}/metrics`, null)).text;
    const officer = { subject: 'burst', department: 'MARKET_SUPERVISION', region: '000000' } as const;
    return {
      address,
      token: await developmentToken(config, { ...officer, scope: 'share:conditional' }),
      forget: async () => {
        await sleep(100);
        // the peak is counted anew from here on, and so is the longest turn once it was told
        writeFileSync(`/proc/${child.pid}/clear_refs`, '5');
        await told();
        writeFileSync(turns, '');
      },
      seen: async () => ({
        rssMb: peakOf(child.pid),
        stallMs: stallIn(await told()),
        workedMs: Math.max(0, ...readFileSync(turns, 'utf8').split('\n').map(Number)),
      }),
      stop: child.stop,
    };
  } catch (error) {
    await child.stop();
    throw error;
  }
}

function peakOf(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(status) ?? [];
  return Math.round(Number(kilobytes) / 1024);
}

function stallIn(metrics: string): number {
  const [, seconds] = /^nodejs_eventloop_lag_max_seconds (\S+)$/m.exec(metrics) ?? [];
  return Math.round(Number(seconds) * 1000);
}
