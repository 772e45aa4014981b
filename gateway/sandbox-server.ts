import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../subgraphs/kernel';
import { developmentToken, usesDevelopmentKey, type TokenClaims } from './identity';

const ROOT = join(__dirname, 'sandbox/dist');
/** Everything comes from this server: the sandbox must work where there is no internet. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "img-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Whom the demonstration has as the certification body of its certificates. */
const SYNTHETIC_BODY = '91430682YYW92D4428';

interface Persona {
  id: string;
  title: string;
  description: string;
  purpose: string | null;
  claims: TokenClaims | null;
}

/** Whom a developer may act as while the development key is in use. */
export const personas: readonly Persona[] = [
  {
    id: 'public',
    title: '公众 · Public',
    description: '不持令牌. Without a token.',
    purpose: null,
    claims: null,
  },
  {
    id: 'market-linxiang',
    title: '临湘市市场监管执法员 · Market supervision officer, Linxiang',
    description:
      '辖区 430682，可报送、可查有条件共享数据. Region 430682, may submit and see conditionally shared data.',
    purpose: '特种设备安全监督检查',
    claims: {
      subject: 'sandbox-market-linxiang',
      department: 'MARKET_SUPERVISION',
      region: '430682',
      scope: 'write:registry write:equipment write:credit share:conditional',
    },
  },
  {
    id: 'fire-jianan',
    title: '许昌市建安区消防监督员 · Fire officer, Jian’an, Xuchang',
    description: '辖区 411003. Region 411003.',
    purpose: '消防监督检查',
    claims: {
      subject: 'sandbox-fire-jianan',
      department: 'FIRE_RESCUE',
      region: '411003',
      scope: 'write:hazards share:conditional',
    },
  },
  {
    id: 'committee-yueyang',
    title: '岳阳市安委办 · Safety committee office, Yueyang',
    description:
      '辖区 430600，组织考核、督办任务. Region 430600: assesses its counties and follows up tasks.',
    purpose: null,
    claims: {
      subject: 'sandbox-committee-yueyang',
      department: 'SAFETY_COMMITTEE',
      region: '430600',
      scope: 'write:matters decide:matters',
    },
  },
  {
    id: 'certification-body',
    title: '认证机构（合成数据） · A certification body (synthetic)',
    description:
      '以自己的名义办理所发证书，不是部门，只见公开内容. Acts for itself on certificates that it has issued; no department, and sees what the public sees.',
    purpose: null,
    claims: {
      subject: 'sandbox-certification-body',
      body: SYNTHETIC_BODY,
      region: '000000',
      scope: 'decide:quality',
    },
  },
  {
    id: 'credit-publicity',
    title: '信用公示系统 · Credit publicity system',
    description: '机构账号，读取已公示名单. An institution’s account that reads published lists.',
    purpose: null,
    claims: {
      subject: 'sandbox-credit-publicity',
      department: 'MARKET_SUPERVISION',
      departmentCode: 'CN-MARKET_SUPERVISION',
      region: '000000',
      scope: '',
    },
  },
];

/** Serves the sandbox at /, and the personas it offers. */
export async function serveSandbox(app: FastifyInstance, config: Config): Promise<void> {
  if (!existsSync(join(ROOT, 'index.html')))
    throw new Error('The sandbox is not built: run npm run build, or set SANDBOX=off.');
  await app.register(fastifyStatic, {
    root: ROOT,
    preCompressed: true,
    wildcard: false,
    cacheControl: false,
    setHeaders(response, path) {
      const fingerprinted = path.includes('/assets/');
      response.header('cache-control', fingerprinted ? 'public, max-age=31536000, immutable' : 'no-cache');
      response.header('content-security-policy', CONTENT_SECURITY_POLICY);
    },
  });
  if (!usesDevelopmentKey(config)) return;
  app.get('/sandbox/personas', async (_, reply) => {
    const offered = personas.map(async ({ claims, ...persona }) => ({
      ...persona,
      token: claims && (await developmentToken(config, claims)),
    }));
    return reply.header('cache-control', 'no-store').send({ personas: await Promise.all(offered) });
  });
}
