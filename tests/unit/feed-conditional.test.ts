import {
  codingFor,
  isKnown,
  partOf,
  type Coding,
  type Validators,
} from '../../subgraphs/kernel/feed/conditional';

const at = new Date('2026-06-15T08:00:00Z');
const DAY = at.toUTCString();
const known: Validators = { etags: ['"1.ndjson"', '"1.ndjson.br"', '"1.ndjson.gzip"'], changedAt: at };
const undated: Validators = { ...known, changedAt: null };

describe('whoever has the snapshot', () => {
  test.each<[string, Record<string, string>, boolean]>([
    ['its tag', { 'if-none-match': '"1.ndjson"' }, true],
    [
      'a weak tag of a compressed one, among others',
      { 'if-none-match': '"0.ndjson", W/"1.ndjson.br"' },
      true,
    ],
    ['any tag at all', { 'if-none-match': '*' }, true],
    ['another tag', { 'if-none-match': '"2.ndjson"' }, false],
    ['another tag, whatever its date', { 'if-none-match': '"2.ndjson"', 'if-modified-since': DAY }, false],
    ['its date', { 'if-modified-since': DAY }, true],
    ['its date as of old', { 'if-modified-since': 'Monday, 15-Jun-26 08:00:00 GMT' }, true],
    ['an older date', { 'if-modified-since': 'Mon, 15 Jun 2026 07:59:59 GMT' }, false],
    ['a later date, as of the copy itself', { 'if-modified-since': 'Mon, 15 Jun 2026 09:00:00 GMT' }, false],
    ['what is no date', { 'if-modified-since': 'yesterday' }, false],
    ['nothing', {}, false],
  ])('MUST be known by what is right only: by %s', (_, headers, is) => {
    expect(isKnown(headers, known)).toBe(is);
  });

  test('MUST NOT be known by a date on which there was another list as well', () => {
    expect(isKnown({ 'if-modified-since': DAY }, undated)).toBe(false);
  });
});

test.each<[string | undefined, Coding | null]>([
  [undefined, null],
  ['', null],
  ['identity', null],
  ['deflate', null],
  ['gzip', 'gzip'],
  ['br', 'br'],
  ['gzip, deflate, br', 'br'],
  ['GZIP;Q=0.5, br;q=0.4', 'gzip'],
  ['gzip;q=0, br;q=0', null],
  ['gzip;q=0.000', null],
  ['*', 'br'],
  ['br;q=0, *', 'gzip'],
  ['identity, gzip;q=0.5', null],
  ['gzip;q=nonsense', null],
])('of the codings %s the client MUST get the one it likes best: %s', (accepted, coding) => {
  expect(codingFor({ 'accept-encoding': accepted })).toBe(coding);
});

describe('a part', () => {
  const of = (range: string, more: Record<string, string> = {}, as = known) =>
    partOf({ range, ...more }, as, 100);

  test.each<[string, ReturnType<typeof partOf>]>([
    ['bytes=0-', { first: 0, last: 99 }],
    ['bytes=40-', { first: 40, last: 99 }],
    ['bytes=40-49', { first: 40, last: 49 }],
    ['bytes=40-400', { first: 40, last: 99 }],
    ['bytes=-10', { first: 90, last: 99 }],
    ['bytes=-400', { first: 0, last: 99 }],
    ['bytes=100-', 'outside'],
    ['bytes=-0', 'outside'],
    ['bytes=49-40', null],
    ['bytes=-', null],
    ['bytes=0-1,5-6', null],
    ['lines=0-1', null],
  ])('%s MUST be what it says', (range, part) => expect(of(range)).toEqual(part));

  test.each<[string, Record<string, string>, Validators, boolean]>([
    ['the same tag', { 'if-range': '"1.ndjson"' }, known, true],
    ['the tag of a compressed one', { 'if-range': '"1.ndjson.gzip"' }, known, false],
    ['a weak tag', { 'if-range': 'W/"1.ndjson"' }, known, false],
    ['another tag', { 'if-range': '"2.ndjson"' }, known, false],
    ['its date', { 'if-range': DAY }, known, true],
    ['its date, and may have it compressed', { 'if-range': DAY, 'accept-encoding': 'gzip' }, known, false],
    ['a date of two lists', { 'if-range': DAY }, undated, false],
    ['another date', { 'if-range': 'Mon, 15 Jun 2026 08:00:01 GMT' }, known, false],
  ])('MUST be told to whoever has the rest of the same, by %s', (_, headers, as, is) => {
    expect(of('bytes=40-', headers, as)).toEqual(is ? { first: 40, last: 99 } : null);
  });
});
