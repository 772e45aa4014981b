import {
  SubgraphUnavailable,
  arrayOf,
  flag,
  objectOf,
  orNull,
  partOf,
  recordReference,
  text,
  type RequestContext,
} from '../../kernel';
import type { MatterVersion } from './matter-version';
import { governedBy } from './matter.lists';
import { NO_SCOPE, formOf } from './matter.rules';

const ledger = objectOf({
  ledger: objectOf({
    edges: arrayOf(objectOf({ node: objectOf({ problem: objectOf({ key: recordReference(130) }) }) })),
    pageInfo: objectOf({ hasNextPage: flag, endCursor: orNull(text(500)) }),
  }),
});

/**
 * The numbers of what is open in the ledger of a matter under whoever led it before, as hazards has it at this moment: what is
 * handed over is not typed from memory.
 * @throws SUBGRAPH_UNAVAILABLE where hazards is silent: no list is signed unseen
 */
export async function openUnderFormerLead(
  context: RequestContext,
  { matterCode, regionCode, formerLeadCode }: MatterVersion,
): Promise<string[]> {
  const matter = await governedBy(context, matterCode);
  const form = matter && formOf(matter, matter.versions, regionCode, context.today);
  const of = { code: matterCode, scope: form?.scope ?? NO_SCOPE };
  const openAfter = async (after: string | null): Promise<string[]> => {
    const asked = `region: "${regionCode}", department: "${formerLeadCode}", open: true, first: 100, after: ${JSON.stringify(after)}`;
    const fields = `ledger(${asked}) { edges { node { problem { key } } } pageInfo { hasNextPage endCursor } }`;
    const answer = await partOf('Matter', { from: 'hazards', fields, facts: ledger })(context, of);
    if (answer === null) throw SubgraphUnavailable({ subgraph: 'hazards' });
    const { edges, pageInfo } = answer.ledger;
    const rest = pageInfo.hasNextPage ? await openAfter(pageInfo.endCursor) : [];
    return [...edges.map(({ node }) => node.problem.key), ...rest];
  };
  return openAfter(null);
}
