import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, Index } from 'typeorm';
import { CodeColumn, DateOnly, Shared, Submitted } from '../../kernel';

/** One row for each period: a category that left the catalogue and came back has two. */
@Entity()
@Index('ccc_category_by_source', ['source', 'sourceId'], { unique: true })
@ObjectType({ description: '强制性产品认证目录类别. A category of the CCC catalogue in one of its periods.', simpleResolvers: true })
@Directive('@key(fields: "code")')
export class CccCategory extends Submitted {
  /** Code and first day of the period. */
  @CodeColumn(40, { primary: true })
  id: string;

  @CodeColumn(28)
  @Shared('PUBLIC')
  @Field(() => ID, { description: '类别代码；无官方代码的为 OM- 开头的自定编号. Its code; OM-… where no official one is known.' })
  code: string;

  @CodeColumn(4, { nullable: true })
  @Shared('PUBLIC')
  @Field(() => String, { nullable: true, description: '目录代码四位. The four digits of the catalogue, if they are known.' })
  officialCode: string | null;

  @Column('varchar', { length: 100 })
  @Shared('PUBLIC')
  @Field(() => String, { description: '类别名称. Its name.' })
  name: string;

  @Column('varchar', { length: 100 })
  @Shared('PUBLIC')
  @Field(() => String, { nullable: true, description: '目录大类. The class of the catalogue that it belongs to.' })
  groupName: string;

  @CodeColumn(28, { nullable: true })
  keyProductCode: string | null;

  @Column('boolean')
  @Shared('PUBLIC')
  @Field(() => Boolean, {
    nullable: true,
    description: '是否影响大、关注度高而提高抽查比例. Whether it is of high concern and checked at a higher ratio.',
  })
  highConcern: boolean;

  @Column('date', { nullable: true })
  @Shared('PUBLIC')
  @Field(() => DateOnly, { nullable: true, description: '公布日期. When its place in the catalogue was announced.' })
  announcedOn: string | null;

  @Column('date', { nullable: true })
  @Shared('PUBLIC')
  @Field(() => DateOnly, { nullable: true, description: '开始受理认证日期. When applications are taken from.' })
  applicationsFrom: string | null;

  /** Nothing can be said of the days before; null: of any day. */
  @Column('date', { nullable: true })
  @Shared('PUBLIC')
  @Field(() => DateOnly, { nullable: true, description: '资料起始日. The first day that is known of; null is any.' })
  knownFrom: string | null;

  @Column('date', { nullable: true })
  @Shared('PUBLIC')
  @Field(() => DateOnly, {
    nullable: true,
    description: '强制实施日期；空为资料起始日前已实施. Mandatory from this day; null: before what is known.',
  })
  mandatoryFrom: string | null;

  @Column('date', { nullable: true })
  @Shared('PUBLIC')
  @Field(() => DateOnly, { nullable: true, description: '强制实施末日. The last mandatory day; null while it is in force.' })
  mandatoryTo: string | null;

  @Column('varchar', { length: 300 })
  @Shared('PUBLIC')
  @Field(() => String, { nullable: true, description: '依据. The notice that says so, or where it was found.' })
  basis: string;

  @Column('boolean')
  @Shared('PUBLIC')
  @Field(() => Boolean, { nullable: true, description: '是否已核对. Whether code, name and dates were read in a source.' })
  verified: boolean;

  /** The catalogue is national. */
  @CodeColumn(12)
  regionCode: string;
}
