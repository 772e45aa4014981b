import sql, { raw } from 'sql-template-tag';
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { PageArgs, RegionCode, Shared, defineLoader, page, within, type RequestContext } from '../../kernel';
import { qualificationsOfPerson } from '../qualification/qualification.lists';
import { Enterprise, Region, enterpriseOf } from '../others';
import { MACHINES, WelderCode, WeldingMachine, WeldingMachineConnection, WorkCheck } from './welding-machine';
import { mayWeld } from './welding.rules';

export const machineByChip = defineLoader<WeldingMachine>(
  ({ db }, chips) => db.byKey(sql`SELECT ${raw(db.columns(WeldingMachine))} FROM welding_machine WHERE chip = ANY(${chips}::varchar[])`),
  ({ chip }) => chip,
);

const welderByCode = defineLoader<WelderCode>(
  ({ db }, codes) => db.byKey(sql`SELECT ${raw(db.columns(WelderCode))} FROM welder_code WHERE code = ANY(${codes}::varchar[])`),
  ({ code }) => code,
);

async function scanToWork(context: RequestContext, chip: string, code: string): Promise<WorkCheck> {
  const [machine, welder] = await Promise.all([machineByChip(context).load(chip), welderByCode(context).load(code)]);
  const held = welder && (await qualificationsOfPerson(context)(welder.personId));
  return mayWeld(machine, held, context.today);
}

@Resolver(() => WeldingMachine)
export class WeldingResolver {
  @Shared('UNCONDITIONAL')
  @Query(() => WorkCheck, {
    nullable: true,
    description: '一芯一码：扫码作业核验. Whether the welder of a code may weld with the machine of a chip now.',
  })
  scanToWork(
    @Arg('machineChip', () => String, { description: '芯片编号. The number of the machine’s chip.' }) machineChip: string,
    @Arg('welderCode', () => String, { description: '人员码. The code that the welder shows.' }) welderCode: string,
    @Ctx() context: RequestContext,
  ) {
    return scanToWork(context, machineChip, welderCode);
  }

  @Shared('UNCONDITIONAL')
  @Query(() => WeldingMachineConnection, {
    nullable: true,
    description: '电气焊设备列表，按区划、芯片编号排序. Welding machines by division and chip.',
  })
  weldingMachines(
    @Arg('region', () => RegionCode, { nullable: true, description: '区划及其下级. In the subtree of this division.' })
    region: string | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return page(context, MACHINES, within(raw('region_code'), region), args);
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Enterprise, { nullable: true, description: '所属单位. Whose it is.' })
  owner(@Root() { ownerUscc }: WeldingMachine) {
    return enterpriseOf(ownerUscc);
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Region, { nullable: true, description: '所在地. The division where it is used.' })
  region(@Root() { regionCode }: WeldingMachine): Region {
    return { code: regionCode };
  }
}
