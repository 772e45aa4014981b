/** unique_violation, deadlock_detected: somebody else was first, and what they wrote is there to be seen now. */
const OVERTAKEN = new Set(['23505', '40P01', 'OVERTAKEN']);
const TRIES = 3;

/** Does a whole transaction anew when another one has overtaken it: the second time its rules see what that has done. */
export async function again<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let left = TRIES - 1; ; left--) {
    try {
      return await work();
    } catch (error) {
      if (left === 0 || !OVERTAKEN.has(String((error as { code?: unknown }).code))) throw error;
    }
  }
}
