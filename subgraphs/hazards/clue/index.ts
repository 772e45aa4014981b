import { defineNoun } from '../../kernel';
import { HazardClue } from './clue';
import { visible } from './clue.lists';
import { clueSteps } from './clue.steps';

export { clueOfFailedInspection } from './clue.reaction';

export const clue = defineNoun({
  entity: HazardClue,
  procedure: clueSteps,
  shown: visible,
  one: {
    name: 'hazardClue',
    says: '按编号查线索，仅主管部门可见. The clue with this number, for the competent department alone.',
    level: 'UNCONDITIONAL',
  },
  lists: {
    hazardClues: {
      says: '事故隐患线索，按区划、编号排序，仅主管部门可见. Clues by division and number, for the competent department alone.',
      level: 'UNCONDITIONAL',
      period: 'inspectedOn',
      state: 'status',
    },
  },
});
