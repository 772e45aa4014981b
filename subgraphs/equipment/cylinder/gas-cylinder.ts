import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, Index } from 'typeorm';
import { CodeColumn, DateOnly, Shared, Submitted, vocabulary } from '../../kernel';

export const CylinderValve = vocabulary('CylinderValve', '瓶阀类型. The valve of a gas cylinder.', {
  RESIDUAL_PRESSURE: '保压阀. It keeps a residual pressure, so that nothing can flow back into the cylinder.',
  ORDINARY: '普通瓶阀. An ordinary one.',
  SELF_CLOSING: '自闭阀. It closes by itself.',
});
export type CylinderValve = keyof typeof CylinderValve;

export const CylinderStatus = vocabulary('CylinderStatus', '气瓶状态. The state of a gas cylinder.', {
  IN_USE: '在用. In use.',
  SCRAPPED: '报废. Scrapped; it must not be filled again.',
});
export type CylinderStatus = keyof typeof CylinderStatus;

@Entity()
// figures of a matter: counted without touching the table
@Index('gas_cylinder_by_kind', ['kindCode', 'regionCode', 'status', 'nextInspectionDue'])
// valve coverage: counted without touching the table
@Index('gas_cylinder_by_region', ['regionCode', 'medium', 'valve', 'status'])
@Index('gas_cylinder_by_source', ['source', 'sourceId'], { unique: true })
@ObjectType({ description: '气瓶. A gas cylinder.', simpleResolvers: true })
@Directive('@key(fields: "serial")')
export class GasCylinder extends Submitted {
  @CodeColumn(40, { primary: true })
  @Shared('UNCONDITIONAL')
  @Field(() => ID, { description: '气瓶唯一标识. What identifies it in the tracing system.' })
  serial: string;

  /** Of the catalogue: a cylinder counts in the matters that are about its kind. */
  @Column({ type: 'varchar', length: 4, collation: 'C', default: '2300' })
  kindCode: string;

  @Column({ type: 'varchar', length: 8, collation: 'C', default: 'IN_USE' })
  @Shared('UNCONDITIONAL')
  @Field(() => CylinderStatus, { nullable: true, description: '状态. Its state.' })
  status: CylinderStatus;

  @Column('varchar', { length: 64 })
  @Shared('UNCONDITIONAL')
  @Field(() => String, { description: '充装介质. The gas that it is for.' })
  medium: string;

  @CodeColumn(20)
  @Shared('UNCONDITIONAL')
  @Field(() => CylinderValve, { description: '瓶阀类型. Its valve.' })
  valve: CylinderValve;

  @CodeColumn(18, { nullable: true })
  ownerUscc: string | null;

  @CodeColumn(12)
  regionCode: string;

  @Column('date')
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '制造日期. When it was made.' })
  manufacturedOn: string;

  @Column('date', { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '最近一次定期检验日期. When it was last inspected.' })
  lastInspectedOn: string | null;

  @Column('date')
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { description: '下次检验日期. The last day by which it must be inspected again.' })
  nextInspectionDue: string;

  @Column('boolean')
  @Shared('UNCONDITIONAL')
  @Field(() => Boolean, { nullable: true, description: '是否合成数据. Whether it is synthetic, made for demonstration.' })
  synthetic: boolean;
}
