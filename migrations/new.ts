import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { subgraphs } from '../subgraphs';
import { migrate, drift } from './run';
import { withFreshDatabase } from './fresh';

const USAGE =
  'npm run migration -- <subgraph> <what-it-does>, e.g. npm run migration -- quality create-recall\n';

/** A migration as a class that runs these statements one after another. */
export function migrationOf(name: string, timestamp: number, statements: readonly string[]): string {
  const title = name.replace(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase());
  const queries = statements.map((statement) => `    await db.query(\`${statement}\`);`);
  return [
    "import type { MigrationInterface, QueryRunner } from 'typeorm';",
    '',
    `export class ${title}${timestamp} implements MigrationInterface {`,
    '  async up(db: QueryRunner): Promise<void> {',
    ...queries,
    '  }',
    '',
    '  async down(): Promise<void> {',
    "    throw new Error('a migration is not undone: restore the backup');",
    '  }',
    '}',
    '',
  ].join('\n');
}

/**
 * `npm run migration -- <subgraph> <what-it-does>`: writes the migration that brings the tables of a subgraph to what its
 * nouns declare. It is a proposal: read it, and take care of rows that are there (TypeORM drops a column that is renamed).
 */
async function main([name, does]: readonly string[]): Promise<void> {
  const subgraph = subgraphs.find((each) => each.name === name);
  if (!subgraph || !does || !/^[a-z]+(-[a-z0-9]+)*$/.test(does)) {
    process.stderr.write(USAGE);
    process.exitCode = 2;
    return;
  }
  await withFreshDatabase(async (url) => {
    await migrate([subgraph], () => url);
    const statements = await drift(subgraph, url);
    if (statements.length === 0) {
      process.stdout.write(
        `${subgraph.name}: the migrations make what the nouns declare; nothing to write\n`,
      );
      return;
    }
    const timestamp = Date.now();
    const file = join(__dirname, subgraph.name, `${timestamp}-${does}.ts`);
    writeFileSync(file, migrationOf(does, timestamp, statements));
    await migrate([subgraph], () => url);
    const left = await drift(subgraph, url);
    if (left.length > 0) throw new Error(`after the migration there is still to do: ${left.join('; ')}`);
    process.stdout.write(
      `${relative(process.cwd(), file)}: ${statements.length} statements, to be read before they are committed\n`,
    );
  });
}

if (require.main === module) void main(process.argv.slice(2));
