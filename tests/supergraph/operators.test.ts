import { modes, startPlatform, type Platform } from '../support/platform';

const FORKLIFT = `query ($code: ID!, $person: ID!) { equipment(code: $code) {
  code kind { name } user { name principalTraining { status } }
  operatorItems { name } qualifiedOperators(first: 5) { totalCount edges { node { personId holderName fullName employer { uscc name } status } } }
  operatorAuthorised(personId: $person) { allowed reason item { code } } } }`;
const LIST = `{ equipmentItems(filter: { kindCode: "5110" }, first: 50) { edges { node { code qualifiedOperators { edges { node { personId } } } } } } }`;

describe.each(modes)('driver × forklift, %s', (mode) => {
  let platform: Platform;
  let [code, person, other, expired] = ['', '', '', ''];
  beforeAll(async () => {
    platform = await startPlatform(mode);
    const [forklift] = await platform.sql<{ code: string; uscc: string; person: string }>(
      `SELECT code, user_uscc AS uscc, person_id AS person FROM equipment.equipment JOIN training.qualification ON employer_uscc = user_uscc
       JOIN registry.enterprise ON uscc = user_uscc
       WHERE kind_code = '5110' AND equipment.status = 'IN_USE' AND next_inspection_due > now() + interval '1 month'
         AND last_conclusion LIKE '%QUALIFIED' AND last_conclusion NOT LIKE '%UNQUALIFIED' AND enterprise.status = 'OPERATING'
         AND item_id LIKE '%:N1' AND valid_until > now() + interval '1 year' ORDER BY code LIMIT 1`,
    );
    const [stranger] = await platform.sql<{ person: string }>(
      "SELECT person_id AS person FROM training.qualification WHERE item_id LIKE '%:N1' AND employer_uscc <> $1 AND valid_until > now() ORDER BY id",
      [forklift?.uscc],
    );
    const [old] = await platform.sql<{ person: string }>(
      "SELECT person_id AS person FROM training.qualification WHERE item_id LIKE '%:N1' AND valid_until < now() ORDER BY id",
    );
    [code, person, other, expired] = [
      forklift?.code ?? '',
      forklift?.person ?? '',
      stranger?.person ?? '',
      old?.person ?? '',
    ];
  });
  afterAll(() => platform.stop());

  const ask = async (personId: string, purpose?: string) => {
    const token = await platform.token('FIRE_RESCUE', '000000', 'share:conditional');
    return platform.post(FORKLIFT, { token, purpose, variables: { code, person: personId } });
  };

  test('a forklift MUST come with its user, the user’s drivers and who may drive it, in one query', async () => {
    const { data, errors } = await ask(person, '特种设备安全监督检查');
    expect(errors).toBeUndefined();
    expect(data.equipment).toMatchObject({
      code,
      kind: { name: '叉车' },
      operatorItems: [{ name: '叉车司机' }],
    });
    expect(data.equipment.qualifiedOperators.edges).toContainEqual({
      node: {
        ...{
          personId: person,
          holderName: '合**',
          fullName: expect.stringMatching(/^合成人/),
          status: expect.stringMatching(/VALID|RENEWAL_DUE/),
        },
        employer: { uscc: expect.any(String), name: data.equipment.user.name },
      },
    });
    expect(data.equipment.operatorAuthorised).toEqual({
      allowed: true,
      reason: 'AUTHORISED',
      item: { code: 'N1' },
    });
  });

  test('somebody of another employer, with an old certificate, or unknown MUST NOT drive it', async () => {
    const reasons = [];
    for (const personId of [other, expired, 'nobody'])
      reasons.push((await ask(personId)).data.equipment.operatorAuthorised);
    expect(reasons).toMatchObject([
      { allowed: false, reason: 'NOT_EMPLOYED_BY_USER' },
      { allowed: false, reason: 'EXPIRED' },
      { allowed: false, reason: 'NO_CERTIFICATE' },
    ]);
  });

  test('without a purpose names MUST stay masked; the public MUST see who may drive nothing', async () => {
    const { data, errors } = await ask(person);
    expect(data.equipment.qualifiedOperators.edges[0].node).toMatchObject({
      fullName: null,
      holderName: '合**',
    });
    expect({ errors }).toFailWith('SHARING_DENIED');
    const { data: seen } = await platform.post(FORKLIFT, { variables: { code, person } });
    expect(seen.equipment).toMatchObject({
      code,
      user: null,
      qualifiedOperators: null,
      operatorAuthorised: null,
      operatorItems: [{ name: '叉车司机' }],
    });
  });

  test('a list of forklifts MUST find each one’s own drivers', async () => {
    const { data } = await platform.post(LIST, {
      token: await platform.token('MARKET_SUPERVISION', '000000'),
    });
    const found = data.equipmentItems.edges.filter(
      ({ node }: { node: { qualifiedOperators: { edges: [] } } }) => node.qualifiedOperators.edges.length > 0,
    );
    expect(found.length).toBeGreaterThan(3);
  });
});
