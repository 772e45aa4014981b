import { factsOf, flag, objectOf, once, orNull, type RequestContext } from '../../kernel';
import { Holder } from '../others';

const heads = objectOf({ creditFile: orNull(objectOf({ principalBarred: flag })) });

/**
 * Whether whoever heads an enterprise on a day is barred then from an industry, as credit says; without one, from the industry
 * that it was when they took office. All that are asked for with the same day and industry make one fetch.
 * @throws SUBGRAPH_UNAVAILABLE where credit is silent
 */
export async function isHeadBarred(
  context: RequestContext,
  uscc: string,
  on: string,
  industryCode: string | null,
): Promise<boolean> {
  const from = industryCode === null ? '' : `, industryCode: "${industryCode}"`;
  const ask = once(context, `head barred|${on}${from}`, () =>
    factsOf(Holder, { fields: `creditFile { principalBarred(on: "${on}"${from}) }`, facts: heads }),
  );
  return (await ask(context, uscc))?.creditFile?.principalBarred === true;
}
