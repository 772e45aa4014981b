import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { HELD, threats, type Check } from '../../docs/threats';
import { judge } from '../assure/judge';
import { ROOT, read } from '../support/sources';

describe('a row of the table of threats', () => {
  const bounds = [
    { figure: 'lost', most: 0, sum: true as const },
    { figure: 'recovers', unit: 'ms', most: 5_000 },
    { figure: HELD, least: 2, sum: true as const },
  ];
  const good = [
    { name: 'lost', value: 0 },
    { name: 'recovers', value: 4_000 },
    { name: HELD, value: 2 },
  ];
  const holds = (figures: typeof good, failed: string[] = []) => judge({ bounds }, { figures, failed }).holds;

  test('MUST hold where every figure is within its bound, and not where one is beyond', () => {
    expect(holds(good)).toBe(true);
    expect(holds([...good, { name: 'lost', value: 1 }])).toBe(false);
    expect(holds([...good, { name: 'recovers', value: 5_001 }])).toBe(false);
    expect(holds([...good.slice(0, 2), { name: HELD, value: 1 }])).toBe(false);
  });

  test('MUST NOT hold where a figure is not known, or a check failed', () => {
    for (const left of good) expect(holds(good.filter((each) => each !== left))).toBe(false);
    expect(holds(good, ['a test'])).toBe(false);
  });

  test('MUST be told with the worst of its figures, or with their sum', () => {
    const { measured } = judge(
      { bounds: [...bounds, { figure: 'tried', least: 10 }] },
      {
        figures: [
          ...good,
          { name: 'recovers', value: 10 },
          { name: 'tried', value: 20 },
          { name: 'tried', value: 11 },
        ],
        failed: [],
      },
    );
    expect(measured.map(({ value, bound }) => [value, bound])).toEqual([
      [0, '0'],
      [4_000, 'at most 5000 ms'],
      [2, 'all, at least 2'],
      [11, 'at least 10'],
    ]);
  });
});

describe('the table of threats', () => {
  const checks = threats.flatMap(({ name, checks: all }) => all.map((check) => ({ name, check })));
  const testsOf = (check: Check) => ('tests' in check ? check.tests : []);

  test('MUST name each row once, with a check and a figure', () => {
    const names = threats.map(({ name }) => name);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
    expect(threats.length).toBeGreaterThan(20);
    expect(threats.filter((row) => row.checks.length === 0 || row.bounds.length === 0)).toEqual([]);
  });

  test('MUST name test files and commands that are there', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    expect(
      checks.flatMap(({ check }) => testsOf(check)).filter((path) => !existsSync(join(ROOT, path))),
    ).toEqual([]);
    expect(checks.filter(({ check }) => 'command' in check && !(check.command in scripts))).toEqual([]);
  });

  // a pattern that fits no title is told by the run itself; this tells it before
  test('MUST ask for no figure that none of its checks gives', () => {
    const given = (check: Check) =>
      'tests' in check
        ? [...check.tests.map(read), read('tests/supergraph/sharing/kinds.ts')]
        : [read(`tests/${check.command}/main.ts`)];
    const missing = threats.flatMap(({ name, checks: all, bounds }) => {
      const texts = all.flatMap(given).join('\n');
      return bounds.flatMap(({ figure }) =>
        figure === HELD || texts.includes(`figure('${figure}'`) || texts.includes(`'${figure}',`)
          ? []
          : [`${name}: ${figure}`],
      );
    });
    expect(missing).toEqual([]);
  });
});
