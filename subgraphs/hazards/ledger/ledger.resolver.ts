import { Arg, Args, Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import {
  Argument,
  PageArgs,
  RegionCode,
  Shared,
  departmentCode,
  fields,
  flag,
  levelsOf,
  prose,
  readDepartmentCode,
  unsealed,
  whole,
  workedOut,
  type RequestContext,
} from '../../kernel';
import { Hazard } from '../hazard/hazard';
import { HazardEvent } from '../hazard/hazard-records';
import { eventsOf, plansOf } from '../hazard/hazard.lists';
import { isOverdueOn } from '../hazard/hazard.rules';
import { Department, Enterprise, Matter } from '../others';
import { LedgerCount, LedgerRow, LedgerRowConnection, LedgerSummary } from './ledger';
import { ledgerPage, ledgerSummary } from './ledger.lists';

const keyed = (code: string | null | undefined) => (code ? { code } : null);

/** The first of those who supervise whose division is above that of the problem. */
function supervisorAbove({ supervisorCodes, regionCode }: Hazard): string | undefined {
  const above = levelsOf(regionCode).slice(1);
  const county = levelsOf(regionCode).find((each) => each.length === 6);
  return supervisorCodes.find((code) => {
    const place = readDepartmentCode(code)?.place;
    return place !== undefined && place !== county && above.includes(place);
  });
}

export const ledgerFields = fields(LedgerRow, {
  unit: workedOut(
    'PUBLIC',
    () => Enterprise,
    '责任单位. The enterprise that has the problem.',
    ({ hazard: { uscc } }) => uscc && { uscc },
  ),
  department: workedOut(
    'PUBLIC',
    () => Department,
    '牵头部门；未交办的为空. The department that leads; null while it was given to none.',
    ({ hazard }) => keyed(hazard.leadDepartmentCode),
  ),
  leader: unsealed(
    '挂钩（包保）领导姓名. The leader who answers for its removal.',
    ({ hazard }: LedgerRow) => hazard.leader,
  ),
  measure: workedOut(
    'UNCONDITIONAL',
    prose(1000),
    '整改措施，以现行方案为准. The measures of the present plan; null while there is none.',
    async ({ hazard: { number, planned } }, context) =>
      planned ? (await plansOf(context)(number)).at(-1)?.measures : null,
  ),
  progress: workedOut(
    'UNCONDITIONAL',
    () => HazardEvent,
    '进展：最近一步. The last step that was taken.',
    async ({ id }, context) => (await eventsOf(context)(id)).at(-1) ?? null,
  ),
  overdue: workedOut(
    'PUBLIC',
    flag,
    '是否逾期（期限次日起）. Whether its deadline has passed and it is open.',
    ({ hazard }, { today }) => isOverdueOn(hazard, today),
    { always: true },
  ),
  supervisedBy: workedOut(
    'PUBLIC',
    () => Department,
    '上级督办部门. The department of a division above that supervises it; null where none does.',
    ({ hazard }) => keyed(supervisorAbove(hazard)),
  ),
});

export const ledgerCountFields = fields(LedgerCount, {
  department: workedOut(
    'UNCONDITIONAL',
    () => Department,
    '牵头部门. The department that holds them; null in counts of all, and where nobody was given them.',
    ({ departmentCode }) => keyed(departmentCode),
  ),
  change: workedOut(
    'UNCONDITIONAL',
    whole(-2_147_483_648, 2_147_483_647),
    '较七日前存量的变化. The number of those left less that of seven days ago.',
    ({ left, leftBefore }) => left - leftBefore,
    { always: true },
  ),
});

const SCOPE = '@requires(fields: "scope { equipmentKinds hazardDomains roles }")';
const OPTIONAL = { optional: true } as const;
const REGION = { description: '区划及其下级. In the subtree of this division.' };

/** What a leader reads of a matter: its problems, one in a row, and their counts. */
@Resolver(() => Matter)
export class LedgerResolver {
  @Shared('UNCONDITIONAL')
  @Directive(SCOPE)
  @FieldResolver(() => LedgerRowConnection, {
    nullable: true,
    description:
      '台账：问题一行到底，按区划、编号排序. Its ledger: one problem in a row, by division and number.',
  })
  ledger(
    @Root() matter: Matter,
    @Arg('region', () => RegionCode, REGION) region: string,
    @Argument('department', departmentCode, '牵头部门. Returns only those that it leads.', OPTIONAL)
    department: string | null,
    @Argument('open', flag, '是否未销号. Returns only those that are open, or only the others.', OPTIONAL)
    open: boolean | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    const asked = { region, department: department ?? null, open: open ?? null };
    return ledgerPage(context, matter, asked, args);
  }

  @Shared('UNCONDITIONAL')
  @Directive(SCOPE)
  @FieldResolver(() => LedgerSummary, {
    nullable: true,
    description:
      '台账汇总：新增、销号、存量、逾期、谁承办、上级督办、较上周变化. The counts of its ledger: new, closed, left, overdue, who holds them, what is supervised from above, the change since last week.',
  })
  ledgerSummary(
    @Root() matter: Matter,
    @Arg('region', () => RegionCode, REGION) region: string,
    @Ctx() context: RequestContext,
  ) {
    return ledgerSummary(context, matter, region);
  }
}
