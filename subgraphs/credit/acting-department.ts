import type { Caller } from '../kernel';

/** The department that an officer acts for; one whose token names none, by division and kind. */
export function actingDepartment({ departmentCode, region, department }: Caller): string {
  return (departmentCode ?? `${region}-${department}`).slice(0, 40);
}
