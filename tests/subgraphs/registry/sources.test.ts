import { quality } from '../../../subgraphs/quality';
import { registry } from '../../../subgraphs/registry';
import { as } from '../../support/callers';
import { testBed } from '../../support/test-bed';
import { make, usccOf } from './sample';

const register = testBed(registry, { today: '2026-11-27' });
const bed = testBed(quality, { today: '2026-11-27', peers: [register] });
const alone = testBed(quality, { today: '2026-11-27' });

const WRITE = ['write:registry', 'write:quality'];
const owner = as.officer('MARKET_SUPERVISION', '430682', ...WRITE);
const other = as.officer('EMERGENCY_MANAGEMENT', '430682', ...WRITE);
const above = as.officer('MARKET_SUPERVISION', '430600', ...WRITE);

const registerSource = (name: string, caller = owner) =>
  register.step(
    'registerSource',
    { name, title: '市监业务系统' },
    caller,
    'name title registeredOn departmentCode department { code }',
  );
const registered = (name: string) => ({
  name,
  title: '市监业务系统',
  registeredOn: '2026-11-27',
  departmentCode: '430682-MARKET_SUPERVISION',
  department: { code: '430682-MARKET_SUPERVISION' },
});
const recall = (sourceId: string) => ({
  sourceId,
  producerUscc: usccOf(1),
  regionCode: '430682',
  batch: sourceId,
  productName: '液化石油气瓶阀',
  defect: '阀体开裂，可能泄漏',
  units: 10,
  dueOn: '2026-12-31',
});
const unregistered = (source: string, caller = owner) => ({ source, caller, unregistered: true });

describe('a source', () => {
  test('MUST belong to the department that has registered it, and be registered to it once', async () => {
    expect((await registerSource('own')).data.step).toEqual(registered('own'));
    expect((await registerSource('own')).data.step).toEqual(registered('own'));
    expect(await registerSource('own', other)).toFailWith('SOURCE_NOT_YOURS');
    expect(await registerSource('own', above)).toFailWith('SOURCE_NOT_YOURS');
  });

  test('MUST be one department’s, however many ask for it at once', async () => {
    const asked = await Promise.all([owner, other, above].map((caller) => registerSource('wanted', caller)));
    expect(asked.filter(({ errors }) => !errors)).toHaveLength(1);
  });

  test('MUST be registered by whoever may submit, and under a name that ids can hold', async () => {
    expect(await registerSource('x', as.officer('FIRE_RESCUE', '430682', 'decide:hazards'))).toFailWith(
      'SCOPE_MISSING',
    );
    expect(await registerSource('a/b')).toFailWith('FIELD_INVALID');
    expect(await registerSource('registration-authority', other)).toFailWith('SOURCE_NOT_YOURS');
  });

  test('MUST be listed with its department, in pages', async () => {
    await registerSource('listed-1');
    await registerSource('listed-2', other);
    const list = `{ sources(department: "430682-EMERGENCY_MANAGEMENT", first: 1) { totalCount edges { node { name } } } source(name: "listed-1") { name } }`;
    expect((await register.run(list, { caller: owner })).data).toEqual({
      sources: { totalCount: 1, edges: [{ node: { name: 'listed-2' } }] },
      source: { name: 'listed-1' },
    });
  });

  test('that nobody has registered, or another department, MUST take nothing in, in the register itself and elsewhere', async () => {
    await registerSource('theirs', other);
    for (const [source, code] of [
      ['nobody', 'SOURCE_NOT_REGISTERED'],
      ['theirs', 'SOURCE_NOT_YOURS'],
    ] as const) {
      expect(
        await register.submit('submitEnterprises', [make.enterprise(1)], unregistered(source)),
      ).toFailWith(code);
      expect(await bed.submit('submitRecalls', [recall('r')], unregistered(source))).toFailWith(code);
    }
    expect(await bed.rows('SELECT FROM recall')).toEqual([]);
  });

  test('that was asked for once MUST be known while the register is silent, and a new one MUST wait for it', async () => {
    await registerSource('known');
    expect(
      (await bed.submit('submitRecalls', [recall('k1')], unregistered('known'))).data.receipt.accepted,
    ).toBe(1);
    expect(await alone.submit('submitRecalls', [recall('k1')], unregistered('known'))).toFailWith(
      'SOURCE_UNCHECKED',
    );
    await alone.rows("INSERT INTO source_holder VALUES ('known', '430682-MARKET_SUPERVISION', '2026-11-01')");
    expect(
      (await alone.submit('submitRecalls', [recall('k1')], unregistered('known'))).data.receipt.accepted,
    ).toBe(1);
    expect(await alone.submit('submitRecalls', [recall('k2')], unregistered('known', other))).toFailWith(
      'SOURCE_NOT_YOURS',
    );
  });

  test('that several departments had sent under before MUST stay theirs, and nobody else’s', async () => {
    await alone.rows(`INSERT INTO source_holder VALUES
      ('shared', '430682-MARKET_SUPERVISION', '2026-01-01'), ('shared', '430682-EMERGENCY_MANAGEMENT', '2026-01-01')`);
    for (const caller of [owner, other])
      expect(
        await alone.submit(
          'submitRecalls',
          [recall(`s-${caller.department}`)],
          unregistered('shared', caller),
        ),
      ).toSucceed();
    expect(await alone.submit('submitRecalls', [recall('s3')], unregistered('shared', above))).toFailWith(
      'SOURCE_NOT_YOURS',
    );
  });

  test('MUST stay where it is once its offer is withdrawn, by whom it was offered and before it is accepted', async () => {
    const decider = (kind: 'MARKET_SUPERVISION' | 'EMERGENCY_MANAGEMENT') =>
      as.officer(kind, '430682', ...WRITE, 'decide:registry');
    const [giver, taker] = [decider('MARKET_SUPERVISION'), decider('EMERGENCY_MANAGEMENT')];
    const ask = (verb: string, caller: typeof giver) =>
      register.run(
        `mutation { step: ${verb}(name: "kept") { departmentCode offeredToCode handOverDocument } }`,
        { caller },
      );
    await registerSource('kept');
    expect(await ask('withdrawSourceOffer', giver)).toFailWith('SOURCE_NO_OFFER');
    await register.step(
      'offerSource',
      { name: 'kept', toDepartmentCode: '430682-EMERGENCY_MANAGEMENT', document: '临市监〔2026〕2号' },
      giver,
      'name',
    );
    expect(await ask('withdrawSourceOffer', owner)).toFailWith('SCOPE_MISSING');
    expect(await ask('withdrawSourceOffer', taker)).toFailWith('SOURCE_NOT_YOURS');
    expect((await ask('withdrawSourceOffer', giver)).data.step).toEqual({
      departmentCode: '430682-MARKET_SUPERVISION',
      offeredToCode: null,
      handOverDocument: null,
    });
    expect(await ask('acceptSource', taker)).toFailWith('SOURCE_NOT_OFFERED');
    const [last] = await register.rows<{ record: string }>(
      `SELECT record FROM journal WHERE record LIKE '%"kept"%' ORDER BY entry DESC LIMIT 1`,
    );
    expect(JSON.parse(last?.record ?? '')).toMatchObject({
      operation: 'withdrawSourceOffer',
      details: { document: '临市监〔2026〕2号' },
    });
  });

  test('MUST go to the department that it is handed to once that accepts it, everywhere within five seconds, and back', async () => {
    const decider = (kind: 'MARKET_SUPERVISION' | 'EMERGENCY_MANAGEMENT', subject: string) => ({
      ...as.officer(kind, '430682', ...WRITE, 'decide:registry'),
      subject,
    });
    const [giver, taker] = [decider('MARKET_SUPERVISION', 'giver'), decider('EMERGENCY_MANAGEMENT', 'taker')];
    const offer = (caller: typeof owner = giver, toDepartmentCode = '430682-EMERGENCY_MANAGEMENT') =>
      register.step(
        'offerSource',
        { name: 'moved', toDepartmentCode, document: '临市监〔2026〕1号' },
        caller,
        'departmentCode offeredToCode',
      );
    const accept = (caller: typeof owner = taker) =>
      register.run(
        'mutation { acceptSource(name: "moved") { departmentCode offeredToCode handedOverOn handOverDocument formerDepartmentCodes } }',
        { caller },
      );
    const sent = (caller: typeof giver) =>
      bed.submit('submitRecalls', [recall('m')], unregistered('moved', caller));
    expect(await offer()).toFailWith('NOT_FOUND');
    await registerSource('moved');
    expect(await sent(giver)).toSucceed();
    expect(await accept()).toFailWith('SOURCE_NOT_OFFERED');
    expect(await offer(owner)).toFailWith('SCOPE_MISSING');
    expect(await offer(taker)).toFailWith('SOURCE_NOT_YOURS');
    expect(await offer(giver, '430682-MARKET_SUPERVISION')).toFailWith('FIELD_INVALID');
    expect((await offer()).data.step).toEqual({
      departmentCode: '430682-MARKET_SUPERVISION',
      offeredToCode: '430682-EMERGENCY_MANAGEMENT',
    });
    expect(await accept(giver)).toFailWith('SOURCE_NOT_OFFERED');
    expect(await accept({ ...taker, subject: 'giver' })).toFailWith('DECIDER_MUST_DIFFER');
    expect((await accept()).data.acceptSource).toEqual({
      departmentCode: '430682-EMERGENCY_MANAGEMENT',
      offeredToCode: null,
      handedOverOn: '2026-11-27',
      handOverDocument: '临市监〔2026〕1号',
      formerDepartmentCodes: ['430682-MARKET_SUPERVISION'],
    });
    const later = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 5_001);
    expect(await sent(giver)).toFailWith('SOURCE_NOT_YOURS');
    expect(await sent(taker)).toSucceed();
    expect(await registerSource('moved')).toFailWith('SOURCE_NOT_YOURS');
    expect(await bed.rows(`SELECT department_code AS code FROM source_holder WHERE name = 'moved'`)).toEqual([
      { code: '430682-EMERGENCY_MANAGEMENT' },
    ]);
    later.mockRestore();
    const records = await register.rows<{ record: string }>(
      `SELECT record FROM journal WHERE record LIKE '%Source%' AND record LIKE '%"moved"%' ORDER BY entry`,
    );
    expect(records.map(({ record }) => (JSON.parse(record) as { operation: string }).operation)).toEqual([
      'registerSource',
      'offerSource',
      'acceptSource',
    ]);
  });
});
