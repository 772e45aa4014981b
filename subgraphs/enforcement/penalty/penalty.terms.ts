import { vocabulary } from '../../kernel';

export const PenaltyKind = vocabulary(
  'PenaltyKind',
  '行政处罚种类（行政处罚法第九条）. The kinds of penalties of the Administrative Penalty Law.',
  {
    WARNING: '警告. A warning.',
    CRITICISM: '通报批评. A circular of criticism.',
    FINE: '罚款. A fine.',
    CONFISCATION_OF_GAINS: '没收违法所得. Unlawful gains are confiscated.',
    CONFISCATION_OF_GOODS: '没收非法财物. Unlawful goods are confiscated.',
    LICENCE_SUSPENSION: '暂扣许可证件. A licence is suspended.',
    QUALIFICATION_DOWNGRADE: '降低资质等级. A qualification is lowered.',
    LICENCE_REVOCATION: '吊销许可证件. A licence is revoked.',
    ACTIVITY_RESTRICTION: '限制开展生产经营活动. Business is restricted.',
    PRODUCTION_SUSPENSION: '责令停产停业. Production or business must stop.',
    CLOSURE: '责令关闭. The enterprise is ordered to close.',
    EMPLOYMENT_BAN: '限制从业. Barred from a trade.',
    DETENTION: '行政拘留. Detention.',
  },
);
export type PenaltyKind = keyof typeof PenaltyKind;

export const PublicityExclusion = vocabulary(
  'PublicityExclusion',
  '不予公示的情形. The reasons why a decision is never published.',
  {
    WARNING_ONLY: '仅处警告（令45号第二条）. A warning and nothing else.',
    SUMMARY_PROCEDURE: '适用简易程序. Decided on the spot.',
    MINOR: '当事人为未成年人. The party is a minor.',
    SECRET: '涉及国家秘密、商业秘密. A secret of the state or of business.',
    PRIVACY: '涉及个人隐私. A matter of privacy.',
    SLIGHT_BREACH: '轻微失信行为（2025-12-25 起不公示）. A slight breach, not public since 2025-12-25.',
    PUBLIC_SAFETY: '可能危及国家安全、公共安全等. It would endanger the safety of the public.',
  },
);
export type PublicityExclusion = keyof typeof PublicityExclusion;

export const BreachClass = vocabulary(
  'BreachClass',
  '失信行为的类别，2025-12-25 起决定公示期. The class of a breach, which since 2025-12-25 decides how long its penalty is public.',
  {
    MINOR: '轻微，不公示. Slight: not public.',
    GENERAL: '一般，公示三个月至一年. General: public for three months to one year.',
    SERIOUS: '严重，公示一年至三年. Serious: public for one to three years.',
  },
);
export type BreachClass = keyof typeof BreachClass;

export const WithdrawalGround = vocabulary(
  'WithdrawalGround',
  '撤回公示的情形（行政处罚法第四十八条）. The reasons why a published decision is withdrawn.',
  {
    CHANGED: '被依法变更. It was changed.',
    REVOKED: '被撤销. It was revoked.',
    UNLAWFUL: '被确认违法. It was found unlawful.',
    VOID: '被确认无效. It was found void.',
  },
);
export type WithdrawalGround = keyof typeof WithdrawalGround;
