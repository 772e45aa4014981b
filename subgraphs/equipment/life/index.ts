import { defineNoun } from '../../kernel';
import { EquipmentChange } from './equipment-change';
import { lifeSteps } from './life.steps';

/** The life of devices: its steps, and the history that they leave. */
export const life = defineNoun({ entity: EquipmentChange, find: false, procedure: lifeSteps });
