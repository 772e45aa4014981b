import { Directive, ObjectType } from 'type-graphql';
import {
  DepartmentKind,
  Served,
  asId,
  date,
  flag,
  oneOf,
  prose,
  text,
  type LegalRule as Rule,
} from '../../kernel';

const ALWAYS = { always: true } as const;
const OPTIONAL = { optional: true } as const;

@ObjectType({
  description:
    '法定数值. A number of the law, in the version that holds from a day on: each event is judged by the version of its own day.',
  simpleResolvers: true,
})
@Directive('@key(fields: "version")')
export class LegalRule implements Omit<Rule, 'value' | 'unit' | 'original' | 'department' | 'region'> {
  @Served(
    'PUBLIC',
    asId(text(200)),
    '版本标识：数值标识（及所约束的部门、区划）@起始日. Tells this version from all others: the id, the department and division that it is for, and the first day.',
    ALWAYS,
  )
  version: string;
  @Served(
    'PUBLIC',
    asId(text(100)),
    '数值标识：子图.所限事项；各版本相同. The subgraph and what is limited; the same for all versions.',
    ALWAYS,
  )
  id: string;
  @Served('PUBLIC', text(300), '名称. What it is a number of, in both languages.', ALWAYS) name: string;
  @Served('PUBLIC', date, '起始日. The first day on which it holds.', ALWAYS) from: string;
  @Served(
    'PUBLIC',
    date,
    '终止日；现行为空. The last day on which it holds; null while it is in force.',
    OPTIONAL,
  )
  to: string | null;
  @Served('PUBLIC', text(40), '数值，十进制. The number, as a decimal.', ALWAYS) value: string;
  @Served(
    'PUBLIC',
    text(20),
    '单位. The unit: working days, days, months, years, hours, percent, yuan, times, points, people or departments.',
    ALWAYS,
  )
  unit: string;
  @Served('PUBLIC', prose(500), '来源. The law, or where the number was found, as it says it.', ALWAYS)
  source: string;
  @Served('PUBLIC', text(200), '条款；来源未指明的为空. The articles that the source names.', OPTIONAL)
  article: string | null;
  @Served(
    'PUBLIC',
    flag,
    '是否已核对条文；否则以法律文本为准. Whether its text was seen; otherwise the text of the law decides.',
    ALWAYS,
  )
  verified: boolean;
  @Served(
    'PUBLIC',
    oneOf(DepartmentKind),
    '所约束的部门类别；约束各部门的为空. The kind of department that it binds; null where it binds all.',
    OPTIONAL,
  )
  department: DepartmentKind | null;
  /** The division whose document says it; null where it holds in the whole country. */
  regionCode: string | null;
  @Served('PUBLIC', flag, '是否由运维更正或新增. Whether an operator has corrected or added it.', ALWAYS)
  corrected: boolean;
  @Served(
    'PUBLIC',
    () => LegalRule,
    '产品原有的该版本；未更正或为新增的为空. What the product says, where an operator has corrected it.',
    OPTIONAL,
  )
  original: LegalRule | null;
}
