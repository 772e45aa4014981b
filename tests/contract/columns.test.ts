import { subgraphs } from '../../subgraphs';
import { columnsOf } from '../../subgraphs/import/columns';
import published from './published-columns.json';

describe('the columns of files', () => {
  test('each that was published MUST still be known by its name and by its Chinese term: agencies have files with them', () => {
    const known = Object.fromEntries(
      subgraphs.flatMap(({ submissions = [] }) =>
        submissions.map((submission) => [
          submission.kind,
          Object.fromEntries(columnsOf(submission).map(({ name, term }) => [name, term])),
        ]),
      ),
    );
    expect(Object.keys(published).length).toBeGreaterThan(50);
    expect(known).toMatchObject(published);
  });

  test('no two of a kind MUST have a title in common: the header of a file would name either', () => {
    const shared = subgraphs.flatMap(({ submissions = [] }) =>
      submissions.flatMap((submission) => {
        const columns = columnsOf(submission);
        const titles = columns.flatMap(({ name, term, head }) => [...new Set([name, term, head])]);
        return titles
          .filter((title, at) => titles.indexOf(title) !== at)
          .map((title) => [submission.kind, title]);
      }),
    );
    expect(shared).toEqual([]);
  });
});
