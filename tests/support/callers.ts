import { PUBLIC_CALLER, type Call, type Caller, type DepartmentKind } from '../../subgraphs/kernel';

/** Whom a test acts as. */
export const as = {
  public: PUBLIC_CALLER,
  officer: (department: DepartmentKind, region: string, ...scopes: string[]): Caller => ({
    subject: `test-${department}-${region}`,
    department,
    departmentCode: `${region}-${department}`,
    region,
    scopes,
  }),
};

export function callOf(caller: Caller, purpose: string | null = null): Call {
  return { caller, purpose, requestId: 'test', client: 'test' };
}
