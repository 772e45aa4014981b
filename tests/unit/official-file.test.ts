import { arrayOf, objectOf, orNull, text, variantOf, whole } from '../../subgraphs/kernel';

const stage = objectOf({ name: text(10), order: whole(1, 9), basis: orNull(text(20)) });
const file = objectOf({ code: text(10), stages: arrayOf(stage) });
const formula = variantOf('kind', {
  RATIO: { target: whole(1, 100) },
  STEPS: { steps: arrayOf(whole(0, 9)) },
});

describe('what a reference file says', () => {
  test('a file MUST be read field by field, and what it leaves out MUST be null', () => {
    const sent = { code: 'A', stages: [{ name: '生产', order: 1 }] };
    expect(file.parse(sent, 'a.json')).toEqual({
      code: 'A',
      stages: [{ name: '生产', order: 1, basis: null }],
    });
  });

  test.each([
    [
      'a field of another kind',
      { code: 'A', stages: [{ name: '生产', order: '?' }] },
      'NUMBER_INVALID',
      'a.json.stages[0].order',
    ],
    [
      'a field that it should not have',
      { code: 'A', stages: [], title: 'B' },
      'FIELD_UNKNOWN',
      'a.json.title',
    ],
    ['text that is missing', { stages: [] }, 'TEXT_INVALID', 'a.json.code'],
    ['no list where there should be one', { code: 'A', stages: {} }, 'FIELD_INVALID', 'a.json.stages'],
    [
      'no object where there should be one',
      { code: 'A', stages: ['生产'] },
      'FIELD_INVALID',
      'a.json.stages[0]',
    ],
    ['nothing at all', undefined, 'FIELD_MISSING', 'a.json'],
  ])('a file with %s MUST be refused with the path', (_, sent, code, field) => {
    expect(() => file.parse(sent, 'a.json')).toThrow(
      expect.objectContaining({ code, details: expect.objectContaining({ field }) }),
    );
  });

  test('an object of several forms MUST be read by the one that it names', () => {
    expect(formula.parse({ kind: 'RATIO', target: 90 }, 'f')).toEqual({ kind: 'RATIO', target: 90 });
    expect(formula.parse({ kind: 'STEPS', steps: [1, 2] }, 'f')).toEqual({ kind: 'STEPS', steps: [1, 2] });
    for (const sent of [{ kind: 'RATIO', steps: [1] }, { kind: 'SUM', target: 90 }, { target: 90 }]) {
      expect(() => formula.parse(sent, 'f')).toThrow();
    }
  });
});
