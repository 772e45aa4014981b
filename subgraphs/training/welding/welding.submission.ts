import { checkSourceId, personIdOf, submissionOf } from '../../kernel';
import { WelderCode, WelderCodeInput, WeldingMachine, WeldingMachineInput } from './welding-machine';

export const weldingMachineSubmission = submissionOf(WeldingMachine, WeldingMachineInput, {
  kind: 'welding-machines',
  row: () => ({}),
});

export const welderCodeSubmission = submissionOf(WelderCode, WelderCodeInput, {
  kind: 'welder-codes',
  term: { zh: '焊工赋码', en: 'welder code' },
  key: 'code',
  row({ sourceId, idNumber }, { settings }) {
    checkSourceId(sourceId);
    return { personId: personIdOf(idNumber, settings.dataKey) };
  },
});
