import * as fs from 'node:fs';
import { Socket } from 'node:net';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { watchOver } from './abandoned';
import { findOrCreate, type Cluster } from './cluster';
import { locked } from './lock';
import { clientsStayingOn, connect, serve, stop } from './server';

/** `url` is the superuser's, on the database `onematter`. `close` stops PostgreSQL unless another client uses it. */
export type EmbeddedPostgres = { url: string; close(): Promise<void> };

type Log = (line: string) => void;
/** A connection that tells other processes that we are here, even when our pool is empty, and us that the server is. */
type Presence = { client: Client; ended: Promise<void> };
type Opened = {
  cluster: Cluster;
  port: number;
  settings: readonly string[];
  presence: Presence;
  closing: boolean;
};

/** How long is waited before each start of a server that has died; one that then serves for a minute starts the count anew. */
const WAITS_MS = [0, 1_000, 2_000, 4_000, 8_000];
const STEADY_MS = 60_000;

/**
 * Opens the PostgreSQL that lives under `dataDir`, creating and starting it where needed. Several processes may have it
 * open; the last to close stops it, or a sentinel if that one is killed. A server that dies is started again at the same
 * port; `onLost` hears of it when that has failed for good. `settings` are PostgreSQL's and go before ours, if it is not
 * yet running. Throws one English line that names the way out, DATABASE_URL.
 */
export async function openEmbeddedPostgres(
  dataDir: string,
  log: Log = () => {},
  settings: readonly string[] = [],
  onLost: (error: Error) => void = () => {},
): Promise<EmbeddedPostgres> {
  const folder = resolve(dataDir);
  try {
    fs.mkdirSync(folder, { recursive: true });
    const release = watchOver(folder);
    const opened = await locked(folder, () => open(folder, log, settings));
    void attend(opened, log, onLost);
    const { cluster, port } = opened;
    let closed: Promise<void> | undefined;
    return {
      url: `postgresql://postgres:${cluster.password}@127.0.0.1:${port}/onematter`,
      close: () => (closed ??= close(opened, log).then(release)),
    };
  } catch (cause) {
    const advice = 'Set DATABASE_URL to use a PostgreSQL of your own.';
    throw new Error(`The embedded PostgreSQL in ${folder} cannot be opened: ${oneLine(cause)}. ${advice}`, {
      cause,
    });
  }
}

const oneLine = (thrown: unknown): string =>
  (thrown instanceof Error ? thrown.message : String(thrown))
    .trim()
    .split(/\s*\n\s*/)
    .join(' | ');

async function open(folder: string, log: Log, settings: readonly string[]): Promise<Opened> {
  const cluster = await findOrCreate(folder, log);
  const client = await serve(cluster, { settings });
  const presence = presenceOf(client);
  try {
    const { rowCount } = await client.query("select from pg_database where datname = 'onematter'");
    if (!rowCount) await client.query('create database onematter');
  } catch (error) {
    await leave(cluster, presence, log);
    throw error;
  }
  letGo(client);
  return { cluster, port: client.port, settings, presence, closing: false };
}

function presenceOf(client: Client): Presence {
  return { client, ended: new Promise<void>((resolve) => client.once('end', resolve)) };
}

/** It keeps no script alive. */
function letGo(client: Client): void {
  if (client.connection.stream instanceof Socket) client.connection.stream.unref();
}

/** Starts the server again whenever it dies, until that fails too often in a row. */
async function attend(opened: Opened, log: Log, onLost: (error: Error) => void): Promise<void> {
  const { folder } = opened.cluster;
  let failure = 'it dies again and again';
  let isServed = true;
  for (let times = 0; ; times++) {
    const since = Date.now();
    await opened.presence.ended;
    if (opened.closing) return;
    if (Date.now() - since > STEADY_MS) times = 0;
    const wait = WAITS_MS[times];
    if (wait === undefined) {
      onLost(new Error(`The embedded PostgreSQL in ${folder} cannot be kept running: ${failure}`));
      return;
    }
    const when = wait ? ` in ${wait / 1000} s` : '';
    // a start that has failed is no second death, and has its reason
    log(
      isServed
        ? `The embedded PostgreSQL has died; it is started again${when}.`
        : `The embedded PostgreSQL cannot be started: ${failure}. It is tried again${when}.`,
    );
    await sleep(wait, undefined, { ref: false });
    isServed = await locked(folder, () => serveAgain(opened)).then(
      () => true,
      (error: unknown) => {
        failure = oneLine(error);
        return false;
      },
    );
  }
}

async function serveAgain(opened: Opened): Promise<void> {
  const { cluster, settings, port } = opened;
  if (opened.closing) return;
  const client = await serve(cluster, { settings, port });
  opened.presence = presenceOf(client);
  if (client.port === port) return letGo(client);
  await client.end();
  throw new Error(`it was started by another process, at port ${client.port} instead of ${port}`);
}

async function close(opened: Opened, log: Log): Promise<void> {
  opened.closing = true;
  await locked(opened.cluster.folder, () => leave(opened.cluster, opened.presence, log));
}

async function leave(cluster: Cluster, presence: Presence, log: Log): Promise<void> {
  const client = await connect(cluster);
  await presence.client.end();
  if (!(client instanceof Client)) return;
  const others = await clientsStayingOn(client);
  await client.end();
  if (others) log(`PostgreSQL goes on serving ${cluster.data}: ${others} other connections are open`);
  else await stop(cluster);
}
