import { vocabulary } from '../../kernel';

export const SpotCheckResult = vocabulary('SpotCheckResult', '抽查结果. The possible results of a sample.', {
  PENDING: '待检验. It is being tested.',
  QUALIFIED: '合格. It conforms.',
  UNQUALIFIED: '不合格. It does not conform.',
  DISPUTED: '异议复检中. Objected to, and being tested again.',
});
export type SpotCheckResult = keyof typeof SpotCheckResult;

export const SpotCheckStage = vocabulary('SpotCheckStage', '抽查处理阶段. The stages of a spot check.', {
  SAMPLED: '已抽样待检验. The sample was taken.',
  UNQUALIFIED: '不合格待处理. It does not conform; nothing is ordered yet.',
  DISPUTED: '异议复检. The result is objected to.',
  CORRECTING: '责令改正. Correction was ordered.',
  FAILED: '复查不合格待公告. Re-inspection has failed; it is to be announced by the province.',
  ANNOUNCED: '已公告. The failure was announced; a second re-inspection follows.',
  SUSPENDED: '停业整顿. The second re-inspection has failed, too: business is suspended.',
  UNRECTIFIED: '整顿后复查仍不合格. Re-inspection has failed after the suspension as well.',
  REVOKING: '建议吊销营业执照. It is proposed to revoke the licence.',
  CLOSED: '已办结. Nothing more is to be done.',
});
export type SpotCheckStage = keyof typeof SpotCheckStage;

export const SalePlace = vocabulary('SalePlace', '抽样环节. The kinds of places where a sample is taken.', {
  PRODUCTION: '生产领域. At the producer.',
  SHOP: '流通领域（实体店）. In a shop.',
  ONLINE: '网络交易. Online.',
});
export type SalePlace = keyof typeof SalePlace;

export const SamplingLevel = vocabulary(
  'SamplingLevel',
  '抽查层级. The level that has ordered a sampling, from the highest.',
  {
    NATIONAL: '国家监督抽查. Organised by the national authority.',
    PROVINCE: '省级监督抽查. Organised by a province.',
    CITY: '市级监督抽查. Organised by a city.',
    COUNTY: '县级监督抽查. Organised by a county.',
  },
);
export type SamplingLevel = keyof typeof SamplingLevel;

export const SpotCheckStep = vocabulary('SpotCheckStep', '抽查处理环节. One kind of step of a spot check.', {
  SAMPLE: '抽样. The sample is taken.',
  TEST: '检验结果. The result is recorded.',
  OBJECT: '提出异议. The result is objected to.',
  RETEST: '复检. The sample is tested again.',
  STOP_SALE: '责令停止生产销售. Making and selling the product is stopped.',
  ORDER_CORRECTION: '责令改正. Correction is ordered.',
  REINSPECT: '复查. The product is sampled again.',
  ANNOUNCE: '公告. The failure is announced by the province.',
  PROPOSE_REVOCATION: '建议吊销. It is proposed to revoke the licence.',
  PUBLISH: '公布结果. The result is published.',
});
export type SpotCheckStep = keyof typeof SpotCheckStep;

export const CertificateGround = vocabulary(
  'CertificateGround',
  '认证存疑情形（抽样当日）. What speaks against the certificate of a sampled product on the day of sampling, or is not known of it.',
  {
    MISSING: '须认证而未记录证书. The catalogue asked for a certificate, and none was recorded.',
    REQUIREMENT_UNKNOWN:
      '未记录证书，是否须认证未知（未填类别或目录历史未收录）. None was recorded; whether one was needed is not known, without a category or the catalogue of that day.',
    NOT_ON_RECORD: '证书编号无记录. No certificate with this number is on record.',
    NOT_ISSUED: '尚未发证. It was issued after that day.',
    SUSPENDED: '当日暂停. It was suspended on that day.',
    REVOKED: '当日已撤销. It had been revoked by that day.',
    CANCELLED: '当日已注销. It had been cancelled by that day.',
    EXPIRED: '当日已过期. It had run out by that day.',
    STATUS_UNKNOWN: '当日状态未知. It was issued by then, and its status of that day is not on record.',
    OTHER_MAKER: '证书属于其他生产者. It is held by, and made out for, other enterprises than the producer.',
    MAKER_UNKNOWN:
      '未记录生产者，不能核对. The producer was not recorded, so the certificate cannot be held against it.',
    OTHER_CATEGORY: '证书属于其他类别. It is for another category of products.',
  },
);
export type CertificateGround = keyof typeof CertificateGround;

export const TestConclusion = vocabulary('TestConclusion', '检验结论. The possible conclusions of a test.', {
  QUALIFIED: '合格. It conforms.',
  UNQUALIFIED: '不合格. It does not conform.',
});
export type TestConclusion = keyof typeof TestConclusion;

export const RateBy = vocabulary('RateBy', '不合格率分组方式. What rates are worked out by.', {
  PRODUCT: '按重点产品. Counted by key product.',
  REGION: '按下一级区划. By the divisions of the next level.',
  PLACE: '按抽样环节. By where the samples were taken.',
});
export type RateBy = keyof typeof RateBy;
