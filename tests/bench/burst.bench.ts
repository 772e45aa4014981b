import { burst, faultsIn, lineOf } from '../burst/burst';
import setUp from '../support/database-setup';
import tearDown from '../support/database-teardown';
import { say } from './say';

/** `npm run bench -- burst [seed]`: 64 at once of each of the dearest documents; fails if the service goes beyond its figures. */
export async function bench([seed = '11']: readonly string[]): Promise<void> {
  await setUp();
  try {
    const found = await burst({
      seed: Number(seed),
      random: { tries: 2_000, taken: 20 },
      each: (each) => say(lineOf(each)),
    });
    const faults = faultsIn(found);
    if (faults.length > 0) throw new Error(`beyond the figures:\n${faults.join('\n')}`);
  } finally {
    await tearDown();
  }
}
