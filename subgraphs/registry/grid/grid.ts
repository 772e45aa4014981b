import { Directive, Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, Index } from 'typeorm';
import { CodeColumn, DateOnly, Shared, Submitted, connectionOf, type List } from '../../kernel';

@Entity()
@Index('grid_by_region', ['regionCode', 'code'])
@Index('grid_by_source', ['source', 'sourceId'], { unique: true })
@ObjectType({
  description: '安全生产网格. A grid of work safety: a part of a town or a village that people answer for.',
  simpleResolvers: true,
})
@Directive('@key(fields: "code")')
export class Grid extends Submitted {
  @CodeColumn(40, { primary: true })
  @Shared('PUBLIC')
  @Field(() => ID, { nullable: true, description: '网格编号. Its code.' })
  code: string;

  @Column('varchar', { length: 100 })
  @Shared('PUBLIC')
  @Field(() => String, { nullable: true, description: '名称. Its name.' })
  name: string;

  /** Of the town or the village. */
  @CodeColumn(12)
  regionCode: string;

  @CodeColumn(40)
  departmentCode: string;
}

export const GridConnection = connectionOf('Grid', '安全生产网格', () => Grid);
export const GRIDS: List<Grid> = { name: 'grids', entity: Grid, order: ['regionCode', 'code'] };

/** 定人、定岗、定责: who answers for a grid, in which post, for what. */
@Entity()
@Index('grid_person_by_grid', ['gridCode', 'id'])
@Index('grid_person_by_source', ['source', 'sourceId'], { unique: true })
@ObjectType({ description: '网格监管人员. A person who answers for a grid.', simpleResolvers: true })
export class GridPerson extends Submitted {
  /** Source and its id of the record. */
  @CodeColumn(130, { primary: true })
  @Shared('UNCONDITIONAL')
  @Field(() => ID, { nullable: true, description: '编号. Its id.' })
  id: string;

  @CodeColumn(40)
  gridCode: string;

  @CodeColumn(12)
  regionCode: string;

  @Column('text')
  sealedName: string;

  @Column('varchar', { length: 60 })
  @Shared('UNCONDITIONAL')
  @Field(() => String, { nullable: true, description: '岗位. The post.' })
  post: string;

  @Column('varchar', { length: 500 })
  @Shared('UNCONDITIONAL')
  @Field(() => String, { nullable: true, description: '监管职责. What the person answers for.' })
  duty: string;

  @Column('date')
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '到岗日期. The first day in the post.' })
  startedOn: string;

  @Column('date', { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '离岗日期. The last day in the post; null while it has none.' })
  endedOn: string | null;
}

export const GridPersonConnection = connectionOf('GridPerson', '网格监管人员', () => GridPerson);
export const GRID_PEOPLE: List<GridPerson> = { name: 'gridPeople', entity: GridPerson, order: ['id'] };

@ObjectType({ description: '网格覆盖率. How many towns have a grid with people who answer for it.', simpleResolvers: true })
export class GridCoverage {
  @Shared('PUBLIC')
  @Field(() => Int, { description: '乡镇（街道）数. The towns and streets that are known below the division.' })
  towns: number;

  @Shared('PUBLIC')
  @Field(() => Int, { description: '已覆盖乡镇（街道）数. Those with a grid that has people today.' })
  covered: number;

  @Shared('PUBLIC')
  @Field(() => Float, { nullable: true, description: '覆盖率（%）. The share; null where no towns are known.' })
  rate: number | null;

  @Shared('PUBLIC')
  @Field(() => Int, { description: '网格数. The grids.' })
  grids: number;

  @Shared('PUBLIC')
  @Field(() => Int, { description: '无人负责的网格数. Those that nobody answers for today.' })
  gridsWithoutPeople: number;
}
