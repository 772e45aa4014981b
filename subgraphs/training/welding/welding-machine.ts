import { ObjectType } from 'type-graphql';
import { Index } from 'typeorm';
import {
  Fact,
  IdNumberNotAllowed,
  Kept,
  Key,
  Noun,
  RefersTo,
  Served,
  Submitted,
  Table,
  asId,
  asked,
  code,
  date,
  flag,
  idNumber,
  inputOf,
  isIdNumber,
  listOf,
  oneOf,
  personal,
  printedCode,
  regionCode,
  shaped,
  undashedCode,
  uscc,
  vocabulary,
  type Kind,
} from '../../kernel';
import { OperationWarning } from '../operator/operator';
import { Enterprise, Region } from '../others';
import { QualificationItem } from '../qualification/item';

/** Of a chip or a person: given by the platform, and no identity number, which a refusal would repeat. */
export const chip = printedCode(
  40,
  shaped((value) => /^[A-Z0-9-]{4,40}$/.test(value), {
    zh: '4 至 40 位字母、数字或连字符',
    en: '4 to 40 letters, digits or hyphens',
  }),
);
const personCode: Kind<string> = {
  ...chip,
  parse(value, field) {
    const stated = personal(40).parse(value, field);
    if (isIdNumber(undashedCode(40).parse(stated, field))) throw IdNumberNotAllowed({ field });
    return chip.parse(stated, field);
  },
};

@Noun('电气焊设备（加芯）. A welding machine with its chip.', {
  term: { zh: '电气焊设备', en: 'welding machine' },
})
@Index('welding_machine_by_region', ['regionCode', 'chip'])
export class WeldingMachine extends Submitted {
  @Key('UNCONDITIONAL', asId(chip), '芯片编号. The number of its chip.') chip: string;

  @RefersTo(
    () => Enterprise,
    uscc,
    'UNCONDITIONAL',
    '所属单位（统一社会信用代码）. The enterprise that owns it, by its USCC.',
    {
      as: 'owner',
      index: true,
      stated: '所属单位的统一社会信用代码. The unified social credit code of the owner.',
      optional: true,
      unknown: 'flag',
      back: {
        name: 'weldingMachines',
        level: 'UNCONDITIONAL',
        says: '电气焊设备，按芯片编号排序. The welding machines that it owns, by their chips.',
        order: ['chip'],
        period: 'registeredOn',
        term: { from: 'registeredOn', until: ['deregisteredOn'] },
      },
    },
  )
  ownerUscc: string | null;

  @RefersTo(
    () => Region,
    regionCode,
    'UNCONDITIONAL',
    '所在地（区划代码）. The division where it is used, by its code.',
    {
      as: 'region',
      stated: '所在地区划代码. The division where it is used.',
    },
  )
  regionCode: string;

  @Fact('UNCONDITIONAL', date, '入平台日期. Since when it is registered with the platform.')
  registeredOn: string;

  @Fact('UNCONDITIONAL', date, '退出平台日期. Its last day on the platform.', { optional: true })
  deregisteredOn: string | null;
}

export const WeldingMachineInput = inputOf(
  WeldingMachine,
  '电气焊设备报送. A welding machine as it is submitted.',
  ['chip', 'ownerUscc', 'regionCode', 'registeredOn', 'deregisteredOn'],
);

/** 赋码: whose code a welder shows. No query serves it. */
@Table()
@Index('welder_code_by_source', ['source', 'sourceId'], { unique: true })
export class WelderCode extends Submitted {
  @Kept(personCode, '人员码，不得用证件号码. The code that the welder shows; no identity number.', {
    column: { primary: true },
  })
  code: string;

  @Kept(code(32), '人员标识（不透明）. The opaque id of the person.') personId: string;

  @Kept(regionCode, '从业地区划代码. The division where the welder works.') regionCode: string;
}

export const WelderCodeInput = inputOf(
  WelderCode,
  '焊工赋码报送. The code of a welder as it is submitted.',
  ['code', 'regionCode'],
  {
    also: {
      idNumber: asked(
        idNumber,
        '公民身份号码；只存不透明标识. The welder’s identity number; only its pseudonym is kept.',
      ),
    },
  },
);

export const WorkCheckReason = vocabulary(
  'WorkCheckReason',
  '扫码作业核验结果. The reasons why welding may begin, or may not.',
  {
    ALLOWED: '可作业. The machine is registered, the welder certified.',
    MACHINE_UNREGISTERED: '设备未入平台. The machine is not registered with the platform.',
    OWNER_CLOSED: '所属单位已吊销或注销. The licence of its owner is revoked, or its owner is struck off.',
    OWNER_UNKNOWN: '所属单位不在登记库中. The owner that it states is not known to the register.',
    WORK_HALTED:
      '所属单位的焊接作业已责令停止且未恢复. Welding at its owner is stopped by a decision that was not lifted.',
    MAJOR_HAZARD:
      '所属单位有按条款判定的重大焊接隐患未销号. A criterion judges a hazard of welding at its owner major, and it is not closed.',
    WELDER_UNKNOWN: '人员未赋码. No welder has this code.',
    NO_CERTIFICATE: '无焊接与热切割作业操作证. The welder has no certificate for welding.',
    EXPIRED: '操作证过期或逾期未复审. The certificate has expired or was not reviewed in time.',
    SUSPENDED: '操作证暂停. The certificate is suspended.',
    REVOKED: '操作证吊销、撤销或注销. The certificate is revoked or cancelled.',
  },
);
export type WorkCheckReason = keyof typeof WorkCheckReason;

@ObjectType({
  description:
    '扫码作业核验，仅供核验，不是行政命令或者许可. Whether somebody may weld with a machine now, by what its owners say at this moment: an information, no order and no permit.',
  simpleResolvers: true,
})
export class WorkCheck {
  @Served('UNCONDITIONAL', flag, '可否作业. Whether the work may begin.', { always: true }) allowed: boolean;

  @Served(
    'UNCONDITIONAL',
    oneOf(WorkCheckReason, 24),
    '首要理由. What allows it, or the first of what stands against it.',
    {
      always: true,
    },
  )
  reason: WorkCheckReason;

  @Served(
    'UNCONDITIONAL',
    listOf(oneOf(WorkCheckReason, 24)),
    '不得作业的全部理由；可作业时为空. All that stands against it; empty if the work may begin.',
    { always: true },
  )
  grounds: WorkCheckReason[];

  @Served(
    'UNCONDITIONAL',
    listOf(oneOf(OperationWarning)),
    '提示. What to look at besides; it does not decide the answer.',
    { always: true },
  )
  warnings: OperationWarning[];

  @Served('UNCONDITIONAL', () => QualificationItem, '所据资格项目. The item of the certificate that decided.')
  item: QualificationItem | null;

  @Served('UNCONDITIONAL', date, '证书目前有效至. Until when that certificate is in force.', {
    optional: true,
  })
  expiresOn: string | null;
}
