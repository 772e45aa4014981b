import {
  FieldInvalid,
  FieldMissing,
  alike,
  asText,
  departmentCode as anyDepartment,
  readDepartmentCode,
  shaped,
  type Kind,
} from '../kernel';

const AS_REGISTERED = shaped(
  (code) => readDepartmentCode(code) !== null,
  alike('430682-EMERGENCY_MANAGEMENT'),
);
/** The code of a department, as the registry has it. */
export const departmentCode: Kind<string> = {
  ...asText(anyDepartment),
  parse: (value, field) => AS_REGISTERED.parse(anyDepartment.parse(value, field), field),
};

/** Whom a person belongs to, or who has a duty: an enterprise or, of regulators, a department; one of the two. */
export function subjectOf({
  uscc,
  departmentCode,
}: {
  uscc: string | null;
  departmentCode: string | null;
}): string {
  if (uscc !== null && departmentCode !== null) {
    throw FieldInvalid({
      field: 'departmentCode',
      shape: { zh: '空（已填 uscc）', en: 'nothing, where uscc is given' },
      got: departmentCode,
    });
  }
  const subject = uscc ?? departmentCode;
  if (subject === null) throw FieldMissing({ field: 'uscc' });
  return subject;
}
