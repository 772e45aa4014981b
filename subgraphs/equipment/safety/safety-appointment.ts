import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, Index } from 'typeorm';
import { CodeColumn, DateOnly, Shared, Submitted, vocabulary } from '../../kernel';
import { EquipmentCategory } from '../kind/equipment-kind';

export const SafetyRole = vocabulary('SafetyRole', '安全管理岗位 (令74号). A post that answers for the safety of equipment.', {
  SAFETY_DIRECTOR: '安全总监. The safety director of an enterprise.',
  SAFETY_OFFICER: '安全员. A safety officer, to whom devices are named.',
});
export type SafetyRole = keyof typeof SafetyRole;

@Entity()
@Index('safety_appointment_by_enterprise', ['uscc', 'id'])
@Index('safety_appointment_by_source', ['source', 'sourceId'], { unique: true })
@ObjectType({
  description: '安全总监、安全员任命. The appointment of a safety director or officer by a user of equipment.',
  simpleResolvers: true,
})
export class SafetyAppointment extends Submitted {
  /** Source and its id of the record. */
  @CodeColumn(130, { primary: true })
  id: string;

  @CodeColumn(18)
  uscc: string;

  @CodeColumn(12)
  regionCode: string;

  @Column('varchar', { length: 100 })
  @Shared('CONDITIONAL', 'MARKET_SUPERVISION')
  @Field(() => String, { nullable: true, description: '姓名. Who is appointed.' })
  name: string;

  @Column('varchar', { length: 32, nullable: true })
  @Shared('CONDITIONAL', 'MARKET_SUPERVISION')
  @Field(() => String, { nullable: true, description: '联系电话. The phone number.' })
  phone: string | null;

  @CodeColumn(16)
  @Shared('UNCONDITIONAL')
  @Field(() => SafetyRole, { nullable: true, description: '岗位. The post.' })
  role: SafetyRole;

  @CodeColumn(20, { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => EquipmentCategory, { nullable: true, description: '负责的特种设备种类. The category of equipment; null for all.' })
  category: EquipmentCategory | null;

  /** The devices that are named to the officer. */
  @Column('varchar', { array: true, default: '{}' })
  equipmentCodes: string[];

  @Column('date')
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '任命日期. The first day of the appointment.' })
  appointedOn: string;

  @Column('date', { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '离任日期. The last day of the appointment; null while it has none.' })
  endedOn: string | null;
}
