import { Index } from 'typeorm';
import { DuplicateOf, Fact, Id, Noun, RefersTo, Submitted, Synthetic, prose } from '../../kernel';
import { asId, date, printedCode, regionCode, text, uscc, whole } from '../../kernel';
import { asked, asking, inputOf, inputType, vocabulary } from '../../kernel';
import { CccCertificate } from '../certificate/certificate';
import { certificateNumber } from '../certificate/certificate.rules';
import { Enterprise, Region } from '../others';

export const RecallStatus = vocabulary('RecallStatus', '召回状态. The stages of a recall.', {
  SUBMITTED: '已报告召回计划. The producer has reported its plan of the recall.',
  ANNOUNCED: '已公告. The recall was announced to consumers.',
  COMPLETED: '已完成. The recall is completed.',
});
export type RecallStatus = keyof typeof RecallStatus;

const OPTIONAL = { optional: true } as const;

/** 消费品召回管理暂行规定（市场监管总局令第19号）. How far it has come follows from its days. */
@Index('recall_by_batch', ['batch', 'id'])
@Noun('缺陷产品召回. A recall of defective products.', { term: { zh: '缺陷产品召回', en: 'recall' } })
export class Recall extends Submitted {
  @Id('PUBLIC', '召回编号. The id of the recall.') id: string;

  @RefersTo(() => Enterprise, uscc, 'PUBLIC', '生产者. The enterprise that makes the product.', {
    as: 'producer',
    index: true,
    back: {
      name: 'recalls',
      level: 'PUBLIC',
      says: '缺陷产品召回. The recalls of what it has made.',
      period: 'announcedOn',
      state: true,
    },
    unknown: 'flag',
  })
  producerUscc: string;

  @RefersTo(() => Region, regionCode, 'PUBLIC', '生产者所在地. The division of the producer.', {
    as: 'region',
    index: true,
  })
  regionCode: string;

  @RefersTo(
    () => CccCertificate,
    asId(certificateNumber),
    'PUBLIC',
    '认证证书. The certificate of the product, if it has one.',
    {
      as: 'certificate',
      index: true,
      optional: true,
      back: {
        name: 'recalls',
        level: 'PUBLIC',
        says: '缺陷产品召回. The recalls of products under it.',
        period: 'announcedOn',
        state: true,
      },
      unknown: 'flag',
    },
  )
  certificateNumber: string | null;

  @Fact('PUBLIC', printedCode(60), '批次. The batch, as marked on the product.') batch: string;
  @Fact('PUBLIC', text(200), '产品名称. The name of the product.') productName: string;
  @Fact('PUBLIC', prose(500), '缺陷及可能的伤害. The defect, and what harm it may do.') defect: string;
  @Fact('PUBLIC', whole(1, 2e9), '涉及数量. The number of pieces to be recalled.') units: number;
  @Fact('PUBLIC', date, '计划完成日期. The day by which it is to be completed.') dueOn: string;
  @Fact('PUBLIC', date, '公告日期. The day on which it was announced.', OPTIONAL) announcedOn: string | null;
  @Fact('PUBLIC', date, '完成日期. The day on which it was completed.', OPTIONAL) completedOn: string | null;
  @Fact('PUBLIC', whole(0, 2e9), '召回数量. The number of products that were recalled.', OPTIONAL) recalled:
    number | null;
  @DuplicateOf('PUBLIC', ['producerUscc', 'batch', 'productName']) duplicateOf: string | null;
  @Synthetic() synthetic: boolean;
}

export const RecallInput = inputOf(Recall, '缺陷产品召回报送. A recall as its plan is submitted.', [
  'producerUscc',
  'regionCode',
  'certificateNumber',
  'batch',
  'productName',
  'defect',
  'units',
  'dueOn',
]);

const step = {
  ...asking(Recall, ['id']),
  on: asked(date, '办理日期. The day on which the recall was announced or completed.'),
};
const completion = { ...step, ...asking(Recall, ['recalled!']) };
export const AnnounceRecallInput = inputType(
  'AnnounceRecallInput',
  '公告召回. The announcement of a recall that was submitted.',
  step,
);
export const CompleteRecallInput = inputType(
  'CompleteRecallInput',
  '完成召回. The completion of a recall that was announced.',
  completion,
);
