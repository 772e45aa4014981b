import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, filesIn, foldersIn, read } from '../support/sources';

/** Statements that compare a day with today, and no rule in TypeScript says the same of one record; or a test of their own holds them to it. */
const ONLY_IN_SQL: Record<string, string> = {
  'kernel/turning turn': 'tells once of the days that have passed since it looked last: clues.test.ts',
  'credit/standard/standard.resolver standardByUscc': 'a standard says no standing of its own',
  'enforcement/typical-case/typical-case.resolver TypicalCaseResolver':
    'who sees a case, by its day of publication',
  'enforcement/draw/draw.lists visible': 'who sees a result, by its day of publication',
  'equipment/campaign/campaign.lists onList': 'which devices are on a list, by their age',
  'equipment/lift/lift.lists liftFigures': 'figures',
  'equipment/safety/safety.lists inForce': 'an appointment says no standing of its own',
  'hazards/accident/accident.lists visible': 'who sees an accident, by the day of its report',
  'hazards/signals/signals.lists byUscc': 'which penalties are known by today',
  'hazards/statistics/overview.lists inSet': 'held to the rule by overviewFigures in the twins of hazards',
  'hazards/statistics/statistics.lists countedAhead':
    'held to the rule by hazardStatistics in the twins of hazards',
  'hazards/statistics/statistics.lists countedNow': 'the same',
  'quality/certificate/validity-coverage validityCoverage': 'checks of this year',
  'quality/sampling/sampling.lists isPublished': 'who sees a result, by its day of publication',
  'kernel/feed/reading readChanges':
    'a feed tells of ends itself: tests/subgraphs/credit/feed.test.ts, publicity.test.ts',
  'kernel/feed/tree linesIn': 'the same',
  'registry/grid/grid.resolver coverage': 'a person of a grid says no standing of its own',
  'training/duty/duty.lists principalDuties': 'duties that have begun',
  'training/expert/expert.lists inPool': 'an expert says no standing of its own',
  'training/expert/expert.lists expertPools': 'figures',
  'training/overview ofPrincipals': 'the duties of this year',
};

/** What is declared at the top of a file. */
const DECLARED = /^(?:export )?(?:async )?(?:function|const|class) (\w+)/gm;
/** A comment that says that what stands below it is the same as something else in SQL. */
const TIED =
  /\/\*\*(?:(?!\*\/)[\s\S])*?\bin\s+(?:\* )?SQL\b(?:(?!\*\/)[\s\S])*?\*\/\s*(?:export )?(?:async )?(?:function|const) (\w+)/g;
/** A column compared with today, or with a day worked out from it. */
const COMPARED = /(?:[<>]=?|=|BETWEEN|LEAST\([\w.]+,|coalesce\(\w+,) \$\{[^}]*\b(?:today|now)\b/g;

interface Found {
  subgraph: string;
  /** From the folder of subgraphs, without its ending. */
  file: string;
  name: string;
}

const files = foldersIn('subgraphs')
  .filter((folder) => existsSync(join(ROOT, `subgraphs/${folder}/index.ts`)))
  .flatMap((subgraph) =>
    filesIn(`subgraphs/${subgraph}`, '.ts').map((path) => ({
      subgraph,
      path,
      file: path.slice(10, -3),
      text: read(path),
    })),
  );

const tied: Found[] = files.flatMap(({ subgraph, file, text }) =>
  [...text.matchAll(TIED)].map(([, name]) => ({ subgraph, file, name: String(name) })),
);
const compared: Found[] = files.flatMap(({ subgraph, file, text }) => {
  const declared = [...text.matchAll(DECLARED)];
  return [...text.matchAll(COMPARED)].map(({ index }) => ({
    subgraph,
    file,
    name: String(declared.filter((each) => each.index < index).at(-1)?.[1]),
  }));
});

/** Whether the twins test of the subgraph imports it, from that very file. */
function isTested({ subgraph, file, name }: Found): boolean {
  const path = `tests/subgraphs/${subgraph}/twins.test.ts`;
  if (!existsSync(join(ROOT, path))) return false;
  const imports = [
    ...read(path).matchAll(/^import (?:type )?\{([^}]*)\} from '\.\.\/\.\.\/\.\.\/subgraphs\/([^']+)';$/gm),
  ];
  return imports.some(([, names = '', from]) => from === file && new RegExp(`\\b${name}\\b`).test(names));
}

const label = ({ file, name }: Found) => `${file} ${name}`;

describe('rules that stand in TypeScript and in SQL', () => {
  test('the search MUST see what there is', () => {
    expect(tied.length).toBeGreaterThan(25);
    expect(compared.length).toBeGreaterThan(40);
  });

  test('both sides of what a comment ties together MUST be held against each other by the twins test of the subgraph', () => {
    expect(tied.filter((each) => !isTested(each)).map(label)).toEqual([]);
  });

  test('what compares a column with today MUST be in the twins test, or in the list above with why it has no twin', () => {
    const untold = compared.filter((each) => !isTested(each) && !(label(each) in ONLY_IN_SQL));
    expect([...new Set(untold.map(label))]).toEqual([]);
  });

  test('the list above MUST name nothing that is gone or has a test', () => {
    const left = new Set(compared.filter((each) => !isTested(each)).map(label));
    expect(Object.keys(ONLY_IN_SQL).filter((each) => !left.has(each))).toEqual([]);
  });
});
