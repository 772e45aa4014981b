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
});
