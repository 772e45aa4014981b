import 'reflect-metadata';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeServices } from '@apollo/composition';
import { parse, printSchema } from 'graphql';
import { subgraphs } from '../subgraphs';
import { buildSubgraph, type SubgraphDefinition } from '../subgraphs/kernel';

/** The address of a remote subgraph is a setting; the supergraph names a default. */
const addressOf = ({ port }: SubgraphDefinition) => `http://127.0.0.1:${port}/graphql`;

/** Every schema file by name, made from the code. A composition error or a hint of level WARN or above fails. */
export function buildSchemas(): Record<string, string> {
  const sdls = subgraphs.map((definition) => ({ definition, sdl: buildSubgraph(definition).sdl }));
  const composed = composeServices(
    sdls.map(({ definition, sdl }) => ({
      name: definition.name,
      url: addressOf(definition),
      typeDefs: parse(sdl),
    })),
  );
  if (composed.errors)
    throw new Error(
      `The subgraphs do not compose:\n${composed.errors.map(({ message }) => message).join('\n')}`,
    );
  const hints = composed.hints
    .filter(({ definition }) => definition.level.name === 'WARN')
    .map(({ message }) => message);
  if (hints.length > 0) throw new Error(`The subgraphs compose with warnings:\n${hints.join('\n')}`);
  return {
    ...Object.fromEntries(
      sdls.map(({ definition, sdl }) => [`${definition.name}.graphql`, `${sdl.trim()}\n`]),
    ),
    'supergraph.graphql': `${composed.supergraphSdl.trim()}\n`,
    'api.graphql': `${printSchema(composed.schema.toAPISchema().toGraphQLJSSchema()).trim()}\n`,
  };
}

/** Names of the schema files that differ from what the code makes. */
export function staleSchemas(): string[] {
  const read = (name: string) =>
    existsSync(join(__dirname, name)) ? readFileSync(join(__dirname, name), 'utf8') : '';
  return Object.entries(buildSchemas()).flatMap(([name, text]) => (read(name) === text ? [] : [name]));
}

function main(check: boolean): void {
  if (!check) {
    for (const [name, text] of Object.entries(buildSchemas())) writeFileSync(join(__dirname, name), text);
    return;
  }
  const stale = staleSchemas();
  if (stale.length === 0) return;
  process.stderr.write(`schema/ is not what the code makes: ${stale.join(', ')}. Run npm run schema.\n`);
  process.exitCode = 1;
}

if (require.main === module) main(process.argv.includes('--check'));
