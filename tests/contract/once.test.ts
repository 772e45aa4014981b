import { subgraphs } from '../../subgraphs';
import { isKnownBySource, onceOf, type EntityClass } from '../../subgraphs/kernel';
import { read } from '../support/sources';

/** A row of a decision's table: the noun, and what it is known by. */
const ROW = /^\| (\w+ \w+) \| (.+) \|$/gm;
const decided = new Map(
  [...read('docs/decisions/0029-one-document-is-one-record.md').matchAll(ROW)].map(([, noun, by]) => [
    String(noun),
    String(by),
  ]),
);
/** What the decision says of a noun that is known by something in the world. */
const knownBy = (entity: EntityClass): string | undefined =>
  onceOf(entity)
    ?.by.map((property) => `\`${property}\``)
    .join(', ');
const nouns = subgraphs.flatMap(({ name, entities, submissions = [] }) =>
  entities
    // a view is known by what its noun is known by
    .filter((entity) => !entities.includes(Object.getPrototypeOf(entity) as EntityClass))
    .filter(
      (entity) =>
        onceOf(entity) ?? submissions.some((each) => each.entity === entity && isKnownBySource(entity)),
    )
    .map((entity) => ({ noun: `${name} ${entity.name}`, by: knownBy(entity) })),
);

describe('a noun that is known by source/sourceId', () => {
  test('it MUST say what makes two of it one, as decision 29 has it, or stand there with the reason why nothing does', () => {
    expect(nouns.length).toBeGreaterThan(30);
    const wrong = nouns.filter(({ noun, by }) => {
      const said = decided.get(noun);
      if (by !== undefined) return said !== by;
      return !said?.startsWith('its source alone: ');
    });
    expect(wrong).toEqual([]);
  });

  test('decision 29 MUST name nothing that is gone', () => {
    const known = new Set(nouns.map(({ noun }) => noun));
    expect([...decided.keys()].filter((noun) => !known.has(noun))).toEqual([]);
  });
});
