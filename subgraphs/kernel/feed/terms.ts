import { vocabulary } from '../vocabulary';

export const ChangeKind = vocabulary('ChangeKind', '变动类型. What happened to what is published.', {
  LISTED: '列入. It came on the list.',
  AMENDED: '更正. What is published of it has changed.',
  REMOVED: '移出. It left the list: stop publishing, sharing and using it.',
});
export type ChangeKind = keyof typeof ChangeKind;

export const RemovalReason = vocabulary('RemovalReason', '移出原因. The reasons why something left a list.', {
  EXPIRED: '期限届满. Its term is over.',
  REPAIRED: '信用修复，提前移出. Removed before its term after credit repair.',
  REVOKED: '决定被撤销. The decision was annulled.',
  WITHDRAWN: '更正撤回. Withdrawn by a correction of its source.',
});
export type RemovalReason = keyof typeof RemovalReason;

export const SignatureAlgorithm = vocabulary(
  'SignatureAlgorithm',
  '签名算法. The algorithms by which a page can be signed.',
  {
    EDDSA: '爱德华兹曲线签名. EdDSA with Ed25519 (RFC 8037).',
    SM2: '国密 SM2/SM3 (GB/T 32918). SM2 with SM3.',
  },
);
export type SignatureAlgorithm = keyof typeof SignatureAlgorithm;
