import { Index } from 'typeorm';
import {
  DuplicateOf,
  Fact,
  Id,
  Kept,
  Noun,
  RefersTo,
  Submitted,
  asId,
  date,
  flag,
  inputOf,
  oneOf,
  printedCode,
  regionCode,
  uscc,
  vocabulary,
  type List,
} from '../../kernel';
import { Enterprise } from '../others';
import { GasCylinder, cylinderSerial } from './gas-cylinder';

export const FillingRefusal = vocabulary(
  'FillingRefusal',
  '不得充装原因. The reasons why a cylinder must not be filled.',
  {
    OVERDUE: '超期未检. Its inspection is overdue.',
    SCRAPPED: '报废. It is scrapped.',
  },
);
export type FillingRefusal = keyof typeof FillingRefusal;

/** Append-heavy: a trace of millions, read by cylinder from its end. */
@Noun('气瓶充装记录. One filling of a gas cylinder.', {
  key: false,
  term: { zh: '气瓶充装记录', en: 'filling' },
})
@Index('cylinder_filling_by_cylinder', ['cylinderSerial', 'filledOn', 'id'])
@Index('cylinder_filling_refused', { synchronize: false })
export class CylinderFilling extends Submitted {
  @Id(null, '编号. The cylinder, the source and its id of the record.', {
    under: 'cylinderSerial',
    length: 170,
  })
  id: string;

  @RefersTo(() => GasCylinder, asId(cylinderSerial), 'UNCONDITIONAL', '气瓶. The cylinder that was filled.', {
    as: 'cylinder',
    back: {
      name: 'fillings',
      level: 'UNCONDITIONAL',
      says: '充装记录. The fillings of the cylinder.',
      byHand: true,
    },
    shown: '气瓶唯一标识. The serial that identifies the cylinder.',
  })
  cylinderSerial: string;

  @Kept(regionCode, '充装单位所在区划代码. The division of the filler.')
  regionCode: string;

  @RefersTo(
    () => Enterprise,
    uscc,
    'UNCONDITIONAL',
    '充装单位（统一社会信用代码）. The enterprise that filled the cylinder.',
    {
      as: 'filler',
      stated: '充装单位的统一社会信用代码. The unified social credit code of the filler.',
      index: true,
      back: {
        name: 'cylinderFillings',
        level: 'UNCONDITIONAL',
        says: '实施的气瓶充装及拒绝充装，新的在前. The fillings that it made or refused, the latest first.',
        order: ['filledOn', 'id'],
        descending: true,
        period: 'filledOn',
        state: 'refusal',
      },
      unknown: 'flag',
    },
  )
  fillerUscc: string;

  @Fact('UNCONDITIONAL', date, '充装日期. The day on which it was filled.')
  filledOn: string;

  @Fact('UNCONDITIONAL', printedCode(64), '充装批号. The batch number of the filling.', { optional: true })
  batch: string | null;

  /** Such a record is no filling: it is kept so that the authority can ask for it. */
  @Fact(
    'UNCONDITIONAL',
    oneOf(FillingRefusal, 8),
    '充装单位拒绝充装的原因，或依规不得充装的原因；正常充装为空. The reason why it must not have been filled; null for a filling, stated by a filler that refused.',
    { optional: true },
  )
  refusal: FillingRefusal | null;

  @Fact(
    'UNCONDITIONAL',
    flag,
    '是否由充装单位自行拒绝. Whether the filler itself refused; otherwise it was reported as filled.',
    {
      column: { default: false },
    },
  )
  refusedByFiller: boolean;

  @DuplicateOf(null, ['cylinderSerial', 'fillerUscc', 'filledOn', 'batch'], { length: 170 })
  duplicateOf: string | null;
}

export const CylinderFillingInput = inputOf(
  CylinderFilling,
  '气瓶充装记录报送. A filling as it is submitted.',
  ['cylinderSerial', 'fillerUscc', 'regionCode', 'filledOn', 'batch', 'refusal'],
);

export const CYLINDER_FILLINGS: List<CylinderFilling> = {
  name: 'cylinderFillings',
  entity: CylinderFilling,
  order: ['filledOn', 'id'],
  descending: true,
};

export const REFUSED_FILLINGS: List<CylinderFilling> = { ...CYLINDER_FILLINGS, name: 'refusedFillings' };
