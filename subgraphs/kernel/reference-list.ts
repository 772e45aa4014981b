/** A list that an authority published, as the product holds it: from where, of when, how much of it, and what is not there. */
export interface ReferenceList {
  /** `<subgraph>.<list>` */
  id: string;
  /** In both languages. */
  name: string;
  source: string;
  /** The day, month or year of which it is. */
  asOf: string;
  rows: number;
  /** The rows whose text was seen in the document itself, or held against a second copy. */
  verified: number;
  /** What is known to be missing or doubtful, in both languages; null where nothing is. */
  missing: string | null;
}

const lists = new Map<string, () => ReferenceList>();

/** Declares a list; its rows are counted when it is asked for. */
export function declareReferenceList(
  { id, ...said }: Omit<ReferenceList, 'rows' | 'verified'>,
  counted: () => Pick<ReferenceList, 'rows' | 'verified'>,
): void {
  lists.set(id, () => ({ id, ...said, ...counted() }));
}

export function referenceLists(): ReferenceList[] {
  return [...lists.values()].map((list) => list()).sort((a, b) => (a.id < b.id ? -1 : 1));
}
