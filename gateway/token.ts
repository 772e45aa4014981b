import {
  DepartmentKind,
  oneOf,
  readConfig,
  regionCode,
  shaped,
  uscc,
  FieldInvalid,
  type Environment,
} from '../subgraphs/kernel';
import { developmentToken } from './identity';

export interface TokenOptions {
  department?: string;
  body?: string;
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
  const { subject, scope } = options;
  const region = regionCode.parse(options.region, '--region');
  const expiresIn = lifetime.parse(options.expiresIn, '--expires-in');
  const claims = { subject, ...actorIn(options), region, scope };
  process.stdout.write(`${await developmentToken(readConfig(env), claims, expiresIn)}\n`);
  return 0;
}

/** A department, or an institution that acts for itself: one of the two. */
function actorIn({ department, departmentCode, body }: TokenOptions) {
  if ((department === undefined) === (body === undefined))
    throw FieldInvalid({
      field: '--department',
      shape: { zh: '--department 与 --body 二者之一', en: 'one of --department and --body' },
      got: [department, body].filter(Boolean).join(', '),
    });
  if (body !== undefined) return { body: uscc.parse(body, '--body') };
  const kind = oneOf(DepartmentKind).parse(department, '--department');
  return { department: kind, ...(departmentCode !== undefined && { departmentCode }) };
}
