import type { MatterScope } from '../../../subgraphs/matters/matter/matter';
import { isInScope, stageOf } from '../../../subgraphs/matters/matter/matter.rules';

describe('the rules of matters', () => {
  const scope = (changes: Partial<MatterScope>) =>
    ({ industries: [], roles: [], ...changes }) as unknown as MatterScope;

  test.each<[string, Partial<MatterScope>, string | null, string[], boolean]>([
    ['the industry itself', { industries: ['3770'] }, '3770', [], true],
    ['an industry below', { industries: ['37'] }, '3770', [], true],
    ['the industry above', { industries: ['3770'] }, '37', [], false],
    ['another industry', { industries: ['37'] }, '3670', [], false],
    ['no industry', { industries: ['37'] }, null, ['FIRE_KEY_UNIT'], false],
    ['a role', { roles: ['FIRE_KEY_UNIT'] }, null, ['LABORATORY', 'FIRE_KEY_UNIT'], true],
    ['another role', { roles: ['FIRE_KEY_UNIT'] }, '3770', ['LABORATORY'], false],
    ['industry and role', { industries: ['37'], roles: ['LABORATORY'] }, '3770', ['LABORATORY'], true],
    ['the industry without the role', { industries: ['37'], roles: ['LABORATORY'] }, '3770', [], false],
    [
      'the role without the industry',
      { industries: ['37'], roles: ['LABORATORY'] },
      '4770',
      ['LABORATORY'],
      false,
    ],
    ['a scope of equipment only', { equipmentKinds: ['3000'] }, '3770', ['EQUIPMENT_USER'], false],
  ])('%s MUST decide whether an enterprise is in the scope', (_, changes, industryCode, roles, verdict) => {
    expect(isInScope(scope(changes), industryCode, roles)).toBe(verdict);
  });

  test('a stage MUST be a gap if and only if no department answers for it', () => {
    const stage = { order: 1, name: '维修', duties: ['巡查'], legalBasis: null };
    expect(stageOf({ ...stage, department: null }, '000000')).toMatchObject({
      ...stage,
      departmentCode: null,
      gap: true,
    });
    expect(stageOf({ ...stage, department: 'CN-WATER' }, '000000')).toMatchObject({
      ...stage,
      departmentCode: 'CN-WATER',
      gap: false,
    });
  });
});
