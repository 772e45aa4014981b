import { ObjectType } from 'type-graphql';
import { Index } from 'typeorm';
import {
  DuplicateOf,
  Fact,
  Id,
  Kept,
  Noun,
  RefersTo,
  Served,
  Decided,
  Submitted,
  asked,
  connectionFor,
  date,
  documentNumber,
  flag,
  id,
  idNumber,
  industry,
  inputOf,
  inputType,
  oneOf,
  personal,
  regionCode,
  sealed,
  uscc,
  vocabulary,
  type List,
} from '../../kernel';
import { Enterprise, Region } from '../others';

export const BanKind = vocabulary('BanKind', '任职限制类别. The reach of a ban on heading enterprises.', {
  LIFETIME_IN_INDUSTRY:
    '终身不得担任本行业生产经营单位的主要负责人（安全生产法第九十四条、第一百一十三条）. For life, in the industry.',
  FIVE_YEARS_ANYWHERE:
    '五年内不得担任任何生产经营单位的主要负责人（同条）. For five years, of any enterprise.',
});
export type BanKind = keyof typeof BanKind;

export const BanGround = vocabulary('BanGround', '任职限制的事由. What a ban follows from.', {
  CRIME:
    '受刑事处罚，自刑罚执行完毕之日起算. A criminal penalty: it runs from the day on which that was served.',
  SANCTION: '受撤职处分，自受处分之日起算. A dismissal: it runs from the day of the sanction.',
});
export type BanGround = keyof typeof BanGround;

/** A person who may not head an enterprise: known by an opaque id, the name sealed. */
@Noun('主要负责人任职限制. A ban on heading enterprises.', {
  key: false,
  term: { zh: '主要负责人任职限制', en: 'ban' },
})
@Index('principal_ban_by_person', ['personId', 'decidedOn'])
export class PrincipalBan extends Decided {
  @Id('UNCONDITIONAL', '编号. The id of the ban, made of its source and the source’s own id.') id: string;

  @Fact('UNCONDITIONAL', id(32), '人员的不透明编号. The opaque id of the person.')
  personId: string;

  @Kept(sealed(personal(100)), '姓名，加密保存. The name of the person, sealed.')
  sealedName: string;

  @Fact(
    'UNCONDITIONAL',
    oneOf(BanKind, 24),
    '禁止类别. The reach of the ban: all enterprises or one industry.',
  )
  kind: BanKind;

  @Fact('UNCONDITIONAL', industry, '终身禁止的行业 (GB/T 4754-2017). The industry of a ban for life.', {
    optional: true,
  })
  industryCode: string | null;

  @Fact('UNCONDITIONAL', documentNumber(100), '依据文书号. The document that the ban rests on.')
  basisDocument: string;

  @RefersTo(
    () => Region,
    regionCode,
    'UNCONDITIONAL',
    '决定机关所在地（区划代码）. The division of the authority that decided, by its code.',
    { as: 'region', stated: '决定机关所在区划代码. The division of who decided.' },
  )
  regionCode: string;

  @Fact('UNCONDITIONAL', date, '决定日期. The day on which the ban was decided.')
  decidedOn: string;

  @Fact(
    'UNCONDITIONAL',
    oneOf(BanGround),
    '事由；未报的按受处分计算. What it follows from; where it is not said, a sanction.',
    {
      optional: true,
    },
  )
  ground: BanGround | null;

  @Fact(
    'UNCONDITIONAL',
    date,
    '期限起算日：刑罚执行完毕或者受处分之日；受处分未填的为决定日期. The day from which its term runs: the penalty was served, or the sanction imposed; of a sanction, by default the day of the decision.',
    { optional: true },
  )
  startsOn: string | null;

  @Fact(
    'UNCONDITIONAL',
    date,
    '截止日期；终身禁止或者刑罚尚未执行完毕的为空. The last day of the ban; null for life, and until the penalty is served.',
    {
      optional: true,
    },
  )
  endsOn: string | null;

  @DuplicateOf(null, ['personId', 'basisDocument']) duplicateOf: string | null;
}

/** Who heads an enterprise, as the registration authority has it: checked against the bans. */
@Noun('主要负责人任职. The appointment of a person who heads an enterprise.', {
  key: false,
  term: { zh: '主要负责人任职', en: 'principal' },
})
@Index('principal_appointment_by_region', ['regionCode', 'id'])
@Index('principal_appointment_by_person', ['personId'])
export class PrincipalAppointment extends Submitted {
  @Id('UNCONDITIONAL', '编号. The id of the appointment, made of its source and the source’s own id.')
  id: string;

  @RefersTo(
    () => Enterprise,
    uscc,
    'UNCONDITIONAL',
    '单位（统一社会信用代码）. The enterprise that the person heads, by its code.',
    {
      as: 'enterprise',
      stated: '单位的统一社会信用代码. The unified social credit code of the enterprise.',
      index: 'principal_appointment_by_enterprise',
      back: {
        name: 'principalAppointments',
        level: 'UNCONDITIONAL',
        says: '主要负责人任职，新的在前；期间按任职日期筛选. The appointments of its principals, the latest first; a period is one of the first day in office.',
        order: ['appointedOn', 'id'],
        descending: true,
        period: 'appointedOn',
        term: { from: 'appointedOn', until: ['endedOn'] },
      },
      unknown: 'flag',
    },
  )
  uscc: string;

  @Kept(regionCode, '单位所在区划代码. The division of the enterprise.')
  regionCode: string;

  @Kept(industry, '单位行业代码. The industry of the enterprise.', { optional: true })
  industryCode: string | null;

  @Fact('UNCONDITIONAL', id(32), '人员的不透明编号. The opaque id of the person.')
  personId: string;

  @Kept(sealed(personal(100)), '姓名，加密保存. The name of the person, sealed.')
  sealedName: string;

  @Fact('UNCONDITIONAL', date, '任职日期. The first day in office.')
  appointedOn: string;

  @Fact('UNCONDITIONAL', date, '离任日期. The last day in office.', { optional: true })
  endedOn: string | null;

  @DuplicateOf(null, ['uscc', 'personId', 'appointedOn']) duplicateOf: string | null;
}

/** Of a person only a pseudonym and a sealed name are kept. */
const PERSON = {
  idNumber: asked(
    idNumber,
    '公民身份号码 (GB 11643)，不保存原文. The identity number; only its pseudonym is kept.',
  ),
  name: asked(personal(100), '姓名，加密保存. The name of the person; it is sealed.'),
};

export const PrincipalBanInput = inputOf(
  PrincipalBan,
  '主要负责人任职限制报送. A ban as it is submitted.',
  ['kind', 'industryCode', 'basisDocument', 'regionCode', 'decidedOn', 'ground', 'startsOn'],
  { also: PERSON },
);
export type PrincipalBanInput = InstanceType<typeof PrincipalBanInput>;

export const PrincipalAppointmentInput = inputOf(
  PrincipalAppointment,
  '主要负责人任职报送. An appointment as the registration authority submits it.',
  ['uscc', 'regionCode', 'industryCode', 'appointedOn', 'endedOn'],
  { also: PERSON },
);

export type PrincipalAppointmentInput = InstanceType<typeof PrincipalAppointmentInput>;

export const PrincipalBanCheckInput = inputType(
  'PrincipalBanCheckInput',
  '任职限制查询. Whom to check before a principal is registered.',
  {
    idNumber: PERSON.idNumber,
    industryCode: asked(industry, '拟任职单位的行业代码. The industry of the enterprise to be headed.'),
    on: asked(date, '任职日期；默认为当日. The day of taking office; by default today.', { optional: true }),
  },
);
export type PrincipalBanCheckInput = InstanceType<typeof PrincipalBanCheckInput>;

export const PrincipalAppointmentConnection = connectionFor(PrincipalAppointment);
export const PRINCIPALS: List<PrincipalAppointment> = {
  name: 'principals',
  entity: PrincipalAppointment,
  order: ['regionCode', 'id'],
};

@ObjectType({
  description: '任职限制查询结果. Whether a person may head an enterprise of an industry.',
  simpleResolvers: true,
})
export class PrincipalBanCheck {
  @Served('UNCONDITIONAL', flag, '是否任职受限. Whether the person is barred.', { always: true })
  barred: boolean;
  @Served('UNCONDITIONAL', () => [PrincipalBan], '生效的禁止. The bans that bar the person on that day.')
  bans: PrincipalBan[];
}
