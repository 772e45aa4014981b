import { composeUscc } from '../../../subgraphs/kernel';
import { as } from '../../support/callers';
import { AUTHORITY, FLAGGED, hunan, make, registryBed, usccOf } from './sample';

const LICENCES =
  'query ($uscc: Uscc!) { enterprise(uscc: $uscc) { priorLicences { name number issuedBy validUntil } } }';

const bed = registryBed();

describe('submitPriorLicences', () => {
  beforeAll(async () => {
    await bed.put(
      'submitEnterprises',
      make.enterprise(1),
      make.enterprise(2, { regionCode: '411003' }),
      make.enterprise(3),
    );
    await bed.receipt('submitEnterprises', [make.enterprise(4, { uscc: FLAGGED })], { source: AUTHORITY });
  });
  beforeEach(() => bed.rows('DELETE FROM prior_licence'));

  const numbersOf = async (number: number) => {
    const { data } = await bed.run(LICENCES, { variables: { uscc: usccOf(number) } });
    return data.enterprise.priorLicences.map((licence: { number: string }) => licence.number);
  };

  test('a licence MUST be shown at its holder, and at no other', async () => {
    expect(await bed.receipt('submitPriorLicences', [make.licence(1), make.licence(2)])).toEqual({
      accepted: 2,
      unchanged: 0,
      rejected: [],
    });
    expect(await numbersOf(1)).toEqual(['湘岳危化经字〔2026〕1号']);
    expect(await numbersOf(3)).toEqual([]);
  });

  test('licences MUST be listed by the day on which they held, a withdrawn one until the day before', async () => {
    await bed.put('submitPriorLicences', make.licence(1, { grantedOn: '2026-01-01', endedOn: '2026-06-01' }));
    const held = async (on: string) => {
      const query = `query ($uscc: Uscc!) { enterprise(uscc: $uscc) { licences(standingOn: "${on}") { totalCount } } }`;
      return (await bed.run(query, { variables: { uscc: usccOf(1) } })).data.enterprise.licences.totalCount;
    };
    const days = ['2025-12-31', '2026-01-01', '2026-05-31', '2026-06-01'];
    expect(await Promise.all(days.map(held))).toEqual([0, 1, 1, 0]);
  });

  test('the same licence again MUST change nothing, a higher revision MUST replace it, other content MUST be refused', async () => {
    await bed.receipt('submitPriorLicences', [make.licence(1)]);
    expect(await bed.receipt('submitPriorLicences', [make.licence(1)])).toEqual({
      accepted: 0,
      unchanged: 1,
      rejected: [],
    });
    expect(
      (await bed.receipt('submitPriorLicences', [make.licence(1, { number: '2号' })])).rejected,
    ).toMatchObject([{ code: 'REVISION_CONFLICT' }]);
    expect(
      await bed.receipt('submitPriorLicences', [make.licence(1, { revision: 2, number: '3号' })]),
    ).toMatchObject({ accepted: 1 });
    expect(await numbersOf(1)).toEqual(['3号']);
  });

  test('a licence MUST count once, in whatever spelling and by whichever source it is sent', async () => {
    await bed.put('submitPriorLicences', make.licence(1));
    const spelt = { number: '湘岳危化经字[2026] 01', sourceId: 'again' };
    for (const source of ['a', 'test', AUTHORITY])
      expect(
        (await bed.receipt('submitPriorLicences', [make.licence(1, spelt)], { source })).rejected,
      ).toMatchObject([{ code: 'RECORD_DUPLICATE', field: 'number' }]);
    await bed.rows(`INSERT INTO prior_licence SELECT (json_populate_record(one,
      '{"id": "old/1", "source": "old", "duplicate_of": "test/p1"}')).* FROM prior_licence AS one`);
    expect(await numbersOf(1)).toHaveLength(1);
  });

  test('a holder that is not yet in the register MUST have its licence before, in the division of its code', async () => {
    expect(await bed.receipt('submitPriorLicences', [make.licence(9), make.licence(1)])).toMatchObject({
      accepted: 2,
    });
    await bed.put('submitEnterprises', make.enterprise(9));
    expect(await numbersOf(9)).toEqual(['湘岳危化经字〔2026〕9号']);
    const elsewhere = make.licence(10, { uscc: composeUscc('91411003', 'MA000010') });
    expect((await bed.receipt('submitPriorLicences', [elsewhere], { caller: hunan })).rejected).toMatchObject(
      [{ code: 'OUTSIDE_REGION' }],
    );
    const nowhere = make.licence(11, { uscc: composeUscc('91999999', 'MA000011') });
    expect((await bed.receipt('submitPriorLicences', [nowhere])).rejected).toMatchObject([
      { code: 'REGION_UNKNOWN', field: 'uscc' },
    ]);
  });

  test('a holder whose code is flagged MUST have its licences', async () => {
    expect(await bed.receipt('submitPriorLicences', [make.licence(4, { uscc: FLAGGED })])).toMatchObject({
      accepted: 1,
    });
    expect(await bed.rows('SELECT uscc, region_code FROM prior_licence')).toEqual([
      { uscc: FLAGGED, region_code: '430682' },
    ]);
  });

  test('a holder outside the region of the caller MUST be refused', async () => {
    const receipt = await bed.receipt('submitPriorLicences', [make.licence(2), make.licence(1)], {
      caller: hunan,
    });
    expect(receipt).toMatchObject({
      accepted: 1,
      rejected: [{ index: 0, code: 'OUTSIDE_REGION', field: 'regionCode' }],
    });
  });

  test.each([
    [{ name: null }, 'FIELD_MISSING', 'name'],
    [{ number: null }, 'FIELD_MISSING', 'number'],
    [{ validUntil: '2026-02-29' }, 'DATE_INVALID', 'validUntil'],
    [{ number: '1'.repeat(65) }, 'TEXT_INVALID', 'number'],
  ])('a licence with %j MUST be refused as %s of %s', async (changes, code, field) => {
    expect(await bed.receipt('submitPriorLicences', [make.licence(1, changes)])).toMatchObject({
      accepted: 0,
      rejected: [{ code, field }],
    });
  });

  test('the public and an agency without the scope MUST be refused', async () => {
    const send = (caller = as.public) => bed.submit('submitPriorLicences', [make.licence(1)], { caller });
    expect(await send()).toFailWith('SHARING_DENIED');
    expect(await send(as.officer('MARKET_SUPERVISION', '430000', 'write:equipment'))).toFailWith(
      'SCOPE_MISSING',
    );
    expect(await numbersOf(1)).toEqual([]);
  });

  test('the same licences 20 times at once MUST be stored once', async () => {
    const receipts = await Promise.all(
      Array.from({ length: 20 }, () =>
        bed.receipt('submitPriorLicences', [make.licence(1), make.licence(3)]),
      ),
    );
    expect(receipts.reduce((sum, { accepted }) => sum + accepted, 0)).toBe(2);
    expect(receipts.flatMap(({ rejected }) => rejected)).toEqual([]);
    expect(await bed.rows('SELECT id FROM prior_licence ORDER BY id')).toEqual([
      { id: 'test/p1' },
      { id: 'test/p3' },
    ]);
  });

  // both are kept as a/b/c
  test('a slash in a source or a sourceId MUST NOT make one of two licences', async () => {
    const send = (source: string, sourceId: string) =>
      bed.submit('submitPriorLicences', [make.licence(1, { sourceId })], { caller: hunan, source });
    expect(JSON.stringify(await send('a', 'b/c'))).not.toContain('OWNED_BY_ANOTHER_SOURCE');
    expect(JSON.stringify(await send('a/b', 'c'))).not.toContain('OWNED_BY_ANOTHER_SOURCE');
  });
});
