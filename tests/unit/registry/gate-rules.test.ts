import { changeRegistrationBy, gateOf, standingOf } from '../../../subgraphs/registry/gate/gate.rules';
import type { IndustryRestriction } from '../../../subgraphs/registry/gate/industry-restriction';

const requirement = {
  industries: ['2672'],
  licence: '烟花爆竹安全生产许可证',
  authority: 'EMERGENCY_MANAGEMENT' as const,
  basis: '条例',
  verified: false,
};
const licence = {
  name: requirement.licence,
  grantedOn: '2026-03-02',
  validUntil: null as string | null,
  endedOn: null as string | null,
};
const restriction = (values: Partial<IndustryRestriction> = {}) =>
  ({
    industryCode: '26',
    kind: 'PROHIBITED',
    document: '目录',
    conditions: null,
    validFrom: '2026-01-01',
    validTo: null,
    ...values,
  }) as IndustryRestriction;
const gate = (
  industry: string,
  licences = [licence],
  restrictions: IndustryRestriction[] = [],
  on = '2026-05-31',
) => {
  const { allowed, reasons } = gateOf(industry, on, [requirement], restrictions, licences);
  return [allowed, reasons.map(({ code }) => code)];
};

describe('先证后照', () => {
  test.each([
    // granted on 2 March: 31 May is the ninetieth day
    [{ ...licence }, '2026-05-31', 'LICENCE_HELD'],
    [{ ...licence }, '2026-06-01', 'LICENCE_TO_BE_CONFIRMED'],
    [{ ...licence, grantedOn: null }, '2026-05-31', 'LICENCE_TO_BE_CONFIRMED'],
    [{ ...licence, validUntil: '2026-08-31' }, '2026-08-31', 'LICENCE_HELD'],
    [{ ...licence, validUntil: '2026-08-31' }, '2026-09-01', 'LICENCE_EXPIRED'],
    [{ ...licence, endedOn: '2026-05-31' }, '2026-05-30', 'LICENCE_HELD'],
    [{ ...licence, endedOn: '2026-05-31' }, '2026-05-31', 'LICENCE_ENDED'],
  ])('%j MUST on %s be %s', (held, on, standing) => expect(standingOf(held, on)).toBe(standing));

  test('it MUST say yes with the licence, and no without, with another, or with one that does not hold', () => {
    expect(gate('2672')).toEqual([true, ['LICENCE_HELD']]);
    expect(gate('2672', [])).toEqual([false, ['LICENCE_MISSING']]);
    expect(gate('2672', [{ ...licence, name: '食品经营许可证' }])).toEqual([false, ['LICENCE_MISSING']]);
    expect(gate('2672', [{ ...licence, validUntil: '2026-01-01' }])).toEqual([false, ['LICENCE_EXPIRED']]);
    expect(gate('2672', [{ ...licence, validUntil: '2026-01-01' }, licence])).toEqual([
      true,
      ['LICENCE_HELD'],
    ]);
  });

  test('an industry that needs none MUST pass, a wide code that holds one that does MUST NOT, an unknown one MUST NOT', () => {
    expect(gate('6210', [])).toEqual([true, ['NO_PRIOR_LICENCE_NEEDED']]);
    expect(gate('26', [])).toEqual([false, ['LICENCE_MISSING']]);
    expect(gate('C26', [])).toEqual([false, ['INDUSTRY_UNKNOWN']]);
  });

  test('a prohibited industry MUST be refused whatever it holds, a restricted one told its conditions, each within its dates', () => {
    expect(gate('2672', [licence], [restriction()])).toEqual([
      false,
      ['PROHIBITED_INDUSTRY', 'LICENCE_HELD'],
    ]);
    expect(gate('2672', [licence], [restriction({ kind: 'RESTRICTED', conditions: '符合间距' })])).toEqual([
      true,
      ['RESTRICTED_INDUSTRY', 'LICENCE_HELD'],
    ]);
    expect(
      gate(
        '2672',
        [licence],
        [restriction({ validFrom: '2026-06-01' }), restriction({ validTo: '2026-05-30' })],
      ),
    ).toEqual([true, ['LICENCE_HELD']]);
    expect(gate('6210', [], [restriction()])).toEqual([true, ['NO_PRIOR_LICENCE_NEEDED']]);
  });

  test('every reason MUST be told in both languages', () => {
    const { reasons } = gateOf('2672', '2026-05-31', [requirement], [restriction()], []);
    for (const { message } of reasons)
      expect(message).toMatch(/\p{Script=Han}.*。[A-Z].*\.|\p{Script=Han}.*。.*forbids/u);
  });

  test('the registration MUST follow a licence that has ended within thirty days', () => {
    expect(changeRegistrationBy({ endedOn: '2026-01-30' })).toBe('2026-03-01');
    expect(changeRegistrationBy({ endedOn: null })).toBeNull();
  });
});
