import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  SettingsWrong,
  readSettings,
  settingNames,
  type CatalogueError,
  type Environment,
} from '../../subgraphs/kernel';
import { SettingMisspelt, SettingUnknown } from '../errors';
import { found, refuse, type Finding } from './finding';

const DOCUMENT = 'docs/configuration.md';

/** By their folders of migrations, which each has: to load the subgraphs takes a second. */
export function subgraphNames(): string[] {
  return readdirSync(join(__dirname, '../../migrations'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'kernel')
    .map(({ name }) => name);
}

/** What is wrong with the settings by themselves: wrong ones, missing ones, and those that are no settings but look like ours. */
export function checkSettings(env: Environment): Finding[] {
  const subgraphs = subgraphNames();
  return [...unknownIn(env, settingNames(subgraphs)), ...wrongIn(env, subgraphs)].map((error) =>
    found(error),
  );
}

export function refuseWrongSettings(env: Environment): void {
  refuse(checkSettings(env));
}

function wrongIn(env: Environment, subgraphs: readonly string[]): readonly CatalogueError[] {
  try {
    readSettings(env, subgraphs);
    return [];
  } catch (error) {
    if (error instanceof SettingsWrong) return error.problems;
    throw error;
  }
}

function unknownIn(env: Environment, known: readonly string[]): CatalogueError[] {
  return Object.keys(env)
    .filter((name) => !known.includes(name) && name !== 'NODE_ENV')
    .flatMap((name) => {
      const meant = nearest(name.toUpperCase().replace(/^ONEMATTER_/, ''), known);
      if (meant !== undefined) return SettingMisspelt({ setting: name, meant });
      return LOOKS_OURS.test(name) ? SettingUnknown({ setting: name, document: DOCUMENT }) : [];
    });
}

const LOOKS_OURS = /^ONEMATTER_|_DATABASE_URL$/;
/** From so many letters on two slips of the keys are no other word. */
const LONG = 12;

/** What is one slip of the keys away, or two in a long name; the nearest, if there are several. */
function nearest(name: string, known: readonly string[]): string | undefined {
  return known
    .map((each) => ({ each, slips: slipsBetween(name, each) }))
    .filter(({ each, slips }) => slips <= (each.length < LONG ? 1 : 2))
    .sort((one, other) => one.slips - other.slips)[0]?.each;
}

/** Letters that are missing, too many, changed, or swapped with their neighbours (the optimal string alignment distance). */
function slipsBetween(one: string, other: string): number {
  const rows = [Array.from({ length: other.length + 1 }, (_, at) => at)];
  const at = (i: number, j: number) => rows[i]?.[j] ?? Infinity;
  for (let i = 1; i <= one.length; i++) {
    rows.push([i]);
    for (let j = 1; j <= other.length; j++) {
      const changed = one[i - 1] === other[j - 1] ? 0 : 1;
      const isSwap = one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      const swapped = isSwap ? at(i - 2, j - 2) + 1 : Infinity;
      rows[i]?.push(Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + changed, swapped));
    }
  }
  return at(one.length, other.length);
}
