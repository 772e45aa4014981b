import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, Index } from 'typeorm';
import { CodeColumn, DateOnly, Shared, Submitted, connectionOf, vocabulary, type List } from '../../kernel';

export const FillingRefusal = vocabulary('FillingRefusal', '不得充装原因. Why a cylinder must not be filled.', {
  OVERDUE: '超期未检. Its inspection is overdue.',
  SCRAPPED: '报废. It is scrapped.',
});
export type FillingRefusal = keyof typeof FillingRefusal;

/** Append-heavy: a trace of millions, read by cylinder from its end. */
@Entity()
@Index('cylinder_filling_by_cylinder', ['cylinderSerial', 'filledOn', 'id'])
@Index('cylinder_filling_refused', { synchronize: false })
@Index('cylinder_filling_by_source', ['source', 'sourceId'], { unique: true })
@ObjectType({ description: '气瓶充装记录. One filling of a gas cylinder.', simpleResolvers: true })
export class CylinderFilling extends Submitted {
  /** Cylinder, source and its id of the record: a correction can change all but the cylinder. */
  @CodeColumn(170, { primary: true })
  id: string;

  @CodeColumn(40)
  @Shared('UNCONDITIONAL')
  @Field(() => ID, { nullable: true, description: '气瓶唯一标识. The cylinder.' })
  cylinderSerial: string;

  @CodeColumn(12)
  regionCode: string;

  @CodeColumn(18)
  fillerUscc: string;

  @Column('date')
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '充装日期. When it was filled.' })
  filledOn: string;

  @Column('varchar', { length: 64, nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => String, { nullable: true, description: '充装批号. The batch of the filling.' })
  batch: string | null;

  /** Such a record is no filling: it is kept so that the authority can ask for it. */
  @CodeColumn(8, { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => FillingRefusal, {
    nullable: true,
    description: '不得充装原因；正常充装为空. Why it must not have been filled; null for a filling.',
  })
  refusal: FillingRefusal | null;

  @Column('boolean', { default: false })
  @Shared('UNCONDITIONAL')
  @Field(() => Boolean, {
    nullable: true,
    description: '是否由充装单位自行拒绝. Whether the filler itself refused; otherwise it was reported as filled.',
  })
  refusedByFiller: boolean;
}

export const CylinderFillingConnection = connectionOf('CylinderFilling', '气瓶充装记录', () => CylinderFilling);

export const CYLINDER_FILLINGS: List<CylinderFilling> = {
  name: 'cylinderFillings',
  entity: CylinderFilling,
  order: ['filledOn', 'id'],
  descending: true,
};

export const REFUSED_FILLINGS: List<CylinderFilling> = { ...CYLINDER_FILLINGS, name: 'refusedFillings' };
