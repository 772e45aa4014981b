import { InputType } from 'type-graphql';
import { Sent, SubmittedInput, date, listOf, oneOf, regionCode, shaped, text, uscc, alike } from '../../kernel';
import {
  InstitutionCheckResult,
  InstitutionKind,
  type InstitutionCheckResult as Result,
  type InstitutionKind as Kind,
} from './institution';

@InputType({ description: '指定认证机构报送. A certification body as it is submitted.' })
export class CertificationBodyInput extends SubmittedInput {
  @Sent(shaped((code) => /^\d{2}$/.test(code), alike('01')), '机构代码两位. Its code of two digits.')
  code: string;

  @Sent(text(200), '名称. Its name.')
  name: string;

  @Sent(uscc, '统一社会信用代码. Its unified social credit code.', { optional: true })
  uscc: string | null;

  @Sent(date, '指定起始日. Designated from this day.', { optional: true })
  designatedFrom: string | null;

  @Sent(date, '指定末日. The last day of its designation.', { optional: true })
  designatedTo: string | null;

  @Sent(regionCode, '所在地区划代码. Its division.')
  regionCode: string;
}

@InputType({ description: '指定实验室报送. A designated laboratory as it is submitted.' })
export class LaboratoryInput extends SubmittedInput {
  @Sent(text(40), '实验室编号. Its code.')
  code: string;

  @Sent(text(200), '名称. Its name.')
  name: string;

  @Sent(uscc, '统一社会信用代码. Its unified social credit code.', { optional: true })
  uscc: string | null;

  @Sent(listOf(text(28)), '指定类别代码；文件中以分号相隔. The categories that it is designated for, in a file joined by semicolons.', {
    optional: true,
  })
  categoryCodes: string[] | null;

  @Sent(regionCode, '所在地区划代码. Its division.')
  regionCode: string;
}

@InputType({ description: '机构监督检查报送. An inspection of a body or a laboratory as it is submitted.' })
export class InstitutionCheckInput extends SubmittedInput {
  @Sent(oneOf(InstitutionKind), '机构类别，见 InstitutionKind. A value of InstitutionKind.')
  kind: Kind;

  @Sent(text(40), '机构代码或实验室编号. The code of the body or laboratory.')
  institutionCode: string;

  @Sent(date, '检查日期. When it was inspected.')
  checkedOn: string;

  @Sent(oneOf(InstitutionCheckResult), '检查结果，见 InstitutionCheckResult. A value of InstitutionCheckResult.')
  result: Result;

  @Sent(text(60), '双随机抽取编号. The draw that it was chosen by.', { optional: true })
  drawNumber: string | null;

  @Sent(text(500), '发现的问题；有问题时必填. The problems found; required where there are any.', { optional: true })
  findings: string | null;
}
