import { ObjectType } from 'type-graphql';
import { Served, text, type DepartmentKind } from '../../kernel';
import type { OriginKind } from './case.terms';

/** Reached over a RESTRICTED field only. */
@ObjectType({
  description: '案卷. What only the department that handles a case may see of it.',
  simpleResolvers: true,
})
export class CaseFile {
  number: string;
  departmentKind: DepartmentKind;

  originKind: OriginKind;
  originReference: string | null;

  @Served('UNCONDITIONAL', text(1000), '线索摘要. A summary of the lead.', { optional: true })
  leadSummary: string | null;

  @Served('UNCONDITIONAL', text(1000), '证据目录. A list of the evidence.', { optional: true })
  evidence: string | null;
}
