import { asId, asked, date, flag, inputType, oneOf, regionCode, uscc } from '../../kernel';
import { keyProductCode } from '../catalogue/key-product';
import { CertificateGround, SalePlace, SpotCheckResult, SpotCheckStage } from './sampling.terms';

const OPTIONAL = { optional: true } as const;

export const SpotCheckFilter = inputType(
  'SpotCheckFilter',
  '抽查筛选条件. The conditions by which spot checks are selected; those given must all hold.',
  {
    region: asked(regionCode, '抽样地区划及其下级. Taken in the subtree of this division.', OPTIONAL),
    product: asked(asId(keyProductCode), '重点产品代码. Returns only those of this key product.', OPTIONAL),
    result: asked(oneOf(SpotCheckResult), '抽查结果. Returns only those with this result.', OPTIONAL),
    stage: asked(oneOf(SpotCheckStage, 20), '处理阶段. That have come so far.', OPTIONAL),
    place: asked(oneOf(SalePlace), '抽样环节. Taken at such a place.', OPTIONAL),
    from: asked(date, '抽样日期不早于. Taken on this day or later.', OPTIONAL),
    to: asked(date, '抽样日期不晚于. Taken on this day or earlier.', OPTIONAL),
    seller: asked(uscc, '销售者. Returns only samples of products sold by this enterprise.', OPTIONAL),
    producer: asked(uscc, '生产者. Returns only samples of products made by this enterprise.', OPTIONAL),
    published: asked(flag, '是否已公布. Whether they are published by today.', OPTIONAL),
    certificateGround: asked(
      oneOf(CertificateGround, 24),
      '认证存疑情形. Returns only those of whose certificate this holds.',
      OPTIONAL,
    ),
    certificateFlagged: asked(
      flag,
      '认证是否存疑. Those of whose certificate something speaks against or is not known, or the others.',
      OPTIONAL,
    ),
  },
);
export type SpotCheckFilter = Partial<InstanceType<typeof SpotCheckFilter>>;
