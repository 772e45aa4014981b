import { asked, asking, date, inputOf, inputType, oneOf, vocabulary } from '../../kernel';
import { EquipmentOrder } from './equipment-order';

export const EquipmentOrderInput = inputOf(
  EquipmentOrder,
  '监察指令书报送. A supervisory order as it is submitted when it is issued.',
  ['number', 'equipmentCode', 'uscc', 'regionCode', 'departmentCode!', 'issuedOn', 'rectifyBy', 'content'],
);

export const OrderReportInput = inputType(
  'OrderReportInput',
  '整改报告. What the unit reports of its rectification.',
  {
    ...asking(EquipmentOrder, ['number']),
    on: asked(date, '收到报告日期. The day on which the report was received.'),
  },
);

export const RecheckResult = vocabulary('RecheckResult', '复查结论. What the re-check has found.', {
  PASSED: '合格. What was ordered is done.',
  FAILED: '不合格. What was ordered is not done.',
});

export const OrderRecheckInput = inputType('OrderRecheckInput', '复查. What the re-check has found.', {
  ...asking(EquipmentOrder, ['number']),
  on: asked(date, '复查日期. The day on which it was re-checked.'),
  result: asked(oneOf(RecheckResult), '结论. Whether what was ordered is done.'),
  rectifyBy: asked(date, '不合格时的新整改期限. The new last day for rectifying, if it failed.', {
    optional: true,
  }),
});
