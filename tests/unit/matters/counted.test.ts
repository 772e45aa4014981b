import { buildSchema, parse, validate } from 'graphql';
import { valuesOf } from '../../../subgraphs/kernel';
import { BesideKind } from '../../../subgraphs/matters/assessment/beside';
import { countedIndicators } from '../../../subgraphs/matters/assessment/counted';
import {
  countIn,
  countQuery,
  recordsQuery,
  textOf,
} from '../../../subgraphs/matters/assessment/counted-list';
import {
  computedPoints,
  countsOf,
  notCounted,
  partsOf,
  queryOf,
  recordsOf,
  saysOf,
} from '../../../subgraphs/matters/assessment/counted-part';
import { models } from '../../../subgraphs/matters/assessment/model';
import { typedIndicators } from '../../../subgraphs/matters/assessment/typed';
import { read } from '../../support/sources';

const api = buildSchema(read('schema/api.graphql'));
const asked = { region: '430682', quarter: '2026-Q3' };
const model = models.at(-1);

describe.each(Object.keys(countedIndicators))('the lists of indicator %s', (code) => {
  test('they MUST be lists that the API has, and so MUST the queries that list their records, on one line', () => {
    expect(validate(api, parse(queryOf(code, asked).query))).toEqual([]);
    for (const { beside } of partsOf(code)) {
      const records = recordsOf(code, beside, asked) ?? '';
      expect(validate(api, parse(records))).toEqual([]);
      expect(records).not.toMatch(/\$|[\n\r]|undefined/);
      expect(records).toContain('430682');
      // what a figure keeps of it
      expect(records.length).toBeLessThanOrEqual(2000);
    }
  });

  test('a figure MUST be of an indicator that is computed, with a denominator for a rate and none for a deduction', () => {
    const indicator = model?.indicators.find((each) => each.code === code);
    expect(indicator).toBeDefined();
    const { figure } = countedIndicators[code] ?? {};
    const isComputed = indicator?.formula.kind !== 'DIRECT';
    if (figure) expect(isComputed).toBe(true);
    if (figure) expect(indicator?.formula.kind === 'RATIO_TO_TARGET').toBe(figure.denominator !== undefined);
    expect(saysOf(code) === null).toBe(figure === undefined);
  });
});

describe('the walk through the document', () => {
  const codes = model?.indicators.map(({ code }) => code) ?? [];

  test('every indicator MUST have a figure, or say why records do not tell it and who states it, and never both', () => {
    const said = codes.map((code) => [code, saysOf(code) !== null, typedIndicators[code] !== undefined]);
    expect(said.filter(([, counted, typed]) => counted === typed)).toEqual([]);
    expect(Object.keys(typedIndicators).filter((code) => !codes.includes(code))).toEqual([]);
    for (const code of codes) expect(saysOf(code) === null).toBe(notCounted(code) !== null);
    expect(notCounted('1')).toContain('考核组');
    expect(notCounted(null)).toContain('未指明');
  });

  test('no points MUST follow from a number of inspections, checks, notices, cases, penalties or fines', () => {
    const counted = codes.flatMap((code) => {
      const { figure } = countedIndicators[code] ?? {};
      const lists = figure && figure.denominator === undefined ? figure.numerator : [];
      return lists.map((list) => textOf(list).split('(')[0]);
    });
    expect([...new Set(counted)].sort()).toEqual(['accidents', 'hazards']);
  });
});

describe('counting by lists', () => {
  const lists = {
    numerator: ['hazards(filter: { region: $region })', { any: 'cases(filter: { from: $from })' }],
  };

  test('a query MUST name the variables that its lists name, and no other', () => {
    expect(countQuery(lists, asked)).toEqual({
      query:
        'query ($region: RegionCode!, $from: Date!) { numerator: hazards(filter: { region: $region }, first: 1) { totalCount  } numerator2: cases(filter: { from: $from }, first: 1) { totalCount  } }',
      variables: { region: '430682', from: '2026-07-01' },
    });
  });

  test('lists MUST be added up, a list of which any will do count once, a plain list be counted by its length', () => {
    const of = (data: object) => countIn(data as Record<string, unknown>, 'numerator', lists.numerator);
    expect(of({ numerator: { totalCount: 3 }, numerator2: { totalCount: 7 } })).toBe(4);
    expect(of({ numerator: { totalCount: 3 }, numerator2: { totalCount: 0 } })).toBe(3);
    expect(countIn({ a: [1, 2] }, 'a', ['dueTasks(region: $region)'])).toBe(2);
  });

  test('what a department could not answer MUST NOT be taken for zero', () => {
    for (const data of [
      {},
      { numerator: null, numerator2: { totalCount: 1 } },
      { numerator: { totalCount: null } },
    ])
      expect(countIn(data, 'numerator', lists.numerator)).toBeNull();
    const [rate] = partsOf('8.3');
    expect(rate && countsOf(rate, { numerator: { totalCount: 1 } })).toEqual({
      numerator: 1,
      denominator: null,
    });
  });

  test('a sum MUST be that of the field over one page, and unknown where there are more records than that', () => {
    const deaths = { a: [{ sum: 'deaths', of: 'accidents(filter: { region: $region })' }] };
    expect(countQuery(deaths, asked).query).toContain(
      'a: accidents(filter: { region: $region }, first: 100) { totalCount edges { node { deaths } } }',
    );
    const of = (totalCount: number | null, ...dead: number[]) =>
      countIn({ a: { totalCount, edges: dead.map((each) => ({ node: { deaths: each } })) } }, 'a', deaths.a);
    expect([of(2, 3, 4), of(0), of(3, 3, 4), of(null)]).toEqual([7, 0, null, null]);
    expect(recordsQuery(deaths, asked)).toMatch(
      /first: 100\) \{ totalCount edges \{ node \{ number grade deaths /,
    );
  });

  test('records MUST be listed by pages of a hundred, and one of those of which any will do', () => {
    const text = recordsQuery(lists, asked);
    expect(text).toMatch(/hazards\(filter: \{ region: "430682" \}, first: 100\)/);
    expect(text).toMatch(/cases\(filter: \{ from: "2026-07-01" \}, first: 1\)/);
  });

  test('the days of a quarter, of half a year before its end and of the same quarter a year before MUST be those', () => {
    const names = ['from', 'to', 'longBefore', 'fromYearBefore', 'toYearBefore', 'year', 'quarter'];
    const text = recordsQuery({ a: [`x(${names.map((name) => `$${name}`).join(' ')})`] }, asked);
    expect(text).toContain(
      'x("2026-07-01" "2026-09-30" "2026-04-03" "2025-07-01" "2025-09-30" 2026 "2026-Q3"',
    );
  });

  test('every kind of figure that may stand beside an indicator MUST stand beside one', () => {
    const used = Object.values(countedIndicators).flatMap(({ beside = {} }) => Object.keys(beside));
    expect([...new Set(used)].sort()).toEqual([...valuesOf(BesideKind)].sort());
  });

  test('the number of points that are computed MUST be the one that the README names', () => {
    const { computed, all } = computedPoints(model ?? { indicators: [] });
    expect(read('subgraphs/matters/README.md')).toContain(`${computed} of ${all} points`);
  });
});
