import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { version } from '../../package.json';
import { publicKeyOf, settingOfPart } from '../../subgraphs/kernel';
import { commandHere } from '../support/command-here';
import { testFolder } from '../support/folder';
import { ROOT, read } from '../support/sources';

const folder = testFolder();
const away = join(folder, 'away');
mkdirSync(away);
const ONEMATTER = join(ROOT, 'cli/onematter.cjs');

/** As an operator types it, in a folder of its own. */
function run(args: readonly string[], program = ONEMATTER, more: Record<string, string> = {}) {
  const { PATH = '', HOME = '' } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd: away,
    env: { PATH, HOME, ...more },
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

const help = run(['--help']);
/** As the help names them. */
const commands = [...help.stdout.matchAll(/^ {2}([a-z][a-z:-]*)(?= )/gm)].map(([, name]) => String(name));
const REQUIRED: Record<string, string[]> = {
  serve: ['gateway'],
  token: ['--department', 'FIRE_RESCUE', '--region', '430682'],
  import: ['enterprises', 'x.csv', '--source', 's'],
  assess: ['--quarter', '2026-Q3', '--region', '430600', '--token', 'x'],
  export: ['dishonesty', '--to', 'x'],
};

describe('onematter', () => {
  test('its help MUST name the commands of an operator and what an exit code says', () => {
    expect(help).toMatchObject({ status: 0, stderr: '' });
    expect(commands).toEqual(
      expect.arrayContaining(['start', 'serve', 'migrate', 'token', 'demo-data', 'import', 'assess']),
    );
    expect(help.stdout).toMatch(/退出码 Exit codes:\n {2}0 .*\n {2}1 .*\n {2}2 .*\n {2}130 /);
    expect(run(['--version'])).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
  });

  test('keys MUST print a key for each part that has none, and public keys that go with all', () => {
    const { stdout } = run(['keys']);
    const made = Object.fromEntries(
      stdout
        .trim()
        .split('\n')
        .map((line) => line.split(/=(.*)/).slice(0, 2)),
    );
    const { PUBLIC_KEYS = '', ...own } = made as Record<string, string>;
    const published = new Map(PUBLIC_KEYS.split(',').map((each) => each.split('=') as [string, string]));
    expect(Object.keys(own).sort()).toEqual([...published.keys()].map((part) => settingOfPart(part)).sort());
    expect(
      [...published].filter(([part, key]) => publicKeyOf(own[settingOfPart(part)] ?? '') !== key),
    ).toEqual([]);
    expect(published.size).toBe(10);
  });

  test('a reader that has seen enough MUST NOT make it fail', () => {
    const { stderr } = spawnSync(
      'sh',
      ['-c', '"$0" "$1" --help | true', process.execPath, join(ROOT, 'cli/onematter.cjs')],
      { encoding: 'utf8' },
    );
    expect(stderr).toBe('');
  });

  test('npm run MUST have each command under the same name', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const runs = (name: string) => scripts[name]?.endsWith(` cli/onematter.cjs ${name}`);
    expect(commands.filter((name) => name !== 'help' && !runs(name))).toEqual([]);
  });

  test('each command MUST answer --help in both languages and load nothing for it', () => {
    const program = join(folder, 'help-of-each');
    writeFileSync(
      program,
      `require(${JSON.stringify(require.resolve('@swc-node/register'))});
       const { onematter } = require(${JSON.stringify(join(ROOT, 'cli/run'))});
       (async () => {
         for (const name of process.argv.slice(2))
           process.stdout.write('\\0' + (await onematter([name, '--help'], process.env)) + '\\0');
         process.stdout.write(Object.keys(require.cache).join('\\n'));
       })();`,
    );
    const { stdout, stderr } = run(commands, program, { SWC_NODE_PROJECT: join(ROOT, 'tsconfig.json') });
    expect(stderr).toBe('');
    const printed = stdout.split('\0');
    expect(printed.length).toBe(2 * commands.length + 1);
    for (const [at] of commands.entries()) {
      expect(printed[2 * at]).toMatch(/^用法 Usage: onematter /);
      expect(printed[2 * at]).toMatch(/\p{Script=Han}[^\n]*。\s+[A-Z]/u);
      expect(printed[2 * at + 1]).toBe('0');
    }
    const loaded = (printed.at(-1) ?? '')
      .split('\n')
      .filter((file) => !file.includes('node_modules') && file !== program);
    expect(loaded).toContain(join(ROOT, 'cli/run.ts'));
    expect(loaded.filter((file) => !/^(cli\/|package\.json$)/.test(file.slice(ROOT.length + 1)))).toEqual([]);
  });

  test.each(commands.filter((name) => name !== 'help'))(
    'an option that %s does not know MUST be refused by its name, with 1 and one line in both languages',
    async (name) => {
      expect(await commandHere([name, ...(REQUIRED[name] ?? []), '--nonesuch'], {})).toEqual({
        code: 1,
        out: '',
        err: `There is no option --nonesuch. 没有选项 --nonesuch。 (onematter ${name} --help)\n`,
      });
    },
  );

  test.each([
    [
      ['strat'],
      'There is no command strat, did you mean start? 没有命令 strat，是否指 start？ (onematter --help)',
    ],
    [['audit'], 'There is no command audit. 没有命令 audit。 (onematter --help)'],
    [
      ['token', '--deparment', 'FIRE_RESCUE', '--region', '430682'],
      'There is no option --deparment, did you mean --department? 没有选项 --deparment，是否指 --department？ (onematter token --help)',
    ],
    [['token', '--region', '430682'], '--department must look like one of --department and --body'],
    [['import', 'enterprises'], '<file> is missing. 缺少 <file>。 (onematter import --help)'],
    [
      ['export', 'dishonesty', '--to'],
      '--to <folder> lacks its value. --to <folder> 缺少取值。 (onematter export --help)',
    ],
    [
      ['migrate', 'now'],
      'migrate takes fewer arguments than were given. 给 migrate 的参数过多。 (onematter migrate --help)',
    ],
    [['serve', 'registri'], '<part> must be one of gateway, registry, '],
    [
      ['token', '--department', 'FIRE', '--region', '430682'],
      '--department must be one of MARKET_SUPERVISION, ',
    ],
    [
      ['token', ...(REQUIRED.token ?? []), '--expires-in', 'soon'],
      '--expires-in must look like a time such as 12h',
    ],
    [
      ['demo-data', '--enterprises', '-1'],
      '--enterprises must be a whole number from 0 to 10000000, but got: -1.',
    ],
    [['demo-data', '--as-of', '2026-02-30'], '--as-of must be a date that exists'],
    [
      ['export', 'everything', '--to', 'x'],
      '<what> must look like dishonesty, penalties, typical-cases, sampling-results, but got: everything.',
    ],
    [['assess', '--quarter', '2026', '--region', '430600', '--token', 'x'], '--quarter must be a quarter'],
  ])('%j MUST be refused with 1, in one line that says what is wrong', async (args, says) => {
    const { code, out, err } = await commandHere(args, { DATA_DIR: away });
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err.trimEnd().split('\n')).toEqual([expect.stringContaining(says)]);
  });

  test('a process that is refused MUST end with 1, and say it on standard error alone', () => {
    expect(run(['strat'])).toEqual({
      status: 1,
      stdout: '',
      stderr:
        'There is no command strat, did you mean start? 没有命令 strat，是否指 start？ (onematter --help)\n',
    });
    expect(run(['demo-data', '--as-of', '2026-02-30'])).toMatchObject({
      status: 1,
      stdout: '',
      stderr: expect.stringMatching(/^--as-of must be a date that exists[^\n]*\n$/) as string,
    });
  });

  test('without a command it MUST print its help, and end with 1: nothing was done', () => {
    expect(run([])).toEqual({ status: 1, stdout: '', stderr: help.stdout });
  });

  test('a command that is refused MUST NOT leave anything behind', () => {
    expect(readdirSync(away)).toEqual([]);
  });
});
