import type { Result } from './assessment';
import type { Scored } from './score.rules';

/** Who is before whom: 「不合格」 after all others, then by score. */
function isBetter(one: Scored, other: Scored): boolean {
  if (one.unqualified !== other.unqualified) return other.unqualified;
  return one.score > other.score;
}

/**
 * Ranks the members that are complete: equal scores share a rank and the next one is left out (1, 2, 2, 4). A member whose
 * data are missing has no rank, since its score says nothing yet. The last ones, ties included, are candidates for an
 * interview, never who is first; an unqualified one always is.
 */
export function ranked<Member extends Scored>(
  members: readonly Member[],
  interviews: number,
): (Member & Pick<Result, 'rank' | 'interview'>)[] {
  const complete = members.filter(({ missing }) => missing === 0);
  return members.map((member) => {
    if (member.missing > 0) return { ...member, rank: null, interview: member.unqualified };
    const rank = 1 + complete.filter((other) => isBetter(other, member)).length;
    const worse = complete.filter((other) => isBetter(member, other)).length;
    return { ...member, rank, interview: member.unqualified || (rank > 1 && worse < interviews) };
  });
}
