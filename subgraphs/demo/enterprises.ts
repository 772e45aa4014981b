import { composeUscc, type DepartmentKind, type EnterpriseRole } from '../kernel';
import type { County, Places } from './places';
import { Chance } from './random';

/** Everything made here says so: in the source, in the name, in the flag `synthetic`. */
export const SOURCE = 'synthetic';
export const MARK = '（合成数据）';

/** Each kind of department sends from a system of its own. */
export function sourceOf(department: DepartmentKind): string {
  return department === 'MARKET_SUPERVISION'
    ? SOURCE
    : `${SOURCE}-${department.toLowerCase().replaceAll('_', '-')}`;
}

export interface DemoEnterprise {
  index: number;
  uscc: string;
  name: string;
  county: County;
  industryCode: string;
  operating: boolean;
  record: Record<string, unknown>;
}

interface Trade {
  industry: string;
  words: readonly string[];
  roles: readonly EnterpriseRole[];
  weight: number;
}

/** Trades of the chains that the campaign names, with their codes of GB/T 4754-2017; the weights are [G]. */
const TRADES: readonly Trade[] = [
  { industry: '3770', words: ['电动车制造', '车业'], roles: ['KEY_PRODUCT_MAKER'], weight: 2 },
  { industry: '5238', words: ['电动车销售', '车行'], roles: ['KEY_PRODUCT_SELLER'], weight: 6 },
  { industry: '3841', words: ['锂电池', '电源科技'], roles: ['KEY_PRODUCT_MAKER'], weight: 2 },
  { industry: '3861', words: ['燃气具', '厨卫'], roles: ['KEY_PRODUCT_MAKER'], weight: 2 },
  { industry: '4511', words: ['燃气'], roles: ['EQUIPMENT_USER'], weight: 2 },
  { industry: '5296', words: ['液化气经营'], roles: ['KEY_PRODUCT_SELLER', 'EQUIPMENT_USER'], weight: 3 },
  { industry: '6210', words: ['餐饮', '酒楼'], roles: ['FIRE_KEY_UNIT'], weight: 12 },
  { industry: '6110', words: ['酒店', '宾馆'], roles: ['EQUIPMENT_USER', 'FIRE_KEY_UNIT'], weight: 6 },
  { industry: '7020', words: ['物业服务'], roles: ['EQUIPMENT_USER'], weight: 14 },
  { industry: '8411', words: ['医院'], roles: ['EQUIPMENT_USER', 'FIRE_KEY_UNIT'], weight: 2 },
  { industry: '3435', words: ['电梯'], roles: ['EQUIPMENT_MAKER'], weight: 1 },
  { industry: '2619', words: ['气体'], roles: ['EQUIPMENT_USER', 'EQUIPMENT_MAKER'], weight: 1 },
  { industry: '2672', words: ['花炮'], roles: ['KEY_PRODUCT_MAKER'], weight: 2 },
  { industry: '2614', words: ['化工'], roles: ['EQUIPMENT_USER'], weight: 3 },
  { industry: '3311', words: ['金属结构', '钢构'], roles: ['EQUIPMENT_USER'], weight: 6 },
  { industry: '1311', words: ['粮油', '米业'], roles: ['EQUIPMENT_USER'], weight: 6 },
  { industry: '3024', words: ['建材'], roles: ['EQUIPMENT_USER'], weight: 6 },
  { industry: '5920', words: ['仓储', '物流'], roles: ['EQUIPMENT_USER'], weight: 6 },
  { industry: '7861', words: ['旅游开发'], roles: ['EQUIPMENT_USER'], weight: 1 },
  { industry: '9020', words: ['游乐'], roles: ['EQUIPMENT_USER'], weight: 1 },
  { industry: '5211', words: ['百货', '超市'], roles: ['EQUIPMENT_USER', 'FIRE_KEY_UNIT'], weight: 8 },
  { industry: '7455', words: ['认证'], roles: ['CERTIFICATION_BODY'], weight: 0.1 },
  { industry: '7452', words: ['检测'], roles: ['LABORATORY', 'INSPECTION_BODY'], weight: 0.3 },
  { industry: '8391', words: ['职业培训'], roles: ['TRAINING_BODY'], weight: 1 },
];
const WEIGHTED_TRADES = TRADES.map((trade) => [trade, trade.weight] as const);

const FIRST = [
  '云',
  '湘',
  '临',
  '洞',
  '君',
  '岳',
  '许',
  '建',
  '溆',
  '沅',
  '嘉',
  '瑞',
  '泰',
  '恒',
  '信',
  '宏',
  '永',
  '新',
  '华',
  '东',
  '南',
  '金',
  '长',
  '兴',
  '康',
  '盛',
];
const SECOND = [
  '达',
  '安',
  '泽',
  '源',
  '丰',
  '鑫',
  '和',
  '顺',
  '诚',
  '通',
  '远',
  '亿',
  '邦',
  '晟',
  '隆',
  '捷',
  '合',
  '立',
  '佳',
  '宇',
];
const STATES = [
  ['OPERATING', 0.93],
  ['SUSPENDED', 0.02],
  ['REVOKED', 0.02],
  ['CANCELLED', 0.03],
] as const;

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const CODES = 31 ** 6;

/** Organisation codes that begin with YY are not given out: a synthetic code is never a real enterprise's. */
function organisationCode(seed: number, index: number): string {
  let number = (index + seed * 10_000_019) % CODES;
  let digits = '';
  for (let at = 0; at < 6; at++) {
    digits = ALPHABET.charAt(number % 31) + digits;
    number = Math.floor(number / 31);
  }
  return `YY${digits}`;
}

/** The enterprise with this number; where it is and what it does can be given. */
export function makeEnterprise(
  seed: number,
  index: number,
  places: Places,
  given: { county?: County; industry?: string } = {},
): DemoEnterprise {
  const chance = new Chance(seed, `enterprise ${index}`);
  const county = given.county ?? places.pick(chance);
  const trade =
    TRADES.find(({ industry }) => industry === given.industry) ?? chance.weighted(WEIGHTED_TRADES);
  const status = chance.weighted(STATES);
  const individual = chance.is(0.3);
  const uscc = composeUscc(`9${individual ? 2 : 1}${county.code}`, organisationCode(seed, index));
  const tradeName = `${chance.oneOf(FIRST)}${chance.oneOf(SECOND)}${chance.oneOf(trade.words)}`;
  const name = `${county.name}${tradeName}${individual ? '经营部' : '有限公司'}${MARK}`;
  const registeredOn = day(2000 + chance.below(26), chance.below(365));
  return {
    index,
    uscc,
    name,
    county,
    industryCode: trade.industry,
    operating: status === 'OPERATING',
    record: {
      sourceId: `${seed}-${index}`,
      uscc,
      name,
      status,
      regionCode: county.code,
      industryCode: trade.industry,
      roles: trade.roles,
      legalRepresentative: `合成人${String(index).padStart(7, '0')}`,
      contactPhone: `000-${String(10_000_000 + chance.below(89_999_999))}`,
      address: `${county.name}合成路${1 + chance.below(999)}号`,
      registeredOn,
    },
  };
}

/** What it had to hold before it was registered (先证后照). */
export function makePriorLicences(
  { uscc, industryCode, county, index }: DemoEnterprise,
  asOf: string,
): object[] {
  if (industryCode !== '2672') return [];
  return [
    {
      sourceId: uscc,
      uscc,
      name: '烟花爆竹安全生产许可证',
      number: `${county.name}合成许证字〔2025〕${index + 1}号`,
      issuedBy: `省级应急管理部门${MARK}`,
      validUntil: daysFrom(asOf, 30 + (index % 700)),
    },
  ];
}

/** A day of a year, by its number from 0. */
export function day(year: number, number: number): string {
  return new Date(Date.UTC(year, 0, 1 + number)).toISOString().slice(0, 10);
}

/** A date some days away from another. */
export function daysFrom(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
