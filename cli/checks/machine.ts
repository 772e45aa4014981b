import { once } from 'node:events';
import { accessSync, constants, existsSync, readFileSync, statSync, statfsSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { importJWK, type JWK } from 'jose';
import {
  alike,
  applyEmpowerments,
  applyHolidays,
  asError,
  developmentKeys,
  type Environment,
  type Settings,
} from '../../subgraphs/kernel';
import { readRevoked } from '../../gateway/revoked';
import { checkSupergraph } from '../../gateway/supergraph-file';
import { applyLegalRules } from '../../subgraphs/legal-rules';
import { DiskFull, FileUnusable, FolderUnusable, PortUnavailable, SandboxNotBuilt } from '../errors';
import { found, note, well, type Finding } from './finding';
import { Because, reasonOf } from './reason';

const MB = 1024 * 1024;
/** The embedded PostgreSQL takes 300 MB with the data of a first start; one that is there needs room to write on. */
const LEAST_FREE_MB = { first: 500, later: 50 };

/** Listens there for a moment; at port 0 the system chooses one. */
export async function checkPort(host: string, port: number): Promise<Finding> {
  const address = `${host}:${port}`;
  const server = createServer().listen(port, host);
  try {
    await once(server, 'listening');
    server.close();
    await once(server, 'close');
    return well(`${address} 空闲`, `${address} is free`);
  } catch (error) {
    const isOfPort = ['EADDRINUSE', 'EACCES'].includes((error as { code?: string }).code ?? '');
    const setting = isOfPort ? 'PORT' : 'HOST';
    return found(PortUnavailable({ address, reason: reasonOf(error), setting }));
  }
}

/** Whether DATA_DIR is there or can be made, may be written to and has room, if the database is to be there. */
export function checkFolder(dataDir: string, embedded: boolean): Finding[] {
  const there = nearest(dataDir);
  try {
    if (!statSync(there).isDirectory()) throw Object.assign(new Error(), { code: 'ENOTDIR' });
    accessSync(there, constants.W_OK | constants.X_OK);
  } catch (error) {
    return [found(FolderUnusable({ setting: 'DATA_DIR', got: dataDir, reason: reasonOf(error) }))];
  }
  const { bavail, bsize } = statfsSync(there);
  const free = Math.floor((bavail * bsize) / MB);
  const min = LEAST_FREE_MB[existsSync(join(dataDir, 'postgres')) ? 'later' : 'first'];
  if (embedded && free < min) return [found(DiskFull({ got: dataDir, free, min }))];
  return [
    well(
      `文件夹 ${dataDir} 可写，余 ${free} MB`,
      `the folder ${dataDir} can be written to and has ${free} MB left`,
    ),
  ];
}

function nearest(path: string): string {
  return existsSync(path) || dirname(path) === path ? path : nearest(dirname(path));
}

/** The files that the settings name, and what the pages are served from. */
export async function checkFiles({
  jwksFile,
  revokedFile,
  supergraphFile,
  legalRulesFile,
  empowermentsFile,
  holidaysFile,
  assessmentModelsFile,
  sandbox,
}: Settings): Promise<Finding[]> {
  return [
    ...(jwksFile === null ? [] : [await checkFile('JWKS_FILE', jwksFile, readKeys)]),
    ...(revokedFile === null
      ? []
      : [
          await checkFile(
            'REVOKED_FILE',
            revokedFile,
            (path) => void readRevoked(readFileSync(path, 'utf8')),
          ),
        ]),
    ...(supergraphFile === null
      ? []
      : [
          await checkFile('SUPERGRAPH_FILE', supergraphFile, (path) =>
            checkSupergraph(readFileSync(path, 'utf8')),
          ),
        ]),
    ...(legalRulesFile === null
      ? []
      : [await checkFile('LEGAL_RULES_FILE', legalRulesFile, () => applyLegalRules({ legalRulesFile }))]),
    ...(empowermentsFile === null
      ? []
      : [
          await checkFile('EMPOWERMENTS_FILE', empowermentsFile, () =>
            applyEmpowerments({ empowermentsFile }),
          ),
        ]),
    ...(holidaysFile === null
      ? []
      : [await checkFile('HOLIDAYS_FILE', holidaysFile, () => applyHolidays({ holidaysFile }))]),
    ...(assessmentModelsFile === null
      ? []
      : [
          await checkFile('ASSESSMENT_MODELS_FILE', assessmentModelsFile, async () => {
            const { applyAssessmentModels } = await import('../../subgraphs/matters/index.ts');
            applyAssessmentModels({ assessmentModelsFile });
          }),
        ]),
    ...(sandbox ? [checkSandbox()] : []),
  ];
}

/** Keys that are made up where none is set; those of an earlier start are looked at. */
export function checkDevelopmentKeys(
  env: Environment,
  { dataDir, production, jwksUrl, jwksFile }: Settings,
): Finding[] {
  const unset = ['GATEWAY_KEY', 'DATA_KEY', 'SIGNING_KEY'].filter((name) => !env[name]);
  if (jwksUrl === null && jwksFile === null) unset.push('JWKS_URL');
  if (production || unset.length === 0) return [];
  const file = join(dataDir, 'development-keys.json');
  const names = unset.join(', ');
  try {
    if (existsSync(file)) developmentKeys(dataDir);
    return [
      note(
        `以下密钥未设，使用 ${file} 中的开发密钥：${names}`,
        `keys of development in ${file} stand for ${names}`,
      ),
    ];
  } catch (error) {
    return [found(FileUnusable({ setting: 'DATA_DIR', got: file, reason: alike(asError(error).message) }))];
  }
}

async function checkFile(
  setting: string,
  path: string,
  use: (path: string) => Promise<void> | void,
): Promise<Finding> {
  try {
    await use(path);
    return well(`设置 ${setting} 所指的文件可用`, `the file that the setting ${setting} names can be used`);
  } catch (error) {
    return found(FileUnusable({ setting, got: path, reason: reasonOf(error) }));
  }
}

/** One that can be used is enough: a provider may have keys for other ends beside it. */
async function readKeys(path: string): Promise<void> {
  const { keys } = JSON.parse(readFileSync(path, 'utf8')) as { keys?: JWK[] };
  if (!Array.isArray(keys))
    throw new Because({ zh: '其中没有密钥集（JWKS）', en: 'it holds no key set (JWKS)' });
  const usable = await Promise.allSettled(
    keys.map((key) => importJWK(key, key.alg ?? ALGORITHM_OF[key.kty ?? ''])),
  );
  if (!usable.some(({ status }) => status === 'fulfilled'))
    throw new Because({ zh: '其中没有可用的密钥', en: 'none of its keys can be used' });
}

/** Of a key that does not name its own. */
const ALGORITHM_OF: Record<string, string> = { RSA: 'RS256', EC: 'ES256', OKP: 'EdDSA' };

function checkSandbox(): Finding {
  return existsSync(join(__dirname, '../../gateway/sandbox/dist/index.html'))
    ? well('沙箱已构建', 'the sandbox is built')
    : found(SandboxNotBuilt({ command: 'npm run build', setting: 'SANDBOX' }));
}
