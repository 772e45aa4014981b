import {
  FieldInvalid,
  FieldMissing,
  ReferenceUnknown,
  isSynthetic,
  seal,
  type RequestContext,
  type Submission,
  checkSourceId,
  masked,
  personIdOf,
  checkDay,
} from '../../kernel';
import { Attendance } from './attendance';
import { AttendanceInput, TrainingCourseInput } from './course.inputs';
import { TrainingCourse } from './training-course';

export const trainingCourseSubmission: Submission<TrainingCourseInput, TrainingCourse, RequestContext> = {
  kind: 'training-courses',
  term: { zh: '培训班、考试', en: 'course' },
  mutation: 'submitTrainingCourses',
  subgraph: 'training',
  input: TrainingCourseInput,
  entity: TrainingCourse,
  key: 'id',
  async prepare(context) {
    return context;
  },
  toRow({ sourceId, revision: _, ...stated }, { today }, source) {
    checkDay('heldOn', stated.heldOn, { to: today });
    return { ...stated, id: `${source}/${sourceId}`, synthetic: isSynthetic(source) };
  },
};

interface Prepared {
  dataKey: Uint8Array;
  courses: ReadonlySet<string>;
}

export const attendanceSubmission: Submission<AttendanceInput, Attendance, Prepared> = {
  kind: 'attendance',
  term: { zh: '参训参考记录', en: 'attendance' },
  mutation: 'submitAttendance',
  subgraph: 'training',
  input: AttendanceInput,
  entity: Attendance,
  key: 'id',
  async prepare({ db, settings }, _, records) {
    const ids = [...new Set(records.map(({ courseId }) => courseId))];
    const known = await db.read<{ id: string }>('SELECT id FROM training_course WHERE id = ANY($1::varchar[])', [ids]);
    return { dataKey: settings.dataKey, courses: new Set(known.map(({ id }) => id)) };
  },
  toRow({ sourceId, revision: _, name, idNumber, ...stated }, { dataKey, courses }, source) {
    checkSourceId(sourceId);
    if (!courses.has(stated.courseId))
      throw ReferenceUnknown({ field: 'courseId', target: { zh: '培训班', en: 'course' }, got: stated.courseId });
    return {
      ...stated,
      id: `${source}/${sourceId}`,
      subject: subjectOf(stated),
      personId: personIdOf(idNumber, dataKey),
      name: masked(name),
      sealedName: seal(name, dataKey),
    };
  },
};

/** Whom a person belongs to, or who has a duty: an enterprise or, of regulators, a department; one of the two. */
export function subjectOf({ uscc, departmentCode }: { uscc: string | null; departmentCode: string | null }): string {
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
