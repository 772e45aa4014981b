import { parseArgs } from 'node:util';
import 'reflect-metadata';
import { DepartmentKind, asError, isRegionCode, readConfig, valuesOf } from '../subgraphs/kernel';
import { developmentToken } from './identity';

/** `npm run token -- --department FIRE_RESCUE --region 430682 --scope "write:hazards"`: prints a development token. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      department: { type: 'string' },
      region: { type: 'string' },
      scope: { type: 'string', default: '' },
      subject: { type: 'string', default: 'developer' },
      'department-code': { type: 'string' },
      'expires-in': { type: 'string', default: '12h' },
    },
  });
  const department = valuesOf(DepartmentKind).find((each) => each === values.department);
  const { region = '' } = values;
  if (!department)
    throw new Error(
      `--department must be one of ${valuesOf(DepartmentKind).join(', ')}, but got: ${values.department}`,
    );
  if (!isRegionCode(region))
    throw new Error(`--region must be a division code of 6, 9 or 12 digits, but got: ${region}`);
  const claims = {
    subject: values.subject,
    department,
    departmentCode: values['department-code'],
    region,
    scope: values.scope,
  };
  process.stdout.write(`${await developmentToken(readConfig(process.env), claims, values['expires-in'])}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${asError(error).message}\n`);
  process.exitCode = 2;
});
