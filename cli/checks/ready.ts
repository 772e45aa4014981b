import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  SettingsMissing,
  readSettings,
  type Environment,
  type Settings,
  type SubgraphDefinition,
} from '../../subgraphs/kernel';
import { subgraphs } from '../../subgraphs';
import { namedUrl } from '../../subgraphs/databases';
import { DatabaseNotMade } from '../errors';
import { checkLogins, type Use } from './databases';
import { found, refuse, sentences, type Finding } from './finding';
import { namedLogins } from './logins';
import { checkDevelopmentKeys, checkFiles, checkFolder, checkPort } from './machine';
import { subgraphNames } from './settings';

const GATEWAY_PORT = 4000;

/** What is about to run: which subgraphs have their data here, and what listens. */
export interface Plan {
  use: Use;
  definitions: readonly SubgraphDefinition[];
  listens: boolean;
  /** The port that it has if none is set. */
  port: number;
  pages: boolean;
}

/** Everything in one process, or the gateway alone where the subgraphs are elsewhere. */
export function planOfStart({ subgraphs: where }: Settings): Plan {
  const definitions = where === 'local' ? subgraphs : [];
  return { use: 'migrates', definitions, listens: true, port: GATEWAY_PORT, pages: true };
}

/** One subgraph alone, or the gateway. */
export function planOfPart(definition: SubgraphDefinition | undefined): Plan {
  const definitions = definition ? [definition] : [];
  const port = definition?.port ?? GATEWAY_PORT;
  return { use: 'serves', definitions, listens: true, port, pages: !definition };
}

/** Work on the database of a subgraph, or of all. */
export function planOfWork(use: Use, subgraph?: string): Plan {
  const definitions = subgraphs.filter(({ name }) => subgraph === undefined || name === subgraph);
  return { use, definitions, listens: false, port: 0, pages: false };
}

/** Looks at everything that a run needs, before anything is made. */
export async function checkPlan(
  settings: Settings,
  env: Environment,
  plan: Plan,
  lookAtPort = checkPort,
): Promise<Finding[]> {
  const { definitions, listens, pages } = plan;
  const names = definitions.map(({ name }) => name);
  const embedded = names.some((name) => namedUrl(settings, name) === null);
  const keys = checkDevelopmentKeys(env, settings);
  const sharing = settings.production ? 'wrong' : 'warning';
  return [
    ...(await checkFiles({ ...settings, sandbox: settings.sandbox && pages })),
    ...keys,
    ...missingIn(settings, env, plan),
    ...(embedded && plan.use === 'reads' ? checkMade(settings.dataDir) : []),
    ...(embedded || keys.length > 0 ? checkFolder(settings.dataDir, embedded) : []),
    ...(listens ? [await lookAtPort(settings.host, settings.port ?? plan.port)] : []),
    ...(await checkLogins(namedLogins(settings, env, names), {
      use: plan.use,
      sharing: listens ? sharing : null,
    })),
  ];
}

/** What only reads makes no database to find it empty. */
function checkMade(dataDir: string): Finding[] {
  if (existsSync(join(dataDir, 'postgres'))) return [];
  return [found(DatabaseNotMade({ got: dataDir, setting: 'DATA_DIR', command: 'onematter start' }))];
}

/** What only this run needs: in production each subgraph has a database that was named, and the keys that it works with. */
function missingIn(settings: Settings, env: Environment, { definitions }: Plan): Finding[] {
  if (!settings.production) return [];
  const without = definitions
    .filter(({ name }) => namedUrl(settings, name) === null)
    .map(({ name }) => `${name.toUpperCase()}_DATABASE_URL`);
  const keys = definitions.flatMap(({ needs }) => (needs && !env[needs.setting] ? [needs.setting] : []));
  const needed = [...without, ...keys].join(', ');
  return needed === '' ? [] : [found(SettingsMissing({ needed: { zh: needed, en: needed } }))];
}

/** Refuses a run that cannot succeed, with all that is in its way; what will do for now is warned of. */
export async function refuseUnready(env: Environment, planned: (settings: Settings) => Plan): Promise<void> {
  const settings = readSettings(env, subgraphNames());
  const findings = await checkPlan(settings, env, planned(settings));
  refuse(findings);
  for (const finding of findings.filter(({ state }) => state === 'warning'))
    process.stderr.write(`Warning: ${sentences(finding)}\n`);
}
