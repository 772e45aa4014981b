import { equipment } from '../../../subgraphs/equipment';
import type { Caller } from '../../../subgraphs/kernel';
import { as } from '../../support/callers';
import { testBed } from '../../support/test-bed';
import { decider, make, officer } from './sample';

const [CITY, MANY, FEW, OTHER, NONE, TOWN] = ['430600', '430602', '430603', '430611', '430621', '430602001'];
/** How many lifts lie in a county; the others of the city have five each. */
const LIFTS: Record<string, number> = { [MANY]: 7, [FEW]: 3, [OTHER]: 6, [NONE]: 0 };
const OTHERS = ['430623', '430624', '430626', '430671', '430681', '430682'];
const bed = testBed(equipment, {
  today: '2026-07-01',
  officer,
  says: { MatterOverview: { scope: { equipmentKinds: ['3000'] } } },
});

const release = (regionCode: string, caller: Caller = decider, more: object = {}) =>
  bed.step(
    'releaseEquipmentFigures',
    {
      ...{ matterCode: 'ELEVATOR', regionCode, document: '合成发〔2026〕1号' },
      ...{
        secrecyReview: '合成密审〔2026〕1号',
        reviewedBy: 'reviewer',
        figures: ['equipmentCount'],
        ...more,
      },
    },
    caller,
  );
const withdraw = (regionCode: string, figures: string[] | null = null) =>
  bed.step(
    'withdrawEquipmentFigures',
    { matterCode: 'ELEVATOR', regionCode, figures, document: '合成撤〔2026〕1号', reason: '有误' },
    decider,
  );
interface Told {
  name: string;
  value: number | null;
  missing: string | null;
  asOf: string | null;
  records: string | null;
}
async function told(regionCode: string, caller = as.public, name = 'equipmentCount'): Promise<Told> {
  const { data, errors } = await bed.run(
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on MatterOverview { ${name}
       equipmentFigures { name value missing asOf records release { document secrecyReview releasedBy asOf } } } } }`,
    {
      caller,
      variables: {
        of: [
          {
            __typename: 'MatterOverview',
            matterCode: 'ELEVATOR',
            regionCode,
            scope: { equipmentKinds: ['3000'] },
          },
        ],
      },
    },
  );
  expect(errors).toBeUndefined();
  const overview = data._entities[0] as { equipmentFigures: Told[] } & Record<string, number | null>;
  const figure = overview.equipmentFigures.find((each) => each.name === name) as Told;
  expect(overview[name]).toBe(figure.value);
  return figure;
}
const shown = async (regionCode: string, caller = as.public, name?: string) => {
  const { value, missing } = await told(regionCode, caller, name);
  return value ?? missing;
};

describe('a figure of a matter', () => {
  beforeAll(async () => {
    const counties = { ...LIFTS, ...Object.fromEntries(OTHERS.map((code) => [code, 5])) };
    const lifts = Object.entries(counties).flatMap(([regionCode, number]) =>
      Array.from({ length: number }, () => make.equipment({ regionCode })),
    );
    const inTown = Array.from({ length: 5 }, () => make.equipment({ regionCode: TOWN }));
    // no lift, and yet something on record
    const forklift = make.equipment({ regionCode: NONE, kindCode: '5110' });
    await bed.put('submitEquipment', ...lifts, ...inTown, forklift);
  });
  beforeEach(() => bed.rows('DELETE FROM figure_release'));

  test('an agency MUST be told what is counted, the public nothing of what was not released', async () => {
    for (const region of [CITY, MANY, FEW, TOWN]) expect(await shown(region)).toBe('NOT_RELEASED');
    expect(await shown(CITY, officer)).toBe(51);
    expect(await shown(FEW, officer)).toBe(3);
    expect(await shown(TOWN, officer)).toBe(5);
    // nor why there is none: NOT_REPORTED is the owner's to tell
    expect([await shown('110000'), await shown('110000', officer)]).toEqual(['NOT_RELEASED', 'NOT_REPORTED']);
  });

  const cases: [string, string[], Record<string, number | string>][] = [
    ['of 5 subjects or more it MUST be shown', [MANY], { [MANY]: 12, [OTHER]: 'NOT_RELEASED' }],
    ['of none it MUST be shown', [NONE], { [NONE]: 0 }],
    ['of fewer than 5 it MUST be withheld', [FEW], { [FEW]: 'WITHHELD' }],
    ['below a county it MUST be withheld', [TOWN], { [TOWN]: 'WITHHELD' }],
    [
      'one that the sum would tell MUST be withheld with the next smallest',
      [CITY, MANY, FEW, OTHER, NONE, ...OTHERS],
      { [CITY]: 51, [MANY]: 12, [FEW]: 'WITHHELD', [NONE]: 'WITHHELD', [OTHER]: 6 },
    ],
  ];
  test.each(cases)('once released: %s', async (_, released, expected) => {
    for (const region of released) expect(await release(region)).toSucceed();
    for (const [region, said] of Object.entries(expected)) {
      expect([region, await shown(region)]).toEqual([region, said]);
      expect([region, await shown(region, officer)]).toEqual([region, expect.any(Number)]);
    }
  });

  test('the public MUST see the released value and its moment, also when the count has moved on, until it is withdrawn', async () => {
    expect(await release(MANY)).toSucceed();
    await bed.put('submitEquipment', make.equipment({ regionCode: MANY }));
    bed.on('2026-07-09');
    const document = { document: '合成发〔2026〕1号', secrecyReview: '合成密审〔2026〕1号' };
    expect(await told(MANY)).toMatchObject({
      ...{ value: 12, missing: null, asOf: '2026-07-01T04:00:00.000Z', records: null },
      release: { ...document, releasedBy: 'CN-MARKET_SUPERVISION' },
    });
    expect(await told(MANY, officer)).toMatchObject({ value: 13, asOf: '2026-07-09T04:00:00.000Z' });
    expect(await release(MANY)).toSucceed();
    expect(await told(MANY)).toMatchObject({ value: 13, asOf: '2026-07-09T04:00:00.000Z' });
    expect(await withdraw(MANY)).toSucceed();
    expect(await shown(MANY)).toBe('NOT_RELEASED');
    expect(await withdraw(MANY)).toFailWith('NOT_FOUND');
    const kept = await bed.rows(
      'SELECT counted, ended_at IS NOT NULL AS ended, end_reason AS reason FROM figure_release ORDER BY as_of',
    );
    expect(kept).toEqual([
      { counted: '12', ended: true, reason: null },
      { counted: '13', ended: true, reason: '有误' },
    ]);
    const journal =
      await bed.rows(`SELECT record::jsonb->>'operation' AS verb, record::jsonb->'subjects' AS of FROM journal
      WHERE record LIKE '%EquipmentFigures"%' ORDER BY entry DESC LIMIT 2`);
    expect(journal).toContainEqual({
      verb: 'releaseEquipmentFigures',
      of: [
        {
          type: 'FigureRelease',
          key: `ELEVATOR ${MANY} equipmentCount`,
          division: MANY,
          concerns: [{ type: 'Matter', key: 'ELEVATOR' }],
        },
      ],
    });
  });

  test('what was never reported MUST be released by name only', async () => {
    expect(await release('110000', decider, { figures: null })).toSucceed();
    expect(await shown('110000')).toBe('NOT_RELEASED');
    expect(await release('110000')).toSucceed();
    expect(await shown('110000')).toBe('NOT_REPORTED');
  });

  const fire = as.officer('FIRE_RESCUE', '000000', 'decide:equipment');
  const elsewhere = as.officer('MARKET_SUPERVISION', '411000', 'decide:equipment');
  test.each<[string, Caller, object, string]>([
    ['the public', as.public, {}, 'SHARING_DENIED'],
    ['who may not decide', officer, {}, 'SCOPE_MISSING'],
    ['another kind of department', fire, {}, 'FIGURE_NOT_YOURS'],
    ['an officer of another division', elsewhere, {}, 'OUTSIDE_REGION'],
    ['who has reviewed it', decider, { reviewedBy: decider.subject }, 'DECIDER_MUST_DIFFER'],
    ['who names what is none of its figures', decider, { figures: ['openCases'] }, 'FIGURE_UNKNOWN'],
  ])('%s MUST NOT release it', async (_, caller, more, code) => {
    expect(await release(MANY, caller, more)).toFailWith(code);
    expect(await shown(MANY)).toBe('NOT_RELEASED');
  });
});
