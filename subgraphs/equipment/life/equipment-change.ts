import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, Index } from 'typeorm';
import { CodeColumn, DateOnly, Shared, connectionOf, vocabulary, type List, type Transaction } from '../../kernel';
import { EquipmentStatus } from '../device/equipment';

export const EquipmentStep = vocabulary('EquipmentStep', '设备环节. What happened in the life of a device.', {
  REGISTERED: '使用登记. It was registered for use.',
  CHANGED: '变更登记. Its user or place was changed in its registration.',
  SUSPENDED: '停用. It was put out of use for a time.',
  RESUMED: '重新启用. It was put in use again.',
  SCRAPPED: '报废. It was scrapped.',
  CANCELLED: '注销. Its registration was cancelled.',
  SUBMITTED: '报送. A source has submitted it in another state.',
});
export type EquipmentStep = keyof typeof EquipmentStep;

/** Only ever added to: the table itself refuses changes. */
@Entity()
@Index('equipment_change_by_device', ['equipmentCode', 'id'])
@ObjectType({ description: '设备变更历史. One step in the life of a device.', simpleResolvers: true })
export class EquipmentChange {
  /** The device and the number of the step in its life. */
  @CodeColumn(30, { primary: true })
  @Shared('UNCONDITIONAL')
  @Field(() => ID, { nullable: true, description: '编号. The device and the number of the step.' })
  id: string;

  @CodeColumn(20)
  equipmentCode: string;

  @CodeColumn(12)
  regionCode: string;

  @CodeColumn(12)
  @Shared('UNCONDITIONAL')
  @Field(() => EquipmentStep, { nullable: true, description: '环节. What happened.' })
  step: EquipmentStep;

  @CodeColumn(12, { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => EquipmentStatus, { nullable: true, description: '此前状态. Its state before; null if it was not known.' })
  fromStatus: EquipmentStatus | null;

  @CodeColumn(12)
  @Shared('UNCONDITIONAL')
  @Field(() => EquipmentStatus, { nullable: true, description: '此后状态. Its state afterwards.' })
  toStatus: EquipmentStatus;

  @Column('date')
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '发生日期. When it happened.' })
  happenedOn: string;

  @Column('boolean', { default: false })
  @Shared('UNCONDITIONAL')
  @Field(() => Boolean, { nullable: true, description: '是否逾期办理（登记超过三十日）. Whether it came later than the law allows.' })
  late: boolean;

  @Column('varchar', { length: 300, nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => String, { nullable: true, description: '事由. Why.' })
  reason: string | null;

  @CodeColumn(40, { nullable: true })
  departmentCode: string | null;
}

export const EquipmentChangeConnection = connectionOf('EquipmentChange', '设备变更历史', () => EquipmentChange);

export const EQUIPMENT_CHANGES: List<EquipmentChange> = {
  name: 'equipmentChanges',
  entity: EquipmentChange,
  order: ['id'],
  descending: true,
};

/** The next number in the life of a device that is locked: its steps are counted, none is ever removed. */
export async function nextChangeId(tx: Transaction, code: string): Promise<string> {
  const [row] = await tx.query<{ count: number }>('SELECT count(*)::int AS count FROM equipment_change WHERE equipment_code = $1', [code]);
  return `${code}/${String((row?.count ?? 0) + 1).padStart(5, '0')}`;
}

/**
 * A source may submit a device in another state than the last one known: that is a step, too. The first submission of a
 * device is none, so a device that was never corrected has no history.
 */
export async function recordSubmittedChanges(tx: Transaction, codes: readonly string[]): Promise<void> {
  await tx.query(
    `INSERT INTO equipment_change (id, equipment_code, region_code, step, from_status, to_status, happened_on)
     SELECT code || '/' || lpad((steps + 1)::text, 5, '0'), code, device.region_code, 'SUBMITTED', last_status, status,
       coalesce(status_since, (now() AT TIME ZONE 'Asia/Shanghai')::date)
     FROM equipment AS device, LATERAL (
       SELECT count(*) AS steps, (array_agg(to_status ORDER BY id DESC))[1] AS last_status
       FROM equipment_change WHERE equipment_code = device.code
     ) AS known
     WHERE code = ANY($1::varchar[]) AND (CASE WHEN steps = 0 THEN revision > 1 ELSE last_status <> status END)`,
    [codes],
  );
}
