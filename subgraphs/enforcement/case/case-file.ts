import { ObjectType } from 'type-graphql';
import { Served, asId, recordReference, text, type DepartmentKind } from '../../kernel';

/** Reached over a RESTRICTED field only. */
@ObjectType({
  description: '案卷. What only the department that handles a case may see of it.',
  simpleResolvers: true,
})
export class CaseFile {
  number: string;
  departmentKind: DepartmentKind;

  @Served(
    'UNCONDITIONAL',
    asId(recordReference(130)),
    '来源编号，含举报编号. The number of what it began with, a tip as well.',
    { optional: true },
  )
  originReference: string | null;

  @Served('UNCONDITIONAL', text(1000), '线索摘要. A summary of the lead.', { optional: true })
  leadSummary: string | null;

  @Served('UNCONDITIONAL', text(1000), '证据目录. A list of the evidence.', { optional: true })
  evidence: string | null;
}
