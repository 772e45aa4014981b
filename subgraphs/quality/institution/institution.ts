import { ObjectType } from 'type-graphql';
import { Index } from 'typeorm';
import {
  DuplicateOf,
  Fact,
  Id,
  Kept,
  Key,
  Noun,
  RefersTo,
  Served,
  Submitted,
  inputOf,
  printedCode,
  prose,
  recordReference,
  undashedCode,
  vocabulary,
  MissingReason,
} from '../../kernel';
import {
  alike,
  asId,
  code,
  date,
  listOf,
  oneOf,
  ratio,
  regionCode,
  shaped,
  text,
  uscc,
  whole,
} from '../../kernel';
import { categoryCode } from '../catalogue/ccc-category';
import { Enterprise } from '../others';

export const InstitutionKind = vocabulary(
  'InstitutionKind',
  '认证实施机构类别. What an institution does in compulsory certification.',
  {
    BODY: '指定认证机构. A certification body that was designated.',
    LABORATORY: '指定实验室. A laboratory that was designated.',
  },
);
export type InstitutionKind = keyof typeof InstitutionKind;

export const InstitutionCheckResult = vocabulary(
  'InstitutionCheckResult',
  '监督检查结果. What an inspection of an institution has found.',
  {
    NO_PROBLEM: '未发现问题. No problem was found.',
    CORRECTION_ORDERED: '责令改正. It was ordered to correct something.',
    HANDED_OVER: '移送执法. It was handed over to enforcement.',
  },
);
export type InstitutionCheckResult = keyof typeof InstitutionCheckResult;

export const bodyCode = undashedCode(
  2,
  shaped((digits) => /^\d{2}$/.test(digits), alike('01')),
);

export const laboratoryCode = printedCode(40);

/** 认证认可条例 第三十二条: who is designated is public. */
@Noun('指定认证机构. A certification body that was designated.', {
  term: { zh: '指定认证机构', en: 'certification body' },
})
export class CertificationBody extends Submitted {
  @Key(
    'PUBLIC',
    asId(bodyCode),
    '机构代码两位，即证书编号第 5、6 位. Its code, the digits 5 and 6 of its certificates.',
  )
  code: string;
  @Fact('PUBLIC', text(200), '名称. The name of the institution.') name: string;

  @RefersTo(() => Enterprise, uscc, 'PUBLIC', '机构主体. The enterprise that it is.', {
    as: 'enterprise',
    stated: '统一社会信用代码. The unified social credit code of the enterprise, 18 characters.',
    optional: true,
    index: true,
    back: {
      name: 'certificationBodies',
      level: 'PUBLIC',
      says: '指定认证机构. The certification bodies that it is.',
      period: 'designatedFrom',
      term: { from: 'designatedFrom', until: ['designatedTo'] },
    },
    unknown: 'flag',
  })
  uscc: string | null;

  @Fact('PUBLIC', date, '指定起始日. Designated from this day, as far as it is known.', { optional: true })
  designatedFrom: string | null;

  @Fact('PUBLIC', date, '指定末日. The last day of its designation.', { optional: true })
  designatedTo: string | null;

  @Kept(regionCode, '所在地区划代码. The code of the division where it is.') regionCode: string;
}

export const CertificationBodyInput = inputOf(
  CertificationBody,
  '指定认证机构报送. A certification body as it is submitted.',
  ['code', 'name', 'uscc', 'designatedFrom', 'designatedTo', 'regionCode'],
);

@Noun('指定实验室. A laboratory that was designated.', { term: { zh: '指定实验室', en: 'laboratory' } })
export class Laboratory extends Submitted {
  @Key('PUBLIC', asId(laboratoryCode), '实验室编号. The code of the laboratory.') code: string;
  @Fact('PUBLIC', text(200), '名称. The name of the institution.') name: string;

  @RefersTo(() => Enterprise, uscc, 'PUBLIC', '实验室主体. The enterprise that it is.', {
    as: 'enterprise',
    stated: '统一社会信用代码. The unified social credit code of the enterprise, 18 characters.',
    optional: true,
    index: true,
    back: {
      name: 'laboratories',
      level: 'PUBLIC',
      says: '指定实验室. The designated laboratories that it is.',
      period: 'designatedFrom',
      term: { from: 'designatedFrom', until: ['designatedTo'] },
    },
    unknown: 'flag',
  })
  uscc: string | null;

  @Fact('PUBLIC', listOf(categoryCode), '指定类别代码. The categories that it is designated for.')
  categoryCodes: string[];

  @Fact('PUBLIC', date, '指定起始日. Designated from this day, as far as it is known.', { optional: true })
  designatedFrom: string | null;

  @Fact('PUBLIC', date, '指定末日. The last day of its designation.', { optional: true })
  designatedTo: string | null;

  @Kept(regionCode, '所在地区划代码. The code of the division where it is.') regionCode: string;
}

export const LaboratoryInput = inputOf(
  Laboratory,
  '指定实验室报送. A designated laboratory as it is submitted.',
  ['code', 'name', 'uscc', 'categoryCodes?', 'designatedFrom', 'designatedTo', 'regionCode'],
);

/** 年度全覆盖监督检查 of bodies and 双随机 checks of laboratories; how a laboratory was drawn is enforcement's. */
@Noun('认证机构、实验室监督检查. An inspection of a certification body or a laboratory.', {
  key: false,
  term: { zh: '认证机构、实验室监督检查', en: 'check of an institution' },
})
@Index('institution_check_by_institution', ['kind', 'institutionCode', 'checkedOn', 'id'])
export class InstitutionCheck extends Submitted {
  @Id('UNCONDITIONAL', '编号. The id of the check.', { always: false }) id: string;
  @Fact('UNCONDITIONAL', oneOf(InstitutionKind), '机构类别. The kind of institution that was inspected.')
  kind: InstitutionKind;
  @Fact('UNCONDITIONAL', asId(printedCode(40)), '机构代码或实验室编号. The code of the body or laboratory.')
  institutionCode: string;
  @Fact('UNCONDITIONAL', date, '检查日期. The day on which it was inspected.') checkedOn: string;
  @Fact('UNCONDITIONAL', oneOf(InstitutionCheckResult, 20), '检查结果. The result of the check.')
  result: InstitutionCheckResult;

  @Fact('UNCONDITIONAL', recordReference(60), '双随机抽取编号. The draw that it was chosen by.', {
    optional: true,
  })
  drawNumber: string | null;

  @Fact(
    'RESTRICTED',
    prose(500),
    '发现的问题，有问题时必填. The problems found, for market supervision only; required where there are any.',
    {
      owner: 'MARKET_SUPERVISION',
      optional: true,
    },
  )
  findings: string | null;

  @Kept(regionCode, '机构所在地区划代码. The division of the institution.') regionCode: string;

  @DuplicateOf(null, ['kind', 'institutionCode', 'checkedOn', 'result']) duplicateOf: string | null;
}

export const InstitutionCheckInput = inputOf(
  InstitutionCheck,
  '机构监督检查报送. An inspection of a body or a laboratory as it is submitted.',
  ['kind', 'institutionCode', 'checkedOn', 'result', 'drawNumber', 'findings'],
);

const count = whole(0, 2e9);

@ObjectType({
  description: '认证机构年度监督检查覆盖情况. How far the certification bodies were inspected in a year.',
  simpleResolvers: true,
})
export class SupervisionCoverage {
  @Served('PUBLIC', code(4), '年份. The year that is counted.', { always: true }) year: string;
  @Served('PUBLIC', count, '应检查机构数. The number of bodies that were designated in that year.', {
    always: true,
  })
  bodies: number;
  @Served('PUBLIC', count, '已检查机构数. The number of them that were inspected.', { always: true })
  inspected: number;
  @Served(
    'PUBLIC',
    ratio,
    '覆盖率（百分比）；无应检查机构则空，原因见 percentMissing. The share that was inspected, in percent; null where no body was designated, with its reason in percentMissing.',
    { optional: true },
  )
  percent: number | null;
  @Served(
    'PUBLIC',
    oneOf(MissingReason),
    '覆盖率为空的原因. The reason for which percent is null, where it is.',
    {
      optional: true,
    },
  )
  percentMissing: MissingReason | null;
  @Served('PUBLIC', ratio, '要求的覆盖率（百分比）. The share that is asked for, in percent.', {
    always: true,
  })
  requiredPercent: number;
  @Served('UNCONDITIONAL', () => [CertificationBody], '尚未检查的机构. The bodies that were not inspected.')
  notInspected: CertificationBody[];
}
