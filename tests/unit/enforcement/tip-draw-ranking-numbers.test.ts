import { drawNumbers } from '../../../subgraphs/enforcement/draw/draw-numbers';
import { rankingNumbers } from '../../../subgraphs/enforcement/ranking/ranking-numbers';
import { tipNumbers } from '../../../subgraphs/enforcement/tip/tip-numbers';
import { unverifiedRules } from '../../../subgraphs/kernel';

test('the numbers of tips, draws and the ranking that were not seen in their text MUST be these, each with where it comes from', () => {
  const own = [...tipNumbers.values(), ...drawNumbers.values(), ...rankingNumbers.values()].flat();
  expect(own.filter(({ verified }) => verified)).toEqual([]);
  expect(own.filter(({ source }) => source.length < 10)).toEqual([]);
  expect(
    unverifiedRules()
      .filter((rule) => own.some(({ id }) => id === rule.id))
      .map(({ id, value, unit }) => `${id}: ${value} ${unit}`),
  ).toEqual([
    'enforcement.draw.publish: 20 working days',
    'enforcement.ranking.on-time: 50 points',
    'enforcement.ranking.follow-up: 30 points',
    'enforcement.ranking.intensity: 20 points',
    'enforcement.ranking.activity: 0 points',
    'enforcement.ranking.zero-penalty: 20 points',
    'enforcement.tip.accept: 7 working days',
    'enforcement.tip.check: 3 working days',
    'enforcement.tip.check: 15 working days',
    'enforcement.tip.check-escape: 24 hours',
    'enforcement.tip.check-extension: 15 working days',
    'enforcement.tip.tell: 5 working days',
    'enforcement.tip.reward.safety: 300000 yuan',
    'enforcement.tip.reward.market: 1000000 yuan',
  ]);
});
