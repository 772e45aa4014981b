import { buildSchema, parse } from 'graphql';
import { MAX_TOKENS } from '../../../gateway/limits';
import { readSharingRules } from '../../../subgraphs/kernel';
import { startPlatform, type Platform } from '../../support/platform';
import { preparedDatabase } from '../../support/prepared-database';
import { read } from '../../support/sources';
import { owners } from './askings';
import { directMatrix } from './direct';
import { answers } from './given';
import { isForSomeRows } from './levels';
import { Matrix, type Ask } from './matrix';
import { Paths, documentsOf, rootDoors, rootLeaves, type Arguments } from './paths';
import { findArguments } from './places';
import { plantCanaries, shrinkReferences, submitSample } from './sample';

export const rules = readSharingRules(parse(read('schema/supergraph.graphql')));
export const api = buildSchema(read('schema/api.graphql'));
export const guarded = [...rules.keys()].filter((coordinate) => isForSomeRows(rules, coordinate));
/** A document of so many characters is well within the gateway's tokens, and asks a database for no more at once than it has connections for. */
const LONGEST = MAX_TOKENS;
/** Fewer would mean that most columns were not found. */
const LEAST_CANARIES = 20;

/** The platform on the sample, with all that can be asked of it and the whole answers. */
export interface Stage {
  platform: Platform;
  /** The types that a way leads to. */
  reached: ReadonlySet<string>;
  gateway: Matrix;
  /** The subgraphs, each asked by itself. */
  direct: ReadonlyMap<string, Matrix>;
}

/** What was prepared for all files, beside the rows themselves. */
interface Prepared {
  matter: string;
  answers: [string, string][];
  gateway: unknown[];
  direct: Record<string, unknown[]>;
}

/** The matrix asks for all that there is, again and again: what that costs is the subject of other tests. */
const DEAR = {
  COST_LIMIT: '9999999999',
  PUBLIC_POINTS: '9999999999',
  AGENCY_POINTS: '9999999999',
  OPERATION_TIMEOUT_MS: '60000',
};

/** A stage of the file's own: a copy of the one that the first file of a run has set up. */
export async function openStage(): Promise<Stage> {
  const platform = await startPlatform('local', DEAR, () => preparedDatabase('sharing', prepare));
  const [row] = await platform.sql<{ prepared: Prepared }>('SELECT prepared FROM public.sharing_stage');
  if (!row) throw new Error('the stage was not prepared');
  const { matter, answers: known, gateway: wholes, direct } = row.prepared;
  for (const [name, value] of known) answers.set(name, value);
  return build(platform, matter, async (matrix, name) =>
    matrix.recall((name === null ? wholes : direct[name]) ?? []),
  );
}

async function prepare(url: string): Promise<void> {
  const platform = await startPlatform('local', DEAR, async () => ({ url, drop: async () => undefined }));
  try {
    await shrinkReferences(platform);
    const matter = await submitSample(platform);
    const canaries = await plantCanaries(platform);
    if (canaries <= LEAST_CANARIES) throw new Error(`only ${canaries} columns have a canary`);
    const { gateway, direct } = await build(platform, matter, (matrix) => matrix.learn(owners(rules)));
    const prepared: Prepared = {
      matter,
      answers: [...answers],
      gateway: gateway.wholes,
      direct: Object.fromEntries([...direct].map(([name, { wholes }]) => [name, wholes])),
    };
    await platform.sql('CREATE TABLE public.sharing_stage (prepared json NOT NULL)');
    await platform.sql('INSERT INTO public.sharing_stage VALUES ($1)', [JSON.stringify(prepared)]);
  } finally {
    await platform.stop();
  }
}

async function build(
  platform: Platform,
  matter: string,
  fill: (matrix: Matrix, subgraph: string | null) => Promise<void>,
): Promise<Stage> {
  const argumentsOf = await findArguments(platform, matter);
  const ways = waysThrough(argumentsOf);
  const gateway = new Matrix(rules, ways.documents, askGateway(platform));
  await fill(gateway, null);
  const direct = new Map<string, Matrix>();
  for (const [name, subgraph] of platform.subgraphs) {
    const matrix = directMatrix(subgraph, rules, argumentsOf, gateway.rows());
    await fill(matrix, name);
    direct.set(name, matrix);
  }
  return { platform, reached: ways.reached, gateway, direct };
}

function waysThrough(argumentsOf: Arguments) {
  const isGuarded = (coordinate: string) => guarded.includes(coordinate);
  const roots = [
    { root: api.getQueryType(), kind: 'query' },
    { root: api.getMutationType(), kind: 'mutation' },
  ].map(({ root, kind }) => {
    const doors = rootDoors(root, argumentsOf);
    const paths = new Paths(api, doors, argumentsOf, undefined, isGuarded);
    return {
      paths,
      documents: documentsOf([...rootLeaves(root, argumentsOf), ...paths.trees(doors)], kind, LONGEST),
    };
  });
  return {
    reached: new Set(roots.flatMap(({ paths }) => [...paths.ways.keys()])),
    documents: roots.flatMap(({ documents }) => documents),
  };
}

function askGateway(platform: Platform): Ask {
  const tokens = new Map<string, string>();
  return async ({ text }, { name, caller, purpose }) => {
    const { department, body, region, scopes } = caller;
    const who = body ? { body } : department && { department };
    const claims = who && { ...who, subject: name, region: region ?? '', scope: scopes.join(' ') };
    const token = claims && (tokens.get(name) ?? (await platform.tokenOf(claims)));
    if (token) tokens.set(name, token);
    const { status, data, errors } = await platform.post(text, { token, purpose });
    if (status !== 200) throw new Error(`HTTP ${status}: ${JSON.stringify(errors)}`);
    return { data, errors };
  };
}
