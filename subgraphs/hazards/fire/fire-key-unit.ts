import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, Index } from 'typeorm';
import { CodeColumn, DateOnly, Shared, Submitted, connectionOf, type List } from '../../kernel';
import { GuarantorRole } from './vocabulary';

/** One of the five, as stored: name and phone are sealed. */
export interface StoredGuarantor {
  role: GuarantorRole;
  organisation: string;
  name: string;
  phone: string | null;
}

@Entity()
@Index('fire_key_unit_by_region', ['regionCode', 'uscc'])
@Index('fire_key_unit_by_source', ['source', 'sourceId'], { unique: true })
@ObjectType({ description: '消防安全重点单位. A key unit for fire safety, with the five who answer for it.', simpleResolvers: true })
export class FireKeyUnit extends Submitted {
  @CodeColumn(18, { primary: true })
  uscc: string;

  @CodeColumn(12)
  regionCode: string;

  @Column('varchar', { length: 100 })
  @Shared('UNCONDITIONAL')
  @Field(() => String, { nullable: true, description: '场所类型，如 大型商业综合体. What kind of place it is.' })
  place: string;

  @Column('date')
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '列为重点单位日期. Since when it is a key unit.' })
  designatedOn: string;

  @Column('date', { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '纳入在线监管日期. Since when it is supervised online; null while it is not.' })
  onlineSince: string | null;

  @Column('jsonb')
  storedGuarantors: StoredGuarantor[];

  /** Whether all five are named: kept so that coverage is counted from an index. */
  @Column('boolean')
  @Shared('UNCONDITIONAL')
  @Field(() => Boolean, { nullable: true, description: '“五包一”是否配齐. Whether all five are named.' })
  complete: boolean;
}

@ObjectType({ description: '“五包一”责任人. One of the five who answer for a key fire unit.', simpleResolvers: true })
export class Guarantor {
  uscc: string;
  regionCode: string;

  @Shared('UNCONDITIONAL')
  @Field(() => GuarantorRole, { description: '身份. In what capacity.' })
  role: GuarantorRole;

  @Shared('UNCONDITIONAL')
  @Field(() => String, { nullable: true, description: '所在单位. Of which organisation.' })
  organisation: string;

  @Shared('CONDITIONAL')
  @Field(() => String, { nullable: true, description: '姓名. The name.' })
  name: () => string;

  @Shared('CONDITIONAL')
  @Field(() => String, { nullable: true, description: '联系电话. The phone number.' })
  phone: () => string | null;
}

export const FireKeyUnitConnection = connectionOf('FireKeyUnit', '消防安全重点单位', () => FireKeyUnit);
export const FIRE_KEY_UNITS: List<FireKeyUnit> = { name: 'fireKeyUnits', entity: FireKeyUnit, order: ['regionCode', 'uscc'] };
