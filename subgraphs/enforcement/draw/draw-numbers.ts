import { defineRules } from '../../kernel';

const NAMES = {
  periods: {
    'enforcement.draw.publish':
      '双随机抽查结果公示的期限. Within how long the result of a random check is published.',
  },
  numbers: {},
};

/** 双随机、一公开: how soon the result of a check is published. */
export const drawNumbers = defineRules(NAMES, [
  {
    id: 'enforcement.draw.publish',
    from: '2015-01-01',
    to: null,
    value: 20,
    unit: 'working days',
    source: '“双随机、一公开”抽查结果公示，条文未见，据一般了解',
    verified: false,
  },
]);
