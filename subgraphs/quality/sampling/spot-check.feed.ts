import { defineLine, feedOf } from '../../kernel';
import { SalePlace, SamplingLevel, SpotCheckResult, SpotCheckStage } from './sampling.terms';

/** What `spot_check_line` of the database makes of a spot check, from the day of its publication on. */
export const samplingFeed = feedOf(
  defineLine({
    feed: 'sampling-results',
    version: 1,
    title: '已公布的监督抽查结果. A result of sampling that was published',
    fields: {
      id: { says: '抽查编号. The id of the spot check.' },
      sampleNumber: { says: '抽样单编号. The number of the sampling form.', optional: true },
      productCode: { says: '重点产品代码. The code of the key product.' },
      productName: { says: '产品名称、型号. The name and model of the product.', optional: true },
      batch: { says: '批次. The batch that the sample is of.' },
      sampledOn: { says: '抽样日期. The day on which the sample was taken.', type: 'date' },
      place: { says: '抽样环节. The place where the sample was taken.', of: SalePlace },
      level: { says: '抽查层级. The level that has ordered the sampling.', of: SamplingLevel },
      sellerUscc: { says: '销售者的统一社会信用代码. The code of the seller.', optional: true },
      producerUscc: { says: '生产者的统一社会信用代码. The code of the maker.', optional: true },
      certificateNumber: {
        says: '产品认证证书编号. The certificate that the product bears.',
        optional: true,
      },
      result: { says: '抽查结果. The result of the check.', of: SpotCheckResult },
      stage: { says: '处理阶段. The stage that it has reached.', of: SpotCheckStage },
      defects: { says: '不合格项目. The points in which it does not conform.', optional: true },
      regionCode: { says: '抽样地区划代码. The code of the division where the sample was taken.' },
      matterCodes: { says: '涉及的一件事代码. The codes of the matters that it belongs to.', type: 'texts' },
      publishedOn: { says: '结果公布日期. The day of its publication.', type: 'date' },
      synthetic: { says: '是否合成数据. Whether it is synthetic, made for demonstration.', type: 'flag' },
    },
  }),
  'sampling_results',
  'spot_check',
  'id',
  'spot_check_line',
);
