import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { buildSchema } from 'graphql';

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

/** The lines of a changelog that stand under a heading "Breaking", up to the next heading. */
export function announced(changelog: string): string {
  let isUnder = false;
  return changelog
    .split('\n')
    .filter((line) => {
      if (/^#+ /.test(line)) isUnder = /^#+ +Breaking\b/i.test(line);
      return isUnder;
    })
    .join('\n');
}

/** Breaking changes that the changelog does not name: each must stand under "Breaking" as `Type.field`. */
export async function unannounced(published: string, current: string, changelog: string): Promise<Breaking[]> {
  const text = announced(changelog);
  return (await breakingChanges(published, current)).filter(({ path }) => !text.includes(`\`${path}\``));
}
