import { declareError } from '../../kernel';
import type { PriorLicence } from './prior-licence';

const HeadBarred = declareError(
  'LICENCE_PRINCIPAL_BARRED',
  '{got} 的主要负责人在许可日 {on} 处于任职限制期内（安全生产法 第九十四条、第一百一十三条），不予许可。',
  'Whoever heads {got} was barred from it on {on}, the day of the permission (articles 94 and 113 of the Work Safety Law): it is refused.',
);

type Permission = Pick<PriorLicence, 'grantedOn' | 'endedOn'>;

/** The day on which it was permitted; where nobody says, the day on which it is told. */
export function permittedOn({ grantedOn }: Permission, today: string): string {
  return grantedOn ?? today;
}

/** What has ended permits nothing any more: that must be told of any holder. */
export function isToBeJudged({ endedOn }: Permission, today: string): boolean {
  return endedOn === null || endedOn > today;
}

/** A ban of the person in force on that day refuses a permission as it refuses the appointment. */
export function checkHead(uscc: string, on: string, barred: ReadonlySet<string>): void {
  if (barred.has(uscc)) throw HeadBarred({ field: 'uscc', on, got: uscc });
}
