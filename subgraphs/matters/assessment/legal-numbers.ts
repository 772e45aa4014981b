import { defineRules } from '../../kernel';

const NAMES = {
  periods: {},
  numbers: {
    'matters.assessment.interviews':
      '每季度约谈的末位家数. How many of the last are called to an interview each quarter.',
  },
};

/** 「一季度一考核、一季度一排名、一季度一约谈」（临安委发〔2024〕5号）; how many are called, the text does not say. */
export const legalNumbers = defineRules(NAMES, [
  {
    id: 'matters.assessment.interviews',
    from: '2024-01-01',
    to: null,
    value: 2,
    unit: 'times',
    source: '临安委发〔2024〕5号 三（一）1：一季度一约谈；人数文中未定，由安委会定',
    verified: false,
  },
]);
