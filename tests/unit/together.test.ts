import { setTimeout as sleep } from 'node:timers/promises';
import { Together } from '../../subgraphs/kernel/together';

describe('what is done together', () => {
  const rounds: number[][] = [];
  const together = new Together<number>(async (items) => {
    rounds.push([...items]);
    await sleep(5);
    if (items.includes(13)) throw new Error('unlucky');
  }, 4);

  test('who comes first MUST wait for nobody, who comes meanwhile MUST share, and no more than so many', async () => {
    await Promise.all([1, 2, 3, 4, 5, 6].map((item) => together.do(item)));
    expect(rounds.splice(0)).toEqual([[1], [2, 3, 4, 5], [6]]);
  });

  test('one that fails MUST fail alone', async () => {
    const done = await Promise.allSettled([7, 8, 13, 9].map((item) => together.do(item)));
    expect(done.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
    await together.do(10);
    expect(rounds.at(-1)).toEqual([10]);
  });
});
