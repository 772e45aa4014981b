import { Field, ObjectType } from 'type-graphql';
import { Shared } from '../../kernel';

/** Reached over a RESTRICTED field only. */
@ObjectType({ description: '案卷. What only the department that handles a case may see of it.', simpleResolvers: true })
export class CaseFile {
  @Shared('UNCONDITIONAL')
  @Field(() => String, { nullable: true, description: '线索摘要. The lead.' })
  leadSummary: string | null;

  @Shared('UNCONDITIONAL')
  @Field(() => String, { nullable: true, description: '证据目录. The evidence.' })
  evidence: string | null;
}
