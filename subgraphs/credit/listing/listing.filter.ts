import { asked, date, departmentCode, inputType, oneOf, regionCode } from '../../kernel';
import { DishonestyList, ListingStatus } from './listing.terms';

export const ListingFilter = inputType(
  'ListingFilter',
  '列入记录筛选. The listings that are wanted; all that the caller may see, by default.',
  {
    list: asked(oneOf(DishonestyList), '名单. Returns only listings on this list.', { optional: true }),
    region: asked(regionCode, '区划及其下级. Of subjects in the subtree of this division.', {
      optional: true,
    }),
    listedFrom: asked(date, '列入日期不早于. Listed on this day or later.', { optional: true }),
    listedTo: asked(date, '列入日期不晚于. Listed on this day or earlier.', { optional: true }),
    department: asked(departmentCode, '决定部门代码. Returns only listings decided by this department.', {
      optional: true,
    }),
    status: asked(
      oneOf(ListingStatus),
      '列入状态；公众仅见在列. Returns only listings in this state today; the public sees LISTED only.',
      {
        optional: true,
      },
    ),
  },
);
export type ListingFilter = InstanceType<typeof ListingFilter>;
