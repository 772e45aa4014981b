import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { NATIONWIDE, divisionCode } from './region-code';

/** A division that there is or was. */
export interface Division {
  code: string;
  name: string;
  /** With the names of those above, where it no longer lies in them. */
  fullName?: string;
  level: 'PROVINCE' | 'CITY' | 'COUNTY' | 'TOWN';
  /** Empty, where there is none. */
  parent: string;
  /** The last day of an abolished one; empty, while it is in force. */
  validTo: string;
  /** What an abolished one became: one division, or several among which it was divided. */
  successors: readonly string[];
}

interface Divisions {
  all: readonly Division[];
  byCode: ReadonlyMap<string, Division>;
  /** The provinces whose towns are known, by the first two digits. */
  withTowns: ReadonlySet<string>;
}
let loaded: Divisions | undefined;

/** Read at first use, once a process. */
function divisions(): Divisions {
  loaded ??= load();
  return loaded;
}

function load(): Divisions {
  const known = rowsOf('divisions.csv').map(({ successor = '', ...row }) => ({
    ...(row as unknown as Division),
    successors: successor === '' ? [] : [successor],
  }));
  const former = rowsOf('former-divisions.csv').map(({ abolished = '', successors = '', ...row }) => ({
    ...(row as unknown as Division),
    parent: '',
    validTo: `${abolished}-12-31`,
    successors: successors.split(';'),
  }));
  const all = [...known, ...former];
  const towns = all.filter(({ level }) => level === 'TOWN');
  return {
    all,
    byCode: new Map(all.map((division) => [division.code, division])),
    withTowns: new Set(towns.map(({ code }) => code.slice(0, 2))),
  };
}

function rowsOf(file: string): Record<string, string>[] {
  return parse<Record<string, string>>(readFileSync(join(__dirname, 'official', file)), { columns: true });
}

/** All divisions that there are and were: parents before their children, the abolished ones last. */
export function allDivisions(): readonly Division[] {
  return divisions().all;
}

/**
 * What a code means today: itself, or what an abolished division became; several, where that was divided, and none, where
 * there never was such a division. Villages are in no table, and towns only for some provinces: elsewhere a town is as real
 * as its county, a village as its town. Of a county that was abolished no town can be told.
 */
export function divisionsToday(stated: string): readonly string[] {
  const code = divisionCode(stated);
  const { byCode, withTowns } = divisions();
  const found = byCode.get(code);
  if (found) return found.validTo === '' ? [code] : found.successors;
  if (code === NATIONWIDE) return [code];
  const above = code.slice(0, -3);
  const isReal =
    above.length === 9
      ? divisionsToday(above).length > 0
      : byCode.get(above)?.validTo === '' && !withTowns.has(code.slice(0, 2));
  return isReal ? [code] : [];
}
