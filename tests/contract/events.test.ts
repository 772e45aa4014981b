import { eventsOf } from '../../docs/events';
import { subgraphs } from '../../subgraphs';
import { buildSubgraph, declaredEvents, eventOf } from '../../subgraphs/kernel';

/** Those in which anything is done. */
const acting = subgraphs.filter((each) => buildSubgraph(each).schema.getMutationType());

describe.each(acting.map((subgraph) => [subgraph.name, subgraph] as const))(
  'what happens in %s',
  (_, subgraph) => {
    const events = eventsOf(subgraph);

    test('MUST have a name for each of its mutations, but for the one that takes an import back', () => {
      const mutations = Object.keys(buildSubgraph(subgraph).schema.getMutationType()?.getFields() ?? {});
      expect(mutations.length).toBeGreaterThan(5);
      const nameless = mutations.filter(
        (mutation) =>
          !events.some(({ operation, name }) => operation === mutation && name === eventOf(mutation)),
      );
      expect(nameless).toEqual([expect.stringMatching(/^takeBack[A-Z]\w+Import$/)]);
    });

    test('MUST be said in both languages and by a well-formed name', () => {
      const malformed = events.filter(
        ({ name, says }) =>
          !/^[a-z][A-Za-z]+\.[a-z][A-Za-z]+$/.test(name) || !/^\P{ASCII}.*\. [A-Z][^.]*/u.test(says),
      );
      expect(malformed).toEqual([]);
    });

    test('MUST have a name for its records submitted, corrected and taken back', () => {
      const names = events.map(({ name }) => name.split('.')[1]);
      const submissions = subgraph.submissions?.length ?? 0;
      for (const what of ['submitted', 'corrected', 'takenBack'])
        expect(names.filter((name) => name === what).length).toBeGreaterThanOrEqual(submissions);
    });
  },
);

test('no two things that happen MUST have one name', () => {
  const names = subgraphs.flatMap(eventsOf).map(({ name }) => name);
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  expect(names.length).toBe(new Set(declaredEvents().map(({ name }) => name)).size);
});
