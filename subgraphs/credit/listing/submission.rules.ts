import {
  FieldInvalid,
  FieldMissing,
  OutsideRegion,
  Unreachable,
  coversRegion,
  declareError,
  type Caller,
  readDepartmentCode,
  checkDay,
  alike,
} from '../../kernel';
import type { ListingInput } from './listing';
import { OWNER, publishRule } from './listing.rules';
import type { DishonestyList } from './listing.terms';

export const ListNotYours = declareError(
  'LIST_NOT_YOURS',
  '名单 {got} 由 {owner:DepartmentKind} 管理，{department:DepartmentKind} 不得报送。',
  'The list {got} is kept by {owner:DepartmentKind}; {department:DepartmentKind} may not submit to it.',
);
export const FieldNotExpected = declareError(
  'FIELD_NOT_EXPECTED',
  '{other} 为 {value} 时不应有 {field}，收到：{got}。',
  '{field} must be left out when {other} is {value}, but got: {got}.',
);

/** Only the kind of department that keeps a list may write to it. */
export function checkOwner(list: DishonestyList, { department }: Caller): void {
  if (department !== OWNER[list])
    throw ListNotYours({ field: 'list', owner: OWNER[list], department, got: list });
}

/** The deciding department: of the kind that keeps the list, and in the region that the caller answers for. */
export function checkDepartment(
  { departmentCode, list }: Pick<ListingInput, 'departmentCode' | 'list'>,
  caller: Caller,
): void {
  const found = readDepartmentCode(departmentCode);
  if (found?.kind !== OWNER[list]) {
    throw FieldInvalid({
      field: 'departmentCode',
      shape: alike(`430682-${OWNER[list]}`),
      got: departmentCode,
    });
  }
  if (!coversRegion(caller, found.place)) {
    throw OutsideRegion({ field: 'departmentCode', region: caller.region, got: departmentCode });
  }
}

/** An enterprise is known by its code, a person by name only: identity numbers are not kept here. */
export function checkSubject({ subjectKind, uscc }: Pick<ListingInput, 'subjectKind' | 'uscc'>): void {
  if (subjectKind === 'PERSON' && uscc !== null)
    throw FieldNotExpected({ field: 'uscc', other: 'subjectKind', value: subjectKind, got: uscc });
  if (subjectKind !== 'PERSON' && uscc === null) throw FieldMissing({ field: 'uscc' });
}

/** What happened follows in order, lies in no future, and is what the status says. */
export function checkCourse(record: ListingInput, expiresOn: string | null, today: string): void {
  const { status, decidedOn, listedOn, removedOn } = record;
  checkDay('decidedOn', decidedOn, { from: publishRule(record).from, to: today });
  checkDay('listedOn', listedOn, { from: decidedOn, to: today });
  switch (status) {
    case 'NOTIFIED': {
      checkAbsent(record, ['listedOn', 'removedOn', 'removalReason']);
      return;
    }
    case 'LISTED':
    case 'EXPIRED':
      checkPresent(record, ['listedOn']);
      if (status === 'EXPIRED') checkOver(expiresOn, today);
      {
        checkAbsent(record, ['removedOn', 'removalReason']);
        return;
      }
    case 'REMOVED_EARLY':
      checkPresent(record, ['listedOn', 'removedOn', 'removalReason']);
      checkDay('removedOn', removedOn, {
        from: listedOn ?? decidedOn,
        to: expiresOn !== null && expiresOn < today ? expiresOn : today,
      });
      return;
    case 'REVOKED':
      checkPresent(record, ['removedOn', 'removalReason']);
      checkDay('removedOn', removedOn, { from: listedOn ?? decidedOn, to: today });
      return;
    default:
      throw new Unreachable(status);
  }
}

/** A term that is not over cannot be said to be: the subject would leave the public list too early. */
function checkOver(expiresOn: string | null, today: string): void {
  if (expiresOn === null || expiresOn >= today)
    throw FieldInvalid({
      field: 'status',
      shape: { zh: `LISTED（有效期至 ${expiresOn ?? '–'}）`, en: `LISTED until ${expiresOn ?? '–'}` },
      got: 'EXPIRED',
    });
}

type Optional = 'listedOn' | 'removedOn' | 'removalReason';

function checkPresent(record: ListingInput, fields: readonly Optional[]): void {
  for (const field of fields) if (record[field] === null) throw FieldMissing({ field });
}

function checkAbsent(record: ListingInput, fields: readonly Optional[]): void {
  for (const field of fields) {
    if (record[field] !== null)
      throw FieldNotExpected({ field, other: 'status', value: record.status, got: record[field] });
  }
}
