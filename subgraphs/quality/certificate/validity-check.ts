import { Index } from 'typeorm';
import {
  DuplicateOf,
  Fact,
  Id,
  Kept,
  Noun,
  Decided,
  asId,
  asked,
  date,
  documentNumber,
  id,
  inputOf,
  inputType,
  oneOf,
  prose,
  regionCode,
  vocabulary,
} from '../../kernel';
import { categoryCode } from '../catalogue/ccc-category';
import { certificateNumber } from './certificate.rules';

export const ValidityResult = vocabulary(
  'ValidityResult',
  '认证有效性抽查结果. What a validity check has found.',
  {
    CONFORMING: '符合认证要求. It conforms to what was certified.',
    NONCONFORMING: '不符合认证要求. The product does not conform.',
  },
);
export type ValidityResult = keyof typeof ValidityResult;

export const ValidityDisposal = vocabulary(
  'ValidityDisposal',
  '抽查不符合的处理. What was done about a product that does not conform.',
  {
    SUSPEND: '责令暂停证书. The issuing body was ordered to suspend the certificate, or has suspended it.',
    REVOKE: '撤销证书. The issuing body was ordered to revoke the certificate, or has revoked it.',
    HAND_OVER: '移送执法. It was handed over to enforcement.',
  },
);
export type ValidityDisposal = keyof typeof ValidityDisposal;

export const CertificateOrderState = vocabulary(
  'CertificateOrderState',
  '责令暂停、撤销的办理状态. How far an order to suspend or revoke a certificate has come.',
  {
    AWAITED: '待发证机构处理. The issuing body has not answered yet.',
    SUSPENDED: '发证机构已暂停. The issuing body has suspended the certificate, as it was ordered.',
    REVOKED: '发证机构已撤销. The issuing body has revoked the certificate, as it was ordered.',
    DECLINED: '发证机构不予暂停或撤销. The issuing body has declined, and said why.',
  },
);
export type CertificateOrderState = keyof typeof CertificateOrderState;

const OPTIONAL = { optional: true } as const;

@Noun('认证有效性抽查. A check whether a certified product is what was certified.', {
  key: false,
  term: { zh: '认证有效性抽查', en: 'validity check' },
})
@Index('ccc_validity_check_by_certificate', ['certificateNumber', 'checkedOn', 'id'])
@Index('ccc_validity_check_by_region', ['regionCode', 'checkedOn', 'categoryCode'])
export class CccValidityCheck extends Decided {
  @Id('UNCONDITIONAL', '编号. The id of the record.', { always: false }) id: string;

  @Fact('UNCONDITIONAL', asId(certificateNumber), '证书编号. The number of the certificate.')
  certificateNumber: string;

  @Kept(categoryCode, '证书的类别代码. The category of the certificate.')
  categoryCode: string;

  @Fact('UNCONDITIONAL', date, '抽查日期. The day on which the product was checked.')
  checkedOn: string;

  @Fact('UNCONDITIONAL', oneOf(ValidityResult, 16), '抽查结果. The result of the check.')
  result: ValidityResult;

  @Fact(
    'UNCONDITIONAL',
    prose(500),
    '不符合情况；不符合时必填. The points in which it does not conform; required if it does not.',
    {
      optional: true,
    },
  )
  finding: string | null;

  @Fact('UNCONDITIONAL', oneOf(ValidityDisposal), '已作处理. The measure that was taken.', { optional: true })
  disposal: ValidityDisposal | null;

  @Fact('UNCONDITIONAL', date, '处理日期. The day on which the measure was taken.', { optional: true })
  disposedOn: string | null;

  @Fact(
    'UNCONDITIONAL',
    date,
    '责令暂停或撤销日期. The day on which its suspension or revocation was ordered.',
    OPTIONAL,
  )
  orderedOn: string | null;

  @Fact('UNCONDITIONAL', prose(300), '处理理由. The reason for the measure.', OPTIONAL)
  disposalReason: string | null;

  /** Whose market supervision keeps the certificate, and takes the answer of the body that issued it. */
  @Kept(regionCode, '证书持证人所在地区划代码. The division of the holder of the certificate.')
  holderRegionCode: string;

  @Fact('UNCONDITIONAL', date, '发证机构处理日期. The day of the decision of the issuing body.', OPTIONAL)
  answeredOn: string | null;

  @Kept(
    oneOf(CertificateOrderState, 12, ['AWAITED']),
    '发证机构的处理. What the issuing body has decided on the order.',
    OPTIONAL,
  )
  answer: CertificateOrderState | null;

  @Fact(
    'UNCONDITIONAL',
    documentNumber(200),
    '发证机构文书. The document by which the issuing body decided.',
    { ...OPTIONAL, column: { collation: undefined } },
  )
  answerDocument: string | null;

  @Fact('UNCONDITIONAL', regionCode, '抽样地区划代码. The division where it was taken.')
  regionCode: string;

  @DuplicateOf(null, ['certificateNumber', 'checkedOn', 'regionCode', 'result']) duplicateOf: string | null;
}

export const CccValidityCheckInput = inputOf(
  CccValidityCheck,
  '认证有效性抽查报送. A validity check as it is submitted.',
  ['certificateNumber', 'checkedOn', 'result', 'finding', 'disposal', 'disposedOn', 'regionCode'],
);

export const DisposeValidityCheckInput = inputType(
  'DisposeValidityCheckInput',
  '有效性抽查处理. What is done about a product that does not conform.',
  {
    id: asked(id(130), '抽查编号. The id of the check.'),
    disposal: asked(
      oneOf(ValidityDisposal),
      '处理；暂停、撤销为责令发证机构办理. The measure that is taken; to suspend or revoke is to order the issuing body to do so.',
    ),
    reason: asked(prose(300), '原因. The reason for the measure.'),
  },
);

export const AnswerCertificateOrderInput = inputType(
  'AnswerCertificateOrderInput',
  '发证机构处理结果. What the issuing body has decided on the order to suspend or revoke.',
  {
    id: asked(id(130), '抽查编号. The id of the check by which it was ordered.'),
    answer: asked(
      oneOf(CertificateOrderState, 12, ['AWAITED']),
      '处理；与所责令的一致，或者不予办理. Whether the body has done what was ordered, or declined.',
    ),
    document: asked(documentNumber(200), '发证机构文书. The document by which the issuing body decided.'),
    reason: asked(prose(300), '理由. The reason that the issuing body has stated.'),
    on: asked(date, '处理日期，默认当日. The day of its decision, today by default.', OPTIONAL),
  },
);
