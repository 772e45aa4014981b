import { FieldMissing, checkDay, declareError } from '../../kernel';
import type { Requirements } from '../gate/gate.rules';
import type { PriorLicence } from './prior-licence';

export const HeadBarred = declareError(
  'LICENCE_PRINCIPAL_BARRED',
  '{got} 的主要负责人在许可日 {on} 处于任职限制期内（安全生产法 第九十四条、第一百一十三条），不予许可。',
  'Whoever heads {got} was barred from it on {on}, the day of the permission (articles 94 and 113 of the Work Safety Law): it is refused.',
);

type Permission = Pick<PriorLicence, 'grantedOn' | 'endedOn'>;
type Days = Permission & Pick<PriorLicence, 'validUntil' | 'suspendedOn' | 'suspendedUntil'>;

/** The day on which it was permitted; where nobody says, the day on which it is told. */
export function permittedOn({ grantedOn }: Permission, today: string): string {
  return grantedOn ?? today;
}

/** What has ended permits nothing any more: that must be told of any holder. */
export function isToBeJudged({ endedOn }: Permission, today: string): boolean {
  return endedOn === null || endedOn > today;
}

/** The industries that a licence of the catalogue is for; none where it is not in it. */
export function industriesOf(
  { name }: Pick<PriorLicence, 'name'>,
  { requirements }: Requirements,
): readonly string[] {
  return requirements
    .filter(({ licence, item }) => licence === name || item === name)
    .flatMap(({ industries }) => industries);
}

/** What is permitted was permitted by today, and ends or is suspended after that. */
export function checkLicenceDays(record: Days, today: string): void {
  const { grantedOn, validUntil, endedOn, suspendedOn, suspendedUntil } = record;
  checkDay('grantedOn', grantedOn, { to: today });
  checkDay('validUntil', validUntil, { from: grantedOn });
  checkDay('endedOn', endedOn, { from: grantedOn });
  checkDay('suspendedOn', suspendedOn, { from: grantedOn });
  if (suspendedUntil !== null && suspendedOn === null) throw FieldMissing({ field: 'suspendedOn' });
  checkDay('suspendedUntil', suspendedUntil, { from: suspendedOn });
}
