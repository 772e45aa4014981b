import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Column, Entity, Index } from 'typeorm';
import {
  CodeColumn,
  RegionCode,
  Sent,
  Shared,
  Submitted,
  SubmittedInput,
  connectionOf,
  listOf,
  oneOf,
  regionCode,
  text,
  vocabulary,
  whole,
  type List,
  type Submission,
} from '../../kernel';
import { RegionLevel, type RegionLevel as Level } from '../region';

export const DutyListKind = vocabulary('DutyListKind', '清单类别. What a list of duties is.', {
  DUTIES: '安全生产职责清单. The standing duties of a post or a department.',
  ANNUAL_TASKS: '年度任务清单. The tasks of one year.',
});
export type DutyListKind = keyof typeof DutyListKind;

@Entity()
@Index('duty_list_by_region', ['regionCode', 'id', 'year', 'kind'])
@Index('duty_list_by_source', ['source', 'sourceId'], { unique: true })
@ObjectType({ description: '安全生产职责清单、年度任务清单. What a department or its leaders answer for.', simpleResolvers: true })
export class DutyList extends Submitted {
  /** Source and its id of the record. */
  @CodeColumn(130, { primary: true })
  @Shared('PUBLIC')
  @Field(() => ID, { nullable: true, description: '编号. Its id.' })
  id: string;

  @CodeColumn(12)
  @Shared('PUBLIC')
  @Field(() => DutyListKind, { nullable: true, description: '类别. What it is.' })
  kind: DutyListKind;

  @CodeColumn(12)
  regionCode: string;

  @CodeColumn(8)
  @Shared('PUBLIC')
  @Field(() => RegionLevel, { nullable: true, description: '层级. The level of government.' })
  level: Level;

  @CodeColumn(40)
  departmentCode: string;

  @Column('int')
  @Shared('PUBLIC')
  @Field(() => Int, { nullable: true, description: '年度. The year.' })
  year: number;

  @Column('varchar', { length: 200 })
  @Shared('PUBLIC')
  @Field(() => String, { nullable: true, description: '名称. Its title.' })
  title: string;

  @Column('varchar', { array: true, default: '{}' })
  @Shared('PUBLIC')
  @Field(() => [String], { nullable: true, description: '事项. Its items.' })
  items: string[];
}

export const DutyListConnection = connectionOf('DutyList', '职责清单、年度任务清单', () => DutyList);
export const DUTY_LISTS: List<DutyList> = { name: 'dutyLists', entity: DutyList, order: ['regionCode', 'id'] };

@InputType({ description: '清单筛选. Which lists of duties.' })
export class DutyListFilter {
  @Field(() => RegionCode, { nullable: true, description: '区划及其下级. In the subtree of this division.' })
  region?: string | null;

  @Field(() => DutyListKind, { nullable: true, description: '类别. Of this kind.' })
  kind?: DutyListKind | null;

  @Field(() => RegionLevel, { nullable: true, description: '层级. Of this level.' })
  level?: Level | null;

  @Field(() => Int, { nullable: true, description: '年度. Of this year.' })
  year?: number | null;
}

@InputType({ description: '清单报送. A list of duties as it is submitted.' })
export class DutyListInput extends SubmittedInput {
  @Sent(oneOf(DutyListKind), '类别，见 DutyListKind. A value of DutyListKind.')
  kind: DutyListKind;

  @Sent(regionCode, '区划代码. The division.')
  regionCode: string;

  @Sent(oneOf(RegionLevel), '层级，见 RegionLevel. A value of RegionLevel.')
  level: Level;

  @Sent(text(40), '部门代码. The department.')
  departmentCode: string;

  @Sent(whole(2000, 2100), '年度. The year.')
  year: number;

  @Sent(text(200), '名称. Its title.')
  title: string;

  @Sent(listOf(text(500)), '事项；文件中以分号相隔. Its items, in a file joined by semicolons.')
  items: string[];
}

export const dutyListSubmission: Submission<DutyListInput, DutyList, null> = {
  kind: 'duty-lists',
  term: { zh: '职责清单、年度任务清单', en: 'duty list' },
  mutation: 'submitDutyLists',
  subgraph: 'registry',
  input: DutyListInput,
  entity: DutyList,
  key: 'id',
  prepare: async () => null,
  toRow: ({ sourceId, revision: _, ...record }, __, source) => ({ ...record, id: `${source}/${sourceId}` }),
};
