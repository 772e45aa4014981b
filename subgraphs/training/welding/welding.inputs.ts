import { InputType } from 'type-graphql';
import {
  Sent,
  SubmittedInput,
  date,
  isIdNumber,
  regionCode,
  shaped,
  uscc,
  type Reader,
  IdNumberNotAllowed,
  idNumber,
  personal,
} from '../../kernel';

/** Of a chip or a person: given by the platform, and no identity number, which a refusal would repeat. */
const chip = shaped((code) => /^[A-Za-z0-9-]{4,40}$/.test(code), {
  zh: '4 至 40 位字母、数字或连字符',
  en: '4 to 40 letters, digits or hyphens',
});
const personCode: Reader<string> = {
  wire: 'text',
  parse(value, field) {
    const code = personal(40).parse(value, field);
    if (isIdNumber(code.toUpperCase())) throw IdNumberNotAllowed({ field });
    return chip.parse(code, field);
  },
};

@InputType({ description: '电气焊设备报送. A welding machine as it is submitted.' })
export class WeldingMachineInput extends SubmittedInput {
  @Sent(chip, '芯片编号. The number of its chip.')
  chip: string;

  @Sent(uscc, '所属单位的统一社会信用代码. Whose it is.', { optional: true })
  ownerUscc: string | null;

  @Sent(regionCode, '所在地区划代码. The division where it is used.')
  regionCode: string;

  @Sent(date, '入平台日期. Since when it is registered with the platform.')
  registeredOn: string;

  @Sent(date, '退出平台日期. Its last day there.', { optional: true })
  deregisteredOn: string | null;
}

@InputType({ description: '焊工赋码报送. The code of a welder as it is submitted.' })
export class WelderCodeInput extends SubmittedInput {
  @Sent(personCode, '人员码，不得用证件号码. The code that the welder shows; no identity number.')
  code: string;

  @Sent(idNumber, '公民身份号码；只存不透明标识. The welder’s identity number; only its pseudonym is kept.')
  idNumber: string;

  @Sent(regionCode, '从业地区划代码. The division where the welder works.')
  regionCode: string;
}
