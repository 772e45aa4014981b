import { normalNumber, readNumber } from '../../../subgraphs/enforcement/document-number';

describe('document numbers', () => {
  test.each([
    '闽市监光处〔2026〕0088号',
    '闽市监光处[2026]88号',
    '闽市监光处【2026】 088 号',
    '闽市监光处（２０２６）88号',
    '闽市监光处(2026)00088号',
    '闽市监光处［2026］88号',
  ])('%s MUST be the same number', (printed) => {
    expect(normalNumber(printed)).toBe('闽市监光处〔2026〕88号');
  });

  test('brackets that hold no year MUST stay', () => {
    expect(normalNumber('岳(消)行罚决字(2026)第0012号')).toBe('岳(消)行罚决字〔2026〕第12号');
  });

  test('a number MUST be read into its parts', () => {
    expect(readNumber('湘市监罚[2026]012号')).toEqual({
      province: '湘',
      organ: '市监罚',
      year: 2026,
      serial: 12,
    });
    expect(readNumber('（临湘市）应急罚〔2026〕3号')).toEqual({
      province: null,
      organ: '（临湘市）应急罚',
      year: 2026,
      serial: 3,
    });
    expect(readNumber('第12号')).toBeNull();
  });

  test('its normal form MUST be its own normal form', () => {
    for (const printed of ['闽市监光处[2026]0088号', '岳(消)行罚决字(2026)第0012号', 'x']) {
      expect(normalNumber(normalNumber(printed))).toBe(normalNumber(printed));
    }
  });
});
