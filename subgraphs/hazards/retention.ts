import { WHILE_PENALISED, defineRetention } from '../kernel';
import { FireKeyUnit } from './fire/fire-key-unit';
import { Hazard } from './hazard/hazard';
import { HazardNotification, RectificationPlan } from './hazard/hazard-records';

/** A hazard that is open, or opened again, holds all that is written of it. */
const closedOf = (table: string) =>
  `(SELECT closed_on FROM hazard WHERE hazard.number = ${table}.hazard_number AND status = 'CLOSED')`;

export const retention = defineRetention({
  'hazards.kept.leader': {
    says: '隐患包保领导姓名：自销号之日起的保存期限. The name of the leader of a hazard: how long it is kept after the hazard is closed.',
    ...WHILE_PENALISED,
    entity: Hazard,
    ended: `CASE WHEN status = 'CLOSED' THEN closed_on END`,
  },
  'hazards.kept.notified': {
    says: '被通知人姓名和电话：自隐患销号之日起的保存期限. Name and phone of who was notified: how long they are kept after the hazard is closed.',
    ...WHILE_PENALISED,
    entity: HazardNotification,
    ended: closedOf('hazard_notification'),
  },
  'hazards.kept.responsible': {
    says: '整改责任人姓名和电话：自隐患销号之日起的保存期限. Name and phone of who answers for the rectification: how long they are kept after the hazard is closed.',
    ...WHILE_PENALISED,
    entity: RectificationPlan,
    ended: closedOf('rectification_plan'),
  },
  'hazards.kept.fire-unit': {
    says: '消防安全重点单位五包人员姓名和电话：自不再是重点单位之日起的保存期限；换人时由新的报送取代. Name and phone of the five who answer for a key fire unit: how long they are kept once it is none; whoever takes a place replaces the one before.',
    ...WHILE_PENALISED,
    entity: FireKeyUnit,
    // no fact says that a unit is a key unit no longer
    ended: 'NULL::date',
  },
});
