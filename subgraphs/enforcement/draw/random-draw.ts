import { Directive, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Column, Entity, Index } from 'typeorm';
import { Asked, CodeColumn, DateTime, DepartmentKind, Shared, connectionOf, listOf, text, whole, type List } from '../../kernel';

@Entity()
@Index('random_draw_by_region', ['regionCode', 'id'])
@ObjectType({ description: '双随机抽取. A draw that anyone can run again.', simpleResolvers: true })
@Directive('@key(fields: "id")')
export class RandomDraw {
  @CodeColumn(36, { primary: true })
  @Shared('UNCONDITIONAL')
  @Field(() => ID, { description: '抽取编号. Its id.' })
  id: string;

  @Column('varchar', { length: 200 })
  @Shared('UNCONDITIONAL')
  @Field(() => String, { description: '抽查事项. What it is for.' })
  purpose: string;

  @CodeColumn(40)
  departmentCode: string;

  @CodeColumn(24)
  departmentKind: DepartmentKind;

  @CodeColumn(12)
  regionCode: string;

  @Column('varchar', { array: true })
  @Shared('UNCONDITIONAL')
  @Field(() => [String], { description: '抽取对象名录. Those it draws from.' })
  pool: string[];

  @Column('int')
  @Shared('UNCONDITIONAL')
  @Field(() => Int, { description: '抽取数. How many are drawn.' })
  count: number;

  @CodeColumn(64)
  @Shared('UNCONDITIONAL')
  @Field(() => String, { description: '名录摘要（SHA-256）. The digest of the sorted pool.' })
  poolDigest: string;

  @CodeColumn(16)
  @Shared('UNCONDITIONAL')
  @Field(() => String, { description: '算法. The name of the algorithm, see the README.' })
  algorithm: string;

  /** Ours, until it is drawn with. */
  @Column('varchar', { length: 300 })
  sealedSeed: string;

  @CodeColumn(64)
  @Shared('UNCONDITIONAL')
  @Field(() => String, { description: '种子承诺（SHA-256）. What was said of our part of the seed before the draw.' })
  commitment: string;

  @Column('varchar', { length: 200, nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => String, { nullable: true, description: '种子. Our part and the witness’s, joined by a colon; null before the draw.' })
  seed: string | null;

  @Column('varchar', { array: true, default: '{}' })
  @Shared('UNCONDITIONAL')
  @Field(() => [String], { description: '抽取结果. Those that were drawn.' })
  drawn: string[];

  @Column('timestamptz', { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => DateTime, { nullable: true, description: '抽取时间. When it was drawn.' })
  drawnAt: Date | null;
}

export const RandomDrawConnection = connectionOf('RandomDraw', '双随机抽取', () => RandomDraw);
export const DRAWS: List<RandomDraw> = { name: 'draws', entity: RandomDraw, order: ['regionCode', 'id'] };

@ObjectType({ description: '抽取复核. A draw, run again.', simpleResolvers: true })
export class DrawVerification {
  @Shared('UNCONDITIONAL')
  @Field(() => Boolean, { description: '是否一致. Whether pool, commitment and result are what they are said to be.' })
  holds: boolean;

  @Shared('UNCONDITIONAL')
  @Field(() => String, { description: '重算的名录摘要. The digest, computed again.' })
  poolDigest: string;

  @Shared('UNCONDITIONAL')
  @Field(() => [String], { description: '重算的结果. The result, computed again.' })
  drawn: string[];
}

@InputType({ description: '准备抽取. A draw to be prepared.' })
export class PrepareDrawInput {
  @Asked(() => String, text(200), '抽查事项. What it is for.')
  purpose: string;

  @Asked(() => ID, text(40), '抽取部门代码. The department that draws, of the caller’s kind.')
  departmentCode: string;

  @Asked(() => [String], listOf(text(100)), '抽取对象名录. Those it draws from, each once.')
  pool: string[];

  @Asked(() => Int, whole(1, 10_000), '抽取数. How many are drawn.')
  count: number;
}

@InputType({ description: '抽取. The draw itself.' })
export class PerformDrawInput {
  @Asked(() => ID, text(36), '抽取编号. The draw that was prepared.')
  id: string;

  @Asked(() => String, text(100), '见证人给出的种子. The witness’s part of the seed, chosen after the commitment was seen.')
  witnessSeed: string;
}
