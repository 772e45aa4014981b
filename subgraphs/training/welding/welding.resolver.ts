import { Ctx, Query, Resolver } from 'type-graphql';
import { Argument, NotFound, Shared, byKey, loaderBy, printedCode, type RequestContext } from '../../kernel';
import { unitHazardFacts, userFacts } from '../operator/facts';
import { qualificationsOfPerson } from '../qualification/qualification.lists';
import { WelderCode, WeldingMachine, WorkCheck } from './welding-machine';
import { mayWeld, type Owner } from './welding.rules';

const welderByCode = loaderBy(WelderCode, 'code');

async function scanToWork(context: RequestContext, chip: string, code: string): Promise<WorkCheck> {
  const [machine, welder] = await Promise.all([
    byKey(WeldingMachine)(context).load(chip),
    welderByCode(context).load(code),
  ]);
  const [held, owner] = await Promise.all([
    welder && qualificationsOfPerson(context)(welder.personId),
    machine?.ownerUscc ? ownerOf(context, machine.ownerUscc) : null,
  ]);
  return mayWeld(machine, owner, held, context.today);
}

/** Asked of registry and hazards at this moment. */
async function ownerOf(context: RequestContext, uscc: string): Promise<Owner> {
  const [user, hazards] = await Promise.all([userFacts(context, uscc), unitHazardFacts(context, uscc)]);
  if (!hazards) throw NotFound({ field: 'ownerUscc', term: { zh: '所属单位', en: 'owner' }, got: uscc });
  return { user, unit: hazards.hazardStanding, welding: hazards.welding };
}

@Resolver()
export class ScanToWorkResolver {
  @Shared('UNCONDITIONAL')
  @Query(() => WorkCheck, {
    nullable: true,
    description:
      '一芯一码：扫码作业核验，按设备、所属单位、隐患和证书即时核验；任一提供部门无应答时为空. Whether the welder of a code may weld with the machine of a chip now: by the machine, its owner and the owner’s hazards, and the certificate; null while one of those who know is silent.',
  })
  scanToWork(
    @Argument('machineChip', printedCode(40), '芯片编号. The number of the machine’s chip.')
    machineChip: string,
    @Argument('welderCode', printedCode(40), '人员码. The code that the welder shows.')
    welderCode: string,
    @Ctx() context: RequestContext,
  ) {
    return scanToWork(context, machineChip, welderCode);
  }
}
