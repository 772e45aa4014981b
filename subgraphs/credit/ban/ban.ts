import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, Index } from 'typeorm';
import { CodeColumn, DateOnly, Shared, Submitted, connectionOf, vocabulary, type List } from '../../kernel';

export const BanKind = vocabulary('BanKind', '任职禁止类别. How far a ban on heading enterprises reaches.', {
  LIFETIME_IN_INDUSTRY: '终身不得担任本行业生产经营单位的主要负责人（安全生产法第九十四条、第一百一十三条）. For life, in the industry.',
  FIVE_YEARS_ANYWHERE: '五年内不得担任任何生产经营单位的主要负责人（同条）. For five years, of any enterprise.',
});
export type BanKind = keyof typeof BanKind;

/** A person who may not head an enterprise: known by an opaque id, the name sealed. */
@Entity()
@Index('principal_ban_by_person', ['personId', 'decidedOn'])
@Index('principal_ban_by_source', ['source', 'sourceId'], { unique: true })
@ObjectType({ description: '主要负责人任职禁止. A ban on heading enterprises.', simpleResolvers: true })
export class PrincipalBan extends Submitted {
  /** Source and its id of the record. */
  @CodeColumn(130, { primary: true })
  @Shared('UNCONDITIONAL')
  @Field(() => ID, { description: '编号. Its id.' })
  id: string;

  @CodeColumn(32)
  @Shared('UNCONDITIONAL')
  @Field(() => ID, { nullable: true, description: '人员的不透明编号. The opaque id of the person.' })
  personId: string;

  @Column('text')
  sealedName: string;

  @CodeColumn(24)
  @Shared('UNCONDITIONAL')
  @Field(() => BanKind, { nullable: true, description: '禁止类别. How far it reaches.' })
  kind: BanKind;

  @CodeColumn(4, { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => String, { nullable: true, description: '终身禁止的行业 (GB/T 4754-2017). The industry of a ban for life.' })
  industryCode: string | null;

  @Column('varchar', { length: 100 })
  @Shared('UNCONDITIONAL')
  @Field(() => String, { nullable: true, description: '依据文书号. The document that it rests on.' })
  basisDocument: string;

  @CodeColumn(12)
  regionCode: string;

  @Column('date')
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '决定日期. When it was decided.' })
  decidedOn: string;

  @Column('date', { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '截止日期；终身禁止为空. Its last day; null for life.' })
  endsOn: string | null;
}

/** Who heads an enterprise, as the registration authority has it: checked against the bans. */
@Entity()
@Index('principal_appointment_by_region', ['regionCode', 'id'])
@Index('principal_appointment_by_enterprise', ['uscc', 'appointedOn'])
@Index('principal_appointment_by_person', ['personId'])
@Index('principal_appointment_by_source', ['source', 'sourceId'], { unique: true })
@ObjectType({ description: '主要负责人任职. Who heads an enterprise.', simpleResolvers: true })
export class PrincipalAppointment extends Submitted {
  @CodeColumn(130, { primary: true })
  @Shared('UNCONDITIONAL')
  @Field(() => ID, { description: '编号. Its id.' })
  id: string;

  @CodeColumn(18)
  uscc: string;

  @CodeColumn(12)
  regionCode: string;

  @CodeColumn(4, { nullable: true })
  industryCode: string | null;

  @CodeColumn(32)
  @Shared('UNCONDITIONAL')
  @Field(() => ID, { nullable: true, description: '人员的不透明编号. The opaque id of the person.' })
  personId: string;

  @Column('text')
  sealedName: string;

  @Column('date')
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '任职日期. The first day.' })
  appointedOn: string;

  @Column('date', { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '离任日期. The last day.' })
  endedOn: string | null;
}

export const PrincipalAppointmentConnection = connectionOf('PrincipalAppointment', '主要负责人任职', () => PrincipalAppointment);
export const PRINCIPALS: List<PrincipalAppointment> = { name: 'principals', entity: PrincipalAppointment, order: ['regionCode', 'id'] };

@ObjectType({ description: '任职禁止查询结果. Whether a person may head an enterprise of an industry.', simpleResolvers: true })
export class PrincipalBanCheck {
  @Shared('UNCONDITIONAL')
  @Field(() => Boolean, { description: '是否禁止任职. Whether the person is barred.' })
  barred: boolean;

  @Shared('UNCONDITIONAL')
  @Field(() => [PrincipalBan], { nullable: true, description: '生效的禁止. The bans that bar the person on that day.' })
  bans: PrincipalBan[];
}
