import type { Pool } from './random-operation';

/** What the demo data hold that operations can ask for. */
export const ASKS_FOR_POOLS = `{ enterprises(first: 100) { edges { cursor node { uscc equipment { edges { cursor node { code } } } dishonestyListings { id } } } }
    departments { code } matters { code } regions { code } equipmentKinds { code } }`;

/** Values for arguments: what is there to be asked for, and what is not. */
export function poolsIn(answered: unknown, sizes: readonly number[]): Pool {
  const found: Record<string, unknown[]> = { code: [], cursor: [], uscc: [], id: [] };
  JSON.stringify(answered, (name, value: unknown) => {
    found[name]?.push(value);
    return value;
  });
  return (type, place) => {
    if (place.endsWith('.first')) return sizes;
    if (place.endsWith('.after')) return [...(found.cursor ?? []).slice(0, 5), 'nonsense'];
    if (type === 'Uscc') return [...(found.uscc ?? []), '91430100MA4L16JQ9B', 'bad'];
    if (type === 'RegionCode') return ['430000', '430100', '000000', '110000', '999999', 'x'];
    if (type === 'Date') return ['2026-01-01', '2020-02-30'];
    if (place.startsWith('Query.dishonestyListing.')) return [...(found.id ?? []), 'none'];
    if (type === 'ID') return [...(found.code ?? []), 'ELECTRIC_BICYCLE', 'ELEVATOR', 'none'];
    return type === 'Int' ? [0, 1, 2] : ['公司', '厂', '26', 'text'];
  };
}
