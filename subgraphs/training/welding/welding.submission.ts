import { checkSourceId, personIdOf } from '../../kernel';
import type { RequestContext, Submission } from '../../kernel';
import { WelderCodeInput, WeldingMachineInput } from './welding.inputs';
import { WelderCode, WeldingMachine } from './welding-machine';

export const weldingMachineSubmission: Submission<WeldingMachineInput, WeldingMachine, null> = {
  kind: 'welding-machines',
  term: { zh: '电气焊设备', en: 'welding machine' },
  mutation: 'submitWeldingMachines',
  subgraph: 'training',
  input: WeldingMachineInput,
  entity: WeldingMachine,
  key: 'chip',
  async prepare() {
    return null;
  },
  toRow({ sourceId: _, revision: __, ...stated }) {
    return { ...stated };
  },
};

export const welderCodeSubmission: Submission<WelderCodeInput, WelderCode, RequestContext> = {
  kind: 'welder-codes',
  term: { zh: '焊工赋码', en: 'welder code' },
  mutation: 'submitWelderCodes',
  subgraph: 'training',
  input: WelderCodeInput,
  entity: WelderCode,
  key: 'code',
  async prepare(context) {
    return context;
  },
  toRow({ sourceId, revision: _, code, idNumber, regionCode }, { settings }) {
    checkSourceId(sourceId);
    return { code, personId: personIdOf(idNumber, settings.dataKey), regionCode };
  },
};
