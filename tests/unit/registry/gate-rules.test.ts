import { changeRegistrationBy, gateOf, standingOf } from '../../../subgraphs/registry/gate/gate.rules';
import type { IndustryRestriction } from '../../../subgraphs/registry/gate/industry-restriction';

const requirement = {
  number: 18,
  item: '烟花爆竹生产企业安全生产许可',
  licence: '烟花爆竹安全生产许可证',
  industries: ['2672'],
  everyone: true,
  authority: 'EMERGENCY_MANAGEMENT' as const,
  authorityName: '省级应急管理部门',
  basis: '条例',
  condition: null,
  until: null as string | null,
  verified: false,
};
/** Needed by some of an industry only. */
const partial = {
  ...requirement,
  number: 16,
  licence: '危险化学品经营许可证',
  industries: ['5169'],
  everyone: false,
};
/** No longer needed. */
const past = {
  ...requirement,
  number: 9,
  licence: '外商投资审批',
  industries: ['3770'],
  until: '2026-05-30',
};
const known = { complete: false, requirements: [requirement, partial, past] };
const licence = {
  name: requirement.licence,
  grantedOn: '2026-03-02',
  validUntil: null as string | null,
  endedOn: null as string | null,
  suspendedOn: null as string | null,
  suspendedUntil: null as string | null,
};
const restriction = (values: Partial<IndustryRestriction> = {}) =>
  ({
    industryCode: '26',
    kind: 'PROHIBITED',
    document: '目录',
    conditions: null,
    area: null,
    validFrom: '2026-01-01',
    validTo: null,
    ...values,
  }) as IndustryRestriction;
const gate = (
  industry: string,
  licences = [licence],
  restrictions: IndustryRestriction[] = [],
  on = '2026-05-31',
  { area, complete = false }: { area?: string; complete?: boolean } = {},
) => {
  const { allowed, reasons } = gateOf({ industry, on, area }, { ...known, complete }, restrictions, licences);
  return [allowed, reasons.map(({ code }) => code)];
};

describe('先证后照', () => {
  test.each([
    // granted on 2 March: 31 May is the ninetieth day, a Sunday, and the period ends on the Monday
    [{ ...licence }, '2026-05-31', 'LICENCE_HELD'],
    [{ ...licence }, '2026-06-01', 'LICENCE_HELD'],
    [{ ...licence }, '2026-06-02', 'LICENCE_TO_BE_CONFIRMED'],
    [{ ...licence, grantedOn: null }, '2026-05-31', 'LICENCE_TO_BE_CONFIRMED'],
    [{ ...licence, validUntil: '2026-08-31' }, '2026-08-31', 'LICENCE_HELD'],
    [{ ...licence, validUntil: '2026-08-31' }, '2026-09-01', 'LICENCE_EXPIRED'],
    [{ ...licence, endedOn: '2026-05-31' }, '2026-05-30', 'LICENCE_HELD'],
    [{ ...licence, endedOn: '2026-05-31' }, '2026-05-31', 'LICENCE_ENDED'],
    [{ ...licence }, '2026-03-01', 'LICENCE_MISSING'],
    [{ ...licence, suspendedOn: '2026-05-02' }, '2026-05-01', 'LICENCE_HELD'],
    [{ ...licence, suspendedOn: '2026-05-02' }, '2026-05-02', 'LICENCE_SUSPENDED'],
    [
      { ...licence, suspendedOn: '2026-05-02', suspendedUntil: '2026-05-20' },
      '2026-05-20',
      'LICENCE_SUSPENDED',
    ],
    [{ ...licence, suspendedOn: '2026-05-02', suspendedUntil: '2026-05-20' }, '2026-05-21', 'LICENCE_HELD'],
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

  test('an industry without a match MUST be unknown while the catalogue is not complete, and pass once it is', () => {
    expect(gate('6210', [])).toEqual([null, ['PRIOR_LICENCE_UNKNOWN']]);
    expect(gate('6210', [], [], '2026-05-31', { complete: true })).toEqual([
      true,
      ['NO_PRIOR_LICENCE_NEEDED'],
    ]);
    expect(gate('C26', [])).toEqual([false, ['INDUSTRY_UNKNOWN']]);
  });

  test('a licence that only some of an industry need, or a wide code, MUST be found out, unless it is held or does not hold', () => {
    const held = { ...licence, name: partial.licence, validUntil: '2027-01-01' };
    expect(gate('5169', [])).toEqual([null, ['LICENCE_DEPENDS']]);
    expect(gate('5169', [held])).toEqual([true, ['LICENCE_HELD']]);
    expect(gate('5169', [{ ...held, endedOn: '2026-01-01' }])).toEqual([false, ['LICENCE_ENDED']]);
    expect(gate('26', [])).toEqual([null, ['LICENCE_DEPENDS']]);
  });

  test('a licence MUST be known by the name of its certificate and by that of the approval, and be needed up to its last day', () => {
    expect(gate('2672', [{ ...licence, name: requirement.item }])).toEqual([true, ['LICENCE_HELD']]);
    expect(gate('3770', [], [], '2026-05-30')).toEqual([false, ['LICENCE_MISSING']]);
    expect(gate('3770', [])).toEqual([null, ['PRIOR_LICENCE_UNKNOWN']]);
  });

  test('what a park forbids MUST hold in that park alone, and be asked for where nobody says where it is', () => {
    const park = restriction({ area: '临湘高新区' });
    const at = (area?: string) => gate('2672', [licence], [park], '2026-05-31', { area });
    expect(at('临湘高新区')).toEqual([false, ['PROHIBITED_INDUSTRY', 'LICENCE_HELD']]);
    expect(at('另一园区')).toEqual([true, ['LICENCE_HELD']]);
    expect(at('无')).toEqual([true, ['LICENCE_HELD']]);
    expect(at()).toEqual([null, ['AREA_NOT_STATED', 'LICENCE_HELD']]);
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
    expect(gate('6210', [], [restriction()])).toEqual([null, ['PRIOR_LICENCE_UNKNOWN']]);
  });

  test('every reason MUST be told in both languages', () => {
    const { reasons } = gateOf({ industry: '2672', on: '2026-05-31' }, known, [restriction()], []);
    for (const { message } of reasons)
      expect(message).toMatch(/\p{Script=Han}.*。[A-Z].*\.|\p{Script=Han}.*。.*forbids/u);
  });

  test('the registration MUST follow a licence that has ended within thirty days', () => {
    // the thirtieth day is a Sunday
    expect(changeRegistrationBy({ endedOn: '2026-01-30' })?.date).toBe('2026-03-02');
    expect(changeRegistrationBy({ endedOn: null })).toBeNull();
  });
});
