import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Column, Entity, Index } from 'typeorm';
import { Asked, CodeColumn, DateOnly, DepartmentKind, Shared, connectionOf, shaped, text, type List, alike } from '../../kernel';
import { documentNumber } from '../document-number';

/** 典型案例一月一评选: nominated, voted for, published. */
@Entity()
@Index('typical_case_by_month', ['month', 'id'])
@ObjectType({ description: '典型案例. A case that was chosen as an example.', simpleResolvers: true })
export class TypicalCase {
  @CodeColumn(36, { primary: true })
  @Shared('PUBLIC')
  @Field(() => ID, { description: '编号. Its id.' })
  id: string;

  @CodeColumn(7)
  @Shared('PUBLIC')
  @Field(() => String, { nullable: true, description: '评选月份 YYYY-MM. The month of its selection.' })
  month: string;

  @CodeColumn(64)
  caseNumber: string;

  @CodeColumn(40)
  departmentCode: string;

  @CodeColumn(24)
  @Shared('PUBLIC')
  @Field(() => DepartmentKind, { nullable: true, description: '办案部门类别. The kind of department that handled it.' })
  departmentKind: DepartmentKind;

  @CodeColumn(12)
  regionCode: string;

  @Column('varchar', { length: 200 })
  @Shared('PUBLIC')
  @Field(() => String, { nullable: true, description: '案例名称. Its title.' })
  title: string;

  @Column('varchar', { length: 1000 })
  @Shared('PUBLIC')
  @Field(() => String, { nullable: true, description: '案情及处理. What happened and what was decided; a person’s name is masked.' })
  summary: string;

  @Column('int')
  @Shared('PUBLIC')
  @Field(() => Int, { nullable: true, description: '得票. Its votes.' })
  votes: number;

  @Column('date', { nullable: true })
  @Shared('PUBLIC')
  @Field(() => DateOnly, { nullable: true, description: '公布日期. When it was published.' })
  publishedOn: string | null;
}

export const TypicalCaseConnection = connectionOf('TypicalCase', '典型案例', () => TypicalCase);
export const TYPICAL_CASES: List<TypicalCase> = { name: 'typicalCases', entity: TypicalCase, order: ['month', 'id'], descending: true };

const month = shaped((value) => /^\d{4}-(0[1-9]|1[0-2])$/.test(value), alike('2026-03'));

@InputType({ description: '推荐典型案例. A case to be nominated.' })
export class NominateCaseInput {
  @Asked(() => ID, documentNumber, '案号；已作出决定的本部门案件. The case, decided, of the caller’s kind of department.')
  number: string;

  @Asked(() => String, month, '评选月份 YYYY-MM. The month of its selection.')
  month: string;

  @Asked(() => String, text(200), '案例名称，不写个人信息. Its title, without personal data.')
  title: string;

  @Asked(() => String, text(1000), '案情及处理，不写个人信息. What happened and what was decided, without personal data.')
  summary: string;
}

@InputType({ description: '典型案例投票或公布. A vote for a nominated case, or its publication.' })
export class TypicalCaseInput {
  @Asked(() => ID, text(36), '编号. Its id.')
  id: string;
}
