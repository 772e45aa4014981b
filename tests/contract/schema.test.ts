import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { buildSchemas, staleSchemas } from '../../schema/build';
import { subgraphs } from '../../subgraphs';
import { filesIn } from '../support/sources';

const made = buildSchemas();
const composed = composeServices(
  subgraphs.map(({ name, port }) => ({
    name,
    url: `http://127.0.0.1:${port}/graphql`,
    typeDefs: parse(made[`${name}.graphql`] ?? ''),
  })),
);

describe('the committed schema', () => {
  test('every file of schema/ MUST be what the code makes (npm run schema)', () => {
    expect(staleSchemas()).toEqual([]);
  });

  test('no file of schema/ MUST be left of a subgraph that is gone', () => {
    const known = [...Object.keys(made), 'published.graphql'].map((name) => `schema/${name}`);
    expect(filesIn('schema', '.graphql').filter((path) => !known.includes(path))).toEqual([]);
  });

  test('the subgraphs MUST compose, without a hint of level WARN', () => {
    expect(composed.errors ?? []).toEqual([]);
    const warnings = (composed.hints ?? []).filter(({ definition }) => definition.level.name === 'WARN');
    expect(warnings.map(({ message }) => message)).toEqual([]);
  });

  test('the supergraph MUST hold none of the directives that @apollo/gateway refuses at start', () => {
    expect(made['supergraph.graphql']).not.toMatch(
      /for: SECURITY|@(authenticated|requiresScopes|policy|context)\b/,
    );
  });
});
