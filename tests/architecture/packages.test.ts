import semver from 'semver';
import { read } from '../support/sources';

interface Manifest {
  engines: { node: string };
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  overrides: Record<string, string>;
  allowScripts: Record<string, boolean>;
}
interface Locked {
  version?: string;
  resolved?: string;
  engines?: { node?: string };
  hasInstallScript?: boolean;
}

const manifest = JSON.parse(read('package.json')) as Manifest;
const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, Locked> };
const locked = Object.entries(packages).filter(([path]) => path !== '');
const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

/** The oldest version of each line of Node.js that is supported. */
const NODES = ['20.19.0', '22.13.0', '24.11.0'];

test('package.json MUST claim no other Node.js than the supported lines, each from the version that every package runs on', () => {
  const claimed = new semver.Range(manifest.engines.node).set.map(
    (line) => semver.minVersion(line.join(' '))?.version,
  );
  expect(claimed).toEqual(NODES);
});

test.each(NODES)('every package MUST say that it runs on Node.js %s', (node) => {
  const strangers = locked.filter(
    ([, { engines }]) => engines?.node && !semver.satisfies(node, engines.node),
  );
  expect(strangers.map(([path, { engines }]) => `${path}: ${engines?.node}`)).toEqual([]);
});

test('of every package with an install script it MUST be decided whether that may run, and of no other', () => {
  const withScripts = locked
    .filter(([, { hasInstallScript }]) => hasInstallScript)
    .map(([path]) => nameOf(path));
  expect(Object.keys(manifest.allowScripts).sort()).toEqual([...new Set(withScripts)].sort());
});

test('every version MUST be exact', () => {
  const stated = [manifest.dependencies, manifest.devDependencies, manifest.overrides].flatMap((each) =>
    Object.entries(each),
  );
  expect(stated.filter(([, version]) => semver.valid(version) !== version)).toEqual([]);
});

test('every override MUST still be one: what it names is locked at its version', () => {
  for (const [name, version] of Object.entries(manifest.overrides)) {
    const versions = locked.filter(([path]) => nameOf(path) === name).map(([, each]) => each.version);
    expect({ name, versions: [...new Set(versions)] }).toEqual({ name, versions: [version] });
  }
});

test('package-lock.json MUST name no address: it serves behind every registry', () => {
  expect(locked.filter(([, { resolved }]) => resolved).map(([path]) => path)).toEqual([]);
  expect(read('package-lock.json')).not.toMatch(/https?:\/\/[^"]*\.tgz/);
});

test('npm MUST not be told to be quiet or to overlook anything: its warnings are mended', () => {
  const settings = read('.npmrc').split('\n').filter(Boolean).sort();
  expect(settings).toEqual(['omit-lockfile-registry-resolved=true', 'save-exact=true']);
  const quiet =
    /\bnpm (ci|install)\b.*(--(force|legacy-peer-deps|loglevel|silent|quiet|no-audit|no-fund)|\s-[sfq]\b)/;
  for (const file of ['.ci/run', 'Dockerfile', 'README.md', 'package.json'])
    expect(read(file)).not.toMatch(quiet);
});

/** What is known of weaknesses of packages, each with where it was read. */
interface Advisory {
  package: string;
  /** Versions that have it, and the first of ours that has not. */
  vulnerable: string;
  floor: string;
  advisory: string;
  date: string;
  what: string;
  seen: string;
}
const advisories = JSON.parse(read('docs/advisories.json')) as Advisory[];
const versionsOf = (name: string) =>
  locked.flatMap(([path, { version }]) => (nameOf(path) === name && version ? [version] : []));

describe('the floors of docs/advisories.json', () => {
  test.each(advisories.map((each) => [`${each.advisory} of ${each.package}`, each] as const))(
    '%s: no locked version MUST have it',
    (_, { package: name, vulnerable }) => {
      expect(versionsOf(name).filter((version) => semver.satisfies(version, vulnerable))).toEqual([]);
    },
  );

  test('each MUST be of a package that is locked, and its own floor be the first without it', () => {
    expect(advisories.filter((each) => versionsOf(each.package).length === 0)).toEqual([]);
    for (const { vulnerable, floor, advisory } of advisories) {
      expect([advisory, semver.satisfies(floor, vulnerable)]).toEqual([advisory, false]);
      // were the one before it locked, it would be found
      expect([advisory, semver.satisfies(before(floor), vulnerable)]).toEqual([advisory, true]);
    }
  });

  test('each MUST say when it was told and where it was read', () => {
    for (const { date, seen, what } of advisories) {
      expect(date).toMatch(/^20\d\d-\d\d-\d\d$/);
      expect(seen).toMatch(/^https:\/\//);
      expect(what.length).toBeGreaterThan(20);
    }
    const keys = advisories.map((each) => `${each.package} ${each.advisory}`);
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  });
});

/** 7.5.5 → 7.5.4, 5.4.0 → 5.3.999: some version below it of the same line. */
function before(floor: string): string {
  const { major, minor, patch } = semver.parse(floor) ?? { major: 0, minor: 0, patch: 1 };
  return patch > 0 ? `${major}.${minor}.${patch - 1}` : `${major}.${minor - 1}.999`;
}
