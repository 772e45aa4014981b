import { credit } from '../../../subgraphs/credit';
import { idNumberCheck } from '../../../subgraphs/kernel';
import { registry } from '../../../subgraphs/registry';
import { as } from '../../support/callers';
import { testBed } from '../../support/test-bed';
import { make, nation, usccOf } from './sample';

const creditBed = testBed(credit, {
  today: '2026-06-30',
  officer: as.officer('MARKET_SUPERVISION', '000000', 'write:credit', 'decide:credit'),
  says: { Enterprise: { industryCode: '2614' } },
});
const bed = testBed(registry, { officer: nation, peers: [creditBed] });
/** Nobody answers for credit. */
const alone = testBed(registry, { officer: nation });

describe('the gate', () => {
  beforeAll(async () => {
    bed.now('2026-06-30T09:00:00+08:00');
    await bed.put('submitEnterprises', make.enterprise(1));
  });

  const send = (mutation: string, ...records: object[]) => bed.receipt(mutation, records);

  const GATE = `query ($industry: String!, $region: RegionCode!, $uscc: Uscc, $licences: [LicenceShown!], $on: Date) {
    registrationGate(industryCode: $industry, regionCode: $region, uscc: $uscc, licences: $licences, on: $on) {
      allowed reasons { code against message } licencesNeeded { licence authority verified } restrictions { industryCode region { code } }
    }
  }`;
  const gate = async (industry: string, more: object = {}) => {
    const variables = { industry, region: '430682', ...more };
    // who is barred is told to agencies only
    const answer = await bed.run(GATE, { variables, ...('uscc' in more && { caller: nation }) });
    expect(answer).toSucceed();
    return answer.data.registrationGate;
  };
  const LICENCE = '烟花爆竹安全生产许可证';

  test('anyone MUST be told yes or no and why, by what is shown or by what is known of the enterprise', async () => {
    expect(await gate('2672')).toMatchObject({
      allowed: false,
      reasons: [{ code: 'LICENCE_MISSING', against: true }],
      licencesNeeded: [{ licence: LICENCE, authority: 'EMERGENCY_MANAGEMENT', verified: true }],
    });
    expect(await gate('2672', { licences: [{ name: LICENCE, validUntil: '2026-06-30' }] })).toMatchObject({
      allowed: true,
    });
    expect(await gate('2672', { licences: [{ name: LICENCE, validUntil: '2026-06-29' }] })).toMatchObject({
      allowed: false,
    });
    await bed.receipt('submitPriorLicences', [make.licence(1, { name: LICENCE, grantedOn: '2026-04-01' })]);
    expect(await gate('2672', { uscc: usccOf(1) })).toMatchObject({
      allowed: true,
      reasons: [{ code: 'LICENCE_HELD' }],
    });
    expect(await gate('2672', { uscc: usccOf(1), on: '2026-07-01' })).toMatchObject({
      reasons: [{ code: 'LICENCE_TO_BE_CONFIRMED' }],
    });
    expect(await gate('5211')).toMatchObject({
      allowed: null,
      reasons: [{ code: 'PRIOR_LICENCE_UNKNOWN', against: false }],
      licencesNeeded: [],
    });
  });

  test('what a place or one above it forbids MUST be refused there, and nowhere else', async () => {
    const of = {
      kind: 'PROHIBITED',
      document: '禁止和限制类产业目录（合成数据）',
      validFrom: '2025-01-01',
    };
    const receipt = await send(
      'submitIndustryRestrictions',
      { ...of, sourceId: '1', regionCode: '430600', industryCode: 'C17' },
      {
        ...of,
        sourceId: '2',
        regionCode: '430682',
        industryCode: '18',
        kind: 'RESTRICTED',
        conditions: '入园',
      },
      { ...of, sourceId: '3', regionCode: '430682', industryCode: '19', validTo: '2024-12-31' },
    );
    expect(receipt).toMatchObject({
      accepted: 2,
      rejected: [{ code: 'DATE_OUT_OF_RANGE', field: 'validTo' }],
    });
    expect(await gate('1712')).toMatchObject({
      allowed: false,
      restrictions: [{ industryCode: '17', region: { code: '430600' } }],
    });
    expect(await gate('1712', { region: '430682101' })).toMatchObject({ allowed: false });
    expect(await gate('1712', { region: '430124' })).toMatchObject({ allowed: null, restrictions: [] });
    expect(await gate('1811')).toMatchObject({
      allowed: null,
      reasons: [{ code: 'RESTRICTED_INDUSTRY', against: false }, {}],
    });
    expect(await gate('1811', { region: '430681' })).toMatchObject({ restrictions: [] });
  });

  test('what a park forbids MUST be told by the park, which the question names', async () => {
    await send('submitIndustryRestrictions', {
      sourceId: 'park',
      regionCode: '430682',
      area: '临湘高新区',
      industryCode: '20',
      kind: 'PROHIBITED',
      document: '高新区目录（合成数据）',
      validFrom: '2025-01-01',
    });
    const IN_AREA = `query ($area: String) { registrationGate(industryCode: "2011", regionCode: "430682", area: $area) { allowed reasons { code } } }`;
    const at = async (area: string | null) => {
      const { data } = await bed.run(IN_AREA, { variables: { area } });
      return [data.registrationGate.allowed, data.registrationGate.reasons[0].code];
    };
    expect(await at('临湘高新区')).toEqual([false, 'PROHIBITED_INDUSTRY']);
    expect(await at('无')).toEqual([null, 'PRIOR_LICENCE_UNKNOWN']);
    expect(await at(null)).toEqual([null, 'AREA_NOT_STATED']);
  });

  test('a dishonesty list MUST be named with its measures and basis on the days that it holds, and refuse nothing', async () => {
    await creditBed.put('submitListings', {
      sourceId: 'listed',
      list: 'MARKET_SERIOUS_ILLEGAL',
      uscc: usccOf(1),
      subjectName: '合成单位',
      cause: '合成事由',
      basisDocument: '临市监列〔2026〕9号',
      departmentCode: '430682-MARKET_SUPERVISION',
      decidedOn: '2026-01-05',
      listedOn: '2026-01-06',
      measures: ['不适用告知承诺制'],
      regionCode: '430682',
    });
    const LISTED = `query ($uscc: Uscc!, $on: Date) { registrationGate(industryCode: "2672", regionCode: "430682", uscc: $uscc, on: $on) {
      allowed reasons { code against } listings { list basisDocument measures expiresOn } } }`;
    const on = async (day: string, from = bed) => {
      const answer = await from.run(LISTED, { caller: nation, variables: { uscc: usccOf(1), on: day } });
      expect(answer).toSucceed();
      return answer.data.registrationGate;
    };
    const told = { code: 'ON_DISHONESTY_LIST', against: false };
    expect(await on('2026-06-30')).toMatchObject({
      allowed: true,
      listings: [
        {
          list: 'MARKET_SERIOUS_ILLEGAL',
          basisDocument: '临市监列〔2026〕9号',
          measures: ['不适用告知承诺制'],
        },
      ],
    });
    expect((await on('2026-06-30')).reasons).toContainEqual(told);
    expect((await on('2026-01-05')).reasons).not.toContainEqual(told);
    await alone.put('submitEnterprises', make.enterprise(1));
    expect(await on('2026-06-30', alone)).toMatchObject({
      allowed: false,
      listings: null,
      reasons: [
        { code: 'LICENCE_MISSING' },
        { code: 'PRINCIPAL_UNCHECKED', against: false },
        { code: 'LISTING_UNCHECKED', against: false },
      ],
    });
  });

  test('先证后照: a registration without its prior licence MUST be refused with its law, and taken once the licence is there', async () => {
    const maker = (number: number, changes: object = {}) =>
      make.enterprise(number, { industryCode: '2672', registeredOn: '2026-06-30', ...changes });
    const outcome = async (record: object) => {
      const { rejected } = await bed.receipt('submitEnterprises', [record]);
      return rejected[0]?.code ?? 'registered';
    };
    const refused = await bed.receipt('submitEnterprises', [maker(20), make.enterprise(21)]);
    expect(refused).toMatchObject({
      accepted: 1,
      rejected: [{ index: 0, code: 'PRIOR_LICENCE_MISSING', field: 'industryCode' }],
    });
    expect(refused.rejected[0]?.message).toContain('烟花爆竹安全管理条例');
    expect(await outcome(make.enterprise(21, { revision: 2, industryCode: 'C2672' }))).toBe(
      'PRIOR_LICENCE_MISSING',
    );
    const licence = make.licence(20, { name: LICENCE, validUntil: '2026-06-30' });
    expect(await bed.receipt('submitPriorLicences', [licence])).toMatchObject({ accepted: 1 });
    expect(await outcome(maker(20, { registeredOn: '2026-07-01' }))).toBe('PRIOR_LICENCE_MISSING');
    expect(await outcome(maker(20))).toBe('registered');
    // what is in the register is not lost for a licence that runs out: it is shown
    bed.now('2026-07-01T09:00:00+08:00');
    expect(await outcome(maker(20, { revision: 2, name: '改名' }))).toBe('registered');
    const { data } = await bed.run(
      `{ enterprise(uscc: "${usccOf(20)}") { licenceReasons { code against } } }`,
    );
    expect(data.enterprise.licenceReasons).toEqual([{ code: 'LICENCE_EXPIRED', against: true }]);
    expect(await outcome(maker(22, { status: 'REVOKED' }))).toBe('registered');
    bed.now('2026-06-30T09:00:00+08:00');
  });

  test('a permission to an enterprise that a barred person heads on its day MUST be refused, of another day taken, and none be given unjudged', async () => {
    const who = { name: '张三丰', regionCode: '430682' };
    const [banned, free] = ['11010519491231002X', '110105194912310046'];
    const head = (nth: number, idNumber: string, appointedOn: string, endedOn: string | null) => ({
      ...who,
      ...{ sourceId: `h${nth}-${appointedOn}`, uscc: usccOf(nth), idNumber, appointedOn, endedOn },
    });
    await bed.put('submitEnterprises', make.enterprise(30), make.enterprise(31));
    await creditBed.put(
      'submitPrincipals',
      head(30, banned, '2025-01-01', '2026-06-20'),
      head(30, free, '2026-06-21', null),
      head(31, banned, '2025-01-01', '2026-06-29'),
    );
    await creditBed.put('submitPrincipalBans', {
      ...who,
      ...{
        sourceId: 'b',
        idNumber: banned,
        kind: 'FIVE_YEARS_ANYWHERE',
        basisDocument: '合成应急罚〔2026〕1号',
      },
      decidedOn: '2026-06-10',
    });
    const outcome = async (nth: number, changes: object, of = bed) => {
      const record = make.licence(nth, { sourceId: 'gate', ...changes });
      const { rejected } = await of.receipt('submitPriorLicences', [record]);
      if (rejected.length === 0) await of.rows("DELETE FROM prior_licence WHERE source_id = 'gate'");
      return rejected[0]?.code ?? 'permitted';
    };
    expect(await outcome(30, { grantedOn: '2026-06-15' })).toBe('LICENCE_PRINCIPAL_BARRED');
    expect(await outcome(30, { grantedOn: '2026-06-09' })).toBe('permitted');
    expect(await outcome(30, { grantedOn: '2026-06-21' })).toBe('permitted');
    expect(await outcome(30, { grantedOn: '2026-06-15', endedOn: '2026-06-25' })).toBe('permitted');
    expect(await outcome(31, { grantedOn: '2026-06-29' })).toBe('LICENCE_PRINCIPAL_BARRED');
    // where nobody says the day, it is that of telling
    expect(await outcome(31, {})).toBe('permitted');
    const unjudged = await alone.submit('submitPriorLicences', [make.licence(30)]);
    expect(unjudged).toFailWith('SUBGRAPH_UNAVAILABLE');
  });

  test('a change into an industry that whoever heads the enterprise is barred from MUST be refused, and none be registered unjudged', async () => {
    const first17 = '11010519491231020';
    const who = { name: '张三丰', regionCode: '430682', idNumber: first17 + idNumberCheck(first17) };
    const of = (changes: object) => make.enterprise(32, changes);
    await bed.put('submitEnterprises', of({ industryCode: '7020' }));
    await creditBed.put('submitPrincipals', {
      ...who,
      sourceId: 'h32',
      uscc: usccOf(32),
      appointedOn: '2025-01-01',
    });
    await creditBed.put('submitPrincipalBans', {
      ...{ ...who, sourceId: 'b32', kind: 'LIFETIME_IN_INDUSTRY', industryCode: '37' },
      ...{ basisDocument: '合成应急罚〔2026〕2号', decidedOn: '2026-06-10' },
    });
    const changed = (changes: object, to = bed) =>
      to.receipt('submitEnterprises', [of({ revision: 2, ...changes })]);
    expect((await changed({ industryCode: '3770' })).rejected).toMatchObject([
      { code: 'INDUSTRY_PRINCIPAL_BARRED', field: 'industryCode' },
    ]);
    expect(await changed({ industryCode: '3770', status: 'SUSPENDED' })).toMatchObject({ accepted: 1 });
    expect(await changed({ industryCode: '7020', revision: 3 })).toMatchObject({ accepted: 1 });
    await alone.put('submitEnterprises', of({ industryCode: '7020' }));
    expect((await changed({ industryCode: '3770' }, alone)).rejected).toMatchObject([
      { code: 'SUBGRAPH_UNAVAILABLE' },
    ]);
    expect(await changed({ industryCode: '7020', name: '改名' }, alone)).toMatchObject({ accepted: 1 });
  });

  test('a licence that has ended MUST say by when the registration must follow', async () => {
    await bed.receipt('submitPriorLicences', [
      make.licence(2, { uscc: usccOf(1), sourceId: 'ended', endedOn: '2026-06-01' }),
    ]);
    const { data } = await bed.run(
      `{ enterprise(uscc: "${usccOf(1)}") { priorLicences { endedOn changeRegistrationBy changeRegistrationByRule { id article } } } }`,
    );
    expect(data.enterprise.priorLicences).toContainEqual({
      endedOn: '2026-06-01',
      changeRegistrationBy: '2026-07-01',
      changeRegistrationByRule: { id: 'registry.licence.change', article: '第二十二条第二款' },
    });
  });
});
