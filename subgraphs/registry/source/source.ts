import { Fact, Key, Noun, RefersTo } from '../../kernel';
import { asText, asked, date, departmentCode, inputType, sourceName, text } from '../../kernel';
import { Department } from '../place/department';

const OPTIONAL = { optional: true } as const;

/** 谁提供、谁负责: whoever sends records answers for them, so that nobody writes under another's name. */
@Noun('来源系统. A system that the records of a department come from.', {
  term: { zh: '来源系统', en: 'source' },
})
export class Source {
  @Key('UNCONDITIONAL', sourceName, '名称，报送时填写. Its name, as submissions state it.') name: string;

  @Fact('UNCONDITIONAL', text(200), '说明：是什么系统. What the system is, in words.', OPTIONAL) title:
    string | null;

  @RefersTo(
    () => Department,
    asText(departmentCode),
    'UNCONDITIONAL',
    '登记部门，只有该部门以其名义报送. The department that registered it; no other submits under it.',
    {
      as: 'department',
      index: true,
      optional: true,
      shown:
        '登记部门代码；0.2 之前由多个部门使用的为空. The code of its department; null where several departments had sent under it before 0.2, which keep it.',
    },
  )
  departmentCode: string | null;

  @Fact(
    'UNCONDITIONAL',
    date,
    '登记日期；0.2 之前已在用的为首次报送日期. The day of its registration; of the first submission, where that was before 0.2.',
    { always: true },
  )
  registeredOn: string;
}

export const RegisterSourceInput = inputType(
  'RegisterSourceInput',
  '登记来源系统. A source that the department of the caller submits from.',
  {
    name: asked(
      sourceName,
      '名称，报送时填写，登记后不变. Its name, as submissions will state it; it stays.',
    ),
    title: asked(text(200), '说明：是什么系统. What the system is, in words.', OPTIONAL),
  },
);
