import { factsOf, type RequestContext } from '../../kernel';
import { Department } from '../others';
import type { DepartmentMissing } from './matter.terms';

const known = factsOf(Department, { fields: '__typename', facts: { parse: () => true } });

/** Why a division has no department of this code, as the registry says at that moment; null where it has. */
export async function missingDepartment(
  context: RequestContext,
  code: string,
): Promise<DepartmentMissing | null> {
  try {
    return (await known(context, code)) ? null : 'NO_SUCH_DEPARTMENT';
  } catch {
    return 'REGISTRY_UNAVAILABLE';
  }
}
