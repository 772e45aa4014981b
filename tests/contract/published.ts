import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { buildSchema, isEnumType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';
import { addMonths } from '../../subgraphs/kernel';

export interface Breaking {
  /** Where, as in `Enterprise.name`. */
  path: string;
  message: string;
}

/** What a client of the published schema would stumble over. */
export async function breakingChanges(published: string, current: string): Promise<Breaking[]> {
  const changes = await diff(buildSchema(published), buildSchema(current));
  return changes
    .filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking)
    .map(({ path = '', message }) => ({ path, message }));
}

/** The lines of the newest version of a changelog that stand under a heading "Breaking", up to the next heading. */
export function announced(changelog: string): string {
  const [, newest = ''] = changelog.split(/^## /m);
  let isUnder = false;
  return newest
    .split('\n')
    .filter((line) => {
      if (/^#+ /.test(line)) isUnder = /^#+ +Breaking\b/i.test(line);
      return isUnder;
    })
    .join('\n');
}

/** Breaking changes that the changelog does not name: each must stand under "Breaking" as `Type.field`. */
export async function unannounced(
  published: string,
  current: string,
  changelog: string,
): Promise<Breaking[]> {
  const text = announced(changelog);
  return (await breakingChanges(published, current)).filter(({ path }) => !text.includes(`\`${path}\``));
}

/** Everything that a client can name, as `Type.field`, `Type.field.argument` or `Enum.VALUE`, with why it is deprecated, if it is. */
export function membersOf(sdl: string): Map<string, string | null> {
  const members = new Map<string, string | null>();
  for (const type of Object.values(buildSchema(sdl).getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    if (isEnumType(type))
      for (const value of type.getValues())
        members.set(`${type.name}.${value.name}`, value.deprecationReason ?? null);
    if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      members.set(`${type.name}.${field.name}`, field.deprecationReason ?? null);
      for (const argument of 'args' in field ? field.args : [])
        members.set(`${type.name}.${field.name}.${argument.name}`, argument.deprecationReason ?? null);
    }
  }
  return members;
}

/** The member that a deprecation names in place of its own, and the last day on which the old one is served. */
export function readDeprecation(reason: string): { replacement: string | null; until: string | null } {
  return {
    replacement: /`([\w.]+)`/.exec(reason)?.[1] ?? null,
    until: /\d{4}-\d{2}-\d{2}/.exec(reason)?.[0] ?? null,
  };
}

/** Months from the publication of a deprecation to the day on which the old member may go. */
export const DEPRECATED_FOR = 6;

interface Publication {
  published: string;
  current: string;
  changelog: string;
  /** The version that is published, as in 1.2.0. */
  version: string;
  today: string;
}

/** Why the current schema cannot be promised in place of the published one: one sentence each; none, if it can. */
export async function refusals({
  published,
  current,
  changelog,
  version,
  today,
}: Publication): Promise<string[]> {
  const [before, after] = [membersOf(published), membersOf(current)];
  const unnamed = (await unannounced(published, current, changelog)).map(
    ({ path, message }) => `CHANGELOG.md does not name \`${path}\` under "Breaking": ${message}`,
  );
  const gone = [...before].filter(([path]) => !after.has(path));
  const early = gone.flatMap(([path, reason]) => {
    if (reason === null) return version.startsWith('0.') ? [] : [`${path} is gone, and was never deprecated`];
    const { until } = readDeprecation(reason);
    return until !== null && until >= today ? [`${path} is gone, and was promised until ${until}`] : [];
  });
  const soon = [...after].flatMap(([path, reason]) => {
    if (reason === null || typeof before.get(path) === 'string') return [];
    const { until } = readDeprecation(reason);
    const earliest = addMonths(today, DEPRECATED_FOR);
    return until !== null && until >= earliest
      ? []
      : [`${path} is deprecated until ${until ?? 'no day'}, which must be ${earliest} or later`];
  });
  return [...unnamed, ...early, ...soon];
}
