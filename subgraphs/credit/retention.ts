import { WHILE_REACHED, WHILE_SUED, defineRetention } from '../kernel';
import { PrincipalAppointment, PrincipalBan } from './ban/ban';
import { DishonestyListing } from './listing/listing';

export const retention = defineRetention({
  'credit.kept.ban': {
    says: '任职限制的人员姓名：自限制届满之日起的保存期限，终身限制的一直保存. The name of who is barred: how long it is kept after the ban; of a ban for life for good.',
    ...WHILE_SUED,
    entity: PrincipalBan,
    ended: 'ends_on',
  },
  'credit.kept.principal': {
    says: '主要负责人姓名：自离任之日起的保存期限. The name of a principal: how long it is kept after the last day in office.',
    ...WHILE_SUED,
    entity: PrincipalAppointment,
    ended: 'ended_on',
    holds: [
      {
        why: { zh: '该人员仍受任职限制', en: 'the person is barred from office' },
        where: `EXISTS (SELECT FROM principal_ban AS ban WHERE ban.person_id = principal_appointment.person_id
          AND (ban.ends_on IS NULL OR ban.ends_on >= (now() AT TIME ZONE 'Asia/Shanghai')::date))`,
      },
    ],
  },
  'credit.kept.listed-person': {
    says: '失信名单上的自然人姓名：自移出或期满之日起的保存期限. The name of a person who was listed: how long it is kept after the removal or the end of the term.',
    ...WHILE_REACHED,
    entity: DishonestyListing,
    where: `subject_kind = 'PERSON'`,
    open: {
      name: 'subjectName',
      known: 'subject',
      texts: ['cause', 'removalReason', 'notice', 'objection', 'objectionFinding'],
    },
    ended: `CASE WHEN status = 'LISTED' THEN expires_on ELSE removed_on END`,
    holds: [
      {
        why: { zh: '信用修复申请尚未办结', en: 'an application for its repair is not decided yet' },
        where: `EXISTS (SELECT FROM credit_repair AS repair WHERE repair.listing_id = dishonesty_listing.id
          AND repair.status IN ('APPLIED', 'ACCEPTED'))`,
      },
    ],
  },
});
