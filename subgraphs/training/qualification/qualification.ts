import { Index } from 'typeorm';
import {
  DuplicateOf,
  Fact,
  Kept,
  Key,
  Noun,
  RefersTo,
  Sealed,
  Decided,
  Synthetic,
  asId,
  asked,
  code,
  codeColumn,
  date,
  id,
  idNumber,
  industry,
  inputOf,
  inputType,
  oneOf,
  personal,
  printedCode,
  regionCode,
  sealed,
  uscc,
  vocabulary,
  type List,
  MatterCodes,
  TaggedAt,
  TaggedBy,
} from '../../kernel';
import { Enterprise, Region } from '../others';
import { QualificationScheme } from './item';

export const QualificationStatus = vocabulary(
  'QualificationStatus',
  '资格状态（当日）. The states of a qualification, as of today.',
  {
    VALID: '有效. In force.',
    RENEWAL_DUE: '有效，已到申请复审期限. In force; renewBy has come and no renewal is known.',
    EXPIRED: '过期或逾期未复审. Its term, or the day of its review, has passed.',
    SUSPENDED: '暂停. Suspended.',
    REVOKED: '吊销、撤销. Revoked.',
    CANCELLED: '注销. Cancelled.',
  },
);
export type QualificationStatus = keyof typeof QualificationStatus;

/** As the issuer states it; what follows from the day of asking, `qualification.rules.ts` says. */
export const QualificationStanding = vocabulary(
  'QualificationStanding',
  '证书状态（发证机关）. What the issuer says of a certificate.',
  {
    VALID: '有效. In force as far as its term goes.',
    SUSPENDED: '暂停. Suspended.',
    REVOKED: '吊销、撤销. Revoked.',
    CANCELLED: '注销. Cancelled.',
  },
);
export type QualificationStanding = keyof typeof QualificationStanding;

/**
 * One item of one certificate. Columns that hold something personal are sealed or pseudonyms: the table tells nobody's
 * name or number without the data key.
 */
@Noun('人员资格. One item of a person’s certificate.')
@Index('qualification_by_region', ['regionCode', 'id', 'itemId', 'standing', 'validUntil'], {
  where: 'duplicate_of IS NULL',
})
@Index('qualification_by_employer', ['employerUscc', 'id', 'itemId', 'standing', 'validUntil'], {
  where: 'duplicate_of IS NULL',
})
@Index('qualification_by_number', ['numberPseudonym'])
@Index('qualification_by_person', ['personId'])
@Index('qualification_by_item', ['itemId', 'regionCode', 'validUntil', 'personId'], {
  where: `standing = 'VALID' AND duplicate_of IS NULL`,
})
@Index('qualification_by_industry', ['industryCode', 'regionCode', 'validUntil', 'personId'], {
  where: `standing = 'VALID' AND duplicate_of IS NULL`,
})
@Index('qualification_by_matter', { synchronize: false })
export class Qualification extends Decided {
  /** Pseudonym of issuer system (source), scheme, number and item. */
  @Key('PUBLIC', id(32), '资格编号（不透明）. The opaque id of the qualification.') id: string;

  @Fact(
    'UNCONDITIONAL',
    id(32),
    '人员标识（不透明）. The opaque id of the person, the same on all certificates.',
  )
  personId: string;

  /** 张**, as the field shows it. */
  @Fact('UNCONDITIONAL', code(16), '持证人，以 张** 显示. The holder, masked; see fullName.', {
    always: true,
  })
  holderName: string;

  @Sealed('CONDITIONAL', personal(60), '持证人姓名. The full name of the holder.', {
    as: 'fullName',
    column: codeColumn(512),
  })
  sealedName: string;

  @Sealed('CONDITIONAL', personal(64), '证书编号. The number of the certificate.', {
    as: 'number',
    column: codeColumn(512),
  })
  sealedNumber: string;

  @Kept(
    sealed(idNumber),
    '公民身份号码，加密存储，不对外提供. The identity number, sealed at rest, returned by no field.',
    { column: codeColumn(512) },
  )
  sealedIdNumber: string;

  @Kept(code(32), '证书编号的假名. The pseudonym of the number, by which a certificate is verified.')
  numberPseudonym: string;

  @Kept(code(32), '持证人姓名的假名. The pseudonym of the name together with the number.')
  holderPseudonym: string;

  @Fact(
    'UNCONDITIONAL',
    oneOf(QualificationScheme, 28),
    '资格制度. The scheme under which it is issued: only its issuers submit it.',
    {
      always: true,
    },
  )
  scheme: QualificationScheme;

  @Kept(printedCode(60), '资格项目标识（现行目录）. The id of the item that it counts as today.')
  itemId: string;

  @Fact('UNCONDITIONAL', printedCode(24), '证书所载项目代码. The code as the certificate states it.')
  statedItem: string;

  @Kept(oneOf(QualificationStanding), '证书状态. What the issuer says of the certificate.')
  standing: QualificationStanding;

  @Fact('UNCONDITIONAL', date, '发证日期. The day on which it was issued.', { always: true })
  issuedOn: string;

  @Fact(
    'UNCONDITIONAL',
    date,
    '有效期届满日，默认按规则. The last day of its term, by default that of the rule.',
    { always: true },
  )
  expiresOn: string;

  @Fact('UNCONDITIONAL', date, '最近复审日期. The day on which it was last reviewed.', { optional: true })
  reviewedOn: string | null;

  /** The last day of its force as far as is known: its term, or the day by which its review is due. */
  @Fact(
    'UNCONDITIONAL',
    date,
    '目前有效至（含复审期限）. In force until then unless it is reviewed or renewed.',
  )
  validUntil: string;

  @Fact('UNCONDITIONAL', date, '申请复审（换证）期限. The last day for asking for review or renewal.')
  renewBy: string;

  @RefersTo(
    () => Enterprise,
    uscc,
    'UNCONDITIONAL',
    '聘用单位（统一社会信用代码）. The enterprise that employs the holder, by its USCC.',
    {
      as: 'employer',
      stated: '聘用单位的统一社会信用代码. The unified social credit code of the employer.',
      optional: true,
      back: {
        name: 'qualifications',
        level: 'UNCONDITIONAL',
        says: '聘用人员的资格. The qualifications of the people it employs.',
        period: 'issuedOn',
        state: true,
      },
      unknown: 'flag',
    },
  )
  employerUscc: string | null;

  @RefersTo(
    () => Region,
    regionCode,
    'UNCONDITIONAL',
    '从业地（区划代码）. The division where the holder works, by its code.',
    {
      as: 'region',
      stated: '从业地区划代码. The division where the holder works.',
    },
  )
  regionCode: string;

  @Fact(
    'UNCONDITIONAL',
    industry,
    '聘用单位行业代码 (GB/T 4754-2017)，以登记部门为准. The industry of the employer, as the register has it.',
    {
      optional: true,
      of: 'employerUscc',
    },
  )
  industryCode: string | null;

  @MatterCodes('UNCONDITIONAL') matterCodes: string[];
  @TaggedBy() matterCodesBy: string | null;
  @TaggedAt() matterCodesAt: Date | null;

  @Synthetic('UNCONDITIONAL') synthetic: boolean;

  /** Of one issue: a certificate that is renewed keeps its number. */
  @DuplicateOf(null, ['scheme', 'numberPseudonym', 'statedItem', 'issuedOn']) duplicateOf: string | null;
}

export const QualificationInput = inputOf(
  Qualification,
  '人员资格报送. One item of a certificate as it is submitted.',
  [
    'scheme',
    'standing',
    'issuedOn',
    'expiresOn?',
    'reviewedOn',
    'employerUscc',
    'regionCode',
    'industryCode',
    'matterCodes',
  ],
  {
    defaults: { standing: 'VALID', matterCodes: [] },
    also: {
      item: asked(
        printedCode(24),
        '证书所载项目代码，如 N1；旧证用旧代码. The code of the item as the certificate states it, an old one on an old certificate.',
      ),
      number: asked(personal(64), '证书编号；加密存储. The number of the certificate; sealed at rest.'),
      holderName: asked(personal(60), '持证人姓名；加密存储. The holder’s name; sealed at rest.'),
      idNumber: asked(
        idNumber,
        '持证人公民身份号码；加密存储，不对外提供. The holder’s identity number; sealed at rest, returned by nothing.',
      ),
    },
  },
);

export const QUALIFICATIONS: List<Qualification> = {
  name: 'qualifications',
  entity: Qualification,
  order: ['regionCode', 'id'],
};
/** Those of one employer, who may have people in several divisions. */
export const EMPLOYED: List<Qualification> = {
  name: 'employedQualifications',
  entity: Qualification,
  order: ['id'],
};

const optional = { optional: true } as const;
export const QualificationFilter = inputType(
  'QualificationFilter',
  '人员资格筛选. The qualifications for which all of this holds.',
  {
    region: asked(regionCode, '区划及其下级. In the subtree of this division.', optional),
    scheme: asked(oneOf(QualificationScheme), '资格制度. Issued under this scheme.', optional),
    item: asked(
      asId(printedCode(60)),
      '资格项目标识. Returns only qualifications for this item, by its id.',
      optional,
    ),
    employer: asked(uscc, '聘用单位. Of people whom this enterprise employs.', optional),
    status: asked(oneOf(QualificationStatus), '当日状态. Returns only those in this state today.', optional),
  },
);
export type QualificationFilter = Partial<InstanceType<typeof QualificationFilter>>;
