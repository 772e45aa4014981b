import { Index } from 'typeorm';
import {
  Fact,
  Kept,
  Key,
  Noun,
  RefersTo,
  Submitted,
  Synthetic,
  asId,
  date,
  inputOf,
  oneOf,
  printedCode,
  regionCode,
  text,
  uscc,
  vocabulary,
} from '../../kernel';
import { kindCode } from '../kind/equipment-kind';
import { Enterprise, Region } from '../others';

export const CylinderValve = vocabulary('CylinderValve', '瓶阀类型. The valve of a gas cylinder.', {
  RESIDUAL_PRESSURE: '保压阀. It keeps a residual pressure, so that nothing can flow back into the cylinder.',
  ORDINARY: '普通瓶阀. An ordinary one.',
  SELF_CLOSING: '自闭阀. It closes by itself.',
});
export type CylinderValve = keyof typeof CylinderValve;

export const CylinderStatus = vocabulary('CylinderStatus', '气瓶状态. The state of a gas cylinder.', {
  IN_USE: '在用. In use.',
  SCRAPPED: '报废. Scrapped; it must not be filled again.',
});
export type CylinderStatus = keyof typeof CylinderStatus;

/** 气瓶唯一标识: the code on its chip or label. */
export const cylinderSerial = printedCode(40);

@Noun('气瓶. A gas cylinder with its owner and fillings.', { term: { zh: '气瓶', en: 'gas cylinder' } })
// figures of a matter: counted without touching the table
@Index('gas_cylinder_by_kind', ['kindCode', 'regionCode', 'status', 'nextInspectionDue'])
// valve coverage: counted without touching the table
@Index('gas_cylinder_by_region', ['regionCode', 'medium', 'valve', 'status'])
export class GasCylinder extends Submitted {
  @Key('UNCONDITIONAL', asId(cylinderSerial), '气瓶唯一标识. What identifies it in the tracing system.')
  serial: string;

  /** A cylinder counts in the matters that are about its kind. */
  @Kept(kindCode, '特种设备目录代码，缺省 2300 气瓶. The kind of cylinder, an entry of the catalogue.', {
    column: { default: '2300' },
  })
  kindCode: string;

  @Fact('UNCONDITIONAL', oneOf(CylinderStatus, 8), '状态. Whether it is in use or scrapped.', {
    column: { default: 'IN_USE' },
  })
  status: CylinderStatus;

  @Fact('UNCONDITIONAL', text(64), '充装介质，如 氧气. The gas that it is for.', { always: true })
  medium: string;

  @Fact('UNCONDITIONAL', oneOf(CylinderValve, 20), '瓶阀类型. The kind of valve that it has.', {
    always: true,
  })
  valve: CylinderValve;

  @RefersTo(
    () => Enterprise,
    uscc,
    'UNCONDITIONAL',
    '产权单位（统一社会信用代码）. The enterprise that owns it.',
    {
      as: 'owner',
      stated: '产权单位的统一社会信用代码. The unified social credit code of the owner.',
      optional: true,
      index: true,
      back: {
        name: 'gasCylinders',
        level: 'UNCONDITIONAL',
        says: '拥有的气瓶，按唯一标识；期间按下次检验日期筛选. The cylinders that it owns, by serial; a period is one of the day by which the next inspection is due.',
        period: 'nextInspectionDue',
        state: 'status',
      },
      unknown: 'flag',
    },
  )
  ownerUscc: string | null;

  @RefersTo(
    () => Region,
    regionCode,
    'UNCONDITIONAL',
    '产权单位所在地（区划代码）. The division of its owner.',
    {
      as: 'region',
      stated: '产权单位所在区划代码. The division of its owner.',
    },
  )
  regionCode: string;

  @Fact('UNCONDITIONAL', date, '制造日期. The day on which it was made.')
  manufacturedOn: string;

  @Fact('UNCONDITIONAL', date, '最近一次定期检验日期. The day on which it was last inspected.', {
    optional: true,
  })
  lastInspectedOn: string | null;

  @Fact(
    'UNCONDITIONAL',
    date,
    '下次检验日期；报送缺省时按介质的检验周期推算. The last day by which it must be inspected again, by default as the cycle of its gas has it.',
    { always: true },
  )
  nextInspectionDue: string;

  @Synthetic('UNCONDITIONAL') synthetic: boolean;
}

export const GasCylinderInput = inputOf(
  GasCylinder,
  '气瓶报送. A gas cylinder as it is submitted.',
  [
    'serial',
    'medium',
    'kindCode',
    'status',
    'valve',
    'ownerUscc',
    'regionCode',
    'manufacturedOn',
    'lastInspectedOn',
    'nextInspectionDue?',
  ],
  { defaults: { kindCode: '2300', status: 'IN_USE' } },
);
