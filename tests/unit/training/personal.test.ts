import fc from 'fast-check';
import {
  idNumberCheck,
  isIdNumber,
  checkSourceId,
  idNumber,
  masked,
  personal,
} from '../../../subgraphs/kernel';
import { keysFrom } from '../../support/settings';
import { formerPseudonymsOf, pseudonymsOf } from '../../../subgraphs/training/qualification/personal';

describe('an identity number (GB 11643)', () => {
  test('the sample of the standard MUST hold, with a small x as well', () => {
    expect(isIdNumber('11010519491231002X')).toBe(true);
    expect(idNumber.parse(' 11010519491231002x ', 'idNumber')).toBe('11010519491231002X');
  });

  test.each([
    ['a wrong check character', '110105194912310021'],
    ['a day that never was', '110105194902300020'],
    ['29 February of a common year', '110105190002290017'],
    ['fifteen digits', '110105491231002'],
    ['letters', '11010519491231002A'],
  ])('%s MUST be refused, and the refusal MUST NOT repeat it', (_, number) => {
    expect(isIdNumber(number)).toBe(false);
    expect(() => idNumber.parse(number, 'idNumber')).toThrow(
      expect.objectContaining({ code: 'ID_NUMBER_INVALID' }),
    );
    expect(() => idNumber.parse(number, 'idNumber')).not.toThrow(number);
  });

  test('29 February MUST hold in a leap year, and only the one check character', () => {
    const first17 = '11010520000229001';
    const right = idNumberCheck(first17);
    expect([...'0123456789X'].filter((check) => isIdNumber(first17 + check))).toEqual([right]);
  });

  test('one wrong digit MUST always be found', () => {
    const digits = fc.tuple(
      fc.integer({ min: 0, max: 5 }),
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 0, max: 999 }),
    );
    fc.assert(
      fc.property(digits, ([place, by, serial]) => {
        const first17 = `11010519491231${String(serial).padStart(3, '0')}`;
        const wrong = [...(first17 + idNumberCheck(first17))];
        wrong[place] = String((Number(wrong[place]) + by) % 10);
        return !isIdNumber(wrong.join(''));
      }),
    );
  });
});

describe('what is personal', () => {
  test('a text that is too long, empty or of control characters MUST be refused without being repeated', () => {
    for (const bad of ['', '张'.repeat(61), '张\n三', null, {}]) {
      const parse = () => personal(60).parse(bad, 'holderName');
      expect(parse).toThrow(
        expect.objectContaining({
          code: 'PERSONAL_TEXT_INVALID',
          details: { field: 'holderName', max: 60, fault: expect.anything() },
        }),
      );
    }
  });

  test('a masked name MUST tell the first character only', () => {
    expect(['张三', '欧阳修远', '𠮷田', ''].map(masked)).toEqual(['张**', '欧**', '𠮷**', '**']);
  });

  test('width, case, spaces, brackets and dashes of a number and dots of a name MUST make no difference', () => {
    const key = keysFrom('a key');
    const sent = pseudonymsOf('湘建安 b〔2019〕—0001', '买买提·艾力', key);
    expect(sent).toEqual(pseudonymsOf('湘建安Ｂ（2019）-0001', '买买提艾力', key));
    expect(sent.number).not.toBe(pseudonymsOf('湘建安B(2019)-001', '买买提艾力', key).number);
    expect(formerPseudonymsOf('湘建安B（2019）-0001', '买买提艾力', key)).toEqual(sent);
  });

  test('a sourceId that is an identity number MUST be refused', () => {
    expect(() => checkSourceId('11010519491231002x')).toThrow(
      expect.objectContaining({ code: 'ID_NUMBER_NOT_ALLOWED' }),
    );
    expect(() => checkSourceId('110105194912310021')).not.toThrow();
  });
});
