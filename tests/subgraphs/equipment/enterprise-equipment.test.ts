import { as } from '../../support/callers';
import { make, officer, equipmentBed, usccOf } from './sample';

const ENTITIES = (fields: string) =>
  `query ($refs: [_Any!]!) { _entities(representations: $refs) { ... on Enterprise { uscc equipment${fields} } } }`;

const bed = equipmentBed();

describe('Enterprise.equipment', () => {
  beforeAll(async () => {
    const devices = Array.from({ length: 50 }, (_, user) =>
      Array.from({ length: user % 8 }, () => make.equipment({ userUscc: usccOf(user) })),
    ).flat();
    await bed.put('submitEquipment', ...devices);
  });

  const refs = (count: number) =>
    Array.from({ length: count }, (_, user) => ({ __typename: 'Enterprise', uscc: usccOf(user) }));

  test('the devices of fifty enterprises MUST cost as many statements as those of one', async () => {
    const query = ENTITIES('(first: 5) { totalCount edges { node { code kind { name } overdue } } }');
    const read = (count: number) => bed.run(query, { caller: officer, variables: { refs: refs(count) } });
    const answer = await read(50);
    expect(answer).toSucceed();
    answer.data._entities.forEach(
      ({ equipment }: { equipment: { totalCount: number; edges: unknown[] } }, user: number) => {
        expect(equipment.totalCount).toBe(user % 8);
        expect(equipment.edges).toHaveLength(Math.min(user % 8, 5));
      },
    );
    expect(await bed.statementsOf(() => read(1))).toHaveLength(2);
    expect(await bed.statementsOf(() => read(50))).toHaveLength(2);
  });

  test('a filter MUST hold within each enterprise', async () => {
    const answer = await bed.run(ENTITIES('(filter: { category: BOILER }) { totalCount }'), {
      caller: officer,
      variables: { refs: refs(3) },
    });
    expect(
      answer.data._entities.map(
        ({ equipment }: { equipment: { totalCount: number } }) => equipment.totalCount,
      ),
    ).toEqual([0, 0, 0]);
  });

  test('the public MUST NOT see what an enterprise uses', async () => {
    const answer = await bed.run(ENTITIES('{ totalCount }'), {
      caller: as.public,
      variables: { refs: refs(1) },
    });
    expect(answer).toFailWith('SHARING_DENIED');
    expect(answer.data._entities[0].equipment).toBeNull();
  });
});
