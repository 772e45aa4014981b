import { InputType } from 'type-graphql';
import { Sent, SubmittedInput, date, oneOf, regionCode, text, uscc } from '../../kernel';
import { FillingRefusal, type FillingRefusal as Refusal } from './cylinder-filling';
import { CylinderStatus, CylinderValve, type CylinderStatus as Status, type CylinderValve as Valve } from './gas-cylinder';

@InputType({ description: '气瓶报送. A gas cylinder as it is submitted.' })
export class GasCylinderInput extends SubmittedInput {
  @Sent(text(40), '气瓶唯一标识. What identifies it in the tracing system.')
  serial: string;

  @Sent(text(64), '充装介质，如 氧气. The gas that it is for.')
  medium: string;

  @Sent(text(4), '特种设备目录代码，缺省 2300 气瓶. Its kind, a code of the catalogue.', { default: '2300' })
  kindCode: string;

  @Sent(oneOf(CylinderStatus), '状态，见 CylinderStatus. A value of CylinderStatus.', { default: 'IN_USE' })
  status: Status;

  @Sent(oneOf(CylinderValve), '瓶阀类型，见 CylinderValve. Its valve, a value of CylinderValve.')
  valve: Valve;

  @Sent(uscc, '产权单位的统一社会信用代码. Who owns it.', { optional: true })
  ownerUscc: string | null;

  @Sent(regionCode, '产权单位所在区划代码. The division of its owner.')
  regionCode: string;

  @Sent(date, '制造日期. When it was made.')
  manufacturedOn: string;

  @Sent(date, '最近一次定期检验日期. When it was last inspected.', { optional: true })
  lastInspectedOn: string | null;

  @Sent(date, '下次检验日期；缺省时按介质的检验周期推算. When the next is due; by default as the cycle of its gas has it.', {
    optional: true,
  })
  nextInspectionDue: string | null;
}

@InputType({ description: '气瓶充装记录报送. A filling as it is submitted.' })
export class CylinderFillingInput extends SubmittedInput {
  @Sent(text(40), '气瓶唯一标识. The cylinder.')
  cylinderSerial: string;

  @Sent(uscc, '充装单位的统一社会信用代码. Who filled it.')
  fillerUscc: string;

  @Sent(regionCode, '充装单位所在区划代码. The division of who filled it.')
  regionCode: string;

  @Sent(date, '充装日期. When it was filled.')
  filledOn: string;

  @Sent(text(64), '充装批号. The batch of the filling.', { optional: true })
  batch: string | null;

  @Sent(
    oneOf(FillingRefusal),
    '充装单位拒绝充装的原因，见 FillingRefusal；已充装的不填. Why the filler refused to fill it; left out if it was filled.',
    {
      optional: true,
    },
  )
  refusal: Refusal | null;
}
