import { WHILE_PENALISED, defineRetention } from '../kernel';
import { Attendance } from './course/attendance';
import { Expert } from './expert/expert';
import { Qualification } from './qualification/qualification';

export const retention = defineRetention({
  'training.kept.qualification': {
    says: '持证人姓名、证书编号、身份号码：自证书失效之日起的保存期限. Name, number and identity number of a certificate: how long they are kept after it has run out.',
    ...WHILE_PENALISED,
    entity: Qualification,
    ended: 'valid_until',
    masks: { holderName: '**' },
    holds: [
      {
        why: { zh: '证书被暂停，尚未了结', en: 'the certificate is suspended, and that is not settled yet' },
        where: `standing = 'SUSPENDED'`,
      },
    ],
  },
  'training.kept.attendance': {
    says: '参训人员姓名：自培训之日起的保存期限. The name of who took part in a course: how long it is kept after the course.',
    ...WHILE_PENALISED,
    entity: Attendance,
    ended: '(SELECT held_on FROM training_course AS course WHERE course.id = attendance.course_id)',
    masks: { name: '**' },
  },
  'training.kept.expert': {
    says: '专家姓名：自出库之日起的保存期限. The name of an expert: how long it is kept after the last day in the pool.',
    ...WHILE_PENALISED,
    entity: Expert,
    ended: 'left_on',
    masks: { name: '**' },
  },
});
