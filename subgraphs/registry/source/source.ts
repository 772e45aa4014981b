import { Fact, Kept, Key, Noun, RefersTo, keyAlone } from '../../kernel';
import { asText, asked, code, date, departmentCode, documentNumber, inputType } from '../../kernel';
import { listOf, sourceName, text } from '../../kernel';
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
    '登记部门，只有该部门以其名义报送. The department that registered it, or to which it was handed over; no other submits under it.',
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

  @RefersTo(
    () => Department,
    asText(departmentCode),
    'UNCONDITIONAL',
    '拟接收部门：登记部门已决定移交，尚待其接收. The department that it is to be handed over to, and that has not accepted it yet.',
    { as: 'offeredTo', shown: '拟接收部门代码. The code of that department.', optional: true },
  )
  offeredToCode: string | null;

  @Fact(
    'UNCONDITIONAL',
    documentNumber(64),
    '移交文号. The number of the document by which it is or was handed over.',
    OPTIONAL,
  )
  handOverDocument: string | null;

  @Kept(code(128), '决定移交的人员. The officer who decided on it.', OPTIONAL) offeredBy: string | null;

  @Fact('UNCONDITIONAL', date, '接收日期，最近一次. The day on which it was last accepted.', OPTIONAL)
  handedOverOn: string | null;

  @RefersTo(
    () => Department,
    listOf(asText(departmentCode)),
    'UNCONDITIONAL',
    '原登记部门，早者在前. The departments that it belonged to before, the first one first.',
    { as: 'formerDepartments', shown: '原登记部门代码. The codes of those departments.' },
  )
  formerDepartmentCodes: string[];
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

export const OfferSourceInput = inputType(
  'OfferSourceInput',
  '移交来源系统. A source that its department hands over.',
  {
    name: asked(sourceName, '要移交的来源系统的名称. The name of the source that is handed over.'),
    toDepartmentCode: asked(
      asText(departmentCode),
      '接收部门代码，如 430682-FIRE_RESCUE. The department that is to have it.',
    ),
    document: asked(documentNumber(64), '移交文号. The number of the document by which it is handed over.'),
  },
);

export const SourceNameInput = keyAlone(
  'name',
  sourceName,
  '移交中的来源系统的名称. The name of the source that is being handed over.',
);
