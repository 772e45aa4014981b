import { DEFAULT_AS_OF } from '../../../subgraphs/demo';
import { makeDevices } from '../../../subgraphs/demo/devices';
import { makeEdgeCases } from '../../../subgraphs/demo/edge-cases';
import { makeEnterprise } from '../../../subgraphs/demo/enterprises';
import { makeListing } from '../../../subgraphs/demo/listings';
import { Places } from '../../../subgraphs/demo/places';
import { isEquipmentCode, registrationNumber } from '../../../subgraphs/equipment/device/equipment.rules';
import { BEFORE_USE } from '../../../subgraphs/equipment/life/life.rules';
import { hasUsccChecks, hasUsccShape, isWithin } from '../../../subgraphs/kernel';

const places = new Places(null);
const MARK = '（合成数据）';

/** All that belongs to one enterprise. */
function madeFor(seed: number, index: number, where = places, asOf = DEFAULT_AS_OF) {
  const enterprise = makeEnterprise(seed, index, where);
  return {
    enterprise,
    devices: makeDevices(seed, enterprise, asOf),
    listing: makeListing(seed, enterprise, asOf),
  };
}
const numbers = (count: number) => Array.from({ length: count }, (_, at) => at);
const made = numbers(1_500).map((index) => madeFor(1, index));
const enterprises = made.map(({ enterprise }) => enterprise);
const devices = made.flatMap((each) => each.devices);
const listings = numbers(3_000).flatMap(
  (index) => makeListing(1, makeEnterprise(1, index, places), DEFAULT_AS_OF) ?? [],
);
const edges = [0, 1, 7, 9_999, 1_000_000].map((seed) => makeEdgeCases(seed, places));

describe('what is made for demonstration', () => {
  test('there MUST be enough of everything to judge by', () => {
    expect(devices.length).toBeGreaterThan(3_000);
    expect(listings.length).toBeGreaterThan(3);
    expect(new Set(devices.map(({ record }) => String(record.kindCode).charAt(0))).size).toBeGreaterThan(6);
  });

  test('the same seed and number MUST give the same records, whatever was made before', () => {
    for (const index of [1_499, 0, 1_234, 17])
      expect(madeFor(1, index, new Places(null))).toEqual(made[index]);
    expect(makeEdgeCases(7, new Places(null))).toEqual(edges[2]);
  });

  test('another seed MUST give other records', () => {
    const others = numbers(200).map((index) => makeEnterprise(2, index, places));
    const known = new Set(enterprises.map(({ uscc }) => uscc));
    expect(others.filter(({ uscc }) => known.has(uscc))).toEqual([]);
    expect(others.filter(({ name }, at) => name === enterprises[at]?.name).length).toBeLessThan(10);
  });

  test('every credit code MUST be valid, there once, and of a range that is not given out', () => {
    const all = [
      ...enterprises.map(({ uscc }) => uscc),
      ...edges.flatMap((each) => each.enterprises.map(({ uscc }) => String(uscc))),
    ];
    expect(all.filter((uscc) => !hasUsccChecks(uscc) || uscc.slice(8, 10) !== 'YY')).toEqual([]);
    expect(new Set(all).size).toBe(all.length);
  });

  test('every name, cause, document and place of a device MUST say that it is synthetic', () => {
    const names = [
      ...enterprises.map(({ record }) => String(record.name)),
      ...listings.flatMap(({ record }) => [String(record.subjectName), String(record.basisDocument)]),
      ...devices.map(({ record }) => String(record.location)),
      ...edges.flatMap((each) =>
        [...each.enterprises, ...each.authorityEnterprises].map(({ name }) => String(name)),
      ),
      ...edges.flatMap((each) => each.listings.map(({ record }) => String(record.subjectName))),
    ];
    expect(names.filter((name) => !name.endsWith(MARK))).toEqual([]);
    const causes = [...listings, ...edges.flatMap((each) => each.listings)].map(({ record }) =>
      String(record.cause),
    );
    expect(causes.filter((cause) => !cause.startsWith('合成数据：'))).toEqual([]);
    const people = enterprises.map(({ record }) =>
      [record.legalRepresentative, record.contactPhone].join(' '),
    );
    expect(people.filter((person) => !/^合成人\d{7} 000-\d{8}$/.test(person))).toEqual([]);
  });

  test('every device MUST have a code and a number that hold, and no two the same code', () => {
    const codes = devices.map(({ record }) => String(record.code));
    expect(codes.filter((code) => !isEquipmentCode(code))).toEqual([]);
    expect(new Set(codes).size).toBe(codes.length);
    expect(
      edges.flatMap((each) => each.devices).filter(({ code }) => !isEquipmentCode(String(code))),
    ).toEqual([]);
    const registered = devices.flatMap(({ record }) => record.registrationNumber ?? []);
    expect(registered.map((number) => registrationNumber.parse(number, 'registrationNumber'))).toEqual(
      registered,
    );
    expect(registered.length).toBeGreaterThan(3_000);
  });

  test('a device without registration MUST have no inspection, any other one before its use and a last one, and no date of a device may lie in the future or out of order', () => {
    const wrong = devices.filter(({ record, inspections: [first, last, ...more] }) => {
      const { manufacturedOn, installedOn } = record as Record<string, string>;
      if (record.status === 'UNREGISTERED') return first !== undefined || record.registrationNumber !== null;
      const { inspectedOn, nextDueOn } = last as Record<string, string>;
      const inOrder = [manufacturedOn, installedOn, inspectedOn, nextDueOn] as string[];
      const beforeUse = BEFORE_USE.find((kind) => kind === first?.kind);
      return (
        inOrder.join() !== [...inOrder].sort().join() ||
        String(inspectedOn) > DEFAULT_AS_OF ||
        beforeUse === undefined ||
        first?.inspectedOn !== installedOn ||
        more.length > 0
      );
    });
    expect(wrong).toEqual([]);
  });

  test('whoever is not operating MUST have no devices', () => {
    const closed = made.filter(({ enterprise }) => !enterprise.operating);
    expect(closed.length).toBeGreaterThan(50);
    expect(closed.filter((each) => each.devices.length > 0)).toEqual([]);
  });

  test('places MUST be counties in force, of the region that was asked for', () => {
    for (const region of ['430000', '411000', '430682']) {
      const there = new Places(region);
      const found = numbers(200).map((index) => makeEnterprise(1, index, there).county.code);
      expect(found.filter((code) => !isWithin(code, region))).toEqual([]);
      expect(there.edge.code).toBe(region === '411000' ? found.sort()[0] : '430682');
    }
    expect(new Set(enterprises.map(({ county }) => county.code)).has('411023')).toBe(false);
    expect(() => new Places('999999')).toThrow(/--region must be .*999999/);
  });

  test('the flagged code MUST have the shape of one and a wrong check', () => {
    const flagged = edges.flatMap((each) => each.authorityEnterprises.map(({ uscc }) => String(uscc)));
    expect(flagged).toHaveLength(edges.length);
    expect(flagged.filter((uscc) => !hasUsccShape(uscc) || hasUsccChecks(uscc))).toEqual([]);
  });

  test('there MUST be a device of a kind of the catalogue before 2014, in its code as well', () => {
    const kinds = edges.flatMap((each) =>
      each.devices.filter(({ kindCode }) => kindCode === '3500').map(({ code }) => String(code).slice(0, 4)),
    );
    expect(kinds).toEqual(edges.map(() => '3500'));
  });

  // numbers of devices run around at 100,000,000: enterprise 3,333,337 has the sourceIds of enterprise 4 once more
  test('no two devices of the largest scale MUST have the same sourceId', () => {
    const ids = [4, 3_333_337].flatMap((index) =>
      madeFor(1, index).devices.map(({ record }) => String(record.sourceId)),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  // 7,000,003 numbers lie between two seeds: with 233,334 enterprises the first runs into the second
  test('no two devices of two seeds MUST have the same code', () => {
    const codes = [madeFor(1, 239_912), madeFor(2, 6_578)].flatMap((each) =>
      each.devices.map(({ record }) => String(record.code)),
    );
    expect(new Set(codes).size).toBe(codes.length);
  });

  // the state of the flagged and of the abolished one is left to chance: with seed 1, that of the first start, it is CANCELLED
  test('every enterprise at an edge MUST be one that anyone may see', () => {
    const all = numbers(60).flatMap((seed) => {
      const cases = makeEdgeCases(seed, places);
      return [...cases.enterprises, ...cases.authorityEnterprises];
    });
    expect(all.filter(({ status }) => status === 'CANCELLED')).toEqual([]);
  });

  // 许昌县 411023 is taken for any region
  test('enterprises at an edge MUST lie in the region that was asked for', () => {
    const { enterprises: there } = makeEdgeCases(1, new Places('440000'));
    expect(there.filter(({ regionCode }) => !isWithin(String(regionCode), '440000'))).toEqual([]);
  });
});
