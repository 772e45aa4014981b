import { ObjectType } from 'type-graphql';
import { Index } from 'typeorm';
import {
  Fact,
  Kept,
  Key,
  Noun,
  RefersTo,
  Served,
  Decided,
  Synthetic,
  asId,
  asked,
  date,
  documentNumber,
  inputOf,
  inputType,
  oneOf,
  prose,
  regionCode,
  text,
  uscc,
  vocabulary,
} from '../../kernel';
import { categoryCode } from '../catalogue/ccc-category';
import { CertificationBody, Laboratory, bodyCode, laboratoryCode } from '../institution/institution';
import { Enterprise, Region } from '../others';
import { certificateNumber } from './certificate.rules';

export const CccStatus = vocabulary('CccStatus', '认证证书状态. The states of a certificate.', {
  VALID: '有效. Valid.',
  SUSPENDED: '暂停. Suspended.',
  REVOKED: '撤销. Revoked for a fault.',
  CANCELLED: '注销. Cancelled, on request or with its holder.',
  EXPIRED: '过期. Its last day is past; worked out on the day.',
});
export type CccStatus = keyof typeof CccStatus;

@Noun('强制性产品认证证书（CCC）. A compulsory certificate of a product.', {
  term: { zh: '认证证书', en: 'certificate' },
})
@Index('ccc_certificate_by_holder', ['holderUscc', 'number'])
@Index('ccc_certificate_by_region', ['regionCode', 'number'])
// holds all that the figures of an overview need
@Index('ccc_certificate_by_category', ['categoryCode', 'regionCode', 'status', 'expiresOn', 'number'])
export class CccCertificate extends Decided {
  @Key(
    'PUBLIC',
    asId(certificateNumber),
    '证书编号，16 位数字：年 4、机构 2、类别 4、流水 6. Its number of 16 digits: year 4, body 2, category 4, serial 6.',
  )
  number: string;

  @RefersTo(
    () => Enterprise,
    uscc,
    'PUBLIC',
    '持证人（认证委托人）. The enterprise that holds the certificate.',
    {
      as: 'holder',
      stated: '持证人的统一社会信用代码. The unified social credit code of the holder.',
      back: {
        name: 'cccCertificates',
        level: 'PUBLIC',
        says: '持有的认证证书，按编号. The certificates that it holds.',
        period: 'issuedOn',
        state: true,
      },
      unknown: 'flag',
    },
  )
  holderUscc: string;

  @RefersTo(
    () => Enterprise,
    uscc,
    'PUBLIC',
    '生产者（制造商），默认同持证人. The producer; by default the holder.',
    {
      as: 'manufacturer',
      optional: true,
      index: true,
      back: {
        name: 'certificatesOfProducts',
        level: 'PUBLIC',
        says: '作为生产者的认证证书，按编号. The certificates of what it makes, by number.',
        period: 'issuedOn',
        state: true,
      },
      unknown: 'flag',
    },
  )
  manufacturerUscc: string | null;

  @Kept(
    categoryCode,
    '目录类别代码，默认取自编号；无官方代码的新增类别须填. Its category, by default that of the number.',
  )
  categoryCode: string;

  @Fact('PUBLIC', text(200), '产品名称. The name of the product.', { always: true })
  productName: string;

  @Fact('PUBLIC', text(300), '规格型号. The models that it covers.', { optional: true })
  models: string | null;

  @RefersTo(() => CertificationBody, bodyCode, 'PUBLIC', '发证机构. The body that issued the certificate.', {
    as: 'body',
    index: true,
    back: {
      name: 'certificates',
      level: 'PUBLIC',
      says: '所发认证证书，按编号. The certificates that it issued, by number.',
      period: 'issuedOn',
      state: true,
    },
    always: true,
  })
  bodyCode: string;

  @RefersTo(
    () => Laboratory,
    laboratoryCode,
    'PUBLIC',
    '指定实验室. The designated laboratory that tested it.',
    {
      as: 'laboratory',
      index: true,
      back: {
        name: 'certificates',
        level: 'PUBLIC',
        says: '经其检测的认证证书，按编号. The certificates of what it tested, by number.',
        period: 'issuedOn',
        state: true,
      },
      stated: '指定实验室编号. The designated laboratory that tested it.',
      optional: true,
    },
  )
  laboratoryCode: string | null;

  @Fact('PUBLIC', date, '发证日期. The day on which it was issued.', { always: true })
  issuedOn: string;

  @Fact('PUBLIC', date, '有效期届满日，当日仍有效. The last day on which the certificate is valid.', {
    always: true,
  })
  expiresOn: string;

  /** As stored: never EXPIRED. Served as it stands on the day. */
  @Kept(
    oneOf(CccStatus, 12, ['EXPIRED']),
    '状态；过期由日期得出. Its status; that it is expired follows from its last day.',
  )
  status: CccStatus;

  @Fact(
    'PUBLIC',
    date,
    '现状态起始日，默认为发证日期. Since when it has its stored status, by default its issue.',
  )
  statusSince: string;

  @Kept(prose(300), '状态原因. The reason why it has this status.', { optional: true })
  statusReason: string | null;

  @RefersTo(() => Region, regionCode, 'PUBLIC', '持证人所在地. The division of the holder.', {
    as: 'region',
    shown: '持证人所在地区划代码. The division of its holder.',
  })
  regionCode: string;

  @Synthetic() synthetic: boolean;
}

export const CccCertificateInput = inputOf(
  CccCertificate,
  '认证证书报送. A certificate as it is submitted.',
  [
    'number',
    'holderUscc',
    'manufacturerUscc',
    'categoryCode?',
    'productName',
    'models',
    'laboratoryCode',
    'issuedOn',
    'expiresOn',
    'status',
    'statusSince?',
    'statusReason',
    'regionCode',
  ],
  { defaults: { status: 'VALID' } },
);

export const CccStatusInput = inputType(
  'CccStatusInput',
  '证书状态决定；由发证机构或国务院认证认可监督管理部门作出，其他部门责令发证机构. A decision on the status of a certificate, by the body that issued it or the national authority; any other office orders the body, by disposeValidityCheck.',
  {
    number: asked(asId(certificateNumber), '证书编号. The number of the certificate.'),
    document: asked(documentNumber(200), '决定文书. The document by which it was decided.'),
    reason: asked(prose(300), '原因. The reason for the decision.'),
    on: asked(date, '生效日期，默认当日. From this day, today by default.', { optional: true }),
  },
);

/** Of a division. */
@ObjectType({ description: '证书编号各部分. The parts of a certificate’s number.', simpleResolvers: true })
export class CccNumberParts {
  @Served('PUBLIC', text(4), '发证年份，四位. The year of issue, four digits.', { always: true })
  year: string;
  @Served('PUBLIC', text(2), '认证机构代码，两位. The code of the certification body, two digits.', {
    always: true,
  })
  body: string;
  @Served('PUBLIC', text(4), '产品类别代码，四位. The category of the product.', { always: true })
  category: string;
  @Served('PUBLIC', text(6), '流水号，六位. The serial part of the number, six digits.', { always: true })
  serial: string;
}
