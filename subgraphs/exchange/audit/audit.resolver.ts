import { responsePathAsArray, type GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Info, Query, Resolver } from 'type-graphql';
import {
  AUDIT,
  AuditUnavailable,
  EntryRefused,
  PageArgs,
  Shared,
  actsBesideAudit,
  audit,
  declareError,
  isAgency,
  requireScope,
  type RequestContext,
} from '../../kernel';
import { AuditFilter, AuditRecordConnection } from './audit-record';
import { auditPage } from './audit.lists';

const AuditorActs = declareError(
  'AUDITOR_ACTS',
  '审计人员不得同时持有办理权限：{scopes}。',
  'Whoever audits must not hold scopes to act besides: {scopes}.',
);

@Resolver()
export class AuditResolver {
  @Shared('UNCONDITIONAL')
  @Query(() => AuditRecordConnection, {
    nullable: true,
    description:
      '审计记录：本部门所做的一切，跨所有子图，最新在前；仅限持 audit:read 的审计人员，每次查阅亦留记录. What the auditor’s own department has done, over all journals, latest first; for holders of audit:read alone. Each look is an entry itself. A journal that is silent is named by an error beside the others’ records.',
  })
  async auditRecords(
    @Arg('filter', () => AuditFilter, {
      nullable: true,
      description: '筛选. The records for which all of this holds.',
    })
    filter: AuditFilter | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const acts = actsBesideAudit(context.caller.scopes);
    const mayAudit = context.caller.scopes.includes(AUDIT) && acts.length === 0;
    if (isAgency(context.caller)) await record(context, filter, mayAudit ? 'shown' : 'refused');
    requireScope(context.caller, AUDIT);
    if (acts.length > 0) throw AuditorActs({ scopes: acts.join(', ') });
    return auditPage(context, filter, args, responsePathAsArray(info.path));
  }
}

/** Durable before anything is shown. */
async function record(context: RequestContext, filter: AuditFilter | null, outcome: string): Promise<void> {
  const given = Object.entries(filter ?? {}).filter(([, value]) => value !== null);
  const entry = {
    operation: 'auditRecords',
    subjects: [],
    outcome,
    details: { filter: Object.fromEntries(given) as Record<string, unknown> },
  };
  try {
    await context.db.transaction((tx) => audit(tx, context, entry));
  } catch (error) {
    if (error instanceof EntryRefused) throw AuditUnavailable({ field: 'Query.auditRecords' });
    throw error;
  }
}
