import { basename } from 'node:path';
import { filesIn, read } from '../support/sources';

const STATUS =
  /^(Accepted|Replaced by \[decision \d+\]\(\d{4}-[a-z0-9-]+\.md\)), \d{4}-\d{2}-\d{2}(; written down \d{4}-\d{2}-\d{2})?\.$/;
/** In this order; others, such as How, may stand among them. */
const SECTIONS = ['Status', 'Decided', 'Why', 'Price', 'Rejected'];

const decisions = filesIn('docs/decisions', '.md').sort();
/** The text under `**Name.**`, up to the next section. */
function sectionsOf(path: string): Map<string, string> {
  const [, ...rest] = read(path).split(/^\*\*([A-Z][^*]*)\.\*\*/m);
  return new Map(
    rest.flatMap((part, at) => (at % 2 === 0 ? [[part, (rest[at + 1] ?? '').trim()] as const] : [])),
  );
}

describe('the decisions', () => {
  test('they MUST be numbered without a gap, and named after their rule', () => {
    expect(decisions.length).toBeGreaterThan(14);
    const numbers = decisions.map((path) => Number(/^(\d{4})-[a-z0-9-]+\.md$/.exec(basename(path))?.[1]));
    expect(numbers).toEqual(numbers.map((_, at) => at + 1));
  });

  test.each(decisions)('the title of %s MUST be its rule, on the first line', (path) => {
    const [title = '', empty] = read(path).split('\n');
    expect(title).toMatch(/^# [A-Z].{15,}[^.]$/);
    expect(empty).toBe('');
  });

  test.each(decisions)(
    '%s MUST say its status and day, what was decided, why, at what price, and what was rejected',
    (path) => {
      const sections = sectionsOf(path);
      expect([...sections.keys()].filter((name) => SECTIONS.includes(name))).toEqual(SECTIONS);
      expect(sections.get('Status')).toMatch(STATUS);
      expect([...sections].filter(([name, text]) => name !== 'Status' && text.length < 40)).toEqual([]);
    },
  );
});
