/** What a record can be about, each as a code under its kind. What lies below something is about that as well. */

/** An explicit tag of a matter. */
export const taggedWith = (matters: readonly string[] = []): string[] =>
  matters.map((code) => `matter:${code}`);

/** A kind of equipment and all above it: 5110, 5100, 5000. */
export function ofKind(code: string | null | undefined): string[] {
  const digits = code?.replace(/0+$/, '') ?? '';
  return [...digits].map((_, at) => `kind:${digits.slice(0, at + 1).padEnd(4, '0')}`);
}

/** A category of products. */
export const ofCategory = (code: string | null | undefined): string[] => (code ? [`category:${code}`] : []);

/** An industry and all above it: 3311, 331, 33. */
export function ofIndustry(code: string | null | undefined): string[] {
  return [2, 3, 4].flatMap((digits) =>
    code && code.length >= digits ? [`industry:${code.slice(0, digits)}`] : [],
  );
}

export const ofRoles = (roles: readonly string[] = []): string[] => roles.map((role) => `role:${role}`);

/** A field, and the field at whoever has a role: a fire hazard at a key fire unit. */
export function ofField(domain: string, learned: readonly string[]): string[] {
  const roles = learned.filter((each) => each.startsWith('role:')).map((each) => each.slice('role:'.length));
  return [`domain:${domain}`, ...roles.map((role) => `domain:${domain}/${role}`)];
}

/** What a matter is about: as far as a subgraph has asked for its scope. */
export interface AboutScope {
  equipmentKinds?: readonly string[];
  productCategories?: readonly string[];
  hazardDomains?: readonly string[];
  roles?: readonly string[];
}

/**
 * What a deed must be about, one of these at least, to belong to a matter: its tag, a kind, a category, or a field. A
 * field is narrowed by the roles of a matter, if it has some; an industry of the party says nothing of a deed.
 */
export function aboutMatter(
  code: string,
  { equipmentKinds = [], productCategories = [], hazardDomains = [], roles = [] }: AboutScope,
): string[] {
  const fields =
    roles.length === 0
      ? hazardDomains
      : hazardDomains.flatMap((domain) => roles.map((role) => `${domain}/${role}`));
  return [
    ...taggedWith([code]),
    ...equipmentKinds.map((kind) => `kind:${kind}`),
    ...productCategories.map((category) => `category:${category}`),
    ...fields.map((field) => `domain:${field}`),
  ].sort();
}
