import { Field, ID, InputType } from 'type-graphql';
import { DateOnly, RegionCode, Uscc } from '../../kernel';
import { CertificateGround, SalePlace, SpotCheckResult, SpotCheckStage } from './sampling.terms';

@InputType({
  description: '抽查筛选条件. The conditions by which spot checks are selected; those given must all hold.',
})
export class SpotCheckFilter {
  @Field(() => RegionCode, {
    nullable: true,
    description: '抽样地区划及其下级. Taken in the subtree of this division.',
  })
  region?: string | null;

  @Field(() => ID, { nullable: true, description: '重点产品代码. Returns only those of this key product.' })
  product?: string | null;

  @Field(() => SpotCheckResult, {
    nullable: true,
    description: '抽查结果. Returns only those with this result.',
  })
  result?: SpotCheckResult | null;

  @Field(() => SpotCheckStage, { nullable: true, description: '处理阶段. That have come so far.' })
  stage?: SpotCheckStage | null;

  @Field(() => SalePlace, { nullable: true, description: '抽样环节. Taken at such a place.' })
  place?: SalePlace | null;

  @Field(() => DateOnly, { nullable: true, description: '抽样日期不早于. Taken on this day or later.' })
  from?: string | null;

  @Field(() => DateOnly, { nullable: true, description: '抽样日期不晚于. Taken on this day or earlier.' })
  to?: string | null;

  @Field(() => Uscc, {
    nullable: true,
    description: '销售者. Returns only samples of products sold by this enterprise.',
  })
  seller?: string | null;

  @Field(() => Uscc, {
    nullable: true,
    description: '生产者. Returns only samples of products made by this enterprise.',
  })
  producer?: string | null;

  @Field(() => Boolean, { nullable: true, description: '是否已公布. Whether they are published by today.' })
  published?: boolean | null;

  @Field(() => CertificateGround, {
    nullable: true,
    description: '认证存疑情形. Returns only those of whose certificate this holds.',
  })
  certificateGround?: CertificateGround | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      '认证是否存疑. Those of whose certificate something speaks against or is not known, or the others.',
  })
  certificateFlagged?: boolean | null;
}
