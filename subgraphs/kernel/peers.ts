import { setTimeout as sleep } from 'node:timers/promises';
import { parse, type DocumentNode } from 'graphql';
import type { ClassType } from 'type-graphql';
import { subgraphCaller, type Call } from './caller';
import { SubgraphUnavailable } from './catalogue';
import type { RequestContext } from './context';
import { catalogued } from './errors';
import { defineLoader } from './loader';
import { keyOf, nameOf } from './notes';
import type { Reads } from './official-file';
import type { Answer, Question } from './remote';
import type { Subgraph } from './subgraph';

/** Another subgraph, as one asks it: through the door that the gateway uses, in its own process or over HTTP. */
export interface Peer {
  ask(question: Question, call: Call): Promise<Answer>;
}

/** The subgraphs that one may ask, by their names, and the name that it asks under. */
export interface Peers {
  self: string;
  others: ReadonlyMap<string, Peer>;
}

/** A subgraph of this process as a peer of the others. It is waited for no longer than one behind HTTP. */
export function localPeer(subgraph: Subgraph, timeoutMs: number): Peer {
  const documents = new Map<string, DocumentNode>();
  return {
    async ask({ query = '', variables }, call) {
      const document = documents.get(query) ?? parse(query);
      documents.set(query, document);
      const answered = new AbortController();
      const tooLate = sleep(timeoutMs, null, { signal: answered.signal, ref: false }).then(() => {
        throw SubgraphUnavailable({ subgraph: subgraph.definition.name });
      });
      try {
        return await Promise.race([subgraph.execute({ document, variables }, subgraph.open(call)), tooLate]);
      } finally {
        tooLate.catch(() => undefined);
        answered.abort();
      }
    },
  };
}

/** What another subgraph says of a noun: which subgraph, which fields of it, and how its answer is read. */
interface Asked<Facts> {
  from: string;
  fields: string;
  facts: Reads<Facts>;
}

/**
 * Declares what rules need to know of another subgraph's noun, known here by its key. The function returned asks for one
 * noun by its key; all that are asked for at the same time make one fetch, and one operation asks for each once. Null is a
 * noun that the other does not know. It asks as a subgraph: for the facts that any agency may see, never for a guarded one.
 * @throws SUBGRAPH_UNAVAILABLE where the other is silent, late or answers with an error: never a guess
 */
export function factsOf<Facts>(noun: ClassType, { from, fields, facts }: Asked<Facts>) {
  const [type, key] = [nameOf(noun), keyOf(noun)];
  const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on ${type} { ${fields} } } }`;
  const fetch = async (context: RequestContext, keys: readonly string[]) => {
    const of = keys.map((each) => ({ __typename: type, [key]: each }));
    const entities = await entitiesOf(context, from, { query, variables: { of } });
    if (entities.length !== keys.length) throw SubgraphUnavailable({ subgraph: from });
    return keys.flatMap((each, at): [string, Facts][] =>
      entities[at] === null ? [] : [[each, read(facts, entities[at], from)]],
    );
  };
  const loader = defineLoader<[string, Facts]>(fetch, ([of]) => of);
  return async (context: RequestContext, of: string): Promise<Facts | null> =>
    (await loader(context).load(of))?.[1] ?? null;
}

/** What was asked of another, or null where it is silent: for what is told beside an answer and is no ground of it. */
export async function whereAnswered<Answer>(asked: Promise<Answer>): Promise<Answer | null> {
  try {
    return await asked;
  } catch (error) {
    if (catalogued(error)?.extensions.code !== 'SUBGRAPH_UNAVAILABLE') throw error;
    return null;
  }
}

async function entitiesOf(
  { peers, requestId, client }: RequestContext,
  from: string,
  question: Question,
): Promise<readonly unknown[]> {
  const call: Call = { caller: subgraphCaller(peers.self), purpose: null, requestId, client };
  const { data, errors = [] } = (await peers.others.get(from)?.ask(question, call)) ?? {};
  const entities: unknown = data?._entities;
  if (errors.length > 0 || !Array.isArray(entities)) throw SubgraphUnavailable({ subgraph: from });
  return entities as readonly unknown[];
}

/** One of another version may say what is not understood here: that is no answer. */
function read<Facts>(facts: Reads<Facts>, said: unknown, from: string): Facts {
  try {
    return facts.parse(said, from);
  } catch {
    throw SubgraphUnavailable({ subgraph: from });
  }
}
