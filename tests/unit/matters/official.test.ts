import { DepartmentKind, EnterpriseRole, HazardDomain, valuesOf } from '../../../subgraphs/kernel';
import type { MatterScope, StoredStage } from '../../../subgraphs/matters/matter/matter';
import { LeadBasis } from '../../../subgraphs/matters/matter/matter.terms';
import { read } from '../../support/sources';

interface MatterRecord {
  code: string;
  name: string;
  leadDepartment: string;
  leadBasis: LeadBasis;
  leadVerified: boolean;
  cooperatingDepartments: string[];
  source: { document: string; phrase: string };
  stages: StoredStage[];
  scope: MatterScope;
}
const matters = JSON.parse(read('subgraphs/matters/matter/official/matters.json')) as MatterRecord[];
const kinds = new Set(
  read('subgraphs/equipment/official/equipment-kinds.csv')
    .split('\n')
    .map((line) => line.split(',')[0]),
);
const named = new Map<string, MatterRecord>(matters.map((matter) => [matter.code, matter]));

describe('matters.json', () => {
  test('the five matters of 安委〔2024〕10号 MUST come first', () => {
    const document = '安委〔2024〕10号';
    expect(matters.slice(0, 5).map(({ source }) => source.document)).toEqual(Array(5).fill(document));
    expect(matters.slice(5).filter(({ source }) => source.document === document)).toEqual([]);
  });

  test('codes and names MUST each be there once', () => {
    expect(named.size).toBe(matters.length);
    expect(new Set(matters.map(({ name }) => name)).size).toBe(matters.length);
  });

  describe.each(matters.map(({ code }) => code))('%s', (code) => {
    const matter = named.get(code) as MatterRecord;
    const { leadDepartment, cooperatingDepartments, stages, scope } = matter;

    test('stages MUST be numbered from 1 without a gap, each with a name of its own and duties', () => {
      expect(stages.map(({ order }) => order)).toEqual(stages.map((_, at) => at + 1));
      expect(stages.length).toBeGreaterThan(3);
      expect(new Set(stages.map(({ name }) => name)).size).toBe(stages.length);
      expect(
        stages.filter(({ duties }) => duties.length === 0 || duties.some((duty) => duty.trim() === '')),
      ).toEqual([]);
    });

    test('who answers for a stage MUST lead or cooperate', () => {
      const taking = new Set([leadDepartment, ...cooperatingDepartments]);
      expect(
        stages.flatMap(({ department }) => department ?? []).filter((department) => !taking.has(department)),
      ).toEqual([]);
    });

    test('who leads MUST NOT cooperate as well, and nobody twice', () => {
      expect(cooperatingDepartments).not.toContain(leadDepartment);
      expect(new Set(cooperatingDepartments).size).toBe(cooperatingDepartments.length);
    });

    test('departments MUST be national organs of a kind that is declared', () => {
      const codes = valuesOf(DepartmentKind).map((kind) => `CN-${kind}`);
      expect(
        [leadDepartment, ...cooperatingDepartments].filter((department) => !codes.includes(department)),
      ).toEqual([]);
    });

    test('the scope MUST be in codes that exist, and touch some department', () => {
      expect(scope.equipmentKinds.filter((kind) => !kinds.has(kind))).toEqual([]);
      expect(scope.roles.filter((role) => !valuesOf(EnterpriseRole).includes(role))).toEqual([]);
      expect(scope.hazardDomains.filter((domain) => !valuesOf(HazardDomain).includes(domain))).toEqual([]);
      expect(scope.industries.filter((industry) => !/^\d{2,4}$/.test(industry))).toEqual([]);
      expect(scope.productCategories.filter((category) => !/^\d{4}$/.test(category))).toEqual([]);
      expect(scope.industries.length + scope.roles.length).toBeGreaterThan(0);
    });

    test('no code of the scope MUST be there twice or below another', () => {
      const { industries, equipmentKinds } = scope;
      expect(
        industries.filter((one, at) =>
          industries.some((other, place) => place !== at && one.startsWith(other)),
        ),
      ).toEqual([]);
      expect(new Set(equipmentKinds).size).toBe(equipmentKinds.length);
    });

    test('its source and the reason of its lead MUST be given', () => {
      expect(matter.source.document).not.toBe('');
      expect(matter.source.phrase.length).toBeGreaterThan(5);
      expect(valuesOf(LeadBasis)).toContain(matter.leadBasis);
    });
  });
});
