import { matters } from '../../../subgraphs/matters';
import { testBed } from '../../support/test-bed';
import { mattersBed } from './sample';

const MATTERS =
  'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Enterprise { uscc matters { code } } } }';
const USCC = '91430682MA4L16JQ90';

/** To fire and rescue nobody is a key unit. */
const bed = testBed(matters, { today: '2026-10-15', says: { Enterprise: { fireUnit: null } } });
const alone = mattersBed();

describe('what matters adds to an enterprise', () => {
  const entities = async (...facts: object[]) => {
    const of = facts.map((each) => ({ __typename: 'Enterprise', uscc: USCC, ...each }));
    const answer = await bed.run(MATTERS, { variables: { of } });
    expect(answer).toSucceed();
    return answer.data._entities;
  };
  const codesOf = async (facts: object) =>
    (await entities(facts))[0].matters.map(({ code }: { code: string }) => code);

  test('an enterprise MUST be in the matters of its industry, and of those above it', async () => {
    expect(await codesOf({ industryCode: '5238', roles: [] })).toEqual(['ELECTRIC_BICYCLE']);
    expect(await codesOf({ industryCode: '6210', roles: ['LABORATORY'] })).toEqual([
      'ALCOHOL_FUEL',
      'SELF_BUILT_HOUSE',
      'URBAN_GAS',
    ]);
    expect(await codesOf({ industryCode: '6', roles: [] })).toEqual([]);
  });

  test('the role alone MUST NOT make a key fire unit, and while its register is silent the matters MUST be null with the reason', async () => {
    expect(await codesOf({ industryCode: null, roles: ['EQUIPMENT_USER', 'FIRE_KEY_UNIT'] })).toEqual([]);
    const of = [{ __typename: 'Enterprise', uscc: USCC, industryCode: '5238', roles: [] }];
    const answer = await alone.run(MATTERS, { variables: { of } });
    expect(answer).toFailWith('SUBGRAPH_UNAVAILABLE');
    expect(answer.data._entities).toEqual([{ uscc: USCC, matters: null }]);
  });

  test('a matter of industries and roles MUST hold those with both', async () => {
    expect(await codesOf({ industryCode: '1310', roles: ['EQUIPMENT_USER'] })).toEqual(['IN_PLANT_VEHICLE']);
    expect(await codesOf({ industryCode: '1310', roles: ['LABORATORY'] })).toEqual([]);
    expect(await codesOf({ industryCode: '1200', roles: ['EQUIPMENT_USER'] })).toEqual([]);
  });

  test('an enterprise of which neither is known MUST be in none', async () => {
    for (const facts of [{ industryCode: null, roles: null }, { industryCode: null, roles: [] }, {}])
      expect(await codesOf(facts)).toEqual([]);
  });

  test('many enterprises MUST cost no statement, and each have its own', async () => {
    const industries = Array.from({ length: 50 }, (_, at) => ({
      industryCode: at % 2 === 0 ? '2672' : '9999',
      roles: [],
    }));
    await entities({});
    let found: { matters: object[] }[] = [];
    expect(await bed.statementsOf(async () => (found = await entities(...industries)))).toEqual([]);
    expect(found.map((each) => each.matters.length)).toEqual(
      industries.map((_, at) => (at % 2 === 0 ? 1 : 0)),
    );
  });
});
