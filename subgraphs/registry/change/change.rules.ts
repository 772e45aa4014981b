import { declareError, type Caller, type CatalogueError, type DepartmentKind } from '../../kernel';
import type { Enterprise, EnterpriseStatus } from '../enterprise/enterprise';

const ClosureNotYours = declareError(
  'CLOSURE_NOT_YOURS',
  '关闭决定由人民政府作出，应急管理部门可据政府决定登记；{got:DepartmentKind} 不能作出。',
  'A government decides on closing, and emergency management records its decision; {got:DepartmentKind} cannot.',
);
const NotClosable = declareError(
  'ENTERPRISE_NOT_OPEN',
  '{key} 已吊销或注销（{status:EnterpriseStatus}），不能再关闭。',
  '{key} is revoked or struck off already ({status:EnterpriseStatus}) and cannot be closed.',
);

/** 安全生产法 第一百一十三条: 提请地方人民政府予以关闭，有关部门应当依法吊销其有关证照. */
const CLOSING: readonly DepartmentKind[] = ['GOVERNMENT', 'EMERGENCY_MANAGEMENT'];

/** Only a government closes, and emergency management records what it has decided. */
export function checkCloser({ department }: Caller): void {
  if (!department || !CLOSING.includes(department))
    throw ClosureNotYours({ field: 'department', got: department });
}

/** Whose licence is revoked or who is struck off is closed already. */
export function notClosable(
  { uscc }: Pick<Enterprise, 'uscc'>,
  _: string,
  status: EnterpriseStatus,
): CatalogueError {
  return NotClosable({ field: 'uscc', key: uscc, status });
}
