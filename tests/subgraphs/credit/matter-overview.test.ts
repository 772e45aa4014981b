import { composeUscc } from '../../../subgraphs/kernel';
import { OTHER_USCC, USCC, creditBed, everyState, make, market, safety } from './sample';

const OVERVIEWS =
  'query ($of: [_Any!]!) { _entities(representations: $of) { ... on MatterOverview { listedEnterprises } } }';

const overview = (matterCode: string, regionCode: string, ...industries: string[]) => ({
  __typename: 'MatterOverview',
  matterCode,
  regionCode,
  scope: { industries },
});

const bed = creditBed();

describe('MatterOverview.listedEnterprises', () => {
  beforeEach(() => bed.empty());

  const counts = async (of: object[], caller = safety) =>
    (await bed.run(OVERVIEWS, { caller, variables: { of } })).data._entities.map(
      ({ listedEnterprises }: { listedEnterprises: number }) => listedEnterprises,
    );

  test('an enterprise MUST count when it is tagged with the matter or of one of its industries, and once only', async () => {
    await bed.submit('submitListings', [
      make.listing({ sourceId: '1', matterCodes: ['ELECTRIC_BICYCLE'], industryCode: 'C3770' }),
      make.listing({ sourceId: '2', uscc: OTHER_USCC, industryCode: '3841' }),
      make.listing({
        sourceId: '3',
        uscc: composeUscc('91430682', 'MA4L8888'),
        matterCodes: ['ELECTRIC_BICYCLE', 'ELEVATOR'],
      }),
    ]);
    await bed.submit('submitListings', [make.safetyListing({ sourceId: '4', industryCode: 'C3770' })], {
      caller: safety,
    });
    expect(
      await counts([
        overview('ELECTRIC_BICYCLE', '430000', '3770', '37'),
        overview('ELECTRIC_BICYCLE', '430000', '3770', '3841'),
        overview('ELECTRIC_BICYCLE', '430000'),
        overview('ELEVATOR', '430000', '38'),
        overview('FIREWORKS', '430000', '377'),
        overview('FIREWORKS', '430000', '3771', '8'),
        overview('KEY_FIRE_UNIT', '430000'),
      ]),
    ).toEqual([2, 3, 2, 2, 1, 0, null]);
  });

  test('only the region’s subtree MUST count', async () => {
    await bed.submit('submitListings', [
      make.listing({ sourceId: '1', regionCode: '430682101', industryCode: '37' }),
      make.listing({ sourceId: '2', uscc: OTHER_USCC, regionCode: '430600', matterCodes: ['X'] }),
    ]);
    const regions = ['000000', '430000', '430600', '430682', '430682101', '430682102', '430681', '410000'];
    expect(await counts(regions.map((region) => overview('X', region, '37')))).toEqual([
      2, 2, 2, 1, 1, 0, 0, 0,
    ]);
  });

  test('only who is on a list today MUST count, whoever asks, and persons MUST NOT', async () => {
    await bed.submit(
      'submitListings',
      everyState.map((record) => ({
        ...record,
        uscc: record.sourceId === 'LISTED' ? USCC : OTHER_USCC,
        industryCode: '37',
      })),
    );
    await bed.submit(
      'submitListings',
      [make.person({ sourceId: 'person', industryCode: '37', matterCodes: ['X'] })],
      { caller: safety },
    );
    const asked = [overview('X', '430000', '37')];
    expect([await counts(asked), await counts(asked, market)]).toEqual([[1], [1]]);
    bed.now('2029-01-15T15:59:59Z');
    expect(await counts(asked)).toEqual([1]);
    bed.now('2029-01-15T16:00:00Z');
    expect(await counts(asked)).toEqual([0]);
  });

  test('all overviews of an operation MUST take one statement', async () => {
    const asked = Array.from({ length: 19 }, (_, at) => overview(`M${at}`, '430000', String(20 + at)));
    expect(await bed.statementsOf(() => counts([...asked, ...asked]))).toHaveLength(1);
  });
});
