import { defineNoun } from '../../kernel';
import { WelderCode, WeldingMachine } from './welding-machine';
import { ScanToWorkResolver } from './welding.resolver';
import { welderCodeSubmission, weldingMachineSubmission } from './welding.submission';

export const weldingMachine = defineNoun({
  entity: WeldingMachine,
  submission: [weldingMachineSubmission, welderCodeSubmission],
  lists: {
    weldingMachines: {
      says: '电气焊设备列表，按区划、芯片编号排序. Welding machines by division and chip.',
      level: 'UNCONDITIONAL',
    },
  },
  resolvers: [ScanToWorkResolver],
  tables: [WelderCode],
});
