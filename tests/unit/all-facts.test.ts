import { FACTS_AT_A_TIME, allFacts } from '../../subgraphs/kernel';

const codes = (count: number) => Array.from({ length: count }, (_, at) => String(at).padStart(5, '0'));

describe('all that another department lists', () => {
  test.each([0, 1, FACTS_AT_A_TIME - 1, FACTS_AT_A_TIME, FACTS_AT_A_TIME + 1, 2 * FACTS_AT_A_TIME])(
    '%i items MUST be there once, in their order, page after page',
    async (count) => {
      const asked: (string | null)[] = [];
      const found = await allFacts(
        (after) => {
          asked.push(after);
          const rest = codes(count).filter((each) => after === null || each > after);
          return Promise.resolve(rest.slice(0, FACTS_AT_A_TIME));
        },
        (code) => code,
      );
      expect(found).toEqual(codes(count));
      expect(asked).toHaveLength(Math.floor(count / FACTS_AT_A_TIME) + 1);
    },
  );
});
