import { setTimeout as sleep } from 'node:timers/promises';
import type { RequestContext } from './context';
import { silentFigures, type Figure } from './figures';
import { MATTER_FIGURES, type Counting } from './matter-figures';
import { partOf, whereAnswered } from './peers';

const FIELDS =
  'name title value exact numerator denominator unit missing asOf release { asOf releasedBy document secrecyReview } records denominatorRecords';

/** What each subgraph says of its figures, as the gateway would hear it. */
const parts = (Object.keys(MATTER_FIGURES) as Counting[]).map((by) => {
  const field = `${by}Figures`;
  const facts = {
    parse(said: unknown) {
      const figures = (said as Record<string, Figure[] | null>)[field];
      if (!figures) throw new Error(`${by} says nothing of its figures`);
      return figures;
    },
  };
  return {
    by,
    ask: partOf('MatterOverview', { from: by, fields: `${field} { ${FIELDS} }`, facts, asCaller: true }),
  };
});

/** How long a subgraph is waited for at least. */
const LEAST_MS = 500;

/** All figures of an overview; those of a subgraph that does not answer say so. */
export async function allFigures(context: RequestContext, overview: object): Promise<Figure[]> {
  // who waits for all of it has the same patience as each of them
  const longest = Math.max(LEAST_MS, context.settings.longestWaitMs);
  const answers = await Promise.all(
    parts.map(async ({ by, ask }) => {
      const answer = await Promise.race([
        whereAnswered(ask(context, overview)),
        sleep(longest, null, { ref: false }),
      ]);
      const figures = answer ?? silentFigures(by);
      return figures.map(({ asOf, release, ...figure }) => ({
        ...figure,
        asOf: asOf === null ? null : new Date(asOf),
        release: release && { ...release, asOf: new Date(release.asOf) },
      }));
    }),
  );
  return answers.flat();
}
