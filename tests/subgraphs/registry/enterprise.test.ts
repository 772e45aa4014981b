import { as } from '../../support/callers';
import { AUTHORITY, FLAGGED, fire, make, nation, registryBed, usccOf } from './sample';

const ENTERPRISE = `query ($uscc: Uscc!) { enterprise(uscc: $uscc) {
  uscc name status industryCode roles address registeredOn checksumValid synthetic region { code fullName } priorLicences { name number issuedBy validUntil } } }`;
const ENTITY =
  'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Enterprise { uscc name checksumValid } } }';

const bed = registryBed();

describe('enterprise', () => {
  beforeAll(async () => {
    await bed.put(
      'submitEnterprises',
      make.enterprise(1, {
        industryCode: 'C3770',
        roles: ['KEY_PRODUCT_MAKER'],
        address: '长安街道1号',
        registeredOn: '2020-02-29',
      }),
      make.enterprise(2, { status: 'SUSPENDED' }),
      make.enterprise(3, { status: 'REVOKED' }),
      make.enterprise(4, { status: 'CANCELLED' }),
    );
    await bed.receipt(
      'submitEnterprises',
      [{ ...make.enterprise(5), uscc: FLAGGED, name: '校验位有误公司' }],
      { source: AUTHORITY },
    );
    await bed.receipt('submitEnterprises', [make.enterprise(6)], { source: 'synthetic-test' });
    await bed.receipt('submitPriorLicences', [
      make.licence(1, { issuedBy: '临湘市应急管理局', validUntil: '2028-12-31' }),
      make.licence(1, { sourceId: 'p2', number: '湘岳危化经字〔2026〕2号' }),
    ]);
  });

  const seen = async (uscc: string, caller = as.public) =>
    (await bed.run(ENTERPRISE, { caller, variables: { uscc } })).data.enterprise;
  const referred = async (usccs: string[], caller = as.public) => {
    const of = usccs.map((uscc) => ({ __typename: 'Enterprise', uscc }));
    return (await bed.run(ENTITY, { caller, variables: { of } })).data._entities;
  };

  test('an enterprise MUST be told to anyone, with its place and its prior licences in order', async () => {
    const licence = {
      name: '危险化学品经营许可证',
      number: '湘岳危化经字〔2026〕1号',
      issuedBy: null,
      validUntil: null,
    };
    expect(await seen(usccOf(1))).toEqual({
      uscc: usccOf(1),
      name: '临湘市第1号公司',
      status: 'OPERATING',
      industryCode: '3770',
      roles: ['KEY_PRODUCT_MAKER'],
      address: '长安街道1号',
      registeredOn: '2020-02-29',
      checksumValid: true,
      synthetic: false,
      region: { code: '430682', fullName: '湖南省岳阳市临湘市' },
      priorLicences: [
        { ...licence, issuedBy: '临湘市应急管理局', validUntil: '2028-12-31' },
        { ...licence, number: '湘岳危化经字〔2026〕2号' },
      ],
    });
  });

  test('an unknown code MUST be answered with null', async () => {
    expect(await seen(usccOf(99))).toBeNull();
    expect(await referred([usccOf(99)], fire)).toEqual([null]);
  });

  test('what still exists as a legal person MUST be told to anyone', async () => {
    expect(await seen(usccOf(2))).toMatchObject({ status: 'SUSPENDED' });
    expect(await seen(usccOf(3))).toMatchObject({ status: 'REVOKED' });
  });

  test('what is struck off MUST be hidden from the public and shown to every agency', async () => {
    expect(await seen(usccOf(4))).toBeNull();
    for (const caller of [nation, fire, as.officer('HEALTH', '410000')]) {
      expect(await seen(usccOf(4), caller)).toMatchObject({ uscc: usccOf(4), status: 'CANCELLED' });
    }
  });

  test('a reference from another subgraph MUST keep to the same rule, in one statement', async () => {
    const usccs = [usccOf(1), usccOf(4), usccOf(2)];
    expect((await referred(usccs)).map(Boolean)).toEqual([true, false, true]);
    expect((await referred(usccs, fire)).map(Boolean)).toEqual([true, true, true]);
    expect(await bed.statementsOf(() => referred(usccs))).toHaveLength(1);
  });

  test('a code whose check digit is wrong MUST be refused as an argument, with what was got', async () => {
    const answer = await bed.run(ENTERPRISE, { variables: { uscc: FLAGGED } });
    expect(answer).toFailWith('USCC_INVALID');
    expect(answer.errors?.[0]?.extensions).toMatchObject({ got: FLAGGED });
  });

  test('an enterprise with a flagged code MUST be readable by reference, and say that it is flagged', async () => {
    expect(await referred([FLAGGED])).toEqual([
      { uscc: FLAGGED, name: '校验位有误公司', checksumValid: false },
    ]);
  });

  test('what a synthetic source has sent MUST be marked', async () => {
    expect(await seen(usccOf(6))).toMatchObject({ synthetic: true });
  });

  test('the same enterprise asked for several times MUST cost one statement', async () => {
    const query = `{ a: enterprise(uscc: "${usccOf(1)}") { name } b: enterprise(uscc: "${usccOf(1)}") { status } c: enterprise(uscc: "${usccOf(2)}") { name } }`;
    expect(await bed.statementsOf(() => bed.run(query))).toHaveLength(1);
  });
});
