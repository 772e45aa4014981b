import { AUTHORITY, FLAGGED, make, nation, hunan, registryTest, usccOf, type RegistryTest } from './sample';
import { as } from '../../support/callers';
describe('probe', () => {
  let t: RegistryTest;
  beforeAll(async () => { t = await registryTest(); });
  afterAll(() => t.stop());
  test('x', async () => {
    await t.put(make.enterprise(1), make.enterprise(2, { regionCode: '411003', contactPhone: '1' }));
    await t.receiptOf([{ ...make.enterprise(9), uscc: FLAGGED }], { source: AUTHORITY });
    const out: unknown[] = [];
    const show = async (query: string, o: object = {}) => out.push([query, JSON.stringify(o), JSON.stringify(await t.run(query, o))].join('\n'));
    await show(`{ enterprise(uscc: "${FLAGGED}") { uscc } }`);
    await show('query($f: EnterpriseFilter){ enterprises(filter:$f) { totalCount } }', { variables: { f: { nameContains: '\u0000\u0000' } } });
    await show('query($f: EnterpriseFilter){ enterprises(filter:$f) { totalCount } }', { variables: { f: { nameContains: '' } } });
    await show('query($f: EnterpriseFilter){ enterprises(filter:$f) { totalCount } }', { variables: { f: { nameContains: '  ' } } });
    await show('query($f: EnterpriseFilter){ enterprises(filter:$f) { totalCount } }', { variables: { f: { industryPrefix: '\u0000' } } });
    await show('query($f: EnterpriseFilter){ enterprises(filter:$f) { totalCount } }', { variables: { f: { industryPrefix: 'C37' } } });
    const cursor = Buffer.from(JSON.stringify(['enterprises', 'a\u0000', 'b'])).toString('base64url');
    await show('query($a: String){ enterprises(after:$a) { totalCount } }', { variables: { a: cursor } });
    await show('query($a: String){ enterprises(after:$a) { totalCount } }', { variables: { a: '' } });
    await show('{ region(code:"000000") { name } regions(parent:"000000") { code } r: region(code:"430682000000") { name } }');
    await show('{ departments(filter:{region:"000000",kind:WATER}) { code } }');
    await show('{ departments(filter:{region:"411023",kind:WATER}) { code } regions(parent:"411023") {code} }');
    for (const region of ['430682000000', '999999', '430682101', '110100', '710000', '430671', '411023', null])
      await show('{ viewer { department { code name region { code } } region { code } } }', { caller: { ...nation, region, departmentCode: null } });
    await show('{ viewer { department { code name kind region { code } } region { code } } }', { caller: { ...nation, region: '000000', departmentCode: null, department: 'URBAN_MANAGEMENT' } });
    await show('query($of:[_Any!]!){ _entities(representations:$of) { ... on Matter { enterprises { totalCount } } } }', { variables: { of: [{ __typename: 'Matter', code: 'X', scope: null }, { __typename: 'Matter', code: 'X' }] } });
    await show('query($of:[_Any!]!){ _entities(representations:$of) { ... on Enterprise { name } } }', { variables: { of: [{ __typename: 'Enterprise', uscc: FLAGGED }, { __typename: 'Enterprise', uscc: usccOf(1) }] } });
    out.push(await t.submit([make.enterprise(2, { sourceId: 'x', name: 'q' })], { source: AUTHORITY, caller: hunan }).then((r) => JSON.stringify(r)));
    // moved into region
    out.push(JSON.stringify(await t.receiptOf([make.enterprise(2, { revision: 2, name: 'q' })], { caller: hunan })));
    out.push(JSON.stringify(await t.licensed([make.licence(1, { sourceId: 'b/c' })], { source: 'a' })));
    out.push(JSON.stringify(await t.licensed([make.licence(1, { sourceId: 'c' })], { source: 'a/b' })));
    out.push(JSON.stringify(await t.receiptOf([make.enterprise(5, { regionCode: '431224102000' }), make.enterprise(6, { regionCode: '000000' }), make.enterprise(7, { regionCode: '110100' })])));
    out.push(JSON.stringify(await t.submit([make.enterprise(5)], { source: 'a\u0000' })), JSON.stringify(await t.submit([])), JSON.stringify(await t.submit([make.enterprise(5)], { source: '  test ' })));
    out.push(JSON.stringify(await t.rows('select source, uscc, region_code from enterprise')));
    console.log(out.join('\n\n'));
    void as;
  });
});
