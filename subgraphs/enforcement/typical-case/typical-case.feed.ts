import { DepartmentKind, defineLine, feedOf } from '../../kernel';

/** What `typical_case_line` of the database makes of a typical case, once it is published. */
export const typicalCaseFeed = feedOf(
  defineLine({
    feed: 'typical-cases',
    version: 1,
    title: '已公布的典型案例. A typical case that was published',
    fields: {
      id: { says: '典型案例编号. The id of the typical case.' },
      month: { says: '评选月份 YYYY-MM. The month of its selection.' },
      title: { says: '案例名称. Its title.' },
      summary: {
        says: '案情及处理，姓名已隐去. What happened and what was decided; a person’s name is masked.',
      },
      departmentCode: { says: '办案部门代码. The code of the department that handled it.' },
      departmentKind: { says: '办案部门类别. The kind of that department.', of: DepartmentKind },
      regionCode: { says: '办案地区划代码. The code of that department’s division.' },
      publishedOn: { says: '公布日期. The day since which the public sees it.', type: 'date' },
    },
  }),
  'typical_cases',
  'typical_case',
  'id',
  'typical_case_line',
);
