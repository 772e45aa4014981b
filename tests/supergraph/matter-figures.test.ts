import { enforcement } from '../../subgraphs/enforcement';
import { equipment } from '../../subgraphs/equipment';
import { hazards } from '../../subgraphs/hazards';
import { callOf as ownCall, composeUscc, learnAll } from '../../subgraphs/kernel';
import { mattersOn } from '../../subgraphs/matters/matter/matter.lists';
import { matters as mattersSubgraph } from '../../subgraphs/matters';
import { quality } from '../../subgraphs/quality';
import { registry } from '../../subgraphs/registry';
import { as } from '../support/callers';
import { testBed, type TestBed } from '../support/test-bed';

const TODAY = '2026-06-01';
const of = { regionCode: '430682' };
/** A metal shop that drives a forklift, and a key fire unit. */
const [SHOP, UNIT] = ['91430682MA4L16JQ90', composeUscc('91430682', 'MA4L9999')];
const FORKLIFT = '51104310220240001';
const scopes = ['registry', 'equipment', 'hazards', 'enforcement', 'quality'].map((part) => `write:${part}`);
const market = as.officer('MARKET_SUPERVISION', '430682', ...scopes, 'decide:hazards');
const fire = as.officer('FIRE_RESCUE', '430682', ...scopes);

const at = { today: TODAY, officer: market };
/** Whose register says who is a key fire unit. */
const fireBed = testBed(hazards, { ...at, officer: fire });
const registryBed = testBed(registry, { ...at, peers: [fireBed] });
const equipmentBed = testBed(equipment, at);
const qualityBed = testBed(quality, at);
const hazardBed = testBed(hazards, { ...at, peers: [registryBed, equipmentBed] });
const bed = testBed(enforcement, { ...at, peers: [registryBed, hazardBed, qualityBed] });
const peers = [registryBed, equipmentBed, qualityBed, hazardBed, bed];
const matterBed = testBed(mattersSubgraph, { ...at, peers });
/** With nobody to ask at first. */
const alone = testBed(hazards, at);

const hazard = (number: string, stated: object = {}) => ({
  ...{ ...of, sourceId: number, number, grade: 'MAJOR', domain: 'SPECIAL_EQUIPMENT', channel: 'INSPECTION' },
  ...{ description: '合成数据：制动失效', foundOn: '2026-05-01', status: 'REPORTED', uscc: SHOP },
  ...stated,
});
const verified = { status: 'VERIFIED' };
const caseOf = (nth: number, causeCode: string, department: string, stated: object = {}) => ({
  ...{
    sourceId: String(nth),
    number: `临合成立〔2026〕${nth}号`,
    causeCode,
    partyUscc: SHOP,
    partyName: '甲',
  },
  ...{ partyRegionCode: '430682', departmentCode: `430682-${department}`, status: 'INVESTIGATING' },
  ...{ leadReceivedOn: '2026-03-02', filedOn: '2026-03-09' },
  ...stated,
});

/** In which matters a bed counts its deeds. */
async function countedIn(where: TestBed, figure: string, region = '430682'): Promise<Record<string, number>> {
  const all = [...(await mattersOn(matterBed.subgraph, TODAY)).values()];
  const { data, errors } = await where.run(
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on MatterOverview { matterCode ${figure} } } }`,
    {
      caller: market,
      variables: {
        of: all.map(({ code, scope }) => ({
          ...{ __typename: 'MatterOverview', matterCode: code, regionCode: region, scope },
        })),
      },
    },
  );
  expect(errors).toBeUndefined();
  const found = data._entities as Record<string, number>[];
  return Object.fromEntries(
    found.flatMap((each) => (each[figure] ? [[String(each.matterCode), each[figure]]] : [])),
  );
}

beforeAll(async () => {
  await fireBed.put('submitFireKeyUnits', {
    ...of,
    sourceId: UNIT,
    uscc: UNIT,
    place: '合成单位',
    designatedOn: '2025-01-01',
  });
  const named = (uscc: string, stated: object) => ({
    ...of,
    sourceId: uscc,
    uscc,
    name: '合成单位',
    ...stated,
  });
  await registryBed.put(
    'submitEnterprises',
    // what is submitted of key fire units makes nobody one
    named(SHOP, { industryCode: '3311', roles: ['EQUIPMENT_USER', 'FIRE_KEY_UNIT'] }),
    named(UNIT, { industryCode: '6110', roles: [] }),
  );
  const device = { ...of, sourceId: '1', code: FORKLIFT, kindCode: '5110', status: 'IN_USE', userUscc: SHOP };
  await equipmentBed.put('submitEquipment', device);
});

describe('what a deed is about', () => {
  test('a hazard of a forklift with nothing typed MUST count for forklifts, by what its device is', async () => {
    await hazardBed.put('submitHazards', hazard('YH-1', { ...verified, equipmentCode: FORKLIFT }));
    expect(await countedIn(hazardBed, 'openMajorHazards')).toEqual({ IN_PLANT_VEHICLE: 1 });
    const [row] = await hazardBed.rows(
      `SELECT about, about_on::text AS "on" FROM hazard WHERE number = 'YH-1'`,
    );
    expect(row).toEqual({
      about: [
        ...['domain:SPECIAL_EQUIPMENT', 'domain:SPECIAL_EQUIPMENT/EQUIPMENT_USER'],
        ...['industry:33', 'industry:331', 'industry:3311', 'kind:5000', 'kind:5100', 'kind:5110'],
        'role:EQUIPMENT_USER',
      ],
      on: TODAY,
    });
  });

  test('one that is reported by an officer MUST count once it is verified, and by the criterion that it is judged by', async () => {
    const { description } = hazard('');
    const reported = {
      ...of,
      domain: 'SPECIAL_EQUIPMENT',
      channel: 'INSPECTION',
      description,
      evidence: '照片',
    };
    const one = await hazardBed.step('reportHazard', reported, fire, 'number');
    const { number } = one.data.step as { number: string };
    const judged = { number, reason: '核实', criterionCode: 'GB45067-4.6-2' };
    expect(await hazardBed.step('verifyHazard', judged, market, 'number')).toSucceed();
    expect(await countedIn(hazardBed, 'openMajorHazards')).toEqual({ IN_PLANT_VEHICLE: 1, ELEVATOR: 1 });
  });

  test('a hazard of fire MUST count where it is a key fire unit’s, and in no matter of its industry', async () => {
    await hazardBed.putAs(
      fire,
      'submitHazards',
      hazard('YH-2', { ...verified, domain: 'FIRE' }),
      hazard('YH-3', { ...verified, domain: 'FIRE', uscc: UNIT }),
    );
    expect(await countedIn(hazardBed, 'openMajorHazards')).toEqual({
      ...{ IN_PLANT_VEHICLE: 1, ELEVATOR: 1, KEY_FIRE_UNIT: 1 },
    });
  });

  test('a case of fire facilities of a metal shop MUST count in no matter, and one about its forklift in one', async () => {
    await bed.putAs(fire, 'submitCases', caseOf(1, 'FIRE_FACILITIES', 'FIRE_RESCUE'));
    expect(await countedIn(bed, 'openCases')).toEqual({});
    await bed.put(
      'submitCases',
      caseOf(2, 'SAFETY_HAZARD_NOT_REMOVED', 'MARKET_SUPERVISION', { hazardNumber: 'YH-1' }),
      caseOf(3, 'SAFETY_HAZARD_NOT_REMOVED', 'MARKET_SUPERVISION', { matterCodes: ['WELDING'] }),
    );
    expect(await countedIn(bed, 'openCases')).toEqual({ IN_PLANT_VEHICLE: 1, WELDING: 1 });
  });

  test('a case that began with a sample MUST be about its product', async () => {
    const sample = {
      ...of,
      sourceId: 's',
      productCode: 'ELECTRIC_BICYCLE',
      categoryCode: '1119',
      batch: 'B1',
    };
    const taken = { sampledOn: '2026-05-01', place: 'SHOP', level: 'COUNTY', result: 'PENDING' };
    await qualityBed.put('submitSpotChecks', { ...sample, ...taken });
    const began = { originKind: 'SPOT_CHECK', originReference: 'test/s' };
    await bed.put('submitCases', caseOf(4, 'PRODUCT_BELOW_STANDARD', 'MARKET_SUPERVISION', began));
    expect(await countedIn(bed, 'openCases')).toMatchObject({ ELECTRIC_BICYCLE: 1 });
  });

  test('while an owner is silent a record MUST be kept, and asked for again', async () => {
    await alone.put('submitHazards', hazard('YH-9', { ...verified, equipmentCode: FORKLIFT }));
    expect(await countedIn(alone, 'openMajorHazards')).toEqual({});
    expect(await alone.rows('SELECT about, about_on FROM hazard')).toEqual([
      { about: ['domain:SPECIAL_EQUIPMENT'], about_on: null },
    ]);
    const open = () => ({
      ...alone.subgraph.open(ownCall('hazards')),
      peers: hazardBed.subgraph.open(ownCall('hazards')).peers,
    });
    await learnAll(open, hazards.entities);
    expect(await countedIn(alone, 'openMajorHazards')).toEqual({ IN_PLANT_VEHICLE: 1 });
  });

  test('figures MUST be null with their reason where nothing is known, those of a silent department theirs only', async () => {
    const figures = async (region: string) => {
      const query = `{ matter(code: "IN_PLANT_VEHICLE") { overview(region: "${region}") { figures { name value missing unit records } } } }`;
      const { data, errors } = await matterBed.run(query, { caller: market });
      expect(errors).toBeUndefined();
      return data.matter.overview.figures as Record<string, unknown>[];
    };
    const known = await figures('430682');
    expect(known.map(({ name, value, missing }) => [name, value ?? missing])).toEqual([
      ['equipmentCount', 1],
      ['overdueInspections', 1],
      ['unknownInspections', 0],
      ['validCertificates', 'NOT_IN_SCOPE'],
      ['unqualifiedRate', 'NOT_IN_SCOPE'],
      ['openCases', 1],
      ['finesTotal', 0],
      ['openMajorHazards', 1],
      ['overdueHazards', 0],
      ['onTimeRate', 'NO_RECORDS'],
      ['qualifiedPersonnel', 'SUBGRAPH_UNAVAILABLE'],
      ['principalTrainingRate', 'SUBGRAPH_UNAVAILABLE'],
      ['listedEnterprises', 'SUBGRAPH_UNAVAILABLE'],
    ]);
    expect(known[0]).toMatchObject({
      unit: '台（只）. devices and cylinders',
      records: expect.stringMatching(
        /^\{ matter\(code: "IN_PLANT_VEHICLE"\) \{ equipment\(region: "430682", counted: PRESENT/,
      ),
    });
    const elsewhere = await figures('110000');
    const of = (name: string) => elsewhere.find((each) => each.name === name)?.missing;
    expect(['equipmentCount', 'openCases', 'openMajorHazards'].map(of)).toEqual(
      Array(3).fill('NOT_REPORTED'),
    );
  });

  test('a field of hazards, and a kind of equipment but of what is transported, MUST belong to one matter', async () => {
    const all = [...(await mattersOn(matterBed.subgraph, TODAY)).values()].map(({ scope }) => scope);
    const fields = all.flatMap(({ hazardDomains }) => hazardDomains);
    expect([...new Set(fields)]).toEqual(fields);
    const kinds = all.flatMap(({ equipmentKinds }) => equipmentKinds);
    const shared = kinds.filter((code, nth) => kinds.indexOf(code) !== nth);
    expect(shared).toEqual(['2220']);
    const categories = all.flatMap(({ productCategories }) => productCategories);
    expect([...new Set(categories)]).toEqual(categories);
  });
});
