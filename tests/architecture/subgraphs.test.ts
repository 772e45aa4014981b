import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { subgraphs } from '../../subgraphs';
import { CONNECTIONS, roleOf } from '../../subgraphs/kernel';
import { ROOT, filesIn, foldersIn, read } from '../support/sources';

const LONGEST_README = 40;
/** Services of docker-compose.yml that are no subgraph. */
const PLATFORM = ['logins', 'postgres', 'migrate', 'gateway'];

const names = subgraphs.map(({ name }) => name).sort();

/** A folder whose face calls defineSubgraph, as `export const equipment = defineSubgraph({…})`. */
function definesSubgraph(folder: string): boolean {
  const face = `subgraphs/${folder}/index.ts`;
  return existsSync(join(ROOT, face)) && /=\s*defineSubgraph\(/.test(read(face));
}

describe('the one list of subgraphs', () => {
  test('every folder that defines a subgraph MUST be in subgraphs/index.ts, and nothing else', () => {
    expect(names).toEqual(foldersIn('subgraphs').filter(definesSubgraph).sort());
  });

  test('a subgraph MUST have a port of its own', () => {
    const ports = subgraphs.map(({ port }) => port);
    expect(new Set(ports).size).toBe(ports.length);
    expect(ports).not.toContain(4000);
  });

  test('a title MUST open with the official term, then an English phrase', () => {
    expect(
      subgraphs.filter(({ title }) => !/^\p{Script=Han}[^.]*\. [A-Z]/u.test(title)).map(({ name }) => name),
    ).toEqual([]);
  });

  test.each(names)('%s MUST say in a README.md of under 40 lines what it owns', (name) => {
    const path = `subgraphs/${name}/README.md`;
    expect(filesIn(`subgraphs/${name}`, '.md')).toContain(path);
    expect(read(path).split('\n').length).toBeLessThan(LONGEST_README);
  });

  test('migrations MUST be of a subgraph that exists, and every subgraph MUST have some', () => {
    const folders = foldersIn('migrations').filter((name) => name !== 'kernel');
    expect(folders.sort()).toEqual(names);
    expect(names.filter((name) => filesIn(`migrations/${name}`, '.ts').length === 0)).toEqual([]);
  });

  test('a migration MUST be named by its moment and what it does, and no two share a moment', () => {
    const files = foldersIn('migrations').flatMap((folder) => filesIn(`migrations/${folder}`, '.ts'));
    expect(files.filter((path) => !/\/\d{13}-[a-z0-9-]+\.ts$/.test(path))).toEqual([]);
    const moments = files.map((path) => /(\d{13})-/.exec(path)?.[1]);
    expect(new Set(moments).size).toBe(moments.length);
  });
});

interface Service {
  command?: string;
  environment?: Record<string, string>;
  volumes?: string[];
}

describe('docker-compose.yml', () => {
  // <<: *part merges a service with what all have in common
  const { services } = parse(read('docker-compose.yml'), { merge: true }) as {
    services: Record<string, Service>;
  };

  test('it MUST prepare logins, run postgres, migrate, the gateway and one service for each subgraph, under its name', () => {
    expect(Object.keys(services).sort()).toEqual([...PLATFORM, ...names].sort());
  });

  test.each([...names, 'gateway'])('%s MUST be served by its own container', (name) => {
    expect(services[name]?.command).toBe(`npm run serve -- ${name}`);
  });

  test('the gateway MUST reach subgraphs that are containers of their own', () => {
    expect(services.gateway?.environment?.SUBGRAPHS).toBe('remote');
  });

  test.each([...names, 'gateway'])('%s MUST reach each subgraph at its container and port', (part) => {
    const environment = services[part]?.environment ?? {};
    const wrong = subgraphs.filter(({ name, port }) => {
      const url = environment[`${name.toUpperCase()}_URL`];
      // every container may listen at a port that it is told, else at its own
      const listens = services[name]?.environment?.PORT ?? String(port);
      return url !== `http://${name}:${listens}/graphql`;
    });
    expect(wrong.map(({ name }) => `${name}: ${environment[`${name.toUpperCase()}_URL`]}`)).toEqual([]);
  });

  const urlsOf = (service: string) =>
    Object.fromEntries(
      Object.entries(services[service]?.environment ?? {}).filter(([name]) => name.endsWith('DATABASE_URL')),
    );
  const prepared = urlsOf('logins');

  test('who migrates and each subgraph MUST have a login prepared', () => {
    const needed = ['migration', ...names].map((name) => `${name.toUpperCase()}_DATABASE_URL`);
    expect(Object.keys(prepared).sort()).toEqual(needed.sort());
    expect(services.postgres?.volumes).toContain('logins:/docker-entrypoint-initdb.d:ro');
  });

  test.each([['migrate', 'migration'], ...names.map((name) => [name, name])])(
    '%s MUST have its own login and no other, never the superuser’s',
    (service, name) => {
      const setting = `${name.toUpperCase()}_DATABASE_URL`;
      expect(urlsOf(service)).toEqual({ [setting]: prepared[setting] });
      expect(prepared[setting]).toMatch(`postgres://${roleOf(name)}:\${${name.toUpperCase()}_PASSWORD:`);
    },
  );

  test('the gateway MUST have no login at all', () => {
    expect(urlsOf('gateway')).toEqual({});
  });

  test('PostgreSQL MUST allow as many connections as all subgraphs may open, and some to spare', () => {
    const allowed = Number(/max_connections=(\d+)/.exec(services.postgres?.command ?? '')?.[1]);
    expect(allowed).toBeGreaterThanOrEqual(names.length * CONNECTIONS + 10);
  });

  test('no part MUST hold the key of another', () => {
    const held = Object.entries(services).flatMap(([service, { environment = {} }]) =>
      Object.keys(environment)
        .filter((name) => /^(GATEWAY|[A-Z]+)_KEY$/.test(name) && !/^(DATA|SIGNING)_KEY$/.test(name))
        .map((name) => [service, name]),
    );
    expect(held.sort()).toEqual(
      ['gateway', ...subgraphs.map(({ name }) => name)]
        .sort()
        .map((name) => [name, `${name.toUpperCase()}_KEY`]),
    );
  });

  test('each variable MUST stand in .env.example, to be filled in', () => {
    const asked = new Set([...read('docker-compose.yml').matchAll(/\$\{(\w+):\?/g)].map(([, name]) => name));
    expect([...asked].filter((name) => !new RegExp(`^${name}=$`, 'm').test(read('.env.example')))).toEqual(
      [],
    );
  });

  test('no key or password MUST stand in it', () => {
    const secrets = /^(.*_KEY|POSTGRES_PASSWORD|.*DATABASE_URL)$/;
    const written = Object.values(services).flatMap(({ environment = {} }) =>
      Object.entries(environment).filter(([name, value]) => secrets.test(name) && !value.includes('${')),
    );
    expect(written).toEqual([]);
  });
});
