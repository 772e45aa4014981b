import { ObjectType } from 'type-graphql';
import { Index } from 'typeorm';
import {
  Fact,
  Key,
  Noun,
  RefersTo,
  Sealed,
  Served,
  Submitted,
  asked,
  count,
  date,
  flag,
  inputOf,
  inputType,
  ratio,
  regionCode,
  text,
  uscc,
  type List,
} from '../../kernel';
import { Region } from '../others';

const OPTIONAL = { optional: true } as const;
const ALWAYS = { always: true };

@Noun('消防安全重点单位. A key unit for fire safety, with the five who answer for it.', {
  term: { zh: '消防安全重点单位', en: 'key fire unit' },
})
@Index('fire_key_unit_by_region', ['regionCode', 'uscc'])
export class FireKeyUnit extends Submitted {
  @Key('PUBLIC', uscc, '单位的统一社会信用代码. The unified social credit code of the unit.') uscc: string;

  @RefersTo(() => Region, regionCode, 'UNCONDITIONAL', '单位所在区划. The division of the unit.', {
    as: 'region',
    stated: '单位所在区划代码. The division of the unit.',
  })
  regionCode: string;

  @Fact('UNCONDITIONAL', text(100), '场所类型，如 大型商业综合体. What kind of place it is.') place: string;

  @Fact('UNCONDITIONAL', date, '列为重点单位日期. Since when it is a key unit.') designatedOn: string;

  @Fact(
    'UNCONDITIONAL',
    date,
    '纳入在线监管日期. Since when it is supervised online; null while it is not.',
    OPTIONAL,
  )
  onlineSince: string | null;

  /** 五包一: each is one sealed text. */
  @Sealed(
    'CONDITIONAL',
    text(200),
    '行业监管部门干部：姓名|单位|电话. The officer of the department in charge: name|unit|phone.',
    OPTIONAL,
  )
  industryOfficer: string | null;

  @Sealed(
    'CONDITIONAL',
    text(200),
    '乡镇街道干部：姓名|单位|电话. The officer of the town or street: name|unit|phone.',
    OPTIONAL,
  )
  townOfficer: string | null;

  @Sealed(
    'CONDITIONAL',
    text(200),
    '社区（村）工作人员：姓名|单位|电话. The worker of the community or village: name|unit|phone.',
    OPTIONAL,
  )
  communityWorker: string | null;

  @Sealed(
    'CONDITIONAL',
    text(200),
    '消防人员（或派出所人员）：姓名|单位|电话. The fire or police officer: name|unit|phone.',
    OPTIONAL,
  )
  fireOfficer: string | null;

  @Sealed('CONDITIONAL', text(200), '专业人员：姓名|单位|电话. The specialist: name|unit|phone.', OPTIONAL)
  specialist: string | null;

  /** Kept so that coverage is counted from an index. */
  @Fact('UNCONDITIONAL', flag, '五包一是否配齐. Whether all five are named.') complete: boolean;
}

export const FireKeyUnitInput = inputOf(
  FireKeyUnit,
  '消防安全重点单位报送. A key fire unit; each of the five as “name|organisation|phone”, the phone left out if unknown.',
  [
    'uscc',
    'regionCode',
    'place',
    'designatedOn',
    'onlineSince',
    'industryOfficer',
    'townOfficer',
    'communityWorker',
    'fireOfficer',
    'specialist',
  ],
);
export type FireKeyUnitInput = InstanceType<typeof FireKeyUnitInput>;

export const FireKeyUnitFilter = inputType(
  'FireKeyUnitFilter',
  '消防安全重点单位筛选. Narrows a list of key fire units down.',
  {
    region: asked(regionCode, '区划，含全部下级. In the subtree of this division.', OPTIONAL),
    online: asked(flag, '是否纳入在线监管. Whether it is supervised online.', OPTIONAL),
    complete: asked(flag, '五包一是否配齐. Whether all five are named.', OPTIONAL),
  },
);
export type FireKeyUnitFilter = Partial<InstanceType<typeof FireKeyUnitFilter>>;

export const FIRE_KEY_UNITS: List<FireKeyUnit> = {
  name: 'fireKeyUnits',
  entity: FireKeyUnit,
  order: ['regionCode', 'uscc'],
};

@ObjectType({
  description:
    '重点单位覆盖率. The share of key fire units that are supervised online, and of those with all five people named.',
  simpleResolvers: true,
})
export class FireUnitCoverage {
  @Served('PUBLIC', count, '重点单位数. The number of key fire units.', ALWAYS) units: number;
  @Served('PUBLIC', count, '纳入在线监管数. The number of them that are supervised online.', ALWAYS)
  online: number;
  @Served('PUBLIC', count, '五包一配齐数. The number of them that have all five named.', ALWAYS)
  complete: number;
  @Served(
    'PUBLIC',
    ratio,
    '在线监管率，目标100%. The share that is supervised online; null without units.',
    OPTIONAL,
  )
  onlineRate: number | null;
  @Served('PUBLIC', ratio, '五包一配齐率. The share that has all five named; null without units.', OPTIONAL)
  completeRate: number | null;
}
