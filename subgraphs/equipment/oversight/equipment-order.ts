import { Index } from 'typeorm';
import {
  Fact,
  Kept,
  Key,
  Noun,
  RefersTo,
  DecidedOnSubject,
  asId,
  asText,
  asked,
  code,
  date,
  departmentCode,
  flag,
  inputType,
  oneOf,
  paperNumber,
  prose,
  regionCode,
  uscc,
  vocabulary,
  type List,
} from '../../kernel';
import { Equipment } from '../device/equipment';
import { equipmentCode } from '../device/equipment.rules';
import { Enterprise } from '../others';

const OPTIONAL = { optional: true } as const;

export const EquipmentOrderStatus = vocabulary(
  'EquipmentOrderStatus',
  '监察指令状态. The states of a supervisory order.',
  {
    ISSUED: '已下达，整改中. Issued; the unit is rectifying.',
    REPORTED: '已报告，待复查. The unit has reported; the re-check is due.',
    CLOSED: '复查合格，已办结. Re-checked and closed.',
  },
);
export type EquipmentOrderStatus = keyof typeof EquipmentOrderStatus;

/** Issued by submission; report and re-check are steps that are taken here. */
@Noun('特种设备安全监察指令书 (令57号). A supervisory order to rectify.', {
  term: { zh: '特种设备安全监察指令书', en: 'order' },
})
@Index('equipment_order_by_device', ['equipmentCode', 'number'])
@Index('equipment_order_by_region', ['regionCode', 'number', 'status', 'rectifyBy', 'recheckBy'])
export class EquipmentOrder extends DecidedOnSubject {
  @Key('UNCONDITIONAL', asId(paperNumber(64)), '文书编号. The number of the document.')
  number: string;

  @RefersTo(
    () => Equipment,
    equipmentCode,
    'UNCONDITIONAL',
    '涉及的设备（设备代码）. The device that it is about, if it is about one.',
    {
      as: 'equipment',
      stated: '设备代码. The code of the device.',
      optional: true,
      back: {
        name: 'orders',
        level: 'UNCONDITIONAL',
        says: '安全监察指令书. The supervisory orders about it.',
        period: 'issuedOn',
        state: 'status',
      },
    },
  )
  equipmentCode: string | null;

  @RefersTo(
    () => Enterprise,
    uscc,
    'UNCONDITIONAL',
    '被监察单位（统一社会信用代码）. The unit that it is addressed to.',
    {
      as: 'enterprise',
      index: true,
      stated: '被监察单位的统一社会信用代码. The unified social credit code of the unit.',
      unknown: 'flag',
      subject: true,
      back: {
        name: 'equipmentOrders',
        level: 'UNCONDITIONAL',
        says: '特种设备安全监察指令书，新的在前. The supervisory orders to it, the latest first.',
        order: ['issuedOn', 'number'],
        descending: true,
        period: 'issuedOn',
        state: 'status',
      },
    },
  )
  uscc: string;

  @Kept(regionCode, '单位所在区划代码. The division of the unit.')
  regionCode: string;

  @Fact('UNCONDITIONAL', asText(departmentCode), '下达部门代码. The department that has issued it.', {
    optional: true,
  })
  departmentCode: string | null;

  @Fact(
    'UNCONDITIONAL',
    oneOf(EquipmentOrderStatus),
    '状态. Whether it waits for a report or a re-check, or is closed.',
    {
      column: { default: 'ISSUED' },
    },
  )
  status: EquipmentOrderStatus;

  @Fact('UNCONDITIONAL', date, '下达日期. The day on which it was issued.')
  issuedOn: string;

  @Fact('UNCONDITIONAL', date, '整改期限. The last day for rectifying.')
  rectifyBy: string;

  @Fact('UNCONDITIONAL', prose(1000), '指令内容. What the unit is ordered to do.')
  content: string;

  @Fact('UNCONDITIONAL', date, '收到整改报告日期. The day on which the report was received.', {
    optional: true,
  })
  reportedOn: string | null;

  @Kept(code(128), '登记整改报告的人员. Who has taken in the report: somebody else re-checks it.', {
    optional: true,
  })
  reportedBy: string | null;

  @Fact('UNCONDITIONAL', date, '复查期限 (令57号 第二十九条). The last day for the re-check.', {
    optional: true,
  })
  recheckBy: string | null;

  @Fact('UNCONDITIONAL', date, '最近一次复查日期. The day on which it was last re-checked.', {
    optional: true,
  })
  recheckedOn: string | null;
}

export const ORDERS: List<EquipmentOrder> = {
  name: 'orders',
  entity: EquipmentOrder,
  order: ['regionCode', 'number'],
};

export const EquipmentOrderFilter = inputType(
  'EquipmentOrderFilter',
  '监察指令筛选. What supervisory orders must meet to be listed.',
  {
    region: asked(regionCode, '区划及其下级. In the subtree of this division.', OPTIONAL),
    status: asked(oneOf(EquipmentOrderStatus), '状态. Returns only those in this state.', OPTIONAL),
    overdue: asked(
      flag,
      '是否逾期（整改或复查）. Returns only orders whose rectification or re-check is overdue today, or only the others.',
      OPTIONAL,
    ),
  },
);
export type EquipmentOrderFilter = Partial<InstanceType<typeof EquipmentOrderFilter>>;
