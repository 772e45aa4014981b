import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { developmentKeys } from '../../subgraphs/kernel';
import { testFolder } from '../support/folder';

const folder = testFolder();
const MODULE = require.resolve('../../subgraphs/kernel/config');
const ROUNDS = 300;
/** At a common moment, asks for the keys of one new folder after the other; prints what it was given. */
const CHILD = `
  const { developmentKeys } = require(${JSON.stringify(MODULE)});
  const [folder, start] = process.argv.slice(1);
  const given = [];
  for (let round = 0; round < ${ROUNDS}; round++) {
    while (Date.now() < Number(start) + round * 5);
    try { given.push(developmentKeys(folder + '/' + round).gatewayKey); } catch (error) { given.push(error.message); }
  }
  process.stdout.write(JSON.stringify(given));`;

describe('the development keys', () => {
  test('they MUST be made once, and then be the same', () => {
    const made = developmentKeys(join(folder, 'a/b'));
    expect(developmentKeys(join(folder, 'a/b'))).toEqual(made);
    expect(developmentKeys(join(folder, 'c')).gatewayKey).not.toBe(made.gatewayKey);
    expect(made.gatewayKey.length).toBeGreaterThanOrEqual(32);
    expect(made.tokenKey).toMatchObject({ kty: 'OKP', crv: 'Ed25519' });
  });

  test('their file MUST be for its owner only', () => {
    developmentKeys(join(folder, 'private'));
    expect(statSync(join(folder, 'private/development-keys.json')).mode & 0o077).toBe(0);
  });

  test('two processes that start at once MUST be given the same', async () => {
    const start = String(Date.now() + 4_000);
    const args = ['-r', require.resolve('@swc-node/register'), '-e', CHILD, join(folder, 'race'), start];
    const run = () =>
      promisify(execFile)(process.execPath, args).then(({ stdout }) => JSON.parse(stdout) as string[]);
    const [one, other] = await Promise.all([run(), run()]);
    expect(one).toHaveLength(ROUNDS);
    expect(
      one.flatMap((key, round) => (key === other?.[round] ? [] : [`${key} / ${other?.[round]}`])),
    ).toEqual([]);
  });

  test('a process that is killed while it makes them MUST NOT leave half a file behind', async () => {
    const half = join(folder, 'half');
    const kill = `require('node:fs').writeFileSync = (path, text, options) => {
      const fs = require('node:fs');
      const file = fs.openSync(path, options?.flag ?? 'w', options?.mode);
      fs.writeSync(file, text.slice(0, 20));
      process.kill(process.pid, 'SIGKILL');
    };
    require(${JSON.stringify(MODULE)}).developmentKeys(${JSON.stringify(half)});`;
    const child = spawn(process.execPath, ['-r', require.resolve('@swc-node/register'), '-e', kill], {
      stdio: 'ignore',
    });
    await new Promise((resolve) => child.once('exit', resolve));
    expect(child.signalCode).toBe('SIGKILL');
    const keys = developmentKeys(half);
    expect(JSON.parse(readFileSync(join(half, 'development-keys.json'), 'utf8'))).toEqual(keys);
  });

  test('a file that holds no keys MUST be refused by its path', () => {
    const broken = join(folder, 'broken');
    mkdirSync(broken);
    writeFileSync(join(broken, 'development-keys.json'), '{');
    expect(existsSync(join(broken, 'development-keys.json'))).toBe(true);
    expect(() => developmentKeys(broken)).toThrow(/development-keys\.json/);
  });
});
