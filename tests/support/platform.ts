import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { decodeJwt } from 'jose';
import { Client, Pool } from 'pg';
import { developmentToken, type TokenClaims } from '../../gateway/identity';
import { remotePeers, startLocal, startRemote, startSubgraphs } from '../../gateway/platform';
import { subgraphs as definitions } from '../../subgraphs';
import {
  GATEWAY,
  Subgraph,
  createLog,
  readConfig,
  serveSubgraph,
  type Config,
  type DepartmentKind,
  type Log,
} from '../../subgraphs/kernel';
import { startCommand, type Child } from './child';
import type { TestDatabase } from './database';
import { demoDatabase } from './demo-database';
import { HeldSources, holderOf, sourcesIn, withDecisions } from './sending';
import { postTo, type Asked, type Reply } from './http';
import { TEST_DATA_KEY, TEST_SETTINGS } from './settings';
import { read } from './sources';

/**
 * local: all subgraphs and the gateway in this process; served: each behind HTTP of its own as if it were remote, in this
 * process, too. Names instead: these are processes of their own, for tests that end them, and the others served.
 */
export type Mode = 'local' | 'served';
export const modes: readonly Mode[] = ['local', 'served'];

/** The whole platform on demo data of its own. */
export interface Platform {
  /** Of the gateway, without a path. */
  address: string;
  config: Config;
  /** The schema that clients see. */
  apiSdl: string;
  post: (query: string, asked?: Asked) => Promise<Reply>;
  /** A token as an agency’s identity provider would give it. */
  token: (department: DepartmentKind, region: string, ...scopes: string[]) => Promise<string>;
  tokenOf: (claims: TokenClaims, lifetime?: string) => Promise<string>;
  /** Asks the database itself, as its superuser. */
  sql: <Row = Record<string, unknown>>(text: string, values?: readonly unknown[]) => Promise<Row[]>;
  /** Moves the clock of a platform in this process. */
  now: (moment: string) => void;
  /** Of a platform in this process. */
  subgraphs: ReadonlyMap<string, Subgraph>;
  /** What all its parts have logged. */
  logged: () => LogLine[];
  /** Those that are processes of their own. */
  parts: Map<string, Part>;
  /** Tells the gateway of this process to stop, and waits until it has. */
  leave: () => Promise<void>;
  stop: () => Promise<void>;
}

export interface Part {
  child: Child;
  url: string;
  /** Starts it anew at the same address. */
  restart: () => Promise<void>;
}

/** A line of the log, and which part has written it. */
export type LogLine = Record<string, unknown> & { name: string };

type Settings = Record<string, string>;
type Faces = Pick<Platform, 'address' | 'now' | 'subgraphs' | 'logged' | 'parts' | 'leave' | 'stop'>;

/** @param data the database to work on: demo data, or `testDatabase` for one that is empty */
export async function startPlatform(
  mode: Mode | readonly string[],
  more: Settings = {},
  data = demoDatabase,
): Promise<Platform> {
  const database = await data();
  const folder = mkdtempSync(join(tmpdir(), 'onematter-platform-'));
  const settings = {
    // demo data were sealed with it
    DATA_KEY: TEST_DATA_KEY,
    DATA_DIR: folder,
    DATABASE_URL: database.url,
    PORT: '0',
    SANDBOX: 'off',
    LOG_LEVEL: 'silent',
    DRAIN_MS: '0',
    DATABASE_WAIT_MS: String(TEST_SETTINGS.databaseWaitMs),
    ...more,
  };
  const config = readConfig(settings);
  const client = new Client({ connectionString: database.url });
  client.on('error', () => undefined);
  await client.connect();
  // our processes are killed, PostgreSQL never is: nobody has to wait for the disk
  await client.query(`ALTER DATABASE ${client.database} SET synchronous_commit = off`);
  const apart = typeof mode === 'string' ? [] : mode;
  const starting =
    mode === 'local' ? startInProcess(config, database) : startServed(settings, database, apart);
  const faces = await starting.catch(async (reason: Error) => {
    await client.end();
    await database.drop();
    throw reason;
  });
  // of its own: a test may have begun a transaction on the other
  const holding = new Pool({ connectionString: database.url, max: 1 });
  holding.on('error', () => undefined);
  const held = new HeldSources(
    (text, values) => holding.query(text, [...values]),
    definitions.map(({ name }) => name),
  );
  const tokenOf = (claims: TokenClaims, lifetime?: string) => developmentToken(config, claims, lifetime);
  return {
    ...faces,
    config,
    apiSdl: read('schema/api.graphql'),
    post: async (query, asked) => {
      const { token, variables: stated } = asked ?? {};
      if (token) await held.hold(sourcesIn(query, stated), holderOf(token));
      const { variables, scope } = withDecisions(query, stated);
      if (!token || scope === null) return postTo(faces.address, query, asked);
      const claims = decodeJwt<TokenClaims>(token);
      const deciding = await tokenOf({
        ...claims,
        subject: claims.sub ?? '',
        scope: `${claims.scope} ${scope}`,
      });
      return postTo(faces.address, query, { ...asked, variables, token: deciding });
    },
    tokenOf,
    token: (department, region, ...scopes) =>
      tokenOf({ subject: `test-${department}-${region}`, department, region, scope: scopes.join(' ') }),
    sql: async <Row>(text: string, values: readonly unknown[] = []) =>
      (await client.query(text, [...values])).rows as Row[],
    stop: async () => {
      await client.end();
      await holding.end();
      await within(8_000, faces.stop(), 'the platform does not stop');
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function startInProcess(config: Config, { url }: TestDatabase): Promise<Faces> {
  const { clock, now } = movableClock();
  const { logOf, logged } = memory(config);
  const databases = { urlOf: () => url };
  const subgraphs = await startSubgraphs(config, databases, logOf('gateway'), { clock });
  const { address, stop } = await startLocal(config, subgraphs, logOf('gateway'));
  return { address, leave: stop, stop, subgraphs, logged, parts: new Map(), now };
}

async function startServed(given: Settings, { url }: TestDatabase, apart: readonly string[]): Promise<Faces> {
  const { portOf, urls } = await addresses();
  const config = readConfig({ ...given, ...urls, SUBGRAPHS: 'remote' });
  const { clock, now } = movableClock();
  const { logOf, logged } = memory(config);
  // as in a process of its own: an answer that waits for news must come before the gateway gives up
  const settings = { ...config, longestWaitMs: config.subgraphTimeoutMs - 1_000 };
  const [parts, subgraphs] = [new Map<string, Part>(), new Map<string, Subgraph>()];
  const stops: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (const each of stops) await each();
    await Promise.all([...parts.values()].map(({ child }) => child.stop()));
  };
  const serve = async (definition: (typeof definitions)[number]) => {
    const { name } = definition;
    const log = logOf(name);
    const peers = remotePeers(name, config, log);
    const subgraph = await Subgraph.start(definition, { url, settings, log, peers, clock });
    const app = await serveSubgraph(subgraph, config, log);
    await app.listen({ port: portOf.get(name), host: config.host });
    subgraphs.set(name, subgraph);
    stops.push(...[...peers.values()].map((peer) => () => peer.close()));
    stops.push(
      () => app.close(),
      () => subgraph.stop(),
    );
  };
  const start = async (name: string, more: Settings) =>
    parts.set(name, await startPart(name, { ...given, ...urls, ...more }));
  try {
    const starting = await Promise.allSettled(
      [...portOf]
        .filter(([name]) => apart.includes(name))
        .map(([name, port]) => start(name, { PORT: String(port) })),
    );
    for (const started of starting) if (started.status === 'rejected') throw started.reason;
    for (const definition of definitions) if (!apart.includes(definition.name)) await serve(definition);
    const gateway = apart.includes(GATEWAY) ? null : await startRemote(config, logOf(GATEWAY));
    if (gateway) stops.unshift(() => gateway.stop());
    else await start(GATEWAY, { SUBGRAPHS: 'remote' });
    return {
      address: gateway?.address ?? (parts.get(GATEWAY)?.url ?? '').replace(/\/$/, ''),
      subgraphs,
      logged: () => [...logged(), ...[...parts.values()].flatMap(({ child }) => linesIn(child.output()))],
      parts,
      now: (moment) => {
        if (apart.length > 0) throw new Error('the clock of another process cannot be moved');
        now(moment);
      },
      leave: () => gateway?.stop() ?? Promise.resolve(),
      stop,
    };
  } catch (error) {
    // what runs would keep the whole test run from ending
    await stop();
    throw error;
  }
}

function movableClock(): Pick<Platform, 'now'> & { clock: () => Date } {
  let moment: Date | undefined;
  return { clock: () => moment ?? new Date(), now: (at) => (moment = new Date(at)) };
}

/** Logs that are kept in memory. */
function memory({ logLevel }: Config): Pick<Platform, 'logged'> & { logOf: (name: string) => Log } {
  let written = '';
  const to = { write: (line: string) => void (written += line) };
  return { logOf: (name) => createLog(logLevel, name, to), logged: () => linesIn(written) };
}

function linesIn(output: string): LogLine[] {
  return output
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as LogLine);
}

/** Where each subgraph is to listen: the others must know it before they are started. */
async function addresses(): Promise<{ portOf: ReadonlyMap<string, number>; urls: Settings }> {
  const ports = await freePorts(definitions.length);
  const portOf = new Map(definitions.map(({ name }, at) => [name, ports[at] ?? 0]));
  const urls = [...portOf].map(
    ([name, port]) => [`${name.toUpperCase()}_URL`, `http://127.0.0.1:${port}/graphql`] as const,
  );
  return { portOf, urls: Object.fromEntries(urls) };
}

/** A port that nobody listens at. */
export async function freePort(): Promise<number> {
  const [port = 0] = await freePorts(1);
  return port;
}

/** Ports that nobody listens at: taken together, so that no two are the same, and given back. */
async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer().listen(0, '127.0.0.1');
      await once(server, 'listening');
      return server;
    }),
  );
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => once(server.close(), 'close')));
  return ports;
}

async function startPart(name: string, settings: Settings): Promise<Part> {
  const start = async (port: string) => {
    const child = startCommand(['serve', name], { ...settings, PORT: port });
    const [, url = ''] = await child.line(new RegExp(`^${name} is ready: (\\S+)$`, 'm'));
    return { child, url };
  };
  const { child, url } = await start(settings.PORT ?? '0');
  const part: Part = {
    child,
    url,
    restart: async () => void (part.child = (await start(new URL(url).port)).child),
  };
  return part;
}

/** A stop that hangs must fail by name, not by the clock of the whole test. */
async function within(ms: number, work: Promise<void>, otherwise: string): Promise<void> {
  const ended = await Promise.race([work.then(() => true), sleep(ms, false, { ref: false })]);
  if (!ended) throw new Error(`${otherwise} within ${ms / 1000} s`);
}
