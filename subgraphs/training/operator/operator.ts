import { ObjectType } from 'type-graphql';
import { Served, date, flag, oneOf, vocabulary } from '../../kernel';
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
  },
);
export type AuthorisationReason = keyof typeof AuthorisationReason;

@ObjectType({
  description: '操作授权（当日）. Whether a person may operate a device today.',
  simpleResolvers: true,
})
export class OperatorAuthorisation {
  @Served('UNCONDITIONAL', flag, '可否操作. Whether the person may.', { always: true }) allowed: boolean;

  @Served('UNCONDITIONAL', oneOf(AuthorisationReason), '理由. What allows it or stands against it.', {
    always: true,
  })
  reason: AuthorisationReason;

  @Served('UNCONDITIONAL', () => QualificationItem, '所据资格项目. The item of the certificate that decided.')
  item: QualificationItem | null;

  @Served('UNCONDITIONAL', date, '证书目前有效至. Until when that certificate is in force.', {
    optional: true,
  })
  expiresOn: string | null;
}
