import { buildSchema, parse, validate } from 'graphql';
import { models } from '../../../subgraphs/matters/assessment/model';
import {
  evidenceOf,
  figureOf,
  figureQueries,
  variablesOf,
  type FigureQuery,
} from '../../../subgraphs/matters/collect/figure-query';
import { read } from '../../support/sources';

const api = buildSchema(read('schema/api.graphql'));
const asked = { region: '430682', year: 2026, from: '2026-07-01', to: '2026-09-30' };
const spec = (changes: Partial<FigureQuery>): FigureQuery => ({
  query: '{ __typename }',
  numerator: ['+a'],
  evidence: '',
  ...changes,
});

describe.each(Object.entries(figureQueries))('the query of indicator %s', (code, query) => {
  test('it MUST be one that the API answers, and so MUST the query that lists its records', () => {
    expect(validate(api, parse(query.query))).toEqual([]);
    expect(validate(api, parse(evidenceOf(query, asked)))).toEqual([]);
    expect(evidenceOf(query, asked)).not.toMatch(/\{(region|year|from|to)\}|[\n\r]/);
    expect(Object.keys(variablesOf(query, asked))).toContain('region');
  });

  test('it MUST be for an indicator that is computed, with a denominator for a ratio and none for a deduction', () => {
    const indicator = models.at(-1)?.indicators.find((each) => each.code === code);
    expect(indicator).toMatchObject({ mode: 'DATA' });
    expect(indicator?.formula.kind === 'RATIO_TO_TARGET').toBe(Boolean(query.denominator ?? query.rateOf));
    expect(indicator?.formula.kind).not.toBe('DIRECT');
  });
});

describe('reading a figure', () => {
  test('paths MUST be added up with their signs, lists on the way included', () => {
    const data = { a: [{ b: 3 }, { b: 4 }], c: { d: 5 } };
    expect(figureOf(spec({ numerator: ['+a.b', '-c.d'], denominator: ['+a.b'] }), data)).toEqual({
      numerator: 2,
      denominator: 7,
    });
    expect(figureOf(spec({ numerator: ['+a.b'] }), { a: [] })).toEqual({ numerator: 0, denominator: null });
  });

  test('what a department could not answer MUST NOT be taken for zero', () => {
    for (const data of [{ a: null }, {}, null, { a: 'x' }, { a: [1, null] }])
      expect(figureOf(spec({}), data)).toBeNull();
    expect(figureOf(spec({ denominator: ['+b'] }), { a: 1, b: null })).toBeNull();
  });

  test('a rate MUST be kept as so many of ten thousand', () => {
    expect(figureOf(spec({ rateOf: 100 }), { a: 95.5 })).toEqual({ numerator: 9550, denominator: 10_000 });
    expect(figureOf(spec({ rateOf: 1 }), { a: 0.333333 })).toEqual({ numerator: 3333, denominator: 10_000 });
  });

  test('only the variables that a query names MUST be sent, and every place of the evidence be filled in', () => {
    expect(variablesOf(spec({ query: 'query ($region: X, $year: Int) { a }' }), asked)).toEqual({
      region: '430682',
      year: 2026,
    });
    expect(
      evidenceOf(spec({ evidence: '{ a(r: "{region}", y: {year}, f: "{from}", t: "{to}") { b } }' }), asked),
    ).toBe('{ a(r: "430682", y: 2026, f: "2026-07-01", t: "2026-09-30") { b } }');
  });
});
