import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Column, Entity, Index } from 'typeorm';
import {
  CodeColumn,
  DateOnly,
  Sent,
  Shared,
  Submitted,
  SubmittedInput,
  connectionOf,
  date,
  industry,
  oneOf,
  regionCode,
  text,
  vocabulary,
  type List,
  type Submission,
  checkDay,
} from '../../kernel';

export const RestrictionKind = vocabulary('RestrictionKind', '禁止、限制类别. How an industry is restricted.', {
  PROHIBITED: '禁止类. It must not settle there.',
  RESTRICTED: '限制类. It may under conditions only.',
});
export type RestrictionKind = keyof typeof RestrictionKind;

@Entity()
@Index('industry_restriction_by_region', ['regionCode', 'id'])
@Index('industry_restriction_by_source', ['source', 'sourceId'], { unique: true })
@ObjectType({
  description: '安全生产禁止和限制类产业目录条目. An industry that a place forbids or restricts for the sake of safety.',
  simpleResolvers: true,
})
export class IndustryRestriction extends Submitted {
  /** Source and its id of the record. */
  @CodeColumn(130, { primary: true })
  @Shared('PUBLIC')
  @Field(() => ID, { nullable: true, description: '编号. Its id.' })
  id: string;

  @CodeColumn(12)
  regionCode: string;

  @Column('varchar', { length: 100, nullable: true })
  @Shared('PUBLIC')
  @Field(() => String, { nullable: true, description: '园区名称；空为整个区划. The park that it is for; null for the whole division.' })
  area: string | null;

  @CodeColumn(4)
  @Shared('PUBLIC')
  @Field(() => String, { nullable: true, description: '行业代码前缀 (GB/T 4754-2017). The industry, with all below it.' })
  industryCode: string;

  @CodeColumn(12)
  @Shared('PUBLIC')
  @Field(() => RestrictionKind, { nullable: true, description: '类别. Prohibited or restricted.' })
  kind: RestrictionKind;

  @Column('varchar', { length: 500, nullable: true })
  @Shared('PUBLIC')
  @Field(() => String, { nullable: true, description: '限制条件. Under which conditions it is allowed.' })
  conditions: string | null;

  @Column('varchar', { length: 200 })
  @Shared('PUBLIC')
  @Field(() => String, { nullable: true, description: '依据文件. The document that it stands in.' })
  document: string;

  @Column('date')
  @Shared('PUBLIC')
  @Field(() => DateOnly, { nullable: true, description: '有效期起. The first day on which it holds.' })
  validFrom: string;

  @Column('date', { nullable: true })
  @Shared('PUBLIC')
  @Field(() => DateOnly, { nullable: true, description: '有效期至. The last day on which it holds; null if it has no end.' })
  validTo: string | null;
}

export const IndustryRestrictionConnection = connectionOf('IndustryRestriction', '禁止和限制类产业', () => IndustryRestriction);
export const RESTRICTIONS: List<IndustryRestriction> = {
  name: 'industryRestrictions',
  entity: IndustryRestriction,
  order: ['regionCode', 'id'],
};

@InputType({ description: '禁止和限制类产业报送. A restricted industry as it is submitted.' })
export class IndustryRestrictionInput extends SubmittedInput {
  @Sent(regionCode, '适用区划代码. The division that it holds in.')
  regionCode: string;

  @Sent(text(100), '园区名称. The park.', { optional: true })
  area: string | null;

  @Sent(industry, '行业代码 (GB/T 4754-2017)，含其下级. The industry, with all below it.')
  industryCode: string;

  @Sent(oneOf(RestrictionKind), '类别，见 RestrictionKind. A value of RestrictionKind.')
  kind: RestrictionKind;

  @Sent(text(500), '限制条件. Under which conditions it is allowed.', { optional: true })
  conditions: string | null;

  @Sent(text(200), '依据文件. The document that it stands in.')
  document: string;

  @Sent(date, '有效期起. The first day.')
  validFrom: string;

  @Sent(date, '有效期至. The last day.', { optional: true })
  validTo: string | null;
}

export const industryRestrictionSubmission: Submission<IndustryRestrictionInput, IndustryRestriction, null> = {
  kind: 'industry-restrictions',
  term: { zh: '禁止和限制类产业', en: 'restricted industry' },
  mutation: 'submitIndustryRestrictions',
  subgraph: 'registry',
  input: IndustryRestrictionInput,
  entity: IndustryRestriction,
  key: 'id',
  prepare: async () => null,
  toRow({ sourceId, revision: _, ...record }, __, source) {
    const { validFrom, validTo } = record;
    checkDay('validTo', validTo, { from: validFrom });
    return { ...record, id: `${source}/${sourceId}` };
  },
};
