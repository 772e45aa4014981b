import { GraphQLEnumType, printType } from 'graphql';
import { registerEnumType } from 'type-graphql';
import type { Words } from './errors';

/** A declared enum. Its values are their own names. */
interface Vocabulary {
  name: string;
  description: string;
  terms: Record<string, string>;
}

/** A term with something in brackets at its end. */
const IN_BRACKETS = /^(.+?) ?[（(]([^（()）]*)[）)]$/;
const vocabularies = new Map<object, Vocabulary>();

/**
 * Declares a GraphQL enum: the official term and meaning of every value is its description.
 * Enums that several subgraphs use live in this file and change in lockstep.
 */
export function vocabulary<const Terms extends Record<string, string>>(
  name: string,
  description: string,
  terms: Terms,
): { [Value in keyof Terms]: Value } {
  const values = Object.keys(terms);
  const object = Object.fromEntries(values.map((value) => [value, value])) as {
    [Value in keyof Terms]: Value;
  };
  registerEnumType(object, {
    name,
    description,
    valuesConfig: Object.fromEntries(values.map((value) => [value, { description: terms[value] }])) as never,
  });
  vocabularies.set(object, { name, description, terms });
  return object;
}

/** The values of a declared enum, in the order of their declaration. */
export function valuesOf<Value extends string>(declared: Record<Value, Value>): readonly Value[] {
  return Object.keys(vocabularies.get(declared)?.terms ?? {}) as Value[];
}

/** A value of a declared enum in a sentence: its official term in Chinese, its name as words in English. */
export function wordsOf<Value extends string>(declared: Record<Value, Value>, value: NoInfer<Value>): Words {
  return wordsFor(vocabularies.get(declared), value);
}

/** Values of the enum of this name, joined by commas; what is none of them stays as it is. */
export function termsIn(name: string, values: string): Words {
  const declared = [...vocabularies.values()].find((each) => each.name === name);
  const words = values.split(', ').map((value) => wordsFor(declared, value));
  return { zh: words.map(({ zh }) => zh).join('、'), en: words.map(({ en }) => en).join(', '), code: values };
}

/** The values of the enum of this name; none if there is no such enum. */
export function valuesNamed(name: string): readonly string[] {
  return Object.keys(termsNamed(name));
}

/**
 * The values of the enum of this name that a word may stand for: its own name, or its official term, with or without what
 * is in brackets at its end, or that alone (存续（在营）, 存续, 在营). Blanks, punctuation and width make no difference.
 */
export function valuesCalled(name: string, word: string): readonly string[] {
  const terms = termsNamed(name);
  if (Object.hasOwn(terms, word)) return [word];
  const sought = bare(word);
  return Object.keys(terms).filter((value) => sought !== '' && callings(terms[value] ?? '').includes(sought));
}

function termsNamed(name: string): Record<string, string> {
  return [...vocabularies.values()].find((each) => each.name === name)?.terms ?? {};
}

/** The term before the description, the same without its bracket, and what is in the bracket. */
function callings(description: string): string[] {
  const term = description.split('. ')[0] ?? '';
  const [, before = term, inside = term] = IN_BRACKETS.exec(term) ?? [];
  return [term, before, inside].map(bare);
}

function bare(word: string): string {
  return word.normalize('NFKC').replace(/[\s\p{P}]/gu, '');
}

function wordsFor(declared: Vocabulary | undefined, value: string): Words {
  const term = declared?.terms[value];
  if (term === undefined) return { zh: value, en: value, code: value };
  return {
    zh: term.split('. ')[0]?.replace(IN_BRACKETS, '$1') ?? term,
    en: value.toLowerCase().replaceAll('_', ' '),
    code: value,
  };
}

/** The name of a declared enum. */
export function vocabularyName(declared: object): string | undefined {
  return vocabularies.get(declared)?.name;
}

/** The SDL of an enum that a schema refers to only from a directive, where type-graphql does not look. */
export function printVocabulary(declared: object): string {
  const { name, description, terms } = vocabularies.get(declared) as Vocabulary;
  const values = Object.entries(terms).map(([value, description]) => [value, { description }] as const);
  return printType(new GraphQLEnumType({ name, description, values: Object.fromEntries(values) }));
}

export const DepartmentKind = vocabulary(
  'DepartmentKind',
  '部门类别. The kinds of department that take part in a matter.',
  {
    MARKET_SUPERVISION: '市场监管. Market supervision.',
    EMERGENCY_MANAGEMENT: '应急管理. Emergency management.',
    FIRE_RESCUE: '消防救援. Fire and rescue.',
    HOUSING: '住房和城乡建设. Housing and urban-rural development.',
    URBAN_MANAGEMENT: '城市管理. Urban management.',
    PUBLIC_SECURITY: '公安. Public security.',
    TRANSPORT: '交通运输. Transport.',
    WATER: '水利. Water resources.',
    NATURAL_RESOURCES: '自然资源. Natural resources.',
    AGRICULTURE: '农业农村. Agriculture and rural affairs.',
    EDUCATION: '教育. Education.',
    HEALTH: '卫生健康. Health.',
    CIVIL_AFFAIRS: '民政. Civil affairs.',
    CULTURE_TOURISM: '文化和旅游. Culture and tourism.',
    COMMERCE: '商务. Commerce.',
    INDUSTRY: '工业和信息化. Industry and information technology.',
    ENERGY: '能源（发改、电力）. Energy (development and reform, power).',
    FORESTRY: '林业和草原. Forestry and grassland.',
    HUMAN_RESOURCES: '人力资源和社会保障. Human resources and social security.',
    SAFETY_COMMITTEE: '安全生产委员会. The work safety committee.',
    GOVERNMENT: '人民政府. The people’s government.',
    INSPECTION_INSTITUTE: '特种设备检验机构. A special equipment inspection institute.',
  },
);
export type DepartmentKind = keyof typeof DepartmentKind;

export const EnterpriseRole = vocabulary(
  'EnterpriseRole',
  '主体角色. What an enterprise does in the chains that are supervised.',
  {
    EQUIPMENT_USER: '特种设备使用单位. Uses special equipment.',
    EQUIPMENT_MAKER: '特种设备生产单位. Makes, installs or repairs special equipment.',
    KEY_PRODUCT_MAKER: '重点产品生产单位. Makes a key product.',
    KEY_PRODUCT_SELLER: '重点产品销售单位. Sells a key product.',
    CERTIFICATION_BODY: '认证机构. Certifies products.',
    LABORATORY: '检测实验室. Tests products.',
    INSPECTION_BODY: '检验检测机构. Inspects special equipment.',
    TRAINING_BODY: '培训机构. Trains people.',
    FIRE_KEY_UNIT: '消防安全重点单位. A key unit for fire safety.',
  },
);
export type EnterpriseRole = keyof typeof EnterpriseRole;

export const HazardDomain = vocabulary('HazardDomain', '隐患领域. The field that a hazard belongs to.', {
  SPECIAL_EQUIPMENT: '特种设备. Special equipment.',
  PRODUCT_QUALITY: '产品质量. Product quality.',
  FIRE: '消防. Fire.',
  CHEMICALS: '危险化学品. Hazardous chemicals.',
  MINING: '矿山. Mining.',
  CONSTRUCTION: '建筑施工. Construction.',
  GAS: '城镇燃气. Urban gas.',
  ROAD_TRANSPORT: '道路交通. Road transport.',
  WATER_TRANSPORT: '水上交通. Water transport.',
  INDUSTRY_TRADE: '工贸. Industry and trade.',
  FIREWORKS: '烟花爆竹. Fireworks.',
  POWER: '电力. Power.',
  WATER_WORKS: '水利. Water works.',
  AGRICULTURE: '农业机械. Agricultural machinery and fisheries.',
  EDUCATION: '教育. Schools.',
  HEALTH: '医疗卫生. Medical institutions.',
  CIVIL_AFFAIRS: '民政服务. Civil affairs institutions.',
  CULTURE_TOURISM: '文化旅游. Culture and tourism.',
  COMMERCE: '商贸. Commerce.',
  FORESTRY: '林业. Forestry.',
  WELDING: '电气焊. Welding.',
  OTHER: '其他. Other.',
});
export type HazardDomain = keyof typeof HazardDomain;

/** 政务数据共享条例 (国务院令第809号): 无条件共享, 有条件共享, 不予共享; and what the law has made public. */
export const SharingLevel = vocabulary(
  'SharingLevel',
  '共享级别. The sharing levels of fields: who may see a value.',
  {
    PUBLIC: '主动公开. Anyone, without a token.',
    UNCONDITIONAL: '无条件共享. Any authenticated agency.',
    CONDITIONAL:
      '有条件共享. An agency with the scope share:conditional, within its region, for a stated purpose; recorded.',
    RESTRICTED: '不予共享. The owning kind of department, within its region; recorded.',
  },
);
export type SharingLevel = keyof typeof SharingLevel;
