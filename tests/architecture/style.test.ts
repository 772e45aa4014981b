import { filesIn, read, sources } from '../support/sources';

/** 250 lines of 140 characters, which were the limit, are 318 of 110. A story may be longer: it is one journey. */
const LONGEST = 300;
const LONGEST_STORY = 360;

const STORY = /-story\.test\.ts$|closed-loop\.test\.ts$|sharing\/sample\.ts$/;

/** Files that a command of package.json runs. */
function commands(): string[] {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  return Object.values(scripts).flatMap((script) => script.match(/[\w/-]+\.ts\b/g) ?? []);
}

const code = (path: string) => read(path).replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '');

describe('style', () => {
  test(`a source file MUST have under ${LONGEST} lines`, () => {
    const files = [...sources(), ...filesIn('tests', '.ts')];
    const long = files
      .map((path) => ({ path, lines: read(path).split('\n').length - 1 }))
      .filter(({ path, lines }) => lines >= (STORY.test(path) ? LONGEST_STORY : LONGEST));
    expect(long).toEqual([]);
  });

  test('the environment MUST be read by config.ts, by the command line and by scripts of package.json only', () => {
    const readers = sources().filter((path) =>
      /\bprocess\s*(\.|\[\s*['"])env\b(?!\.\w+ = )|from 'node:process'|from 'process'/.test(code(path)),
    );
    const allowed = ['cli/main.ts', ...commands(), ...filesIn('subgraphs/kernel', 'config.ts')];
    expect(readers).toContain('cli/main.ts');
    expect(readers.filter((path) => !allowed.includes(path))).toEqual([]);
  });

  test('a noun MUST be typed as it is: no cast by way of unknown or never', () => {
    const nouns = sources().filter(
      (path) => path.startsWith('subgraphs/') && !path.startsWith('subgraphs/kernel/'),
    );
    expect(nouns.length).toBeGreaterThan(100);
    expect(nouns.filter((path) => /\bas\s+(unknown\s+as|never)\b/.test(code(path)))).toEqual([]);
  });

  test('the environment MUST be written by telemetry-off.ts only', () => {
    expect(sources().filter((path) => /\bprocess\.env\.\w+ = /.test(code(path)))).toEqual([
      'gateway/telemetry-off.ts',
    ]);
  });

  test('telemetry MUST be switched off before @apollo/gateway is loaded', () => {
    const importers = sources().filter((path) =>
      /^import (?!type ).*from '@apollo\/gateway'/m.test(code(path)),
    );
    expect(importers.length).toBeGreaterThan(0);
    const first = (path: string) => /^import .*$/m.exec(code(path))?.[0];
    expect(importers.filter((path) => first(path) !== "import './telemetry-off';")).toEqual([]);
  });

  test('every command of package.json MUST run a file that exists', () => {
    const known = new Set([...sources(), ...filesIn('tests', '.ts')]);
    expect(commands().filter((path) => !known.has(path))).toEqual([]);
  });

  test('tests MUST NOT be skipped for good or run alone', () => {
    const marked = /^\s*((test|it|describe)\.(skip|only|todo)|[xf](it|describe|test))\b/m;
    expect(filesIn('tests', '.test.ts').filter((path) => marked.test(code(path)))).toEqual([]);
  });
});
