import { dirname, join } from 'node:path';
import { filesIn, read } from '../support/sources';

const KERNEL = 'subgraphs/kernel';
/** Files that reach past the door, each with its reason. */
const PAST_THE_DOOR: Record<string, string> = {
  'tests/bench/journal.bench.ts': 'it measures guarded reads with and without what they share',
  'tests/support/tampering.ts': 'it makes a journal anew, as who holds its key could',
  'tests/unit/development-keys.test.ts': 'it loads config.ts anew, as a process that is started does',
  'tests/unit/disclosure.test.ts':
    'what is withheld is worked out at a release: held against numbers that no few records make up',
  'tests/unit/feed-conditional.test.ts': 'what HTTP asks is held in tables, without a list behind it',
  'tests/unit/together.test.ts': 'what is done together is held by its order, without a database',
  'tests/unit/empowerment.test.ts':
    'no list of a town was seen: the rule is held against one that is made up',
};
/** A folder of subgraphs/ that is a subgraph, as in .dependency-cruiser.cjs. */
const NOUNS = /^subgraphs\/(?!(?:kernel|import|demo|embedded-postgres)\/)[^/]+\//;
const LIST = /^(?:import|export) (?:type )?\{([^}]*)\} from '([^']+)';$/gm;

/** `type Kind`, `page as pageOf` → Kind, page */
const namesOf = (list: string) =>
  list
    .split(',')
    .map((each) =>
      each
        .trim()
        .replace(/^type /, '')
        .replace(/ as .*$/, ''),
    )
    .filter(Boolean);
const groups = read(`${KERNEL}/index.ts`)
  .split(/^\/\/ \d\. /m)
  .slice(1)
  .map((group) => ({
    title: group.slice(0, group.indexOf('\n')),
    names: [...group.matchAll(LIST)].flatMap(([, list = '']) => namesOf(list)),
    // what is left of it besides lists
    rest: group.slice(group.indexOf('\n')).replace(LIST, '').trim(),
  }));

const outside = filesIn('.', '.ts')
  .filter((path) => !path.startsWith(`${KERNEL}/`))
  .map((path) => ({ path, text: read(path) }));
const leadsTo = (path: string, to: string) => (to.startsWith('.') ? join(dirname(path), to) : '');
const used = outside.flatMap(({ path, text }) =>
  [...text.matchAll(LIST)]
    .filter(([, , to = '']) => leadsTo(path, to) === KERNEL)
    .flatMap(([, list = '']) => namesOf(list).map((name) => ({ path, name }))),
);
const usedAnywhere = new Set(used.map(({ name }) => name));
const usedByNouns = new Set(used.filter(({ path }) => NOUNS.test(path)).map(({ name }) => name));

describe('the door of the kernel', () => {
  test('it MUST be three lists: to declare a noun, to run a subgraph, for gateway, commands and tests', () => {
    expect(groups.map(({ title }) => title.split(':')[0])).toEqual([
      'To declare a noun',
      'To run a subgraph',
      'For the gateway, the commands and the tests',
    ]);
    expect(groups.map(({ rest }) => rest)).toEqual(['', '', '']);
    expect(read(`${KERNEL}/index.ts`)).toMatch(/^\/\/ 1\. /);
  });

  test('every name in it MUST be used outside', () => {
    expect(used.length).toBeGreaterThan(1000);
    expect(groups.flatMap(({ names }) => names).filter((name) => !usedAnywhere.has(name))).toEqual([]);
  });

  test('what declares nouns MUST be used by some, and what is left for the others by none', () => {
    const [toDeclare, , forOthers] = groups.map(({ names }) => names);
    expect(toDeclare?.filter((name) => !usedByNouns.has(name))).toEqual([]);
    expect(forOthers?.filter((name) => usedByNouns.has(name))).toEqual([]);
  });

  test('nothing MUST reach past it, except for a reason', () => {
    const past = outside
      .filter(({ path, text }) =>
        [...text.matchAll(/'(\.[^'\n]*)'/g)].some(([, to = '']) =>
          leadsTo(path, to).startsWith(`${KERNEL}/`),
        ),
      )
      .map(({ path }) => path);
    expect(past.sort()).toEqual(Object.keys(PAST_THE_DOOR).sort());
  });
});
