import fc from 'fast-check';
import { EnterpriseRole, composeUscc, valuesOf } from '../../../subgraphs/kernel';
import type { MatterScope } from '../../../subgraphs/matters/matter/matter';
import { isInScope } from '../../../subgraphs/matters/matter/matter.rules';
import { registry } from '../../../subgraphs/registry';
import { as } from '../../support/callers';
import { read } from '../../support/sources';
import { testBed, type TestResult } from '../../support/test-bed';

const IN_SCOPE = `query ($of: [_Any!]!, $after: String) { _entities(representations: $of) { ... on Matter {
  enterprises(first: 100, after: $after) { totalCount edges { node { uscc } } pageInfo { hasNextPage endCursor } } } } }`;

interface Facts {
  uscc: string;
  industryCode: string | null;
  roles: string[];
}
type Scope = Pick<MatterScope, 'industries' | 'roles'>;

const records = JSON.parse(read('subgraphs/matters/matter/official/matters.json')) as { scope: Scope }[];
/** One of each industry that a matter names, with and without the roles that they name. */
const named = [...new Set(records.flatMap(({ scope: { industries } }) => industries))].map(
  (industry, at) => ({
    industryCode: industry,
    roles: [[], ['FIRE_KEY_UNIT'], ['EQUIPMENT_USER', 'LABORATORY']][at % 3] as string[],
  }),
);

const fewRoles = valuesOf(EnterpriseRole).slice(0, 4);
/** Codes of few divisions, so that prefixes meet. */
const code = fc.constantFrom(
  ...read('subgraphs/kernel/official/industries.csv')
    .split('\n')
    .flatMap((line) => /^(?:06|37|97)\d{0,2}(?=,)/.exec(line) ?? []),
);
const facts = fc.record({
  industryCode: fc.option(code, { freq: 5 }),
  roles: fc.subarray([...fewRoles]),
});
const scope: fc.Arbitrary<Scope> = fc.record({
  industries: fc.array(code, { maxLength: 3 }),
  roles: fc.subarray([...fewRoles]),
});

/** Those with the role are in the register of fire and rescue as well. */
const fireKeyUnitCodes: string[] = [];
const bed = testBed(registry, {
  officer: as.officer('MARKET_SUPERVISION', '430000', 'write:registry'),
  says: { Region: { fireKeyUnitCodes } },
});

describe('which enterprises are in the scope of a matter', () => {
  let enterprises: Facts[];
  beforeAll(async () => {
    enterprises = [...named, ...fc.sample(facts, { numRuns: 300, seed: 7 })].map((each, at) => ({
      ...each,
      uscc: composeUscc('91430682', `MA${String(at).padStart(6, '0')}`),
    }));
    const units = enterprises.filter(({ roles }) => roles.includes('FIRE_KEY_UNIT'));
    fireKeyUnitCodes.push(...units.map(({ uscc }) => uscc));
    const submitted = enterprises.map((each, at) => ({
      ...each,
      sourceId: String(at),
      name: `第${at}号公司`,
      regionCode: '430682',
      // one in operation would have to show the licences of its industry first
      status: 'SUSPENDED',
    }));
    await bed.put('submitEnterprises', ...submitted);
  });

  /** The verdict of the registry, in SQL. */
  const bySql = async ({ industries, roles }: Scope) => {
    const found: string[] = [];
    for (let after: string | null = null; ;) {
      const variables: Record<string, unknown> = {
        of: [{ __typename: 'Matter', code: 'M', scope: { industries, roles } }],
        after,
      };
      const answer: TestResult = await bed.run(IN_SCOPE, { variables });
      const { totalCount, edges, pageInfo } = answer.data._entities[0].enterprises;
      found.push(...edges.map(({ node }: { node: { uscc: string } }) => node.uscc));
      if (!pageInfo.hasNextPage) {
        expect(found).toHaveLength(totalCount);
        return found;
      }
      after = pageInfo.endCursor;
    }
  };
  /** The verdict of matters, in memory. */
  const byRule = (asked: Scope) =>
    enterprises
      .filter(({ industryCode, roles }) => isInScope(asked as MatterScope, industryCode, roles))
      .map(({ uscc }) => uscc)
      .sort();

  test('registry and matters MUST agree on any scope and enterprise', async () => {
    let decided = 0;
    await fc.assert(
      fc.asyncProperty(scope, async (asked) => {
        const found = byRule(asked);
        expect(await bySql(asked)).toEqual(found);
        if (found.length > 0 && found.length < enterprises.length) decided++;
      }),
      { numRuns: 120 },
    );
    expect(decided).toBeGreaterThan(50);
  });

  test('they MUST agree on the scope of every matter of the reference file', async () => {
    for (const { scope: asked } of records) expect(await bySql(asked)).toEqual(byRule(asked));
    expect(records.filter(({ scope: asked }) => byRule(asked).length > 0).length).toBe(records.length);
  });

  test('a scope that names more of either MUST hold at least as many', () => {
    fc.assert(
      fc.property(scope, code, facts, (asked, industry, { industryCode, roles }) => {
        const wider = { ...asked, industries: [...asked.industries, industry] } as MatterScope;
        if (asked.industries.length > 0 && isInScope(asked as MatterScope, industryCode, roles)) {
          expect(isInScope(wider, industryCode, roles)).toBe(true);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
