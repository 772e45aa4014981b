import type { ClassType } from 'type-graphql';
import { NotFound } from './catalogue';
import type { RequestContext } from './context';
import {
  ReleaseFiguresInput,
  WithdrawFiguresInput,
  release,
  requireOwner,
  withdraw,
  type Cell,
  type Counted,
  type ToRelease,
} from './figure-release';
import { MATTER_FIGURES, type Counting } from './matter-figures';
import { partOf } from './peers';
import { defineVerb } from './verb';

type Count<Overview> = (context: RequestContext, overview: Overview) => Promise<readonly Counted[]>;

/** The verbs by which the owner of a subgraph's figures makes them public and takes them back: `releaseCreditFigures`. */
export function releasing<Overview extends Cell>(
  overview: ClassType<Overview>,
  by: Counting,
  requires: string,
  count: Count<Overview>,
): readonly (new () => object)[] {
  const figures = `${by.charAt(0).toUpperCase()}${by.slice(1)}Figures`;
  const facts = { parse: (said: unknown) => said as Partial<Overview> };
  const ask = partOf('MatterOverview', { from: 'matters', fields: `regionCode ${requires}`, facts });
  /** What is counted of a matter there: the division is that of the matter, where it is one of that division only. */
  const overviewOf = async (context: RequestContext, { matterCode, regionCode }: Cell): Promise<Overview> => {
    const said = await ask(context, { matterCode, regionCode });
    const term = { zh: '事项', en: 'matter' };
    if (!said) throw NotFound({ field: 'matterCode', term, got: matterCode });
    return { matterCode, regionCode, ...said } as Overview;
  };
  const released = `release${figures}`;
  const withdrawn = `withdraw${figures}`;
  return [
    defineVerb({
      name: released,
      says: '发布数据项：公众自此所见为此刻的数值. Releases figures: from now on the public sees them as they are at this moment.',
      input: ReleaseFiguresInput,
      returns: () => overview,
      on: figures,
      async run(context, input) {
        requireOwner(context, by, released, input);
        const of = await overviewOf(context, input);
        const counted = (await count(context, of)).filter((each) => isToRelease(by, input, each));
        await release(context, released, of, input, counted);
        return of;
      },
    }),
    defineVerb({
      name: withdrawn,
      says: '撤回已发布的数据项. Withdraws figures that were released.',
      input: WithdrawFiguresInput,
      returns: () => overview,
      on: figures,
      async run(context, input) {
        requireOwner(context, by, withdrawn, input);
        const of = await overviewOf(context, input);
        await withdraw(context, withdrawn, by, { ...input, regionCode: of.regionCode });
        return of;
      },
    }),
  ];
}

/** What was named, or what may be public without being named. */
function isToRelease(by: Counting, { figures }: ToRelease, { figure, missing }: Counted): boolean {
  if (figures) return figures.includes(figure);
  const said = Object.entries<{ unit: string; named?: boolean }>(MATTER_FIGURES[by]);
  const isNamed = said.some(([name, { named = false }]) => name === figure && named);
  return !isNamed && missing !== 'NOT_REPORTED';
}
