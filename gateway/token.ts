import { DepartmentKind, oneOf, readConfig, regionCode, shaped, type Environment } from '../subgraphs/kernel';
import { developmentToken } from './identity';

export interface TokenOptions {
  department: string;
  region: string;
  scope: string;
  subject: string;
  departmentCode?: string;
  expiresIn: string;
}

const lifetime = shaped((text) => /^\d+ ?(s|m|h|d|w|seconds?|minutes?|hours?|days?|weeks?)$/.test(text), {
  zh: '时长，如 12h 或 30m',
  en: 'a time such as 12h or 30m',
});

/** `onematter token --department FIRE_RESCUE --region 430682 --scope "write:hazards"`: prints a development token. */
export async function printToken(options: TokenOptions, env: Environment): Promise<number> {
  const { subject, departmentCode, scope } = options;
  const department = oneOf(DepartmentKind).parse(options.department, '--department');
  const region = regionCode.parse(options.region, '--region');
  const expiresIn = lifetime.parse(options.expiresIn, '--expires-in');
  const claims = { subject, department, departmentCode, region, scope };
  process.stdout.write(`${await developmentToken(readConfig(env), claims, expiresIn)}\n`);
  return 0;
}
