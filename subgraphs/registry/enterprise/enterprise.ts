import { Index } from 'typeorm';
import {
  EnterpriseRole,
  Fact,
  Key,
  Noun,
  RefersTo,
  Sealed,
  Decided,
  Synthetic,
  Uscc,
  asked,
  date,
  flag,
  industry,
  industryPrefix,
  inputOf,
  inputType,
  listOf,
  nameContains,
  oneOf,
  regionCode,
  text,
  undashedCode,
  vocabulary,
  type List,
} from '../../kernel';
import { Region } from '../place/region';

export const EnterpriseStatus = vocabulary(
  'EnterpriseStatus',
  '登记状态. The state of an enterprise in the register.',
  {
    OPERATING: '存续（在营）. In operation.',
    SUSPENDED: '歇业. Suspended by itself.',
    REVOKED: '吊销，未注销. Its licence is revoked, it still exists.',
    CANCELLED: '注销. Struck off the register.',
  },
);
export type EnterpriseStatus = keyof typeof EnterpriseStatus;

@Noun('市场主体. An enterprise of the register.', { term: { zh: '市场主体', en: 'enterprise' } })
@Index('enterprise_by_region', ['regionCode', 'uscc'])
@Index('enterprise_by_industry', ['industryCode', 'regionCode', 'uscc'])
@Index('enterprise_by_name', { synchronize: false })
@Index('enterprise_by_role', { synchronize: false })
export class Enterprise extends Decided {
  // the authority may register a code whose check digits are wrong: it is flagged, not refused
  @Key(
    'PUBLIC',
    { ...undashedCode(18), graphql: () => Uscc },
    '统一社会信用代码. The unified social credit code of the enterprise, 18 characters.',
  )
  uscc: string;
  @Fact('PUBLIC', text(200), '名称. The name of the enterprise.') name: string;
  @Fact('PUBLIC', oneOf(EnterpriseStatus), '登记状态. Its state in the register.') status: EnterpriseStatus;

  @RefersTo(
    () => Region,
    regionCode,
    'PUBLIC',
    '登记地；已撤销的代码按承接区划记入. The division that it is registered in; an abolished code is taken for its successor.',
    {
      as: 'region',
      stated:
        '登记地区划代码；已撤销的代码按承接区划记入. Its division; an abolished code is taken for its successor.',
    },
  )
  regionCode: string;

  @Fact(
    'PUBLIC',
    industry,
    '行业代码 (GB/T 4754-2017)，报送时可带门类字母. Its industry, two to four digits; submitted with or without the letter.',
    { optional: true },
  )
  industryCode: string | null;

  @Fact(
    'PUBLIC',
    listOf(oneOf(EnterpriseRole, 24)),
    '主体角色；是否消防安全重点单位以消防救援机构的登记（fireUnit）为准. What it does in the supervised chains; who is a key fire unit, the register of fire and rescue says (fireUnit).',
  )
  roles: EnterpriseRole[];
  @Fact('UNCONDITIONAL', text(100), '法定代表人. The legal representative of the enterprise.', {
    optional: true,
  })
  legalRepresentative: string | null;

  @Sealed('CONDITIONAL', text(32), '联系电话. The phone number of the enterprise.', {
    owner: 'MARKET_SUPERVISION',
    optional: true,
  })
  contactPhone: string | null;

  @Fact('PUBLIC', text(300), '住所. The registered address of the enterprise.', { optional: true }) address:
    string | null;
  @Fact('PUBLIC', date, '成立日期. The day on which it was registered.', { optional: true }) registeredOn:
    string | null;
  @Fact('PUBLIC', flag, '信用代码校验位是否正确. Whether both check digits of its code are right.')
  checksumValid: boolean;
  @Synthetic() synthetic: boolean;
}

export const EnterpriseInput = inputOf(
  Enterprise,
  '市场主体报送. An enterprise as it is submitted.',
  [
    'uscc',
    'name',
    'status',
    'regionCode',
    'industryCode',
    'roles?',
    'legalRepresentative',
    'contactPhone',
    'address',
    'registeredOn',
  ],
  { defaults: { status: 'OPERATING' } },
);

export const ENTERPRISES: List<Enterprise> = {
  name: 'enterprises',
  entity: Enterprise,
  order: ['regionCode', 'uscc'],
};

const optional = { optional: true } as const;
export const EnterpriseFilter = inputType(
  'EnterpriseFilter',
  '市场主体筛选. The conditions by which enterprises are selected; those given must all hold.',
  {
    region: asked(regionCode, '区划及其下级. In the subtree of this division.', optional),
    nameContains: asked(
      nameContains,
      '名称包含，至少两个字；全角半角、括号、空格、间隔号不限. The name holds this, two characters at least, whatever its width, brackets, spaces and middle dots.',
      optional,
    ),
    status: asked(oneOf(EnterpriseStatus), '登记状态. Returns only those in this state.', optional),
    industryPrefix: asked(
      industryPrefix,
      '行业代码及其下级，可带门类字母或仅用字母. Returns only enterprises of this industry and those below it: C, C37, 37 or 3770.',
      optional,
    ),
    role: asked(oneOf(EnterpriseRole), '主体角色. Returns only enterprises with this role.', optional),
  },
);
export type EnterpriseFilter = Partial<InstanceType<typeof EnterpriseFilter>>;
