import { withheldAmong } from '../../subgraphs/kernel/disclosure';

/** 岳阳市, its nine counties, 430671, which is an area of its own. */
const CITY = '430600';
const COUNTIES = ['430602', '430603', '430611', '430621', '430623', '430624', '430626', '430681', '430682'];
const all = (numbers: readonly number[]) =>
  [...COUNTIES, '430671'].map((code, at) => [code, numbers[at] ?? 20] as const);

const cases: [string, (readonly [string, number])[], string[]][] = [
  [
    'of 1 to 4 subjects it MUST be withheld, of none or of 5 not',
    [
      ['430602', 4],
      ['430603', 5],
      ['430611', 0],
    ],
    ['430602'],
  ],
  ['below a county it MUST be withheld, however many', [['430682101', 900]], ['430682101']],
  [
    'one that is what the others leave of the sum MUST take the next smallest with it',
    [[CITY, 170], ...all([9, 30, 30, 30, 30, 8, 30, 30, 3])],
    ['430624', '430682'],
  ],
  [
    'two that are left over MUST do',
    [[CITY, 170], ...all([2, 30, 30, 30, 30, 8, 30, 30, 3])],
    ['430602', '430682'],
  ],
  ['without the sum nothing can be worked out', all([9, 30, 30, 30, 30, 8, 30, 30, 3]), ['430682']],
  [
    'what was not released MUST be no more derivable than what is withheld',
    [[CITY, 170], ...all([9, 30, 30, 30, 30, 8, 30, 30]).filter(([code]) => code !== '430682')],
    ['430624'],
  ],
  [
    'a province MUST NOT tell of the county that its cities and their counties leave',
    [
      ['110000', 100],
      ...[
        '110101',
        '110102',
        '110105',
        '110106',
        '110107',
        '110108',
        '110109',
        '110111',
        '110112',
        '110113',
      ].map((code) => [code, 8] as const),
      ...['110114', '110115', '110116', '110117', '110118'].map((code) => [code, 9] as const),
      ['110119', 2],
    ],
    ['110101', '110119'],
  ],
];
test.each(cases)('a released figure: %s', (_, released, withheld) => {
  expect([...withheldAmong(new Map(released))].sort()).toEqual(withheld);
});
