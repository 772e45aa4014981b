import { vocabulary } from '../../kernel';

export const DishonestyList = vocabulary(
  'DishonestyList',
  '失信名单. The lists of those who gravely break the law.',
  {
    MARKET_SERIOUS_ILLEGAL: '严重违法失信名单（市场监管总局令第44号）. Kept by market supervision.',
    WORK_SAFETY_SERIOUS: '安全生产严重失信主体名单（应急管理部令第11号）. Kept by emergency management.',
  },
);
export type DishonestyList = keyof typeof DishonestyList;

export const ListingStatus = vocabulary(
  'ListingStatus',
  '列入状态. The states of a listing, from notice to removal.',
  {
    NOTIFIED: '已告知，尚未列入. The subject was told of the intent; not on the list.',
    LISTED: '在列. On the list.',
    REMOVED_EARLY: '提前移出. Taken off before its term.',
    EXPIRED: '期满移出. Its term is over.',
    REVOKED: '决定被撤销. The decision was annulled.',
  },
);
export type ListingStatus = keyof typeof ListingStatus;

export const ListingGround = vocabulary(
  'ListingGround',
  '列入情形. The cases in which a subject is listed.',
  {
    FOOD: '食品安全领域（令44号）. Offences in the field of food safety.',
    DRUGS: '药品、医疗器械、化妆品领域（令44号）. Drugs, medical devices and cosmetics.',
    QUALITY_SAFETY: '质量安全领域（令44号）. Quality and safety of products and special equipment.',
    CONSUMER_RIGHTS: '侵害消费者权益（令44号）. Infringement of consumers’ rights.',
    FAIR_COMPETITION: '破坏公平竞争秩序和扰乱市场秩序（令44号）. Fair competition and market order.',
    OBSTRUCTION: '拒绝、阻碍检查或者提交虚假材料（令44号）. Obstruction of inspection, false filings.',
    GRAVE_ACCIDENT: '特别重大、重大事故责任（令11号）. Responsible for a grave accident.',
    REPEATED_ACCIDENTS:
      '十二个月内两次以上较大事故责任（令11号）. Two larger accidents or more within twelve months.',
    CONCEALMENT: '瞒报、谎报事故（令11号）. An accident was concealed or misreported.',
    UNLICENSED: '无证从事生产经营（令11号）. Work without a licence.',
    FALSE_REPORT:
      '出具虚假或者重大失实报告（令11号）. A false report of evaluation, certification or testing.',
    REFUSAL: '拒不执行监管指令或者拒不履行（令11号）. Refusal to perform.',
  },
);
export type ListingGround = keyof typeof ListingGround;

export const SubjectKind = vocabulary('SubjectKind', '主体类型. The kinds of subjects that can be listed.', {
  ENTERPRISE: '单位. An enterprise or another organisation.',
  PERSON: '自然人. A natural person.',
});
export type SubjectKind = keyof typeof SubjectKind;
