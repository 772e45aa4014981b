import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { Shared, byKey, loaderBy, type RequestContext } from '../../kernel';
import { qualificationsOfPerson } from '../qualification/qualification.lists';
import { WelderCode, WeldingMachine, WorkCheck } from './welding-machine';
import { mayWeld } from './welding.rules';

const welderByCode = loaderBy(WelderCode, 'code');

async function scanToWork(context: RequestContext, chip: string, code: string): Promise<WorkCheck> {
  const [machine, welder] = await Promise.all([
    byKey(WeldingMachine)(context).load(chip),
    welderByCode(context).load(code),
  ]);
  const held = welder && (await qualificationsOfPerson(context)(welder.personId));
  return mayWeld(machine, held, context.today);
}

@Resolver()
export class ScanToWorkResolver {
  @Shared('UNCONDITIONAL')
  @Query(() => WorkCheck, {
    nullable: true,
    description:
      '一芯一码：扫码作业核验. Whether the welder of a code may weld with the machine of a chip now.',
  })
  scanToWork(
    @Arg('machineChip', () => String, { description: '芯片编号. The number of the machine’s chip.' })
    machineChip: string,
    @Arg('welderCode', () => String, { description: '人员码. The code that the welder shows.' })
    welderCode: string,
    @Ctx() context: RequestContext,
  ) {
    return scanToWork(context, machineChip, welderCode);
  }
}
