import { ReferenceUnknown, declareError } from '../../kernel';
import { NO_DEVICES, type EquipmentCategory, type EquipmentKind } from './equipment-kind';

const KindNoDevice = declareError(
  'KIND_NO_DEVICE',
  '{field}：{got} 为压力管道元件或者安全附件，不单独办理使用登记。',
  '{field}: {got} is a component of piping or a safety accessory, which is not registered as a device.',
);

/** The entries of the catalogue by code, in the order of their codes. */
export type Catalogue = ReadonlyMap<string, EquipmentKind>;

/** The part of a code that all entries below it begin with: 3000 → 3, 3100 → 31, 3110 → 311, 4A00 → 4A, 23T0 → 23T. */
export function kindPrefix(code: string): string {
  return code.replace(/0+$/, '');
}

/** The codes of the catalogue that lie under any of these entries, themselves included. */
export function kindsUnder(catalogue: Catalogue, codes: readonly string[]): string[] {
  const prefixes = codes.map(kindPrefix).filter((prefix) => prefix !== '');
  return [...catalogue.keys()].filter((code) => prefixes.some((prefix) => code.startsWith(prefix)));
}

/** The codes of the catalogue that belong to a category. */
export function kindsOfCategory(catalogue: Catalogue, category: EquipmentCategory): string[] {
  return [...catalogue.values()].filter((kind) => kind.category === category).map(({ code }) => code);
}

/**
 * Codes of the earlier catalogue that are still in records, and the entries of 2014 that they became.
 * None of these is a code of the present catalogue. A code that was given a new meaning, such as 3130, cannot be told
 * from the present one and is taken as it stands.
 */
const EARLIER_CODES: readonly (readonly [RegExp, string])[] = [
  [/^3500$/, '3310'], // 自动扶梯
  [/^400[1-8]$/, '4D00'], // 停车设备
  [/^487[1-9]$/, '4870'], // 简易升降机 by sub-kind
  [/^5120$/, '5100'], // a truck whose type is no longer listed: its class
  [/^5210$/, '5200'], // 观光车
  [/^6110$/, '6100'], // 观览车
];

/** The entry that a submitted code stands for; a code that neither catalogue has is refused. */
export function currentKind(catalogue: Catalogue, code: string): string {
  const current = catalogue.has(code) ? code : EARLIER_CODES.find(([earlier]) => earlier.test(code))?.[1];
  if (current === undefined)
    throw ReferenceUnknown({
      field: 'kindCode',
      target: { zh: '特种设备种类', en: 'kind of device' },
      got: code,
    });
  const kind = catalogue.get(current);
  if (kind && NO_DEVICES.includes(kind.category)) throw KindNoDevice({ field: 'kindCode', got: code });
  return current;
}
