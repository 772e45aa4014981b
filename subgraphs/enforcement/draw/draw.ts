import { Directive, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Column, Entity, Index } from 'typeorm';
import { CodeColumn, DateOnly, DateTime, RegionCode, Shared, connectionOf, vocabulary, type List } from '../../kernel';

export const DrawKind = vocabulary('DrawKind', '抽取对象. What is drawn.', {
  OBJECTS: '检查对象. Enterprises to be checked.',
  INSPECTORS: '检查人员或实验室. Officers or laboratories to check them.',
});
export type DrawKind = keyof typeof DrawKind;

/**
 * 双随机: a draw that anyone can do again. The digest of the seed is announced before the pool is known; the draw reveals the
 * seed. What decides is in draw.rules.ts, and written out in the descriptions here.
 */
@Entity()
@Index('draw_by_region', ['regionCode', 'id'])
@ObjectType({
  description:
    '双随机抽取. A random draw. To do it again: 1. SHA-256(seed) must be seedDigest. 2. Sort the pool by UTF-8 bytes, join it by line feeds: its SHA-256 must be poolDigest. 3. For every item take SHA-256(seed, line feed, item) as lower-case hexadecimal text. 4. Sort the items by it. 5. The first `count` are the result, in that order.',
  simpleResolvers: true,
})
@Directive('@key(fields: "id")')
export class Draw {
  @CodeColumn(36, { primary: true })
  @Shared('UNCONDITIONAL')
  @Field(() => ID, { description: '抽取编号. Its id; begins with the time of the announcement.' })
  id: string;

  @Column('varchar', { length: 200 })
  @Shared('UNCONDITIONAL')
  @Field(() => String, { description: '抽查任务名称. What is drawn for.' })
  title: string;

  @CodeColumn(12)
  @Shared('UNCONDITIONAL')
  @Field(() => DrawKind, { description: '抽取对象. What is drawn.' })
  kind: DrawKind;

  @CodeColumn(12)
  regionCode: string;

  @CodeColumn(40)
  departmentCode: string;

  @Column('timestamptz')
  @Shared('UNCONDITIONAL')
  @Field(() => DateTime, { description: '种子摘要公告时间. When the digest of the seed was announced.' })
  announcedAt: Date;

  @CodeColumn(64)
  @Shared('UNCONDITIONAL')
  @Field(() => ID, { description: '种子摘要 (SHA-256，十六进制小写). SHA-256 of the seed in UTF-8, lower-case hexadecimal.' })
  seedDigest: string;

  @Column('date', { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '抽取日期. When it was drawn; null until then.' })
  drawnOn: string | null;

  @Column('varchar', { length: 200, nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => String, { nullable: true, description: '种子，抽取时公开. The seed, revealed by the draw.' })
  seed: string | null;

  @Column('varchar', { array: true, default: '{}' })
  @Shared('UNCONDITIONAL')
  @Field(() => [String], { description: '名单，按 UTF-8 字节排序. The pool, sorted by UTF-8 bytes.' })
  pool: string[];

  @CodeColumn(64, { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => ID, { nullable: true, description: '名单摘要 (SHA-256). SHA-256 of the sorted pool, joined by line feeds.' })
  poolDigest: string | null;

  @Column('int', { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => Int, { nullable: true, description: '抽取数量. How many are drawn.' })
  count: number | null;

  @CodeColumn(40, { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => String, { nullable: true, description: '算法. The algorithm: see the description of Draw.' })
  algorithm: string | null;

  @Column('int', { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => Int, { nullable: true, description: '算法版本. Its version.' })
  algorithmVersion: number | null;

  @Column('varchar', { array: true, default: '{}' })
  @Shared('UNCONDITIONAL')
  @Field(() => [String], { description: '抽取结果，按抽中次序. The result, in the order of drawing.' })
  result: string[];
}

export const DrawConnection = connectionOf('Draw', '双随机抽取', () => Draw);

export const DRAWS: List<Draw> = { name: 'draws', entity: Draw, order: ['regionCode', 'id'] };

@InputType({ description: '抽取筛选. Which draws.' })
export class DrawFilter {
  @Field(() => RegionCode, { nullable: true, description: '区划及其下级. By departments in the subtree of this division.' })
  region?: string | null;

  @Field(() => DrawKind, { nullable: true, description: '抽取对象. Of this kind.' })
  kind?: DrawKind | null;

  @Field(() => Boolean, { nullable: true, description: '是否已抽取. Whether it was drawn already.' })
  drawn?: boolean | null;
}
