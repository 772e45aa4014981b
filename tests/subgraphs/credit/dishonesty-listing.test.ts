import { as } from '../../support/callers';
import { USCC, creditBed, everyState, fire, make, market, marketElsewhere, safety } from './sample';

const LISTING = `query ($id: ID!) { dishonestyListing(id: $id) {
  id list status subjectKind subjectName cause basisDocument decidedOn listedOn measures removedOn removalReason industryCode matterCodes synthetic
  enterprise { uscc } department { code } region { code } } }`;
const PERSON = 'query ($id: ID!) { dishonestyListing(id: $id) { subjectName cause personName } }';
const ENTITY =
  'query ($of: [_Any!]!) { _entities(representations: $of) { ... on DishonestyListing { id status } } }';

const bed = creditBed();

describe('dishonestyListing', () => {
  beforeAll(async () => {
    await bed.submit('submitListings', [
      ...everyState,
      make.listing({
        sourceId: 'full',
        basisDocument: '临市监罚决 [2026]0011号',
        industryCode: 'C3770',
        matterCodes: ['ELECTRIC_BICYCLE'],
      }),
    ]);
    await bed.submit('submitListings', [make.person({ sourceId: 'person', removalReason: null })], {
      caller: safety,
    });
  });
  beforeEach(() => bed.now('2026-06-15T04:00:00Z'));

  const seen = async (id: string, caller = as.public) =>
    (await bed.run(LISTING, { caller, variables: { id: `test/${id}` } })).data.dishonestyListing;
  const statusOn = async (moment: string, id: string, caller = as.public) => {
    bed.now(moment);
    return (await seen(id, caller))?.status ?? null;
  };

  test('who is on the list MUST be told to anyone, with the measures and who decided', async () => {
    expect(await seen('full')).toEqual({
      id: 'test/full',
      list: 'MARKET_SERIOUS_ILLEGAL',
      status: 'LISTED',
      subjectKind: 'ENTERPRISE',
      subjectName: '甲公司',
      cause: '生产不符合保障人体健康和人身、财产安全国家标准的产品',
      basisDocument: '临市监罚决〔2026〕11号',
      decidedOn: '2026-01-12',
      listedOn: '2026-01-15',
      measures: ['不适用告知承诺制'],
      removedOn: null,
      removalReason: null,
      industryCode: '3770',
      matterCodes: ['ELECTRIC_BICYCLE'],
      synthetic: false,
      enterprise: { uscc: USCC },
      department: { code: '430682-MARKET_SUPERVISION' },
      region: { code: '430682' },
    });
  });

  test('who is no longer or not yet on the list MUST NOT be told to the public', async () => {
    for (const id of ['NOTIFIED', 'REMOVED_EARLY', 'EXPIRED', 'ENDED', 'REVOKED'])
      expect(await seen(id)).toBeNull();
  });

  test('an agency MUST see who was on the list, of any department and region', async () => {
    for (const caller of [market, marketElsewhere, fire]) {
      for (const status of ['REMOVED_EARLY', 'EXPIRED', 'REVOKED'])
        expect(await seen(status, caller)).toMatchObject({ status });
      expect(await seen('ENDED', caller)).toMatchObject({ status: 'EXPIRED' });
    }
  });

  test('a notice MUST be seen by the department that keeps the list, inside its region, and by no other', async () => {
    expect(await seen('NOTIFIED', market)).toMatchObject({ status: 'NOTIFIED', listedOn: null });
    expect(await seen('NOTIFIED', as.officer('MARKET_SUPERVISION', '430682'))).toMatchObject({
      status: 'NOTIFIED',
    });
    for (const caller of [marketElsewhere, safety, fire]) expect(await seen('NOTIFIED', caller)).toBeNull();
    expect(await seen('NOTIFIED', { ...market, region: null })).toBeNull();
  });

  test('the last day on the list MUST end at midnight in China, without any job', async () => {
    expect(await statusOn('2029-01-15T15:59:59Z', 'LISTED')).toBe('LISTED');
    expect(await statusOn('2029-01-15T16:00:00Z', 'LISTED')).toBeNull();
    expect(await statusOn('2029-01-15T15:59:59Z', 'LISTED', fire)).toBe('LISTED');
    expect(await statusOn('2029-01-15T16:00:00Z', 'LISTED', fire)).toBe('EXPIRED');
  });

  test('a reference from another subgraph MUST keep to the same rule', async () => {
    const of = everyState.map(({ sourceId }) => ({
      __typename: 'DishonestyListing',
      id: `test/${sourceId}`,
    }));
    const found = async (caller = as.public) =>
      (await bed.run(ENTITY, { caller, variables: { of } })).data._entities;
    expect((await found()).filter(Boolean)).toEqual([{ id: 'test/LISTED', status: 'LISTED' }]);
    expect((await found(fire)).filter(Boolean)).toHaveLength(5);
    expect((await found(market)).filter(Boolean)).toHaveLength(6);
    expect(await bed.statementsOf(() => found())).toHaveLength(1);
  });

  test('a person’s name MUST be masked for everyone, in the cause as well', async () => {
    for (const caller of [as.public, safety]) {
      const { data } = await bed.run(PERSON, { caller, variables: { id: 'test/person' } });
      expect(data.dishonestyListing).toEqual({
        subjectName: '张**',
        cause: '张**瞒报生产安全事故',
        personName: null,
      });
    }
  });

  test('a person’s full name MUST be shown with scope, purpose and region only', async () => {
    const named = async (caller = as.public, purpose?: string) => {
      const answer = await bed.run(PERSON, { caller, purpose, variables: { id: 'test/person' } });
      return answer.data.dishonestyListing.personName;
    };
    const granted = as.officer('HUMAN_RESOURCES', '430000', 'share:conditional');
    expect(await named(granted, '行业禁入核查')).toBe('张三丰');
    expect(await named(granted)).toBeNull();
    expect(await named(safety, '行业禁入核查')).toBeNull();
    expect(await named({ ...granted, region: '410000' }, '行业禁入核查')).toBeNull();
  });

  test('an unknown id MUST be answered with null', async () => {
    expect(await seen('nothing')).toBeNull();
  });
});
