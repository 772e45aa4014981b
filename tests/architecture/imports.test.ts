import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT, read } from '../support/sources';

interface Cruise {
  summary: { violations: { rule: { name: string }; from: string; to: string }[]; totalCruised: number };
  modules: { source: string; dependencies: Dependency[] }[];
}
interface Dependency {
  module: string;
  couldNotResolve: boolean;
  dependencyTypes: string[];
}

const FOLDERS = ['gateway', 'subgraphs', 'schema', 'migrations', 'docs', 'tests'];

function isPackage({ module, dependencyTypes }: Dependency): boolean {
  return !module.startsWith('.') && !dependencyTypes.includes('core');
}

/** @apollo/server/plugin/disabled → @apollo/server */
function packageOf({ module }: Dependency): string {
  return module.split('/', module.startsWith('@') ? 2 : 1).join('/');
}

/** dependency-cruiser is an ES module, so it runs as a command of its own; violations are in its answer and in its exit code. */
function cruise(): Cruise {
  const binary = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = [binary, '--config', '.dependency-cruiser.cjs', '--output-type', 'json'];
  try {
    return JSON.parse(execFileSync(process.execPath, [...args, ...FOLDERS], { cwd: ROOT, encoding: 'utf8', maxBuffer: 2 ** 26 })) as Cruise;
  } catch (error) {
    const { stdout } = error as { stdout?: string };
    if (!stdout?.startsWith('{')) throw error;
    return JSON.parse(stdout) as Cruise;
  }
}

describe('imports', () => {
  const { summary, modules } = cruise();

  test('imports MUST point the way that .dependency-cruiser.cjs says', () => {
    expect(summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
  });

  const ours = modules.filter(({ source }) => FOLDERS.some((folder) => source.startsWith(`${folder}/`)));
  const importsOf = (holds: (to: Dependency) => boolean) =>
    ours.flatMap(({ source, dependencies }) => dependencies.filter(holds).map((to) => `${source} → ${to.module}`));

  test('the rules MUST have seen every part of the code, and where every import of it leads', () => {
    expect(FOLDERS.filter((folder) => !ours.some(({ source }) => source.startsWith(`${folder}/`)))).toEqual([]);
    expect(importsOf((to) => to.couldNotResolve && !isPackage(to))).toEqual([]);
  });

  const { dependencies = {}, devDependencies = {} } = JSON.parse(read('package.json')) as Record<string, Record<string, string>>;

  test('a package that is imported MUST be declared in package.json', () => {
    expect(importsOf((to) => isPackage(to) && !(packageOf(to) in { ...dependencies, ...devDependencies }))).toEqual([]);
  });

  test('what runs in production MUST NOT need a package of development', () => {
    const borrowed = importsOf((to) => isPackage(to) && !to.dependencyTypes.includes('type-only') && packageOf(to) in devDependencies);
    expect(borrowed.filter((each) => !each.startsWith('tests/'))).toEqual([]);
  });
});
