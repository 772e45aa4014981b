import { ObjectType } from 'type-graphql';
import { Served, date, flag, listOf, oneOf, vocabulary } from '../../kernel';
import { QualificationItem } from '../qualification/item';

export const AuthorisationReason = vocabulary(
  'AuthorisationReason',
  '可否操作的理由. The reasons why somebody may or may not operate a device.',
  {
    AUTHORISED: '持证有效且受聘于使用单位. Certified for it, in force, employed by its user.',
    NO_CERTIFICATE_NEEDED: '该类设备无须持证操作. Equipment of this kind needs no certified operator.',
    NO_CERTIFICATE: '无相应项目证书. No certificate of the item that it needs.',
    EXPIRED: '证书过期. The certificate has expired.',
    SUSPENDED: '证书暂停. The certificate is suspended.',
    REVOKED: '证书吊销、撤销或注销. The certificate is revoked or cancelled.',
    NOT_EMPLOYED_BY_USER: '未受聘于使用单位. Certified, but not employed by its user.',
    WORKS_ELSEWHERE: '从业地与设备所在地不符. Certified and employed, but to work in another division.',
    KIND_UNCLEAR: '设备种类过宽，所需项目不明. Its kind is too wide to tell which item it needs.',
    DEVICE_SCRAPPED: '设备已报废. The device is scrapped.',
    DEVICE_CANCELLED: '设备使用登记已注销. The registration of the device is cancelled.',
    DEVICE_SUSPENDED: '设备已停用. The device is out of use.',
    DEVICE_UNREGISTERED: '设备未办理使用登记. The device is not registered for use.',
    INSPECTION_OVERDUE: '设备超期未检. The inspection of the device has run out.',
    INSPECTION_FAILED: '设备最近一次检验不合格. The device has failed its last inspection.',
    NEVER_INSPECTED: '设备从未检验. No inspection of the device is on record.',
    INSPECTION_DUE_UNKNOWN: '设备下次检验日期未知. It is not known when the inspection of the device is due.',
    USE_HALTED:
      '设备已责令停止使用且未恢复. Its use is stopped by a decision on a hazard that was not lifted.',
    MAJOR_HAZARD:
      '设备有按条款判定的重大、严重事故隐患未销号. A criterion judges a hazard of it major or severe, and it is not closed.',
    USER_CLOSED: '使用单位已吊销或注销. The licence of its user is revoked, or its user is struck off.',
    USER_UNKNOWN: '使用单位不明. Its user is not stated, or not known to the register.',
  },
);
export type AuthorisationReason = keyof typeof AuthorisationReason;

export const OperationWarning = vocabulary(
  'OperationWarning',
  '提示（不影响可否操作的结论）. What to look at before working, though it does not decide the answer.',
  {
    DEVICE_HAZARD: '设备另有未销号的隐患. The device has other verified hazards that are not closed.',
    UNIT_HAZARD: '单位另有未销号的隐患. The unit has other verified hazards that are not closed.',
    UNIT_HALTED:
      '单位另有责令停产停业或者停止使用的决定未恢复. The unit is stopped by a decision about something else.',
    UNIT_SUSPENDED: '单位歇业. The unit has suspended its business.',
    INSPECTED_UNDER_CONDITIONS: '设备基本符合要求、监控使用. The device has passed under conditions.',
    ORDER_OPEN: '设备有未办结的安全监察指令. A supervisory order about the device is not closed.',
  },
);
export type OperationWarning = keyof typeof OperationWarning;

const always = true;

@ObjectType({
  description:
    '操作授权（当日），仅供核验，不是行政命令或者许可. Whether a person may operate a device today, by what its owners say at this moment: an information, no order and no permit.',
  simpleResolvers: true,
})
export class OperatorAuthorisation {
  @Served('UNCONDITIONAL', flag, '可否操作. Whether the person may.', { always }) allowed: boolean;

  @Served(
    'UNCONDITIONAL',
    oneOf(AuthorisationReason),
    '首要理由. What allows it, or the first of what stands against it.',
    { always },
  )
  reason: AuthorisationReason;

  @Served(
    'UNCONDITIONAL',
    listOf(oneOf(AuthorisationReason)),
    '不得操作的全部理由；可操作时为空. All that stands against it, of the device, its user and the person; empty if the person may.',
    { always },
  )
  grounds: AuthorisationReason[];

  @Served(
    'UNCONDITIONAL',
    listOf(oneOf(OperationWarning)),
    '提示. What to look at besides; it does not decide the answer.',
    { always },
  )
  warnings: OperationWarning[];

  @Served('UNCONDITIONAL', () => QualificationItem, '所据资格项目. The item of the certificate that decided.')
  item: QualificationItem | null;

  @Served('UNCONDITIONAL', date, '证书目前有效至. Until when that certificate is in force.', {
    optional: true,
  })
  expiresOn: string | null;
}
