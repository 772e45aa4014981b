import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, Index } from 'typeorm';
import { CodeColumn, DateOnly, Shared, Submitted, connectionOf, type List } from '../../kernel';

@Entity()
@Index('cylinder_filling_by_cylinder', ['cylinderSerial', 'filledOn', 'id'])
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
}

export const CylinderFillingConnection = connectionOf('CylinderFilling', '气瓶充装记录', () => CylinderFilling);

export const CYLINDER_FILLINGS: List<CylinderFilling> = {
  name: 'cylinderFillings',
  entity: CylinderFilling,
  order: ['filledOn', 'id'],
};
