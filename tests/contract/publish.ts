import 'reflect-metadata';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { version } from '../../package.json';
import { staleSchemas } from '../../schema/build';
import { dateInChina } from '../../subgraphs/kernel';
import { refusals } from './published';

const ROOT = join(__dirname, '../..');
const PUBLISHED = 'schema/published.graphql';
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

/** `npm run publish-schema`: promises the schema of today to clients, unless something would break that was not announced. */
async function main(): Promise<void> {
  const stale = staleSchemas();
  if (stale.length > 0)
    throw new Error(`schema/ is not what the code makes: ${stale.join(', ')}. Run npm run schema first.`);
  const current = read('schema/api.graphql');
  const today = dateInChina(new Date());
  const refused = await refusals({
    published: read(PUBLISHED),
    current,
    changelog: read('CHANGELOG.md'),
    version,
    today,
  });
  if (refused.length > 0)
    throw new Error(`The schema cannot be published:\n${refused.map((reason) => `- ${reason}`).join('\n')}`);
  writeFileSync(join(ROOT, PUBLISHED), current);
  process.stdout.write(`${PUBLISHED} is the schema of version ${version}, as of ${today}.\n`);
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
