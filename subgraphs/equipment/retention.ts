import { WHILE_PENALISED, defineRetention } from '../kernel';
import { Inspector } from './body/inspector';
import { SafetyAppointment } from './safety/safety-appointment';

export const retention = defineRetention({
  'equipment.kept.safety-officer': {
    says: '安全总监、安全员姓名和电话：自离任之日起的保存期限. Name and phone of a safety director or officer: how long they are kept after the last day in office.',
    ...WHILE_PENALISED,
    entity: SafetyAppointment,
    ended: 'ended_on',
  },
  'equipment.kept.inspector': {
    says: '检验检测人员姓名：自证件到期之日起的保存期限. The name of an inspector: how long it is kept after the certificate has run out.',
    ...WHILE_PENALISED,
    entity: Inspector,
    ended: 'valid_until',
  },
});
