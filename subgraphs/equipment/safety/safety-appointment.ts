import { Index } from 'typeorm';
import {
  Fact,
  Id,
  Kept,
  Noun,
  RefersTo,
  Sealed,
  Submitted,
  date,
  inputOf,
  listOf,
  oneOf,
  regionCode,
  text,
  uscc,
  vocabulary,
} from '../../kernel';
import { equipmentCode } from '../device/equipment.rules';
import { EquipmentCategory } from '../kind/equipment-kind';
import { Enterprise } from '../others';

export const SafetyRole = vocabulary(
  'SafetyRole',
  '安全管理岗位 (令74号). A post that answers for the safety of equipment.',
  {
    SAFETY_DIRECTOR: '安全总监. The safety director of an enterprise.',
    SAFETY_OFFICER: '安全员. A safety officer, to whom devices are named.',
  },
);
export type SafetyRole = keyof typeof SafetyRole;

@Noun('安全总监、安全员任命. The appointment of a safety director or officer by a user of equipment.', {
  key: false,
  term: { zh: '安全总监、安全员任命', en: 'appointment of a safety officer' },
})
@Index('safety_appointment_by_enterprise', ['uscc', 'appointedOn', 'id'])
export class SafetyAppointment extends Submitted {
  @Id(null, '编号. The source and its id of the record.')
  id: string;

  @RefersTo(
    () => Enterprise,
    uscc,
    'UNCONDITIONAL',
    '使用单位（统一社会信用代码）. The enterprise that appoints.',
    {
      as: 'enterprise',
      stated: '使用单位的统一社会信用代码. The unified social credit code of the enterprise that appoints.',
      back: {
        name: 'safetyPosts',
        level: 'UNCONDITIONAL',
        says: '历任和现任安全总监、安全员任命，新的在前；期间按任命日期筛选. All appointments of its safety directors and officers, the latest first; a period is one of the first day.',
        order: ['appointedOn', 'id'],
        descending: true,
        period: 'appointedOn',
        state: 'role',
        term: { from: 'appointedOn', until: ['endedOn'] },
      },
      unknown: 'flag',
    },
  )
  uscc: string;

  @Kept(regionCode, '使用单位所在区划代码. The division of the enterprise.')
  regionCode: string;

  @Sealed('CONDITIONAL', text(100), '姓名. The name of who is appointed.', { owner: 'MARKET_SUPERVISION' })
  name: string;

  @Sealed('CONDITIONAL', text(32), '联系电话. The phone number of who is appointed.', {
    optional: true,
    owner: 'MARKET_SUPERVISION',
  })
  phone: string | null;

  @Fact('UNCONDITIONAL', oneOf(SafetyRole, 16), '岗位. The post: safety director or safety officer.')
  role: SafetyRole;

  @Fact(
    'UNCONDITIONAL',
    oneOf(EquipmentCategory, 20),
    '负责的特种设备种类；空为全部. The category of equipment; null for all.',
    {
      optional: true,
    },
  )
  category: EquipmentCategory | null;

  @Kept(
    listOf(equipmentCode),
    '负责的设备代码，至多 500 个. The devices that are named to the officer, 500 at most.',
  )
  equipmentCodes: string[];

  @Fact('UNCONDITIONAL', date, '任命日期. The first day of the appointment.')
  appointedOn: string;

  @Fact('UNCONDITIONAL', date, '离任日期. The last day of the appointment; null while it has none.', {
    optional: true,
  })
  endedOn: string | null;
}

export const SafetyAppointmentInput = inputOf(
  SafetyAppointment,
  '安全总监、安全员任命报送. An appointment as it is submitted.',
  ['uscc', 'regionCode', 'name', 'phone', 'role', 'category', 'equipmentCodes', 'appointedOn', 'endedOn'],
  { defaults: { equipmentCodes: [] } },
);
