import { ReferenceUnknown, termOf, type Database, type RequestContext } from '../../kernel';
import { Equipment } from './equipment';

/** The devices that records name, as far as they are known: the code of each and its division. */
export type KnownDevices = ReadonlyMap<string, string>;

export async function knownDevices(db: Database, codes: readonly (string | null)[]): Promise<KnownDevices> {
  const devices = await db.read<{ code: string; region: string }>(
    'SELECT code, region_code AS region FROM equipment WHERE code = ANY($1::varchar[])',
    [[...new Set(codes)].filter((code) => code !== null)],
  );
  return new Map(devices.map(({ code, region }) => [code, region]));
}

/** What the submissions of records about devices fetch once for a batch. */
export async function prepareDevices(
  { db, today }: RequestContext,
  _: string,
  records: readonly { equipmentCode: string | null }[],
) {
  const codes = records.map(({ equipmentCode }) => equipmentCode);
  return { known: await knownDevices(db, codes), today };
}

/** @throws REFERENCE_UNKNOWN */
export function regionOfDevice(known: KnownDevices, code: string, field = 'equipmentCode'): string {
  const region = known.get(code);
  if (region === undefined) throw ReferenceUnknown({ field, target: termOf(Equipment), got: code });
  return region;
}
