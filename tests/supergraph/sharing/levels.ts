import type { Caller, SharingRules } from '../../../subgraphs/kernel';
import type { Pick } from './paths';

/** Who asks, and why. */
export interface Asking {
  name: string;
  caller: Caller;
  purpose: string | null;
}

type Json = unknown;
type Row = Record<string, Json>;

/** Every canary says which column and division it is of. */
export const CANARY = /canary-[a-z_]+-(\d{6})-\d+/g;

/** The levels as the law and the contract have them, written down once more: not the code under test. */
function isRefused(rules: SharingRules, coordinate: string | null, { caller, purpose }: Asking): boolean {
  if (coordinate === null) return false;
  const rule = rules.get(coordinate);
  if (!rule) throw new Error(`${coordinate} has no level`);
  const { level, owner } = rule;
  if (level === 'PUBLIC') return false;
  if (caller.department === null) return true;
  if (level === 'UNCONDITIONAL') return false;
  if (level === 'CONDITIONAL') return !caller.scopes.includes('share:conditional') || purpose === null;
  return caller.department !== owner;
}

export function isForSomeRows(rules: SharingRules, coordinate: string | null): boolean {
  const level = coordinate === null ? null : rules.get(coordinate)?.level;
  return level === 'CONDITIONAL' || level === 'RESTRICTED';
}

/** The places, without positions in lists, that must be refused: each is one error, and nothing below it is asked. */
export function refusals(
  rules: SharingRules,
  picks: readonly Pick[],
  asking: Asking,
  path: readonly string[] = [],
): string[] {
  return picks.flatMap(({ alias, coordinate, picks: below }) => {
    const place = [...path, alias];
    return isRefused(rules, coordinate, asking)
      ? `${place.join('.')} ${coordinate}`
      : refusals(rules, below, asking, place);
  });
}

/** Rows that are there for their handler alone, in its division: 举报, by what each is about, and 线索. */
export const HANDLER: Record<string, string> = {
  MARKET: 'MARKET_SUPERVISION',
  SAFETY: 'EMERGENCY_MANAGEMENT',
  FIRE: 'FIRE_RESCUE',
};
type Holder = (string | undefined)[];
/** The kinds of department and the divisions that a row is there for, as it says itself. */
const HOLDERS_OF: ReadonlyMap<string, (row: Row) => Holder[]> = new Map([
  ['Tip', (row: Row) => [[HANDLER[String(row.category)], codeIn(row.region)]]],
  ['TipTransfer', ({ from, to }: Row) => [from, to].map((each) => codeIn(each)?.split('-').reverse() ?? [])],
  ['TipRecusal', ({ officer }: Row) => [String(officer).split('/').slice(1)]],
  ['HazardClue', (row: Row) => [[row.competentKind as string | undefined, codeIn(row.region)]]],
  ['CaseMaterial', (row: Row) => [[row.departmentKind as string | undefined, codeIn(row.region)]]],
]);
const codeIn = (place: Json) => (isRow(place ?? null) ? (place as { code?: string }).code : undefined);
export const OWN_ROWS: ReadonlySet<string> = new Set(HOLDERS_OF.keys());

function isThere({ of }: Pick, row: Json, { caller }: Asking): boolean {
  const type = (of ?? '').replace(/Edge$/, '');
  const own = of === type ? row : (row as Row | null)?.node;
  const holdersOf = HOLDERS_OF.get(type);
  if (!isRow(own) || !holdersOf) return true;
  return holdersOf(own).some(([kind, region]) => {
    if (kind === undefined || region === undefined) throw new Error('nothing tells whose a row is');
    return kind === caller.department && covers(caller, region);
  });
}

/** What a caller who may not know of some rows is answered: a list without them, or nothing. By `_entities`, nothing at their places. */
function ownOf(pick: Pick, value: Json, asking: Asking): Json {
  if (!Array.isArray(value)) return isThere(pick, value, asking) ? value : null;
  return pick.coordinate === null
    ? value.map((row: Json) => (isThere(pick, row, asking) ? row : null))
    : value.filter((row) => isThere(pick, row, asking));
}

/** What of the whole answer this caller may see: what is refused is null, what is guarded is null in rows of other regions. */
export function allowedOf(rules: SharingRules, picks: readonly Pick[], whole: Json, asking: Asking): Json {
  if (Array.isArray(whole)) return whole.map((row) => allowedOf(rules, picks, row, asking));
  if (typeof whole !== 'object' || whole === null || picks.length === 0) return whole;
  const row = whole as Row;
  const region = regionOf(rules, picks, row);
  return Object.fromEntries(
    picks.map((pick) => {
      const { alias, coordinate, picks: below } = pick;
      const hidden =
        isRefused(rules, coordinate, asking) ||
        (isForSomeRows(rules, coordinate) && !covers(asking.caller, region));
      return [alias, hidden ? null : allowedOf(rules, below, ownOf(pick, row[alias], asking), asking)];
    }),
  );
}

/** Where a row lies, by the canaries in its own fields, and in objects that only a guarded field of it leads to. */
function regionOf(rules: SharingRules, picks: readonly Pick[], row: Row): string | null {
  const known = regions.get(row);
  if (known !== undefined) return known;
  const isOwn = ({ coordinate, picks: below }: Pick) =>
    below.length === 0 || isForSomeRows(rules, coordinate);
  const own = picks.filter(isOwn).map(({ alias }) => row[alias]);
  const region = new RegExp(CANARY.source).exec(JSON.stringify(own))?.[1] ?? null;
  regions.set(row, region);
  return region;
}

/** A row lies where it lies, whoever asks; each is picked from by one document. */
const regions = new WeakMap<Row, string | null>();

function covers({ region }: Caller, code: string | null): boolean {
  return (
    code !== null &&
    region !== null &&
    code.startsWith(region === '000000' ? '' : region.replace(/(00)+$/, ''))
  );
}

/** Where the answer is not what this caller may see. Values that are for anyone may be about the caller: those are not compared. */
export function faults(
  rules: SharingRules,
  picks: readonly Pick[],
  allowed: Json,
  got: Json,
  asking: Asking,
  path: readonly (string | number)[] = [],
): string[] {
  if (Array.isArray(allowed) && Array.isArray(got)) {
    if (allowed.length !== got.length)
      return [`${path.join('.')} has ${got.length} rows instead of ${allowed.length}`];
    return allowed.flatMap((row: Json, at) => faults(rules, picks, row, got[at], asking, [...path, at]));
  }
  if (isRow(allowed) && isRow(got)) {
    return picks.flatMap(({ alias, coordinate, picks: below }) => {
      const place = [...path, alias];
      if (below.length > 0 && allowed[alias] !== null && got[alias] !== null) {
        return faults(rules, below, allowed[alias], got[alias], asking, place);
      }
      const isForAnyone = coordinate === null || rules.get(coordinate)?.level === 'PUBLIC';
      const isAbout =
        isForAnyone && (below.length === 0 || asking.caller.department === null || allowed[alias] === null);
      return isAbout || isSame(allowed[alias], got[alias])
        ? []
        : [`${place.join('.')} (${coordinate}) is ${shown(got[alias])} instead of ${shown(allowed[alias])}`];
    });
  }
  return isSame(allowed, got) ? [] : [`${path.join('.')} is ${shown(got)} instead of ${shown(allowed)}`];
}

function isSame(one: Json, other: Json): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function isRow(value: Json): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shown(value: Json): string {
  return (JSON.stringify(value) ?? 'nothing').slice(0, 80);
}

/** Puts together what several callers, none of whom sees everything, have seen. */
export function merged(one: Json, other: Json): Json {
  if (one === null || one === undefined) return other;
  if (Array.isArray(one) && Array.isArray(other)) {
    const isSameRow = (item: Json, at: number) =>
      item === null || other[at] === null || ownNumberOf(item) === ownNumberOf(other[at]);
    if (one.length === other.length && one.every(isSameRow))
      return one.map((item: Json, at) => merged(item, other[at]));
    const known = new Set(one.map(ownNumberOf));
    const same = (item: Json, at: number): Json => {
      const number = ownNumberOf(item);
      return number === null ? other[at] : other.find((each) => ownNumberOf(each) === number);
    };
    const more = other.filter((each) => ownNumberOf(each) !== null && !known.has(ownNumberOf(each)));
    return [...one.map((item: Json, at) => merged(item, same(item, at))), ...more];
  }
  if (!isRow(one) || !isRow(other)) return one;
  return Object.fromEntries(Object.entries(one).map(([name, value]) => [name, merged(value, other[name])]));
}

/** Of a list each caller may have rows of their own: those are told apart by their numbers, all others by their places. */
function ownNumberOf(row: Json): string | null {
  if (!isRow(row)) return null;
  const { number } = isRow(row.node) ? row.node : row;
  return typeof number === 'string' && /^((JB|YS|HB)[0-9A-F]{20}|(XS|CL)-\d{6})$/.test(number)
    ? number
    : null;
}
