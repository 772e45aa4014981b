import { defineNoun } from '../../kernel';
import { Draw } from './draw';
import { DrawCheck } from './draw-check';
import { visible } from './draw.lists';
import { DrawResolver, drawCheckFields, drawFields } from './draw.resolver';
import { announceSeed, drawSteps, recordDrawCheck } from './draw.steps';

export const draw = defineNoun({
  entity: Draw,
  procedure: drawSteps,
  verbs: [announceSeed],
  one: {
    name: 'drawOf',
    says: '按编号查抽取. The draw with this id.',
    level: 'UNCONDITIONAL',
    key: 'id',
    keySays: '抽取编号. The id of the draw.',
  },
  resolvers: [drawFields, DrawResolver],
});

export const drawCheck = defineNoun({
  entity: DrawCheck,
  find: false,
  shown: visible,
  verbs: [recordDrawCheck],
  resolvers: [drawCheckFields],
});
