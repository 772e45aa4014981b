import type { RequestContext } from './context';
import type { Transaction } from './database';
import { brokenReferences, refusalOf, type BrokenReference } from './reference-check';
import { refused, type Candidate, type Sorted } from './store';
import type { Submission } from './submission';
import { flag } from './unknown-reference';

/** What the records of a batch refer to and is not there, by record. */
type BrokenOf = ReadonlyMap<Candidate, readonly BrokenReference[]>;

/** Refuses the records that rest on what is not there, each by itself; the others may be flagged once they are written. */
export async function withoutUnknown(
  tx: Transaction,
  context: RequestContext,
  { entity }: Submission,
  { candidates, rejected, unchanged }: Sorted,
): Promise<Sorted & { broken: BrokenOf }> {
  const found = await brokenReferences(
    tx,
    context,
    entity,
    candidates.map(({ row }) => row),
  );
  const broken = new Map<Candidate, BrokenReference[]>();
  for (const reference of found) {
    const candidate = candidates[reference.at];
    if (candidate) broken.set(candidate, [...(broken.get(candidate) ?? []), reference]);
  }
  const refusals = new Map(
    [...broken].flatMap(([candidate, references]) => {
      const refusing = references.find(({ link }) => link.unknown === 'refuse');
      return refusing ? [[candidate, refused(candidate, refusalOf(refusing))] as const] : [];
    }),
  );
  return {
    candidates: candidates.filter((candidate) => !refusals.has(candidate)),
    rejected: [...rejected, ...refusals.values()],
    unchanged,
    broken,
  };
}

/** Flags what the records that were written refer to and is not there. */
export async function flagWritten(
  tx: Transaction,
  context: RequestContext,
  { entity }: Submission,
  written: readonly Candidate[],
  broken: BrokenOf,
): Promise<void> {
  const rows = written.map(({ row }) => row);
  const found = written.flatMap((candidate, at) =>
    [...(broken.get(candidate) ?? []), ...(candidate.told ?? [])].map((each) => ({ ...each, at })),
  );
  await flag(tx, context, entity, rows, found);
}
