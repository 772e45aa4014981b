import type { EquipmentKind } from '../../../subgraphs/equipment/kind/equipment-kind';
import {
  currentKind,
  kindPrefix,
  kindsOfCategory,
  kindsUnder,
  type Catalogue,
} from '../../../subgraphs/equipment/kind/equipment-kind.rules';

const entry = (code: string, category: string): [string, EquipmentKind] => [
  code,
  { code, category } as EquipmentKind,
];
const catalogue: Catalogue = new Map([
  ...['2300', '2310', '23T0'].map((code) => entry(code, 'PRESSURE_VESSEL')),
  ...['3000', '3100', '3110', '3120', '3300', '3310'].map((code) => entry(code, 'ELEVATOR')),
  ...['4000', '4100', '4870', '4A00', '4D00'].map((code) => entry(code, 'LIFTING_APPLIANCE')),
  ...['5100', '5200', '6100'].map((code) => entry(code, 'IN_PLANT_VEHICLE')),
  ...['7110', '7310'].map((code) => entry(code, 'PIPING_COMPONENT')),
]);

describe('the catalogue of special equipment', () => {
  test.each([
    ['3000', '3'],
    ['3100', '31'],
    ['3110', '311'],
    ['4A00', '4A'],
    ['23T0', '23T'],
  ])('%s MUST stand for every code that begins with %s', (code, prefix) => {
    expect(kindPrefix(code)).toBe(prefix);
  });

  test('a code MUST cover its subtree, and several their union without repeats', () => {
    expect(kindsUnder(catalogue, ['3000'])).toEqual(['3000', '3100', '3110', '3120', '3300', '3310']);
    expect(kindsUnder(catalogue, ['3100', '3110'])).toEqual(['3100', '3110', '3120']);
    expect(kindsUnder(catalogue, ['4A00', '23T0'])).toEqual(['23T0', '4A00']);
  });

  test('an empty or meaningless code MUST cover nothing', () => {
    expect(kindsUnder(catalogue, ['', '0000', '9999'])).toEqual([]);
    expect(kindsUnder(catalogue, [])).toEqual([]);
  });

  test('a category MUST hold its entries', () => {
    expect(kindsOfCategory(catalogue, 'PRESSURE_VESSEL')).toEqual(['2300', '2310', '23T0']);
  });

  test.each([
    ['3500', '3310'],
    ['4001', '4D00'],
    ['4008', '4D00'],
    ['4873', '4870'],
    ['5120', '5100'],
    ['5210', '5200'],
    ['6110', '6100'],
    ['3110', '3110'],
  ])('%s MUST be taken for %s', (code, current) => {
    expect(currentKind(catalogue, code)).toBe(current);
  });

  test.each(['7110', '7310'])('%s MUST be refused, since it is a component and no device', (code) => {
    expect(() => currentKind(catalogue, code)).toThrow(expect.objectContaining({ code: 'KIND_NO_DEVICE' }));
  });

  test.each(['4009', '7410', '311', 'X000'])('%s MUST be refused, since no catalogue has it', (code) => {
    expect(() => currentKind(catalogue, code)).toThrow(
      expect.objectContaining({ code: 'REFERENCE_UNKNOWN' }),
    );
  });
});
