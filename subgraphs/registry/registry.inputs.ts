import { InputType } from 'type-graphql';
import {
  EnterpriseRole,
  Sent,
  SubmittedInput,
  date,
  industry,
  listOf,
  oneOf,
  regionCode,
  text,
  type EnterpriseRole as Role,
} from '../kernel';
import { EnterpriseStatus, type EnterpriseStatus as Status } from './enterprise';

@InputType({ description: '市场主体报送. An enterprise as it is submitted.' })
export class EnterpriseInput extends SubmittedInput {
  @Sent(text(18), '统一社会信用代码. Its unified social credit code.')
  uscc: string;

  @Sent(text(200), '名称. Its name.')
  name: string;

  @Sent(oneOf(EnterpriseStatus), '登记状态，见 EnterpriseStatus. Its state, a value of EnterpriseStatus.', { default: 'OPERATING' })
  status: Status;

  @Sent(regionCode, '登记地区划代码；已撤销的代码按承接区划记入. Its division; an abolished code is taken for its successor.')
  regionCode: string;

  @Sent(industry, '行业代码 (GB/T 4754-2017)，可带门类字母. Its industry, with or without the letter.', { optional: true })
  industryCode: string | null;

  @Sent(
    listOf(oneOf(EnterpriseRole)),
    '主体角色，见 EnterpriseRole；文件中以分号相隔. Values of EnterpriseRole, in a file joined by semicolons.',
    { optional: true },
  )
  roles: Role[] | null;

  @Sent(text(100), '法定代表人. Its legal representative.', { optional: true })
  legalRepresentative: string | null;

  @Sent(text(32), '联系电话. Its phone number.', { optional: true })
  contactPhone: string | null;

  @Sent(text(300), '住所. Its registered address.', { optional: true })
  address: string | null;

  @Sent(date, '成立日期. When it was registered.', { optional: true })
  registeredOn: string | null;
}

@InputType({ description: '前置许可报送. A prior licence as it is submitted.' })
export class PriorLicenceInput extends SubmittedInput {
  @Sent(text(18), '持证主体的统一社会信用代码. Whose it is.')
  uscc: string;

  @Sent(text(100), '许可名称. What it permits.')
  name: string;

  @Sent(text(64), '许可证编号. Its number.')
  number: string;

  @Sent(text(100), '许可机关. Who granted it.', { optional: true })
  issuedBy: string | null;

  @Sent(date, '有效期至. The last day on which it holds.', { optional: true })
  validUntil: string | null;

  @Sent(date, '批准日期. When it was granted.', { optional: true })
  grantedOn: string | null;

  @Sent(date, '变更、撤销、吊销或注销日期. When it was changed or withdrawn.', { optional: true })
  endedOn: string | null;
}
